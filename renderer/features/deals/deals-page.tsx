import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import type { Language } from '../../../shared/core/language.ts';
import { deal, inOrder, type Stage, stageName } from '../../../shared/features/deals/index.ts';
import type { Layout } from '../../../shared/features/views/index.ts';
import { useWords } from '../../app/i18n.ts';
import { pathOf } from '../../app/paths.ts';
import { useAllRecords } from '../../data/read.ts';
import type { Condition, Filter, Query } from '../../index/query.ts';
import { useAnswer } from '../../index/use-answer.ts';
import { today, useDateWords } from '../../ui/dates.ts';
import { spokenAmount } from '../../ui/field-value.tsx';
import { LayoutSwitch, useLayout } from '../../ui/list/layouts.tsx';
import { type ListView, useListView } from '../../ui/list-view.ts';
import { Empty, PageHead, TopActions } from '../../ui/page.tsx';
import { Changing } from '../../ui/read-only.tsx';
import type { Column } from '../../ui/record-list.tsx';
import { RecordView } from '../../ui/record-view.tsx';
import { ModeChip } from './deal-chips.tsx';
import { useDealFace } from './deal-face.tsx';
import css from './deals-page.module.css';
import { NewDeal } from './new-deal.tsx';
import { useMoving } from './use-moving.tsx';

/** The pipeline is what deals are looked at as first. */
const LAYOUTS: readonly Layout[] = ['board', 'table', 'calendar'];

const OPEN: Condition = { field: 'lostOn', blank: true };
const LOST: Condition = { field: 'lostOn', blank: false };
/** Chosen one by one, lost ones are meant too. */
const isChosen = (filter: Filter): boolean => 'in' in filter && filter.field === 'id';
/** It is on the button that shows the lost ones, and so is not among the other filters. */
const isLost = (filter: Filter): boolean =>
  'blank' in filter && filter.field === 'lostOn' && !filter.blank;

/** How many deals are on their way, and what they come to. */
function Totals({ stages }: { readonly stages: readonly Stage[] }) {
  const words = useWords();
  const going = stages.filter(({ meaning }) => meaning !== 'archived').map(({ id }) => id);
  const answer = useAnswer({
    entity: 'deal',
    where: [OPEN, { field: 'stageId', in: going }],
    from: 0,
    to: 0,
    sums: ['contractAmountFen', 'technologyAmountFen'],
  });
  if (!answer) return null;
  const sum = (field: string) => spokenAmount(answer.sums[field]?.fen ?? 0, words);
  const parts = [
    words.t('deals.open', { count: answer.total }),
    words.t('deals.contract', { amount: sum('contractAmountFen') }),
    words.t('deals.technology', { amount: sum('technologyAmountFen') }),
  ];
  return <span className={css.count}>{parts.join(' · ')}</span>;
}

function useColumns(stages: readonly Stage[]): readonly Column[] {
  const { language } = useWords();
  const dates = useDateWords();
  const names = new Map(stages.map((stage) => [stage.id, stageName(stage, language)]));
  return [
    {
      field: 'title',
      width: 218,
      cell: ({ title }) => <span title={String(title)}>{String(title)}</span>,
    },
    { field: 'stageId', width: 84, cell: (record) => names.get(String(record.stageId)) ?? '' },
    {
      field: 'mode',
      width: 112,
      cell: (record) => {
        const mode = Object.keys(deal.fields.mode.options).find((one) => one === record.mode);
        return <ModeChip mode={mode as keyof typeof deal.fields.mode.options | undefined} />;
      },
    },
    { field: 'contractAmountFen', width: 116 },
    { field: 'technologyAmountFen', width: 132 },
    {
      field: 'nextOn',
      width: 84,
      cell: ({ nextOn, lostOn }) =>
        typeof nextOn === 'string' && (
          <span
            className={nextOn < today() && lostOn === undefined ? css.late : undefined}
            title={nextOn}
          >
            {dates.near(nextOn)}
          </span>
        ),
    },
    { field: 'leadBroker', width: 76 },
  ];
}

function LostToggle({
  where,
  onChange,
}: {
  readonly where: readonly Filter[];
  readonly onChange: (patch: Partial<ListView>) => void;
}) {
  const { t } = useWords();
  const on = where.some(isLost);
  const others = where.filter((filter) => !isLost(filter));
  return (
    <button
      type="button"
      className={css.toggle}
      aria-pressed={on}
      onClick={() => onChange({ where: on ? others : [...others, LOST] })}
    >
      {t('deals.showLost')}
    </button>
  );
}

const namesOf = (stages: readonly Stage[], language: Language): Readonly<Record<string, string>> =>
  Object.fromEntries(stages.map((stage) => [stage.id, stageName(stage, language)]));

/** All deals, as a board or as a table; both are narrowed by the same words and filters. */
export function DealsPage({
  actions,
}: {
  /** Buttons in the top bar, given what is shown. */
  readonly actions?: (shown: Pick<Query, 'text' | 'where'>) => ReactNode;
}) {
  const words = useWords();
  const { t } = words;
  const [, go] = useLocation();
  const [params, setParams] = useSearchParams();
  const [list, change] = useListView('deal');
  const [layout, setLayout] = useLayout('deal', LAYOUTS);
  const face = useDealFace();
  const all = useAllRecords('stage');
  const { move, panel } = useMoving();
  const stages = inOrder(all ?? []);
  const columns = useColumns(stages);
  const only = list.where.some((filter) => isLost(filter) || isChosen(filter)) ? [] : [OPEN];
  const stageNames = namesOf(stages, words.language);
  const setNew = (on: boolean) => setParams(on ? { view: layout, new: '1' } : { view: layout });
  const empty = (
    <Empty
      title={t('list.empty', { entity: words.inside(deal.plural) })}
      hint={t('deals.emptyHint')}
    >
      <Changing>
        <Button onClick={() => setNew(true)}>{t('deals.new')}</Button>
      </Changing>
    </Empty>
  );
  const achievementId = params.get('achievement');
  const enterpriseId = params.get('enterprise');
  const needId = params.get('need');
  return (
    <>
      <TopActions>
        <LayoutSwitch offered={LAYOUTS} value={layout} onChange={setLayout} />
        {actions?.({ text: list.text, where: [...only, ...list.where] })}
        <Changing>
          <Button onClick={() => setNew(true)}>{t('deals.new')}</Button>
        </Changing>
      </TopActions>
      <PageHead title={words.in(deal.plural)} subtitle={all && <Totals stages={stages} />} />
      <RecordView
        name="deal"
        layout={layout}
        onLayout={setLayout}
        columns={columns}
        only={only}
        hides={isLost}
        tools={<LostToggle where={list.where} onChange={change} />}
        filterNames={stageNames}
        board={{
          field: 'stageId',
          columns: stages.map(({ id }) => ({ key: id, title: stageNames[id] ?? '' })),
          move: async (id, key) => {
            const stage = stages.find((one) => one.id === key);
            return stage !== undefined && move(id, stage);
          },
        }}
        face={face}
        sums={[
          {
            field: 'contractAmountFen',
            text: (amount) => t('deals.contract', { amount }),
          },
          {
            field: 'technologyAmountFen',
            text: (amount) => t('deals.technologyShort', { amount }),
          },
        ]}
        onOpen={(id) => go(pathOf('deal', id))}
        whenEmpty={empty}
      />
      {panel}
      {params.get('new') !== null && all && (
        <NewDeal
          stages={stages}
          given={{
            ...(achievementId === null ? {} : { achievementId }),
            ...(enterpriseId === null ? {} : { enterpriseId }),
            ...(needId === null ? {} : { needId }),
          }}
          onClose={() => setNew(false)}
        />
      )}
    </>
  );
}
