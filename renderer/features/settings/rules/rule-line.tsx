import { ActionIcon, Button, Menu } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { type RuleState, ruleRow } from '../../../../shared/features/rules/index.ts';
import type { AnyRuleTable } from '../../../../shared/rules/index.ts';
import { useWords } from '../../../app/i18n.ts';
import { today } from '../../../ui/dates.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Chip } from '../../../ui/page.tsx';
import { usePressOnce } from '../../../ui/press-once.ts';
import { useReadOnly } from '../../../ui/read-only.tsx';
import { RuleConfidence } from '../../../ui/rule-source.tsx';
import type { Opened } from './row-panel.tsx';
import css from './rules.module.css';
import type { RuleDeeds } from './use-rule-deeds.ts';
import { useRuleWords } from './use-rule-words.ts';

interface Props {
  readonly table: AnyRuleTable;
  readonly state: RuleState;
  readonly deeds: RuleDeeds;
  readonly onOpen: (opened: Opened) => void;
}

function RowMenu({ table, state, deeds, onOpen }: Props) {
  const { t } = useWords();
  const { nameOf } = useRuleWords(table);
  const readOnly = useReadOnly();
  const { builtIn, record } = state;
  if (readOnly && !record) return null;
  return (
    <Menu position="bottom-end" width={340}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={26}
          aria-label={t('rules.actions', { row: nameOf(state.row) })}
        >
          <Icon name="more" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {!readOnly && (
          <>
            <Menu.Item
              leftSection={<Icon name="edit" size={14} />}
              onClick={() => onOpen({ what: 'correct', state })}
            >
              {t('rules.correct')}
              <small className={css.item}>{t('rules.correctHint')}</small>
            </Menu.Item>
            <Menu.Item
              leftSection={<Icon name="clock" size={14} />}
              onClick={() => onOpen({ what: 'changeFrom', state })}
            >
              {t('rules.changeFrom')}
              <small className={css.item}>{t('rules.changeFromHint')}</small>
            </Menu.Item>
            {builtIn && record && (
              <Menu.Item
                leftSection={<Icon name="undo" size={14} />}
                onClick={() => void deeds.restore(state)}
              >
                {t('rules.backToBuiltIn')}
              </Menu.Item>
            )}
            <Menu.Item
              color="red"
              leftSection={<Icon name={builtIn ? 'archive' : 'trash'} size={14} />}
              onClick={() => void deeds.remove(state)}
            >
              {t(builtIn ? 'rules.leaveOut' : 'rules.remove')}
            </Menu.Item>
          </>
        )}
        {record && (
          <Menu.Item
            leftSection={<Icon name="activity" size={14} />}
            onClick={() => onOpen({ what: 'history', state })}
          >
            {t('rules.history')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Whether it holds today, how far it can be relied on, and who says so. */
function RowMarks({ state }: Pick<Props, 'state'>) {
  const words = useWords();
  const { t } = words;
  const { row, record } = state;
  const now = today();
  const { change, confirmedOn, confirmedBy } = record ?? {};
  const isOwn = change === 'changed' || change === 'added';
  return (
    <div className={css.marks}>
      {row.validTo !== null && row.validTo < now && <Chip>{t('rules.ended')}</Chip>}
      {row.validFrom > now && <Chip tone="notice">{t('rules.notYet')}</Chip>}
      {change && isOwn && row.version !== null && (
        <Chip tone="notice">{words.in(ruleRow.fields.change.options[change])}</Chip>
      )}
      <RuleConfidence row={row} />
      {row.confidence === 'sure' && confirmedOn !== undefined && (
        <small>
          {confirmedBy === undefined
            ? t('rules.confirmed', { on: confirmedOn })
            : t('rules.confirmedBy', { on: confirmedOn, by: confirmedBy })}
        </small>
      )}
    </div>
  );
}

/** A row of a table: its case and figures, what says so, and how far it can be relied on. */
export function RuleLine(props: Props & { readonly isAsked: boolean }) {
  const { table, state, deeds, isAsked } = props;
  const { t } = useWords();
  const readOnly = useReadOnly();
  const { caseOf, nameOf, figures, region, period } = useRuleWords(table);
  const { row, record } = state;
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isAsked) line.current?.scrollIntoView({ block: 'center' });
  }, [isAsked]);
  const confirm = usePressOnce(async () => {
    await deeds.confirm(state);
    return false;
  });
  const isOver = row.validTo !== null && row.validTo < today();
  return (
    <li ref={line} data-asked={isAsked || undefined} data-over={isOver || undefined}>
      <div className={css.what}>
        <b>{caseOf(row)}</b>
        <span>{figures(row)}</span>
      </div>
      <div className={css.basis}>
        <span>{row.source}</span>
        <small>
          {region(row)} · {period(row)}
        </small>
        {record?.note !== undefined && <small>{record.note}</small>}
      </div>
      <RowMarks state={state} />
      <div className={css.tools}>
        {row.confidence !== 'sure' && !readOnly && (
          <Button
            size="xs"
            variant="default"
            aria-label={t('rules.confirmRow', { row: nameOf(row) })}
            onClick={() => void confirm()}
          >
            {t('rules.confirm')}
          </Button>
        )}
        <RowMenu {...props} />
      </div>
    </li>
  );
}
