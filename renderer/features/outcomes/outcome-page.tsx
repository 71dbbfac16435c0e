import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { customNamesOf } from '../../../shared/entities/custom.ts';
import {
  depositOf,
  fieldsOfKind,
  type Outcome,
  outcome,
} from '../../../shared/features/outcomes/index.ts';
import { useWords } from '../../app/i18n.ts';
import { pathOf } from '../../app/paths.ts';
import { useEntity } from '../../data/descriptions.ts';
import { useRecord } from '../../data/read.ts';
import { useRules } from '../../data/rules.ts';
import { today } from '../../ui/dates.ts';
import { FactSheet } from '../../ui/fact-sheet.tsx';
import { FieldValue } from '../../ui/field-value.tsx';
import { HistoryList } from '../../ui/history-list.tsx';
import { LinkChoice, Unlink } from '../../ui/link-choice.tsx';
import { Card, PageHead, Tabs, TopActions } from '../../ui/page.tsx';
import { Changing } from '../../ui/read-only.tsx';
import { RecordMenu } from '../../ui/record-menu.tsx';
import { RailSection, RecordColumns } from '../../ui/record-page.tsx';
import { Gone, useDelete } from '../../ui/use-record-page.tsx';
import { DepositCard } from './deposit-card.tsx';
import { GapList } from './gap-list.tsx';
import { LinkGraph } from './link-graph.tsx';
import css from './outcomes.module.css';
import { TrackCard } from './track-card.tsx';
import { type OutcomeLinks, useOutcomeLinks } from './use-around.ts';
import { useLinking } from './use-linking.ts';

const LIST = 'outcome-achievements';

/** The achievements that an output belongs to. */
function Achievements({
  record,
  links,
}: {
  readonly record: Outcome;
  readonly links: OutcomeLinks;
}) {
  const { t } = useWords();
  const { link, unlink } = useLinking();
  const { achievements } = links;
  return (
    <>
      {achievements.length === 0 && <p className={css.none}>{t('outcome.noAchievements')}</p>}
      <ul className={css.links} id={LIST}>
        {achievements.map(({ link: one, achievement: { id, title } }) => (
          <li key={one.id}>
            <Link href={pathOf('achievement', id)}>{title}</Link>
            <Changing>
              <Unlink
                label={t('outcome.unlink', { title })}
                onClick={() => void unlink(one, record.title, title)}
              />
            </Changing>
          </li>
        ))}
      </ul>
      <Changing>
        <LinkChoice
          name="achievement"
          label={t('outcome.chooseAchievement')}
          linked={achievements.map(({ achievement }) => achievement.id)}
          onLink={(chosen) => void link(record, chosen)}
        />
      </Changing>
    </>
  );
}

/** What belongs to an output, drawn around it, and what is missing of it. */
function LinksCard({ record, links }: { readonly record: Outcome; readonly links: OutcomeLinks }) {
  const words = useWords();
  const { t } = words;
  const { achievements, project, results, gaps } = links;
  const nodes = (list: readonly Outcome[]) =>
    list.map(({ id, title }) => ({ id, title, href: pathOf('outcome', id) }));
  const { options } = outcome.fields.kind;
  const groups = [
    {
      key: 'achievement',
      label: t('nav.achievements'),
      nodes: achievements.map(({ achievement: { id, title } }) => ({
        id,
        title,
        href: pathOf('achievement', id),
      })),
    },
    { key: 'project', label: t('outcome.ofProject'), nodes: project ? nodes([project]) : [] },
    { key: 'paper', label: t('outcome.results'), nodes: nodes(results) },
  ];
  const isDrawn = groups.some(({ nodes: list }) => list.length > 0);
  if (!isDrawn && gaps.length === 0) return null;
  return (
    <Card title={t('outcome.links')}>
      <LinkGraph
        title={record.title}
        kind={record.kind ? words.in(options[record.kind]) : words.in(outcome.label)}
        groups={groups}
        listId={LIST}
      />
      <GapList gaps={gaps} />
      {results.length > 0 && (
        <ul className={css.rows} aria-label={t('outcome.results')}>
          {results.map((one) => (
            <li key={one.id}>
              <Link href={pathOf('outcome', one.id)}>{one.title}</Link>
              <span className={css.facts}>
                <FieldValue entity={outcome} name="kind" value={one.kind} />
                <span className={css.no}>{one.number}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Overview({ record, links }: { readonly record: Outcome; readonly links: OutcomeLinks }) {
  const entity = useEntity('outcome');
  const { kind } = record;
  const rules = useRules();
  const around = {
    achievements: links.achievements.map(({ achievement }) => achievement),
    reports: links.reports,
  };
  return (
    <>
      {kind === 'standard' && <TrackCard record={record} />}
      {kind === 'project' && <DepositCard deposit={depositOf(record, around, today(), rules)} />}
      <LinksCard record={record} links={links} />
      <FactSheet
        entity={entity}
        record={record}
        only={[...fieldsOfKind(kind), ...customNamesOf(entity)]}
      />
    </>
  );
}

/** One output: where it stands, what belongs to it, its facts. */
export function OutcomePage({
  id,
  cards,
}: {
  readonly id: string;
  /** What other capabilities keep at the record. */
  readonly cards: ReactNode;
}) {
  const { t } = useWords();
  const [tab, setTab] = useState<'overview' | 'history'>('overview');
  const record = useRecord('outcome', id);
  const links = useOutcomeLinks(record);
  const remove = useDelete('outcome');
  if (record === null) return <Gone name="outcome" />;
  if (record === undefined || !links) return null;
  const subtitle = [record.number, record.body].filter(Boolean).join(' · ');
  return (
    <>
      <TopActions>
        <RecordMenu onDelete={() => void remove(record)} />
      </TopActions>
      <PageHead title={record.title} subtitle={subtitle}>
        <FieldValue entity={outcome} name="kind" value={record.kind} />
        <FieldValue entity={outcome} name="secrecy" value={record.secrecy} />
        <FieldValue entity={outcome} name="tags" value={record.tags} />
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
            <RailSection title={t('outcome.achievements')}>
              <Achievements record={record} links={links} />
            </RailSection>
            <RailSection title={t('record.history')}>
              <HistoryList name="outcome" id={id} limit={6} />
            </RailSection>
          </>
        }
      >
        {tab === 'overview' ? (
          <Overview record={record} links={links} />
        ) : (
          <HistoryList name="outcome" id={id} />
        )}
        <div hidden={tab !== 'overview'}>{cards}</div>
      </RecordColumns>
    </>
  );
}
