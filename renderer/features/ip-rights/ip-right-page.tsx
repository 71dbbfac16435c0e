import { type ReactNode, useState } from 'react';
import { ipRight, openLicenceOf } from '../../../shared/features/ip-rights/index.ts';
import { useWords } from '../../app/i18n.ts';
import { useEntity } from '../../data/descriptions.ts';
import { useParts, useRecord } from '../../data/read.ts';
import { useRules } from '../../data/rules.ts';
import { today } from '../../ui/dates.ts';
import { FactSheet } from '../../ui/fact-sheet.tsx';
import { FieldValue } from '../../ui/field-value.tsx';
import { HistoryList } from '../../ui/history-list.tsx';
import { PageHead, Tabs, TopActions } from '../../ui/page.tsx';
import { RecordMenu } from '../../ui/record-menu.tsx';
import { RailSection, RecordColumns } from '../../ui/record-page.tsx';
import { Gone, useDelete } from '../../ui/use-record-page.tsx';
import { EncumbrancesCard } from './encumbrances-card.tsx';
import { OpenLicenceCard } from './open-licence-card.tsx';
import { RightAchievements } from './right-achievements.tsx';
import { StandingCard } from './standing-card.tsx';

/** One IP right: where it stands, its facts, what binds it, and the achievements behind which it stands. */
export function IpRightPage({
  id,
  cards,
}: {
  readonly id: string;
  /** What other capabilities keep at the record. */
  readonly cards: ReactNode;
}) {
  const { t } = useWords();
  const [tab, setTab] = useState<'overview' | 'history'>('overview');
  const entity = useEntity('ipRight');
  const record = useRecord('ipRight', id);
  const encumbrances = useParts('encumbrance', id);
  const remove = useDelete('ipRight');
  const rules = useRules();
  if (record === undefined || encumbrances === undefined) return null;
  if (record === null) return <Gone name="ipRight" />;
  const openLicence = openLicenceOf(record, encumbrances, today(), rules);
  const subtitle = [record.applicationNo, record.holders?.join('、')].filter(Boolean).join(' · ');
  return (
    <>
      <TopActions>
        <RecordMenu onDelete={() => void remove(record)} />
      </TopActions>
      <PageHead title={record.title} subtitle={subtitle}>
        <FieldValue entity={ipRight} name="status" value={record.status} />
        <FieldValue entity={ipRight} name="secrecy" value={record.secrecy} />
        <FieldValue entity={ipRight} name="tags" value={record.tags} />
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
            <RailSection title={t('ip.achievements')}>
              <RightAchievements record={record} />
            </RailSection>
            <RailSection title={t('record.history')}>
              <HistoryList name="ipRight" id={id} limit={6} />
            </RailSection>
          </>
        }
      >
        {tab === 'overview' ? (
          <>
            <StandingCard record={record} encumbrances={encumbrances} />
            {openLicence && <OpenLicenceCard record={record} licence={openLicence} />}
            <FactSheet entity={entity} record={record} />
            <EncumbrancesCard record={record} encumbrances={encumbrances} />
          </>
        ) : (
          <HistoryList name="ipRight" id={id} />
        )}
        <div hidden={tab !== 'overview'}>{cards}</div>
      </RecordColumns>
    </>
  );
}
