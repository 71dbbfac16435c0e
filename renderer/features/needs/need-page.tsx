import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { enterprise } from '../../../shared/features/enterprises/index.ts';
import { type Need, need, validityOf } from '../../../shared/features/needs/index.ts';
import { useWords } from '../../app/i18n.ts';
import { pathOf } from '../../app/paths.ts';
import { useEntity } from '../../data/descriptions.ts';
import { useParts, useRecord } from '../../data/read.ts';
import { today } from '../../ui/dates.ts';
import { FactSheet } from '../../ui/fact-sheet.tsx';
import { FieldValue } from '../../ui/field-value.tsx';
import { HistoryList } from '../../ui/history-list.tsx';
import { Chip, PageHead, Tabs, TopActions } from '../../ui/page.tsx';
import { Changing } from '../../ui/read-only.tsx';
import { fieldsBySection } from '../../ui/record-form.tsx';
import { RecordMenu } from '../../ui/record-menu.tsx';
import { RailSection, RecordColumns } from '../../ui/record-page.tsx';
import { Gone, useDelete } from '../../ui/use-record-page.tsx';
import { IndicatorsCard } from './indicators-card.tsx';
import css from './needs.module.css';
import { QualityCard } from './quality-card.tsx';

/** So many days ahead, the end of the validity is shown. */
const SOON_DAYS = 30;

function ValidityChip({ record }: { readonly record: Need }) {
  const { t } = useWords();
  const validity = validityOf(record, today());
  if (validity.type === 'open') return null;
  const { type, days } = validity;
  if (type === 'expired') return <Chip tone="alarm">{t('need.expired', { count: days })}</Chip>;
  if (days > SOON_DAYS) return null;
  return (
    <Chip tone="caution">
      {days === 0 ? t('need.validToday') : t('need.valid', { count: days })}
    </Chip>
  );
}

/** Whose need it is: what a partner wants to know of the enterprise first. */
function EnterpriseFacts({ id }: { readonly id: string | undefined }) {
  const words = useWords();
  const record = useRecord('enterprise', id);
  if (record === undefined) return null;
  if (record === null) return <p className={css.noLinks}>{words.t('need.noEnterprise')}</p>;
  const shown = ['uscc', 'size', 'qualifications', 'researchSpendFen', 'business'] as const;
  return (
    <>
      <Link className={css.company} href={pathOf('enterprise', record.id)}>
        {record.name}
      </Link>
      <dl className={css.company}>
        {shown
          .filter((name) => record[name] !== undefined)
          .map((name) => (
            <div key={name}>
              <dt>{words.in(enterprise.fields[name].label)}</dt>
              <dd>
                <FieldValue entity={enterprise} name={name} value={record[name]} />
              </dd>
            </div>
          ))}
      </dl>
    </>
  );
}

/** The facts of a need by section, each headed by how much of it is filled, its indicators among them. */
function Sections({
  record,
  indicators,
}: {
  readonly record: Need;
  readonly indicators: ReactNode;
}) {
  const words = useWords();
  const entity = useEntity('need');
  const values: Readonly<Record<string, unknown>> = record;
  return fieldsBySection(entity).map(({ key, label, fields }) => {
    const filled = fields.filter(([name]) => values[name] !== undefined).length;
    const counts = words.t('need.sectionFilled', { filled, total: fields.length });
    return (
      <div key={key}>
        <FactSheet
          entity={entity}
          record={record}
          only={fields.map(([name]) => name)}
          title={`${words.in(label)} · ${counts}`}
        />
        {key === 'technology' && indicators}
      </div>
    );
  });
}

/** One need: what it lacks, its facts and indicators, its deals and its history. */
export function NeedPage({
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
  const [reading, setReading] = useState(false);
  const record = useRecord('need', id);
  const owner = useRecord('enterprise', record?.enterpriseId);
  const indicators = useParts('needIndicator', id);
  const remove = useDelete('need');
  if (record === undefined || indicators === undefined) return null;
  if (record === null) return <Gone name="need" />;
  const subtitle = [owner?.name, record.needNo].filter(Boolean).join(' · ');
  const given = record.enterpriseId === undefined ? '' : `&enterprise=${record.enterpriseId}`;
  return (
    <>
      <TopActions>
        <RecordMenu onDelete={() => void remove(record)} />
        <Changing>
          <Button onClick={() => go(`/deals?new=1&need=${id}${given}`)}>
            {t('record.newDeal')}
          </Button>
        </Changing>
      </TopActions>
      <PageHead title={record.title} subtitle={subtitle}>
        <FieldValue entity={need} name="status" value={record.status} />
        <ValidityChip record={record} />
        <FieldValue entity={need} name="secrecy" value={record.secrecy} />
        <FieldValue entity={need} name="tags" value={record.tags} />
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
            <RailSection title={t('need.enterprise')}>
              <EnterpriseFacts id={record.enterpriseId} />
            </RailSection>
            <RailSection title={t('nav.deals')}>{deals}</RailSection>
            <RailSection title={t('record.history')}>
              <HistoryList name="need" id={id} limit={6} />
            </RailSection>
          </>
        }
      >
        {tab === 'overview' ? (
          <>
            <QualityCard record={record} indicators={indicators} onRead={() => setReading(true)} />
            <Sections
              record={record}
              indicators={
                <IndicatorsCard
                  record={record}
                  indicators={indicators}
                  reading={reading}
                  onReading={setReading}
                />
              }
            />
          </>
        ) : (
          <HistoryList name="need" id={id} />
        )}
        <div hidden={tab !== 'overview'}>{cards}</div>
      </RecordColumns>
    </>
  );
}
