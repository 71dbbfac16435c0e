import {
  createIdentityIndex,
  type IdentityIndex,
  identityKeys,
  type OnDesk,
  type Subject,
} from '../../../shared/importing/index.ts';
import { recordsById, recordsByOwner, visitRecords } from '../../data/bulk.ts';

/** What is on the desk of a kind, by identity: an import asks it for every row. */
export async function indexDesk({ entity }: Subject): Promise<IdentityIndex<string>> {
  const index = createIdentityIndex<string>();
  await visitRecords(entity.name, (records) => {
    for (const record of records) index.add(record.id, identityKeys(entity, record));
  });
  return index;
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
