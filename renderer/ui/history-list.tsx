import { Button } from '@mantine/core';
import { useState } from 'react';
import {
  type HistoryStep,
  type RecordChange,
  type RecordRef,
  refKey,
  type StoredRecord,
} from '../../shared/commits/index.ts';
import { dateInChina } from '../../shared/core/dates.ts';
import type { AnyEntity } from '../../shared/entities/entity.ts';
import type { EntityName } from '../../shared/registry.ts';
import { useWords, type Words } from '../app/i18n.ts';
import { stepText } from '../app/label.ts';
import { useHistory, useRecordsOf } from '../data/activity.ts';
import { entityNamedNow } from '../data/descriptions.ts';
import { useNames } from '../index/use-answer.ts';
import { timeInChina, useDateWords } from './dates.ts';
import { FieldChanges } from './history-change.tsx';
import css from './history-list.module.css';
import { Empty } from './page.tsx';

/** Ids of the records that changes refer to, before or after. */
export const refsIn = (records: readonly RecordChange[]): readonly string[] => {
  const ids = records.flatMap(({ entity, changes }) =>
    changes
      .filter(({ field }) => entityNamedNow(entity)?.fields[field]?.kind === 'ref')
      .flatMap(({ before, after }) => [before, after])
      .filter((value) => typeof value === 'string'),
  );
  return [...new Set(ids)].sort();
};

/** The steps that say all that their commit's label says. */
const PLAIN = new Set(['create', 'edit', 'delete']);

/** A part, as a sentence names it. */
export function partName(entity: AnyEntity, title: string | null, words: Words): string {
  const name = words.inside(entity.label);
  return title ? words.t('history.named', { entity: name, title }) : name;
}

interface RecordLineProps {
  readonly entity: AnyEntity;
  readonly change: RecordChange;
  readonly isOwn: boolean;
  readonly names: Readonly<Record<string, string>>;
  readonly records: ReadonlyMap<string, StoredRecord> | undefined;
}

function RecordLine({ entity, change, isOwn, names, records }: RecordLineProps) {
  const words = useWords();
  const part = partName(entity, change.title, words);
  if (change.what !== 'changed') {
    return (
      <div>
        {isOwn
          ? words.t(`history.${change.what}`)
          : words.t(`history.part.${change.what}`, { part })}
      </div>
    );
  }
  return (
    <div>
      {!isOwn && <div className={css.part}>{words.t('history.part.changed', { part })}</div>}
      <FieldChanges
        entity={entity}
        id={change.id}
        changes={change.changes}
        names={names}
        records={records}
      />
    </div>
  );
}

interface StepProps extends Omit<RecordLineProps, 'entity' | 'change' | 'isOwn'> {
  readonly step: HistoryStep;
  readonly name: EntityName;
}

/** How many records of one step are listed: of an import's parts there may be many. */
const MOST_RECORDS = 12;

function Step({ step, name, names, records }: StepProps) {
  const words = useWords();
  const { t } = words;
  const more = step.records.length - MOST_RECORDS;
  return (
    <li className={css.step}>
      <div className={css.who}>
        <span className={css.actor}>{step.actor || t('history.nobody')}</span>
        <time
          dateTime={new Date(step.at).toISOString()}
          title={`${dateInChina(step.at)} ${timeInChina(step.at)}`}
        >
          {timeInChina(step.at)}
        </time>
      </div>
      {(!PLAIN.has(step.label.key) || step.undoes || step.redoes) && (
        <div className={css.label}>{stepText(step, words)}</div>
      )}
      {step.records.slice(0, MOST_RECORDS).map((change) => {
        const entity = entityNamedNow(change.entity);
        const isOwn = change.entity === name;
        return (
          entity && (
            <RecordLine
              key={`${change.entity}/${change.id}`}
              {...{ entity, change, isOwn, names, records }}
            />
          )
        );
      })}
      {more > 0 && <div className={css.label}>{t('history.more', { count: more })}</div>}
    </li>
  );
}

/** Steps are shown by this many at a time where the whole history is. */
const AT_ONCE = 50;

/**
 * What happened to a record and its parts, newest first, by day: who, when, and each field's old
 * and new value, of which the old one can be put back. `limit` shows the last steps only.
 */
export function HistoryList({
  name,
  id,
  limit,
}: {
  readonly name: EntityName;
  readonly id: string;
  readonly limit?: number;
}) {
  const words = useWords();
  const dates = useDateWords();
  const [shown, setShown] = useState(AT_ONCE);
  const history = useHistory(name, id);
  const steps = history?.slice(0, limit ?? shown) ?? [];
  const changes = steps.flatMap(({ records }) => records.slice(0, MOST_RECORDS));
  const names = useNames(refsIn(changes));
  const refs: readonly RecordRef[] = changes.filter(({ what }) => what === 'changed');
  const records = useRecordsOf([...new Map(refs.map((ref) => [refKey(ref), ref])).values()]);
  if (!history) return <div className={css.loading} aria-busy="true" />;
  if (history.length === 0) return <Empty title={words.t('history.empty')} />;
  const days = Map.groupBy(steps, ({ at }) => dateInChina(at));
  const older = history.length - steps.length;
  return (
    <div className={css.history}>
      {[...days].map(([day, ofDay]) => (
        <section key={day} className={css.day}>
          <h3>{limit === undefined ? dates.full(day) : dates.near(day)}</h3>
          <ol aria-label={dates.full(day)}>
            {ofDay.map((step) => (
              <Step key={step.commit} {...{ step, name, names, records }} />
            ))}
          </ol>
        </section>
      ))}
      {limit === undefined && older > 0 && (
        <Button variant="default" onClick={() => setShown(shown + AT_ONCE)}>
          {words.t('history.older', { count: older })}
        </Button>
      )}
    </div>
  );
}
