import { useEffect, useRef, useState } from 'react';
import type { AnyEntity } from '../../shared/entities/entity.ts';
import { type Achievement, inPartOrder } from '../../shared/features/achievements/index.ts';
import type { Disclosure, DisclosurePublication } from '../../shared/features/disclosures/index.ts';
import type { IpLink, IpRight } from '../../shared/features/ip-rights/index.ts';
import {
  type Evaluated,
  guardsOf,
  type Source,
  type Surroundings,
} from '../../shared/features/publishing/index.ts';
import type { EntityName } from '../../shared/registry.ts';
import { entityNow } from '../data/descriptions.ts';
import { usePast } from '../data/past.ts';
import { partsOfRecords, recordsById } from '../data/read.ts';
import { rulesNow } from '../data/rules.ts';
import { useReckoned } from '../data/use-reckoned.ts';
import { askIndex, askNames } from '../index/use-answer.ts';
import { today } from './dates.ts';

/** More than belong to all achievements of any package. */
const MOST = 10_000;

/** The kinds of record that say what may be told of an achievement. */
const TOLD_FROM: readonly EntityName[] = [
  'achievement',
  'customField',
  'customChoice',
  'fieldGuard',
  'consent',
  'achievementUnit',
  'achievementPerson',
  'ipLink',
  'ipRight',
  'trlEvidence',
  'evaluation',
  'evaluator',
  'evaluationScore',
  'valuation',
  'valuationRow',
  'disclosure',
  'disclosurePublication',
  'deal',
  'enterprise',
  'ruleRow',
];

/** An achievement with all that may be told of it, and what is asked before it is. */
export interface Told {
  readonly source: Source;
  readonly around: Surroundings;
}

/** All records of a kind whose field names one of some others, by that field. */
async function byField(entity: EntityName, field: string, ids: readonly string[]) {
  const { rows } = await askIndex({ entity, where: [{ field, in: ids }], from: 0, to: MOST });
  return Map.groupBy(rows, (row) => String(row[field]));
}

/** The rights behind each achievement. */
async function rightsOf(ids: readonly string[]): Promise<ReadonlyMap<string, readonly IpRight[]>> {
  // The index answers with stored records of the kind asked for; `commit` has checked their values.
  const links = (await byField('ipLink', 'achievementId', ids)) as unknown as ReadonlyMap<
    string,
    readonly IpLink[]
  >;
  const wanted = [...links.values()].flat().map(({ ipRightId }) => ipRightId);
  const rights = new Map((await recordsById('ipRight', wanted)).map((one) => [one.id, one]));
  return new Map(
    [...links].map(([id, list]) => [id, list.flatMap((one) => rights.get(one.ipRightId) ?? [])]),
  );
}

/** What evaluations and price aids found of each achievement. */
async function evaluatedOf(ids: readonly string[]): Promise<(id: string) => Evaluated> {
  const [evidence, evaluations, evaluators, scores, valuations, valuationRows] = await Promise.all([
    partsOfRecords('trlEvidence', ids),
    partsOfRecords('evaluation', ids),
    partsOfRecords('evaluator', ids),
    partsOfRecords('evaluationScore', ids),
    partsOfRecords('valuation', ids),
    partsOfRecords('valuationRow', ids),
  ]);
  return (id) => ({
    evidence: evidence.get(id) ?? [],
    evaluations: evaluations.get(id) ?? [],
    evaluators: evaluators.get(id) ?? [],
    scores: scores.get(id) ?? [],
    valuations: valuations.get(id) ?? [],
    valuationRows: valuationRows.get(id) ?? [],
  });
}

/** What disclosures said, and which enterprises deals brought together with each achievement. */
async function surroundingsOf(ids: readonly string[]): Promise<(id: string) => Surroundings> {
  const [disclosures, deals] = await Promise.all([
    byField('disclosure', 'achievementId', ids),
    byField('deal', 'achievementId', ids),
  ]);
  const disclosed = [...disclosures.values()].flat().map(({ id }) => id);
  const published = await byField('disclosurePublication', 'disclosureId', disclosed);
  const enterprises = [...deals.values()].flat().map(({ enterpriseId }) => String(enterpriseId));
  const names = await askNames([...new Set(enterprises)]);
  return (id) => ({
    // As above: stored records of the kinds asked for.
    disclosed: ((disclosures.get(id) ?? []) as unknown as readonly Disclosure[]).map((one) => ({
      disclosure: one,
      publications: (published.get(one.id) ?? []) as unknown as readonly DisclosurePublication[],
    })),
    enterprises: [
      ...new Set(
        (deals.get(id) ?? []).flatMap(({ enterpriseId }) => names[String(enterpriseId)] ?? []),
      ),
    ],
    rules: rulesNow(),
  });
}

function referredIn(entity: AnyEntity, record: Achievement): readonly string[] {
  const values: Readonly<Record<string, unknown>> = record;
  return Object.entries(entity.fields).flatMap(([name, { kind }]) => {
    const id = values[name];
    return kind === 'ref' && typeof id === 'string' ? [id] : [];
  });
}

/** All that may be told of some achievements, by their id; those that are gone are left out. */
export async function readTold(ids: readonly string[]): Promise<ReadonlyMap<string, Told>> {
  const [records, guards, consents, units, people, rights, evaluated, around] = await Promise.all([
    recordsById('achievement', ids),
    partsOfRecords('fieldGuard', ids),
    partsOfRecords('consent', ids),
    partsOfRecords('achievementUnit', ids),
    partsOfRecords('achievementPerson', ids),
    rightsOf(ids),
    evaluatedOf(ids),
    surroundingsOf(ids),
  ]);
  const entity = entityNow('achievement');
  const names = await askNames([...new Set(records.flatMap((one) => referredIn(entity, one)))]);
  return new Map(
    records.map((record) => {
      const { id } = record;
      const source: Source = {
        ...{ entity, record, names, today: today() },
        guards: guardsOf(guards.get(id) ?? []),
        consents: consents.get(id) ?? [],
        units: inPartOrder(units.get(id) ?? []),
        people: inPartOrder(people.get(id) ?? []),
        rights: rights.get(id) ?? [],
        evaluated: evaluated(id),
      };
      return [id, { source, around: around(id) }] as const;
    }),
  );
}

/**
 * An answer that rests on what may be told of achievements, kept level with the desk; undefined
 * before the first. `isNew` says whether it answers to the question as it is now.
 * @param also kinds of record that it rests on beside
 */
export function useTold<Q, A>(
  question: Q,
  ask: (question: Q) => Promise<A>,
  also: readonly EntityName[] = [],
): { readonly answer: A | undefined; readonly isNew: boolean } {
  const [answer, setAnswer] = useState<{ readonly key: string; readonly value: A }>();
  /** Counts the changes of what is told. */
  const changes = useReckoned([...TOLD_FROM, ...also], async () => performance.now());
  const day = usePast(({ past }) => past?.on);
  const key = JSON.stringify([question, changes, day]);
  const asking = useRef(ask);
  asking.current = ask;
  useEffect(() => {
    // Another number comes at once: what was read before it would be read twice.
    if (changes === undefined) return;
    let isOver = false;
    const [asked] = JSON.parse(key) as [Q];
    void asking.current(asked).then((value) => {
      if (!isOver) setAnswer({ key, value });
    });
    return () => {
      isOver = true;
    };
  }, [key, changes]);
  return { answer: answer?.value, isNew: answer?.key === key };
}
