import { ActionIcon, Button, Menu } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'wouter';
import type { AnyEntity } from '../../../shared/entities/entity.ts';
import {
  type Deal,
  type DealWarning,
  deal,
  dealWarnings,
  inOrder,
  type LostReason,
  loseDeal,
  reopenDeal,
} from '../../../shared/features/deals/index.ts';
import { useWords } from '../../app/i18n.ts';
import { useAllRecords, useParts, useRecord } from '../../data/read.ts';
import { useRules } from '../../data/rules.ts';
import { today } from '../../ui/dates.ts';
import { FieldValue } from '../../ui/field-value.tsx';
import { HistoryList } from '../../ui/history-list.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Chip, PageHead, Tabs, TopActions } from '../../ui/page.tsx';
import { Changing } from '../../ui/read-only.tsx';
import { FormPanel } from '../../ui/record-form.tsx';
import { RailSection, RecordColumns } from '../../ui/record-page.tsx';
import { RuleSource } from '../../ui/rule-source.tsx';
import { useSave } from '../../ui/save.ts';
import { Gone, useDelete } from '../../ui/use-record-page.tsx';
import { ModeChip, PublicityChip } from './deal-chips.tsx';
import { DealNext } from './deal-next.tsx';
import { DealOverview } from './deal-overview.tsx';
import css from './deal-page.module.css';
import { DealProofs } from './deal-proofs.tsx';
import { DealSteps } from './deal-steps.tsx';
import { ReceiptPanel } from './receipt-panel.tsx';
import { useMoving } from './use-moving.tsx';

const { lostReason, lostNote } = deal.fields;
const losing: AnyEntity = {
  ...deal,
  title: 'lostReason',
  fields: {
    lostReason: { ...lostReason, required: true, section: 'progress' },
    lostNote: { ...lostNote, section: 'progress' },
  },
};

function LosePanel({ record, onClose }: { readonly record: Deal; readonly onClose: () => void }) {
  const { t } = useWords();
  const save = useSave();
  return (
    <FormPanel
      opened
      title={t('deal.loseTitle')}
      entity={losing}
      submit={t('deal.loseSave')}
      onClose={onClose}
      onSubmit={(values) => {
        const note = values.lostNote;
        // The form offers these reasons only, and asks for one.
        const reason = values.lostReason as LostReason;
        const lost = {
          lostReason: reason,
          ...(typeof note === 'string' ? { lostNote: note } : {}),
        };
        const label = { key: 'loseDeal', params: { title: record.title } };
        return save.changes(label, loseDeal(record, lost, today()));
      }}
    />
  );
}

function LostBanner({ record }: { readonly record: Deal }) {
  const words = useWords();
  const { t } = words;
  const save = useSave();
  if (record.lostOn === undefined) return null;
  const reason = deal.fields.lostReason.options[record.lostReason ?? 'other'];
  return (
    <div className={css.banner} data-tone="alarm">
      <Icon name="warning" size={14} />
      <span>
        {t('deal.lostOn', { date: record.lostOn, reason: words.in(reason) })}
        {record.lostNote !== undefined && `\n${record.lostNote}`}
      </span>
      <Changing>
        <Button
          variant="default"
          onClick={() =>
            void save.changes(
              { key: 'reopenDeal', params: { title: record.title } },
              reopenDeal(record),
            )
          }
        >
          {t('deal.reopen')}
        </Button>
      </Changing>
    </div>
  );
}

/** The facts of a warning that a sentence has places for. */
function factsOf(warning: DealWarning): Readonly<Record<string, string | number>> {
  if (warning.type !== 'publicityShort') return { ...warning };
  const { days, least } = warning;
  return { days, least };
}

function Warnings({ list }: { readonly list: readonly DealWarning[] }) {
  const { tAny } = useWords();
  return list.map((warning) => (
    <div key={warning.type} className={css.banner} role="note">
      <Icon name="warning" size={14} />
      <span>
        {tAny(`warn.${warning.type}`, factsOf(warning))}{' '}
        {'rule' in warning && <RuleSource row={warning.rule} />}
      </span>
    </div>
  ));
}

function DealMenu({
  record,
  onSign,
  onLose,
}: {
  readonly record: Deal;
  readonly onSign: () => void;
  readonly onLose: () => void;
}) {
  const { t } = useWords();
  const remove = useDelete('deal');
  return (
    <Menu position="bottom-end" width={180}>
      <Menu.Target>
        <ActionIcon variant="default" size={30} aria-label={t('action.more')}>
          <Icon name="more" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onSign}>{t('deal.sign')}</Menu.Item>
        {record.lostOn === undefined && <Menu.Item onClick={onLose}>{t('deal.lose')}</Menu.Item>}
        <Menu.Divider />
        <Menu.Item
          color="red"
          leftSection={<Icon name="trash" size={14} />}
          onClick={() => void remove(record)}
        >
          {t('action.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

const tabKeys = ['overview', 'commission', 'proofs', 'history'] as const;
type Tab = (typeof tabKeys)[number];

function useTab(): readonly [Tab, (tab: Tab) => void] {
  const [params, setParams] = useSearchParams();
  const tab = tabKeys.find((key) => key === params.get('tab')) ?? 'overview';
  return [tab, (next) => setParams(next === 'overview' ? {} : { tab: next }, { replace: true })];
}

/** One deal: where it stands, its facts, its commission, what a fee rests on and what happened. */
export function DealPage({
  id,
  commission,
  cards,
  actions,
}: {
  readonly id: string;
  /** What another capability shows under "commission". */
  readonly commission?: ReactNode;
  /** What other capabilities keep at the record. */
  readonly cards?: ReactNode;
  readonly actions?: ReactNode;
}) {
  const { t } = useWords();
  const [tab, setTab] = useTab();
  const [open, setOpen] = useState<'receipt' | 'lose' | null>(null);
  const record = useRecord('deal', id);
  const all = useAllRecords('stage');
  const introductions = useParts('introduction', id) ?? [];
  const receipts = useParts('receipt', id) ?? [];
  const { move, sign, panel } = useMoving();
  const rules = useRules();
  if (record === undefined || all === undefined) return null;
  if (record === null) return <Gone name="deal" />;
  const stages = inOrder(all);
  const stage = stages.find((one) => one.id === record.stageId);
  const warnings = <Warnings list={dealWarnings(record, introductions, rules)} />;
  return (
    <>
      <TopActions>
        <Changing>
          <DealMenu record={record} onSign={() => sign(record)} onLose={() => setOpen('lose')} />
        </Changing>
        {actions}
        <Changing>
          <Button onClick={() => setOpen('receipt')}>{t('deal.recordReceipt')}</Button>
        </Changing>
      </TopActions>
      <PageHead title={record.title}>
        <ModeChip mode={record.mode} />
        <PublicityChip record={record} />
        <FieldValue entity={deal} name="tags" value={record.tags} />
        {record.lostOn !== undefined && (
          <Chip tone="alarm">
            <FieldValue entity={deal} name="lostReason" value={record.lostReason ?? 'other'} />
          </Chip>
        )}
      </PageHead>
      <DealSteps record={record} stages={stages} onMove={(to) => void move(id, to)} />
      <Tabs
        label={record.title}
        value={tab}
        onChange={setTab}
        items={[
          { key: 'overview', label: t('record.overview') },
          { key: 'commission', label: t('deal.commission') },
          {
            key: 'proofs',
            label: [t('deal.proofs'), introductions.length + receipts.length || ''].join(' '),
          },
          { key: 'history', label: t('record.history') },
        ]}
      />
      <RecordColumns
        rail={
          <>
            <RailSection title={t('deal.next')}>
              <DealNext record={record} stage={stage} />
            </RailSection>
            <RailSection title={t('deal.happened')}>
              <HistoryList name="deal" id={id} limit={8} />
            </RailSection>
          </>
        }
      >
        <LostBanner record={record} />
        {tab === 'overview' && <DealOverview record={record} warnings={warnings} />}
        {tab === 'commission' && commission}
        {tab === 'proofs' && (
          <DealProofs
            deal={record}
            introductions={introductions}
            receipts={receipts}
            warnings={warnings}
            onAddReceipt={() => setOpen('receipt')}
          />
        )}
        {tab === 'history' && <HistoryList name="deal" id={id} />}
        <div hidden={tab !== 'overview'}>{cards}</div>
      </RecordColumns>
      {open === 'receipt' && <ReceiptPanel deal={record} onClose={() => setOpen(null)} />}
      {open === 'lose' && <LosePanel record={record} onClose={() => setOpen(null)} />}
      {panel}
    </>
  );
}
