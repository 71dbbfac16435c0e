import { Button, Checkbox } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { type Deposit, outcome } from '../../../shared/features/outcomes/index.ts';
import { useWords } from '../../app/i18n.ts';
import { pathOf } from '../../app/paths.ts';
import { useReckoned } from '../../data/use-reckoned.ts';
import { FieldValue } from '../../ui/field-value.tsx';
import { Empty, PageHead, Tabs, TopActions } from '../../ui/page.tsx';
import { Changing } from '../../ui/read-only.tsx';
import { DepositDeadline, useDepositGapText } from './deposit-card.tsx';
import { ExportPanel } from './export-panel.tsx';
import css from './outcomes.module.css';
import { readDeposits } from './read-deposits.ts';
import { ReceiptPanel } from './receipt-panel.tsx';
import { Sections } from './sections.tsx';

/** Rows drawn at first, and more each time they are asked for. */
const STEP = 40;
/** Of a project, so many things to be done are named. */
const NAMED = 3;

const tabs = ['todo', 'late', 'open', 'done'] as const;
type TabName = (typeof tabs)[number];

const isIn = ({ state }: Deposit, tab: TabName): boolean =>
  tab === 'todo' ? state !== 'done' : state === tab;

/** The most urgent first; what is done last comes first among those. */
const inOrder = (a: Deposit, b: Deposit): number => {
  const dayOf = ({ deadline, project }: Deposit) => deadline?.on ?? project.depositedOn ?? '9999';
  return dayOf(a) === dayOf(b)
    ? a.project.title < b.project.title
      ? -1
      : 1
    : dayOf(a) < dayOf(b)
      ? -1
      : 1;
};

function Row({
  deposit,
  chosen,
  onChoose,
}: {
  readonly deposit: Deposit;
  readonly chosen: boolean;
  readonly onChoose: (on: boolean) => void;
}) {
  const { t } = useWords();
  const gapText = useDepositGapText();
  const { project, gaps, achievements } = deposit;
  const shown = gaps.slice(0, NAMED);
  return (
    <tr>
      <td>
        <Checkbox
          size="xs"
          aria-label={t('deposit.choose', { title: project.title })}
          checked={chosen}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
      </td>
      <td>
        <Link href={pathOf('outcome', project.id)}>{project.title}</Link>
        <small>
          {project.number}
          {project.number !== undefined && ' · '}
          <FieldValue entity={outcome} name="program" value={project.program} />
        </small>
      </td>
      <td>
        <DepositDeadline deposit={deposit} />
      </td>
      <td className="num">{achievements.length}</td>
      <td>
        {shown.length === 0 ? (
          <span className={css.none}>{t('deposit.complete')}</span>
        ) : (
          <ul className={css.todo}>
            {shown.map((gap) => (
              <li key={JSON.stringify(gap)}>{gapText(gap)}</li>
            ))}
            {gaps.length > shown.length && (
              <li>{t('deposit.moreGaps', { count: gaps.length - shown.length })}</li>
            )}
          </ul>
        )}
      </td>
      <td>{project.depositReceiptNo}</td>
    </tr>
  );
}

function Table({
  deposits,
  chosen,
  onChosen,
}: {
  readonly deposits: readonly Deposit[];
  readonly chosen: ReadonlySet<string>;
  readonly onChosen: (ids: ReadonlySet<string>) => void;
}) {
  const words = useWords();
  const { t } = words;
  const [count, setCount] = useState(STEP);
  const rest = deposits.length - count;
  const all = deposits.every(({ project }) => chosen.has(project.id));
  const choose = (ids: readonly string[], on: boolean): void => {
    const next = new Set(chosen);
    for (const id of ids)
      if (on) next.add(id);
      else next.delete(id);
    onChosen(next);
  };
  return (
    <>
      <table className={css.table}>
        <thead>
          <tr>
            <td>
              <Checkbox
                size="xs"
                aria-label={t('deposit.chooseAll')}
                checked={all}
                onChange={(event) =>
                  choose(
                    deposits.map(({ project }) => project.id),
                    event.currentTarget.checked,
                  )
                }
              />
            </td>
            <th>{t('deposit.project')}</th>
            <th>{words.in(outcome.fields.depositDueOn.label)}</th>
            <th className="num">{t('nav.achievements')}</th>
            <th>{t('deposit.todo')}</th>
            <th>{words.in(outcome.fields.depositReceiptNo.label)}</th>
          </tr>
        </thead>
        <tbody>
          {deposits.slice(0, count).map((deposit) => (
            <Row
              key={deposit.project.id}
              deposit={deposit}
              chosen={chosen.has(deposit.project.id)}
              onChoose={(on) => choose([deposit.project.id], on)}
            />
          ))}
        </tbody>
      </table>
      {rest > 0 && (
        <button type="button" className={css.more} onClick={() => setCount(count + STEP)}>
          {t('outcome.more', { count: Math.min(rest, STEP) })}
        </button>
      )}
    </>
  );
}

function Shown({ deposits }: { readonly deposits: readonly Deposit[] }) {
  const { t } = useWords();
  const [tab, setTab] = useState<TabName>('todo');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [panel, setPanel] = useState<'export' | 'receipt' | null>(null);
  const shown = useMemo(
    () => deposits.filter((one) => isIn(one, tab)).toSorted(inOrder),
    [deposits, tab],
  );
  const selected = shown.filter(({ project }) => chosen.has(project.id));
  // Without a choice, all that are shown are meant.
  const meant = selected.length > 0 ? selected : shown;
  const countOf = (name: TabName) => deposits.filter((one) => isIn(one, name)).length;
  return (
    <>
      <TopActions>
        <Button variant="default" disabled={meant.length === 0} onClick={() => setPanel('export')}>
          {t('deposit.export', { count: meant.length })}
        </Button>
        <Changing>
          <Button disabled={selected.length === 0} onClick={() => setPanel('receipt')}>
            {t('deposit.receipt', { count: selected.length })}
          </Button>
        </Changing>
      </TopActions>
      <PageHead title={t('deposit.title')} subtitle={t('deposit.hint')} />
      <Tabs
        label={t('deposit.title')}
        value={tab}
        onChange={setTab}
        items={tabs.map((key) => ({ key, label: `${t(`deposit.tab.${key}`)} ${countOf(key)}` }))}
      />
      <div className={css.page}>
        {shown.length === 0 ? (
          <Empty
            title={t(deposits.length === 0 ? 'deposit.none' : 'deposit.noneHere')}
            {...(deposits.length === 0 ? { hint: t('deposit.noneHint') } : {})}
          />
        ) : (
          <Table key={tab} deposits={shown} chosen={chosen} onChosen={setChosen} />
        )}
      </div>
      <ExportPanel opened={panel === 'export'} deposits={meant} onClose={() => setPanel(null)} />
      <ReceiptPanel
        opened={panel === 'receipt'}
        projects={selected.map(({ project }) => project)}
        onClose={() => setPanel(null)}
        onDone={() => setChosen(new Set())}
      />
    </>
  );
}

/** The duty to deposit (汇交) at all projects with money of the state. */
export function DepositsPage() {
  const deposits = useReckoned(['outcome', 'outcomeLink', 'achievement', 'ruleRow'], readDeposits);
  return (
    <>
      <Sections />
      {deposits && <Shown deposits={deposits} />}
    </>
  );
}
