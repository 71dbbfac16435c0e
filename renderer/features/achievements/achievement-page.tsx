import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import {
  type Achievement,
  achievement,
  completenessOf,
} from '../../../shared/features/achievements/index.ts';
import { useWords } from '../../app/i18n.ts';
import { useEntity } from '../../data/descriptions.ts';
import { useParts, useRecord } from '../../data/read.ts';
import { FactSheet } from '../../ui/fact-sheet.tsx';
import { FieldValue } from '../../ui/field-value.tsx';
import { HistoryList } from '../../ui/history-list.tsx';
import { Chip, PageHead, Tabs, TopActions } from '../../ui/page.tsx';
import { PageOutline } from '../../ui/page-outline.tsx';
import { Changing } from '../../ui/read-only.tsx';
import { fieldsBySection } from '../../ui/record-form.tsx';
import { RecordMenu } from '../../ui/record-menu.tsx';
import { RailSection, RecordColumns } from '../../ui/record-page.tsx';
import { Gone, useDelete } from '../../ui/use-record-page.tsx';
import { DuplicatesCard } from './duplicates.tsx';
import { PartsCard } from './parts-card.tsx';
import { peoplePlace, RegistrationCard, unitsPlace } from './registration-card.tsx';

/** The facts by section of the long form, each headed by how much of it is filled. */
function Sections({
  record,
  afterBasics,
}: {
  readonly record: Achievement;
  readonly afterBasics: ReactNode;
}) {
  const words = useWords();
  const entity = useEntity('achievement');
  return fieldsBySection(entity).map(({ key, label, fields }) => {
    const counts = words.t('achievement.sectionFilled', {
      ...completenessOf(entity, record, key),
    });
    return (
      <div key={key}>
        <FactSheet
          entity={entity}
          record={record}
          only={fields.map(([name]) => name)}
          title={`${words.in(label)} · ${counts}`}
        />
        {key === 'basics' && afterBasics}
      </div>
    );
  });
}

/** What is missing, what it may repeat, and all of it by section. */
function Overview({ record }: { readonly record: Achievement }) {
  const units = useParts('achievementUnit', record.id);
  const people = useParts('achievementPerson', record.id);
  if (units === undefined || people === undefined) return null;
  return (
    <>
      <DuplicatesCard record={record} />
      <RegistrationCard record={record} units={units} people={people} />
      <Sections
        record={record}
        afterBasics={
          <>
            <div id={unitsPlace}>
              <PartsCard record={record} part="achievementUnit" parts={units} />
            </div>
            <div id={peoplePlace}>
              <PartsCard record={record} part="achievementPerson" parts={people} />
            </div>
          </>
        }
      />
    </>
  );
}

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
  const entity = useEntity('achievement');
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
        <Chip>{t('achievement.completeness', { ...completenessOf(entity, record) })}</Chip>
        <FieldValue
          entity={achievement}
          name="registrationState"
          value={record.registrationState}
        />
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
            <PageOutline />
            <RailSection title={t('record.history')}>
              <HistoryList name="achievement" id={id} limit={6} />
            </RailSection>
          </>
        }
      >
        {tab === 'overview' ? (
          <Overview record={record} />
        ) : (
          <HistoryList name="achievement" id={id} />
        )}
        <div hidden={tab !== 'overview'}>{cards}</div>
      </RecordColumns>
    </>
  );
}
