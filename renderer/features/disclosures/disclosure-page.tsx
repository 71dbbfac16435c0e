import { type ReactNode, useState } from 'react';
import {
  type Disclosure,
  disclosure,
  filingOf,
  noveltyMatters,
  noveltyOf,
  worstNovelty,
} from '../../../shared/features/disclosures/index.ts';
import { useWords } from '../../app/i18n.ts';
import { useEntity } from '../../data/descriptions.ts';
import { useParts, useRecord } from '../../data/read.ts';
import { useRules } from '../../data/rules.ts';
import { today } from '../../ui/dates.ts';
import { FactSheet } from '../../ui/fact-sheet.tsx';
import { FieldValue } from '../../ui/field-value.tsx';
import { HistoryList } from '../../ui/history-list.tsx';
import { PageHead, Tabs, TopActions } from '../../ui/page.tsx';
import { fieldsBySection } from '../../ui/record-form.tsx';
import { RecordMenu } from '../../ui/record-menu.tsx';
import { RailSection, RecordColumns } from '../../ui/record-page.tsx';
import { Gone, useDelete } from '../../ui/use-record-page.tsx';
import { useRightsOf } from '../../ui/use-rights-of.ts';
import { AcceptSection } from './accept-section.tsx';
import css from './disclosures.module.css';
import { FormButton } from './form-button.tsx';
import { InventorsCard } from './inventors-card.tsx';
import { NoveltyChip, PublicationsCard } from './publications-card.tsx';
import { RightsCard } from './rights-card.tsx';

/** The facts by section, each headed by how much of it is filled, with what belongs behind it. */
function Sections({
  record,
  after,
}: {
  readonly record: Disclosure;
  readonly after: Readonly<Record<string, ReactNode>>;
}) {
  const words = useWords();
  const entity = useEntity('disclosure');
  const values: Readonly<Record<string, unknown>> = record;
  return fieldsBySection(entity).map(({ key, label, fields }) => {
    const filled = fields.filter(([name]) => values[name] !== undefined).length;
    const counts = words.t('disclosure.filled', { filled, total: fields.length });
    return (
      <div key={key}>
        <FactSheet
          entity={entity}
          record={record}
          only={fields.map(([name]) => name)}
          title={`${words.in(label)} · ${counts}`}
        />
        {after[key]}
      </div>
    );
  });
}

/** One disclosure: its people, what is public, what was decided, who holds which right. */
export function DisclosurePage({
  id,
  cards,
}: {
  readonly id: string;
  /** What other capabilities keep at the record. */
  readonly cards: ReactNode;
}) {
  const { t } = useWords();
  const [tab, setTab] = useState<'overview' | 'history'>('overview');
  const record = useRecord('disclosure', id);
  const inventors = useParts('disclosureInventor', id);
  const publications = useParts('disclosurePublication', id);
  const rights = useRightsOf(record?.achievementId);
  const remove = useDelete('disclosure');
  const rules = useRules();
  if (record === undefined || inventors === undefined || publications === undefined) return null;
  if (record === null) return <Gone name="disclosure" />;
  if (rights === undefined) return null;
  const filing = filingOf(
    record,
    rights.map(({ right }) => right),
  );
  const novelty = noveltyMatters(record)
    ? worstNovelty(publications.map((one) => noveltyOf(one, filing?.on, today(), rules)))
    : null;
  return (
    <>
      <TopActions>
        <FormButton form={{ record, inventors, publications }} />
        <RecordMenu onDelete={() => void remove(record)} />
      </TopActions>
      <PageHead
        title={record.title}
        subtitle={[record.unit, record.disclosureNo].filter(Boolean).join(' · ')}
      >
        <FieldValue entity={disclosure} name="decision" value={record.decision} />
        <NoveltyChip novelty={novelty} />
        <FieldValue entity={disclosure} name="tags" value={record.tags} />
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
            <RailSection title={t('disclosure.became')}>
              <AcceptSection record={record} inventors={inventors} />
            </RailSection>
            <RailSection title={t('secretGate.title')}>
              <FieldValue entity={disclosure} name="secretCheck" value={record.secretCheck} />
              <p className={css.note}>{t('disclosure.foundSecret')}</p>
            </RailSection>
            <RailSection title={t('record.history')}>
              <HistoryList name="disclosure" id={id} limit={6} />
            </RailSection>
          </>
        }
      >
        {tab === 'overview' ? (
          <Sections
            record={record}
            after={{
              basics: (
                <>
                  <InventorsCard record={record} inventors={inventors} />
                  <PublicationsCard record={record} publications={publications} filing={filing} />
                </>
              ),
              rights: <RightsCard record={record} />,
            }}
          />
        ) : (
          <HistoryList name="disclosure" id={id} />
        )}
        <div hidden={tab !== 'overview'}>{cards}</div>
      </RecordColumns>
    </>
  );
}
