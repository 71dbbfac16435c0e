import { type ReactNode, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { catalogueItem } from '../../../shared/features/outcomes/index.ts';
import { useWords } from '../../app/i18n.ts';
import { pathOf } from '../../app/paths.ts';
import { useEntity } from '../../data/descriptions.ts';
import { useRecord } from '../../data/read.ts';
import { useAnswer } from '../../index/use-answer.ts';
import { FactSheet } from '../../ui/fact-sheet.tsx';
import { FieldValue } from '../../ui/field-value.tsx';
import { HistoryList } from '../../ui/history-list.tsx';
import { Card, PageHead, TopActions } from '../../ui/page.tsx';
import { useReadOnly } from '../../ui/read-only.tsx';
import { RecordListPage } from '../../ui/record-list-page.tsx';
import { RecordMenu } from '../../ui/record-menu.tsx';
import { RailSection, RecordColumns } from '../../ui/record-page.tsx';
import { SecretGate } from '../../ui/secret-gate/secret-gate.tsx';
import { Gone, useDelete } from '../../ui/use-record-page.tsx';
import css from './outcomes.module.css';
import { Sections } from './sections.tsx';

/** The rows of published military-civil catalogues. A new one is written only after the secrecy check. */
export function CataloguePage() {
  const [params, setParams] = useSearchParams();
  const [isCleared, setCleared] = useState(false);
  const isPast = useReadOnly()?.type === 'past';
  const isAsked = params.get('new') !== null;
  // The next one is asked for anew.
  if (isCleared && !isAsked) setCleared(false);
  return (
    <>
      <Sections />
      <RecordListPage
        name="catalogueItem"
        boardBy="direction"
        held={!isCleared}
        given={{ clearance: 'published' }}
      />
      <SecretGate
        opened={isAsked && !isCleared && !isPast}
        onClear={() => setCleared(true)}
        onClose={() => setParams({})}
      />
    </>
  );
}

export function CatalogueItemPage({
  id,
  cards,
}: {
  readonly id: string;
  readonly cards: ReactNode;
}) {
  const { t } = useWords();
  const entity = useEntity('catalogueItem');
  const record = useRecord('catalogueItem', id);
  const remove = useDelete('catalogueItem');
  if (record === undefined) return null;
  if (record === null) return <Gone name="catalogueItem" />;
  return (
    <>
      <TopActions>
        <RecordMenu onDelete={() => void remove(record)} />
      </TopActions>
      <PageHead title={record.title} subtitle={`${record.source} · ${record.publishedOn}`}>
        <FieldValue entity={catalogueItem} name="direction" value={record.direction} />
      </PageHead>
      <RecordColumns
        rail={
          <RailSection title={t('record.history')}>
            <HistoryList name="catalogueItem" id={id} limit={6} />
          </RailSection>
        }
      >
        <FactSheet entity={entity} record={record} />
        {cards}
      </RecordColumns>
    </>
  );
}

/** The catalogue rows that name an achievement; nothing where there are none. */
export function AchievementCatalogue({ achievementId }: { readonly achievementId: string }) {
  const { t } = useWords();
  const answer = useAnswer({
    entity: 'catalogueItem',
    where: [{ field: 'achievementId', in: [achievementId] }],
    from: 0,
    to: 50,
  });
  if (!answer || answer.rows.length === 0) return null;
  return (
    <Card title={t('catalogue.title')}>
      <ul className={css.links}>
        {answer.rows.map(({ id, title, source, publishedOn }) => (
          <li key={id}>
            <Link href={pathOf('catalogueItem', id)}>{String(title)}</Link>
            <span className={css.facts}>{`${source} · ${publishedOn}`}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
