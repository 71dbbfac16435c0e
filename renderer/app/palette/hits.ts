import type { StoredRecord } from '../../../shared/commits/index.ts';
import type { Language } from '../../../shared/core/language.ts';
import { type AnyEntity, fieldOf, ownerOf, titleOf } from '../../../shared/entities/entity.ts';
import { formatField } from '../../../shared/entities/kinds.ts';
import { type EntityName, entities, entityNames } from '../../../shared/registry.ts';
import type { Answer, Query, Reason } from '../../index/query.ts';
import { askIndex } from '../../index/use-answer.ts';
import { pagePathOf } from '../paths.ts';

const PER_KIND = 6;

const isSearched = (name: EntityName): boolean => {
  const entity: AnyEntity = entities[name];
  const hasPlace = entity.partOf !== undefined || pagePathOf(name, '') !== null;
  return hasPlace && Object.values(entity.fields).some(({ searched }) => searched);
};
const isPart = (name: EntityName): boolean => (entities[name] as AnyEntity).partOf !== undefined;

/** Kinds of records that are found: those with a page, then their parts, which open what they are at. */
const searched = entityNames
  .filter(isSearched)
  .toSorted((one, other) => Number(isPart(one)) - Number(isPart(other)));

export interface Hit {
  readonly entity: EntityName;
  readonly record: StoredRecord;
  readonly path: string;
  /** The record that it is at, for a part. */
  readonly ownerId: string | undefined;
  readonly title: Reason;
  /** Why it was found, beside its title. */
  readonly reasons: readonly Reason[];
  /** What tells it from others of its name. */
  readonly more: string;
}

export interface HitsOfKind {
  readonly entity: EntityName;
  readonly total: number;
  readonly hits: readonly Hit[];
}

function toHit(
  name: EntityName,
  record: StoredRecord,
  answer: Answer,
  language: Language,
): Hit | null {
  const entity: AnyEntity = entities[name];
  const owner = ownerOf(entity, record);
  const path = owner ? pagePathOf(owner.entity, owner.id) : pagePathOf(name, record.id);
  if (path === null) return null;
  const title = { field: entity.title, text: titleOf(entity, record), marks: [] };
  const [first = title, ...reasons] = answer.reasons[record.id] ?? [];
  const textOf = (field: string): string => {
    const description = fieldOf(entity, field);
    return description ? formatField(description, record[field], language) : '';
  };
  const enterprise = answer.names[String(record.enterpriseId ?? '')] ?? '';
  const parts = [textOf('units'), textOf('uscc'), enterprise, textOf('leader')];
  return {
    entity: name,
    record,
    path,
    ownerId: owner?.id,
    title: first,
    reasons,
    more: parts.filter((part) => part !== '').join(' · '),
  };
}

/** What is found on the desk, by kind; of an empty search, what changed last of each. */
export async function findHits(text: string, language: Language): Promise<readonly HitsOfKind[]> {
  const answers = await Promise.all(
    searched.map((entity) => {
      const query: Query = { entity, text, from: 0, to: PER_KIND, reasons: language };
      return askIndex(query);
    }),
  );
  return answers.flatMap((answer, at) => {
    const entity = searched[at];
    if (entity === undefined) return [];
    const hits = answer.rows.flatMap((record) => toHit(entity, record, answer, language) ?? []);
    return hits.length === 0 ? [] : [{ entity, total: answer.total, hits }];
  });
}
