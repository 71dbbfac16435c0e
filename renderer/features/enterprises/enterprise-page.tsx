import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { enterprise } from '../../../shared/features/enterprises/index.ts';
import { useWords } from '../../app/i18n.ts';
import { useEntity } from '../../data/descriptions.ts';
import { useParts, useRecord } from '../../data/read.ts';
import { FactSheet } from '../../ui/fact-sheet.tsx';
import { FieldValue } from '../../ui/field-value.tsx';
import { HistoryList } from '../../ui/history-list.tsx';
import { PageHead, Tabs, TopActions } from '../../ui/page.tsx';
import { Changing } from '../../ui/read-only.tsx';
import { RecordMenu } from '../../ui/record-menu.tsx';
import { RailSection, RecordColumns } from '../../ui/record-page.tsx';
import { Gone, useDelete } from '../../ui/use-record-page.tsx';
import { ContactList } from './contact-list.tsx';

/** One enterprise: its facts, its people, its needs, its deals and its history. */
export function EnterprisePage({
  id,
  deals,
  needs,
  cards,
}: {
  readonly id: string;
  readonly deals: ReactNode;
  readonly needs: ReactNode;
  /** What other capabilities keep at the record. */
  readonly cards: ReactNode;
}) {
  const words = useWords();
  const { t } = words;
  const [, go] = useLocation();
  const [tab, setTab] = useState<'overview' | 'contacts' | 'history'>('overview');
  const entity = useEntity('enterprise');
  const record = useRecord('enterprise', id);
  const contacts = useParts('contact', id);
  const remove = useDelete('enterprise');
  if (record === undefined) return null;
  if (record === null) return <Gone name="enterprise" />;
  const subtitle = [record.uscc, record.address].filter(Boolean).join(' · ');
  return (
    <>
      <TopActions>
        <RecordMenu onDelete={() => void remove(record)} />
        <Changing>
          <Button onClick={() => go(`/deals?new=1&enterprise=${id}`)}>{t('record.newDeal')}</Button>
        </Changing>
      </TopActions>
      <PageHead title={record.name} subtitle={subtitle}>
        <FieldValue entity={enterprise} name="tags" value={record.tags} />
      </PageHead>
      <Tabs
        label={record.name}
        value={tab}
        onChange={setTab}
        items={[
          { key: 'overview', label: t('record.overview') },
          { key: 'contacts', label: t('record.contacts', { count: contacts?.length ?? 0 }) },
          { key: 'history', label: t('record.history') },
        ]}
      />
      <RecordColumns
        rail={
          <>
            <RailSection title={t('nav.needs')}>{needs}</RailSection>
            <RailSection title={t('nav.deals')}>{deals}</RailSection>
            <RailSection title={t('record.history')}>
              <HistoryList name="enterprise" id={id} limit={6} />
            </RailSection>
          </>
        }
      >
        {tab === 'overview' && <FactSheet entity={entity} record={record} />}
        {tab === 'contacts' && <ContactList enterpriseId={id} contacts={contacts ?? []} />}
        {tab === 'history' && <HistoryList name="enterprise" id={id} />}
        <div hidden={tab !== 'overview'}>{cards}</div>
      </RecordColumns>
    </>
  );
}
