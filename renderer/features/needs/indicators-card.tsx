import { ActionIcon, Button, Menu } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Change, Label } from '../../../shared/commits/index.ts';
import {
  addIndicators,
  changeIndicator,
  draftOf,
  type Indicator,
  type IndicatorDraft,
  type IndicatorProblem,
  inIndicatorOrder,
  moveIndicator,
  type Need,
  type NeedIndicator,
  needIndicator,
  readIndicator,
  targetOf,
} from '../../../shared/features/needs/index.ts';
import { useWords } from '../../app/i18n.ts';
import { Icon } from '../../ui/icon.tsx';
import { LineForm } from '../../ui/line-form.tsx';
import { Card } from '../../ui/page.tsx';
import { Changing } from '../../ui/read-only.tsx';
import { freshId, useSave } from '../../ui/save.ts';
import { IndicatorFields } from './indicator-fields.tsx';
import css from './needs.module.css';
import { ReadPanel } from './read-panel.tsx';

const { fields } = needIndicator;
const BLANK: IndicatorDraft = draftOf({ relation: 'atLeast' });

/** One indicator being written where it stands. Enter takes it, Escape leaves it as it was. */
function IndicatorEditor({
  initial,
  onSave,
  onClose,
}: {
  readonly initial: IndicatorDraft;
  /** Answers whether it was written. */
  readonly onSave: (indicator: Indicator) => Promise<boolean>;
  readonly onClose: () => void;
}) {
  const [draft, setDraft] = useState(initial);
  const [problem, setProblem] = useState<IndicatorProblem | null>(null);
  const take = async (): Promise<boolean> => {
    const read = readIndicator(draft);
    setProblem(read.ok ? null : read.error);
    return read.ok && onSave(read.value);
  };
  return (
    <LineForm onTake={take} onClose={onClose}>
      <IndicatorFields draft={draft} onChange={setDraft} problem={problem} autoFocus />
    </LineForm>
  );
}

function RowMenu({
  name,
  isFirst,
  isLast,
  autoFocus,
  onEdit,
  onMove,
  onDelete,
}: {
  readonly name: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** It comes back in the place of the editor that had the focus. */
  readonly autoFocus: boolean;
  readonly onEdit: () => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onDelete: () => void;
}) {
  const { t } = useWords();
  return (
    <Menu position="bottom-end" width={150}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={24}
          aria-label={t('indicators.actions', { name })}
          autoFocus={autoFocus}
        >
          <Icon name="more" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Icon name="edit" size={14} />} onClick={onEdit}>
          {t('action.edit')}
        </Menu.Item>
        <Menu.Item
          leftSection={<Icon name="up" size={14} />}
          disabled={isFirst}
          onClick={() => onMove(-1)}
        >
          {t('indicators.up')}
        </Menu.Item>
        <Menu.Item
          leftSection={<Icon name="down" size={14} />}
          disabled={isLast}
          onClick={() => onMove(1)}
        >
          {t('indicators.down')}
        </Menu.Item>
        <Menu.Item color="red" leftSection={<Icon name="trash" size={14} />} onClick={onDelete}>
          {t('action.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** What can be done to the indicators of a need, each one step to undo. */
function useIndicatorActions({ id: needId, title }: Need, ordered: readonly NeedIndicator[]) {
  const save = useSave();
  const write = (label: Label, changes: readonly Change[]) => save.changes(label, changes);
  return {
    add: (indicator: Indicator) =>
      write(
        { key: 'addIndicators', params: { title, count: 1 } },
        addIndicators(needId, [indicator], ordered, freshId),
      ),
    change: (id: string, indicator: Indicator) =>
      write({ key: 'editIndicator', params: { title, name: indicator.name } }, [
        changeIndicator(id, indicator),
      ]),
    move: (id: string, by: -1 | 1) =>
      write({ key: 'moveIndicator', params: { title } }, moveIndicator(ordered, id, by)),
    remove: ({ id, name }: NeedIndicator) =>
      write({ key: 'delete', params: { entity: needIndicator.name, title: name } }, [
        { delete: needIndicator.name, id },
      ]),
  };
}

/** The indicators of a need as a table, each changed where it stands. */
export function IndicatorsCard({
  record,
  indicators,
  reading,
  onReading,
}: {
  readonly record: Need;
  readonly indicators: readonly NeedIndicator[];
  /** Whether the panel that reads them from the words is open. */
  readonly reading: boolean;
  readonly onReading: (on: boolean) => void;
}) {
  const words = useWords();
  const { t } = words;
  /** The id of the one that is being changed, or 'new'. */
  const [editing, setEditing] = useState<string | null>(null);
  const ordered = inIndicatorOrder(indicators);
  const actions = useIndicatorActions(record, ordered);
  /** The one that was changed last: its row takes the focus back. */
  const [left, setLeft] = useState<string | null>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const close = () => {
    setLeft(editing);
    setEditing(null);
    if (editing === 'new') addButton.current?.focus();
  };
  return (
    <Card
      title={t('indicators.title')}
      aside={
        <Changing>
          <Button size="xs" variant="default" onClick={() => onReading(true)}>
            {t('indicators.read')}
          </Button>
          <Button ref={addButton} size="xs" variant="default" onClick={() => setEditing('new')}>
            {t('indicators.add')}
          </Button>
        </Changing>
      }
    >
      {ordered.length === 0 && editing === null && (
        <p className={css.none}>
          <b>{t('indicators.none')}</b>
          <span>{t('indicators.noneHint')}</span>
        </p>
      )}
      {ordered.length > 0 && (
        <table className={css.table}>
          <thead>
            <tr>
              <th>{words.in(fields.name.label)}</th>
              <th>{t('indicators.target')}</th>
              <th>{words.in(fields.current.label)}</th>
              <th>{words.in(fields.condition.label)}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {ordered.map((one, place) =>
              editing === one.id ? (
                <tr key={one.id}>
                  <td colSpan={5}>
                    <IndicatorEditor
                      initial={draftOf(one)}
                      onClose={close}
                      onSave={(indicator) => actions.change(one.id, indicator)}
                    />
                  </td>
                </tr>
              ) : (
                <tr key={one.id}>
                  <td>{one.name}</td>
                  <td>{targetOf(one)}</td>
                  <td>{one.current}</td>
                  <td>{one.condition}</td>
                  <td>
                    <Changing>
                      <RowMenu
                        name={one.name}
                        isFirst={place === 0}
                        isLast={place === ordered.length - 1}
                        autoFocus={left === one.id}
                        onEdit={() => setEditing(one.id)}
                        onMove={(by) => void actions.move(one.id, by)}
                        onDelete={() => void actions.remove(one)}
                      />
                    </Changing>
                  </td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      )}
      {editing === 'new' && (
        <IndicatorEditor initial={BLANK} onClose={close} onSave={actions.add} />
      )}
      {reading && <ReadPanel record={record} existing={ordered} onClose={() => onReading(false)} />}
    </Card>
  );
}
