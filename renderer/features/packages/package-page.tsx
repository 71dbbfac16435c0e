import { type ReactNode, useState } from 'react';
import { achievementPackage } from '../../../shared/features/packages/index.ts';
import { useWords } from '../../app/i18n.ts';
import { useEntity } from '../../data/descriptions.ts';
import { useParts, useRecord } from '../../data/read.ts';
import { FactSheet } from '../../ui/fact-sheet.tsx';
import { FieldValue } from '../../ui/field-value.tsx';
import { HistoryList } from '../../ui/history-list.tsx';
import { PageHead, Tabs, TopActions } from '../../ui/page.tsx';
import { RecordMenu } from '../../ui/record-menu.tsx';
import { RailSection, RecordColumns } from '../../ui/record-page.tsx';
import { Gone, useDelete } from '../../ui/use-record-page.tsx';
import { EditionsCard } from './editions-card.tsx';
import { ItemsCard } from './items-card.tsx';
import { MakeCard } from './make-card.tsx';
import { RecipientsCard } from './recipients-card.tsx';
import { Results } from './results.tsx';

/** One package: its achievements, its brochure and editions, who got it and what came of it. */
export function PackagePage({
  id,
  cards,
}: {
  readonly id: string;
  /** What other capabilities keep at the record. */
  readonly cards: ReactNode;
}) {
  const { t, in: inWords } = useWords();
  const [tab, setTab] = useState<'overview' | 'history'>('overview');
  const entity = useEntity('achievementPackage');
  const record = useRecord('achievementPackage', id);
  const items = useParts('packageItem', id);
  const editions = useParts('packageEdition', id);
  const recipients = useParts('packageRecipient', id);
  const remove = useDelete('achievementPackage');
  if (record === null) return <Gone name="achievementPackage" />;
  if (!record || !items || !editions || !recipients) return null;
  const { field } = record;
  const subtitle = [
    field && inWords(achievementPackage.fields.field.options[field]),
    record.audience,
  ];
  return (
    <>
      <TopActions>
        <RecordMenu onDelete={() => void remove(record)} />
      </TopActions>
      <PageHead title={record.title} subtitle={subtitle.filter(Boolean).join(' · ')}>
        <FieldValue entity={achievementPackage} name="state" value={record.state} />
        <Results recipients={recipients} />
        <FieldValue entity={achievementPackage} name="tags" value={record.tags} />
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
          <RailSection title={t('record.history')}>
            <HistoryList name="achievementPackage" id={id} limit={6} />
          </RailSection>
        }
      >
        {tab === 'overview' ? (
          <>
            <ItemsCard record={record} items={items} />
            <MakeCard record={record} editions={editions} />
            <EditionsCard record={record} editions={editions} recipients={recipients} />
            <RecipientsCard record={record} editions={editions} recipients={recipients} />
            <FactSheet entity={entity} record={record} />
          </>
        ) : (
          <HistoryList name="achievementPackage" id={id} />
        )}
        <div hidden={tab !== 'overview'}>{cards}</div>
      </RecordColumns>
    </>
  );
}
