import {
  createIdentityIndex,
  fieldAt,
  type IdentityIndex,
  type ImportColumn,
  identityKeys,
  type Links,
  linkKey,
  linkKeysOf,
  type OnDesk,
  type Subject,
} from '../../../shared/importing/index.ts';
import { type EntityName, entities, isEntityName } from '../../../shared/registry.ts';
import { recordsById, recordsByOwner, visitRecords } from '../../data/bulk.ts';
import { entityNamedNow } from '../../data/descriptions.ts';

/** What is on the desk of a kind, by identity: an import asks it for every row. */
export async function indexDesk({ entity }: Subject): Promise<IdentityIndex<string>> {
  const index = createIdentityIndex<string>();
  await visitRecords(entity.name, (records) => {
    for (const record of records) index.add(record.id, identityKeys(entity, record));
  });
  return index;
}

/** The kinds of records that columns refer to by name. */
const linkedBy = (subject: Subject, columns: readonly ImportColumn[]): readonly EntityName[] =>
  columns.flatMap(({ use }) => {
    const field = use.kind === 'field' ? fieldAt(subject, use.target) : undefined;
    return field?.kind === 'ref' && isEntityName(field.entity) ? [field.entity] : [];
  });

/** What the cells of columns that refer to other records can name. */
export async function indexLinks(
  subject: Subject,
  columns: readonly ImportColumn[],
): Promise<Links> {
  const ids = new Map<string, Map<string, readonly string[]>>();
  for (const name of new Set(linkedBy(subject, columns))) {
    const own = new Map<string, readonly string[]>();
    ids.set(name, own);
    await visitRecords(name, (records) => {
      for (const record of records) {
        for (const key of linkKeysOf(entities[name], record)) {
          own.set(key, [...(own.get(key) ?? []), record.id]);
        }
      }
    });
  }
  return {
    entity: entityNamedNow,
    find: (entity, name) => ids.get(entity)?.get(linkKey(name)) ?? [],
  };
}

/** The records that rows update, and their parts. */
export async function loadOnDesk(subject: Subject, ids: readonly string[]): Promise<OnDesk> {
  const records = await recordsById(subject.entity.name, ids);
  const parts = new Map(
    await Promise.all(
      subject.parts.map(
        async ({ name, partOf }) =>
          [name, partOf ? await recordsByOwner(name, partOf.field, ids) : new Map()] as const,
      ),
    ),
  );
  return {
    record: (id) => records.get(id),
    parts: (entity, owner) => parts.get(entity)?.get(owner) ?? [],
  };
}
