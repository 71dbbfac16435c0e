import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { achievement } from '../../../shared/features/achievements/index.ts';
import { useWords } from '../../app/i18n.ts';
import { useRecord } from '../../data/read.ts';
import { FactSheet } from '../../ui/fact-sheet.tsx';
import { FieldValue } from '../../ui/field-value.tsx';
import { HistoryList } from '../../ui/history-list.tsx';
import { PageHead, Tabs, TopActions } from '../../ui/page.tsx';
import { Changing } from '../../ui/read-only.tsx';
import { RecordMenu } from '../../ui/record-menu.tsx';
import { RailSection, RecordColumns } from '../../ui/record-page.tsx';
import { Gone, useDelete } from '../../ui/use-record-page.tsx';

/** One achievement: its facts, edited in place, its deals and its history. */
export function AchievementPage({
  id,
  deals,
  cards,
}: {
  readonly id: string;
  readonly deals: ReactNode;
  /** What other capabilities keep at the record. */
  readonly cards: ReactNode;
}) {
  const { t } = useWords();
  const [, go] = useLocation();
  const [tab, setTab] = useState<'overview' | 'history'>('overview');
  const record = useRecord('achievement', id);
  const remove = useDelete('achievement');
  if (record === undefined) return null;
  if (record === null) return <Gone name="achievement" />;
  const subtitle = [record.units?.join('、'), record.leader].filter(Boolean).join(' · ');
  return (
    <>
      <TopActions>
        <RecordMenu onDelete={() => void remove(record)} />
        <Changing>
          <Button onClick={() => go(`/deals?new=1&achievement=${id}`)}>
            {t('record.newDeal')}
          </Button>
        </Changing>
      </TopActions>
      <PageHead title={record.title} subtitle={subtitle}>
        <FieldValue entity={achievement} name="secrecy" value={record.secrecy} />
        <FieldValue entity={achievement} name="tags" value={record.tags} />
      </PageHead>
      <Tabs
        label={record.title}
        value={tab}
        onChange={setTab}
        items={[
          { key: 'overview', label: t('record.overview') },
          { key: 'history', label: t('record.history') },
        ]}
      />
      <RecordColumns
        rail={
          <>
            <RailSection title={t('nav.deals')}>{deals}</RailSection>
            <RailSection title={t('record.history')}>
              <HistoryList name="achievement" id={id} limit={6} />
            </RailSection>
          </>
        }
      >
        {tab === 'overview' ? (
          <FactSheet entity={achievement} record={record} />
        ) : (
          <HistoryList name="achievement" id={id} />
        )}
        <div hidden={tab !== 'overview'}>{cards}</div>
      </RecordColumns>
    </>
  );
}
