import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import {
  type RuleState,
  rowWords,
  strayRecords,
  type TableState,
  tableState,
} from '../../../../shared/features/rules/index.ts';
import { ruleTables } from '../../../../shared/rule-tables.ts';
import { type AnyRuleTable, type RuleBasis, ruleRegions } from '../../../../shared/rules/index.ts';
import { useWords, type Words } from '../../../app/i18n.ts';
import { useRuleStore } from '../../../data/rules.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Card, Empty, PageHead } from '../../../ui/page.tsx';
import { Changing } from '../../../ui/read-only.tsx';
import { type Opened, RowPanel } from './row-panel.tsx';
import { RuleLine } from './rule-line.tsx';
import css from './rules.module.css';
import { useRuleDeeds } from './use-rule-deeds.ts';
import { useRuleWords } from './use-rule-words.ts';

/** A table with what of it is to be seen. */
interface Shown {
  readonly table: AnyRuleTable;
  readonly state: TableState;
  readonly rows: readonly RuleState[];
  readonly unchecked: number;
}

const isUnchecked = ({ row }: RuleState): boolean => row.confidence !== 'sure';

function says(table: AnyRuleTable, { row }: RuleState, words: Words, text: string): boolean {
  const { slot, figures } = rowWords(table, row, words.language);
  const all = [
    words.in(table.label),
    words.in(table.part),
    slot,
    ...figures,
    row.source,
    words.in(ruleRegions[row.region]),
    row.validFrom,
  ];
  return all.join(' ').toLowerCase().includes(text.trim().toLowerCase());
}

const slotKey = ({ slot }: AnyRuleTable, row: RuleBasis): string => {
  const figures = new Map<string, unknown>(Object.entries(row));
  return JSON.stringify(slot.map((name) => figures.get(name) ?? null));
};

/** Rows of one case stand together, the newest first, the cases in the order of the table. */
function byCase(table: AnyRuleTable, rows: readonly RuleState[]): readonly RuleState[] {
  const groups = Map.groupBy(rows, ({ row }) => slotKey(table, row));
  return [...groups.values()].flatMap((group) =>
    group.toSorted((a, b) => {
      const [one, other] = [a.row.validFrom, b.row.validFrom];
      if (a.row.region !== b.row.region || one === other) return 0;
      return one < other ? 1 : -1;
    }),
  );
}

function TableList({
  shown,
  chosen,
}: {
  readonly shown: readonly Shown[];
  readonly chosen: string;
}) {
  const words = useWords();
  const { t } = words;
  const parts = Map.groupBy(shown, ({ table }) => words.in(table.part));
  return (
    <nav className={css.list} aria-label={t('rules.tables')}>
      {[...parts].map(([part, tables]) => (
        <section key={part}>
          <h2>{part}</h2>
          <ul>
            {tables.map(({ table, state, unchecked }) => (
              <li key={table.name}>
                <Link
                  href={`/settings/rules/${table.name}`}
                  replace
                  aria-current={table.name === chosen ? 'page' : undefined}
                >
                  <span>{words.in(table.label)}</span>
                  {state.problems.length > 0 && (
                    <span className={css.alarm} title={t('rules.hasProblems')}>
                      <Icon name="warning" size={13} />
                    </span>
                  )}
                  {unchecked > 0 && (
                    <span className={css.count} title={t('rules.unchecked', { count: unchecked })}>
                      {unchecked}
                    </span>
                  )}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

function Problems({ table, state }: Pick<Shown, 'table' | 'state'>) {
  const { t } = useWords();
  const { problem } = useRuleWords(table);
  if (state.problems.length === 0) return null;
  return (
    <div className={css.problems} role="alert">
      <b>{t('rules.problems')}</b>
      <ul>
        {state.problems.map(problem).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}

function Removed({ table, state }: Pick<Shown, 'table' | 'state'>) {
  const { t } = useWords();
  const { caseOf, figures } = useRuleWords(table);
  const deeds = useRuleDeeds(table);
  if (state.removed.length === 0) return null;
  return (
    <Card title={t('rules.removedTitle')}>
      <p className={css.hint}>{t('rules.removedHint')}</p>
      <ul className={css.removed}>
        {state.removed.map((one) => (
          <li key={one.row.key}>
            <span>
              {caseOf(one.row)} <small>{figures(one.row)}</small>
            </span>
            <Changing>
              <Button size="xs" variant="default" onClick={() => void deeds.restore(one)}>
                {t('rules.useAgain')}
              </Button>
            </Changing>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The rows of a table, with what is wrong with them and what can be done to them. */
function TableCard({ table, state, rows, unchecked }: Shown) {
  const words = useWords();
  const { t } = words;
  const deeds = useRuleDeeds(table);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [params] = useSearchParams();
  const asked = params.get('row');
  return (
    <div className={css.table}>
      <Card
        title={words.in(table.label)}
        aside={
          <>
            <span className={css.hint}>
              {unchecked > 0 ? t('rules.unchecked', { count: unchecked }) : t('rules.allChecked')}
            </span>
            <Changing>
              <Button size="xs" variant="default" onClick={() => setOpened({ what: 'add' })}>
                {t('rules.add')}
              </Button>
            </Changing>
          </>
        }
      >
        <p className={css.hint}>{words.in(table.note)}</p>
        <Problems table={table} state={state} />
        {rows.length === 0 ? (
          <p className={css.none}>
            {t(state.rows.length === 0 ? 'rules.none' : 'rules.noneFound')}
          </p>
        ) : (
          <ul className={css.rows}>
            {byCase(table, rows).map((one) => (
              <RuleLine
                key={one.row.key}
                table={table}
                state={one}
                deeds={deeds}
                onOpen={setOpened}
                isAsked={one.row.key === asked}
              />
            ))}
          </ul>
        )}
      </Card>
      <Removed table={table} state={state} />
      <RowPanel table={table} opened={opened} deeds={deeds} onClose={() => setOpened(null)} />
    </div>
  );
}

/** Every rule of law or practice that the desk reckons by: to be confirmed, changed and added to. */
export function RulesPage({ table: asked }: { readonly table: string | undefined }) {
  const words = useWords();
  const { t } = words;
  const records = useRuleStore((store) => store.records);
  const [text, setText] = useState('');
  const [only, setOnly] = useState(false);
  const all = useMemo(
    () => ruleTables.map((table) => ({ table, state: tableState(table, records) })),
    [records],
  );
  const shown = all
    .map(({ table, state }): Shown => {
      const rows = state.rows.filter(
        (one) => (!only || isUnchecked(one)) && says(table, one, words, text),
      );
      return { table, state, rows, unchecked: state.rows.filter(isUnchecked).length };
    })
    .filter(({ rows }) => rows.length > 0 || (text === '' && !only));
  const chosen = shown.find(({ table }) => table.name === asked) ?? shown[0];
  const unchecked = all.flatMap(({ state }) => state.rows.filter(isUnchecked)).length;
  const stray = strayRecords(ruleTables, records).length;
  return (
    <>
      <PageHead title={t('rules.title')} subtitle={t('rules.subtitle', { count: unchecked })} />
      <div className={css.page}>
        <div className={css.side}>
          <TextInput
            type="search"
            aria-label={t('rules.find')}
            placeholder={t('rules.find')}
            leftSection={<Icon name="search" size={14} />}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Checkbox
            size="xs"
            label={t('rules.onlyUnchecked')}
            checked={only}
            onChange={(event) => setOnly(event.currentTarget.checked)}
          />
          <TableList shown={shown} chosen={chosen?.table.name ?? ''} />
          {stray > 0 && <p className={css.hint}>{t('rules.stray', { count: stray })}</p>}
        </div>
        {chosen ? (
          <TableCard key={chosen.table.name} {...chosen} />
        ) : (
          <Empty title={t('rules.noneFound')} />
        )}
      </div>
    </>
  );
}
