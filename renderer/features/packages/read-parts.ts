import type { AnyEntity } from '../../../shared/entities/entity.ts';
import { type Achievement, inPartOrder } from '../../../shared/features/achievements/index.ts';
import type {
  Disclosure,
  DisclosurePublication,
} from '../../../shared/features/disclosures/index.ts';
import type { IpLink, IpRight } from '../../../shared/features/ip-rights/index.ts';
import type { PackageItem, PackagePart } from '../../../shared/features/packages/index.ts';
import { guardsOf } from '../../../shared/features/publishing/index.ts';
import type { EntityName } from '../../../shared/registry.ts';
import { entityNow } from '../../data/descriptions.ts';
import { partsOfRecords, recordsById } from '../../data/read.ts';
import { rulesNow } from '../../data/rules.ts';
import { askIndex, askNames } from '../../index/use-answer.ts';
import { today } from '../../ui/dates.ts';

/** More than belong to all achievements of any package. */
const MOST = 10_000;

/** The kinds of record that say what may be told of an achievement. */
export const TOLD_FROM: readonly EntityName[] = [
  'achievementPackage',
  'packageItem',
  'achievement',
  'fieldGuard',
  'consent',
  'achievementUnit',
  'achievementPerson',
  'ipLink',
  'ipRight',
  'disclosure',
  'disclosurePublication',
  'deal',
  'ruleRow',
];

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

/** What disclosures said, and which enterprises deals brought together with each achievement. */
async function surroundingsOf(ids: readonly string[]) {
  const [disclosures, deals] = await Promise.all([
    byField('disclosure', 'achievementId', ids),
    byField('deal', 'achievementId', ids),
  ]);
  const disclosed = [...disclosures.values()].flat().map(({ id }) => id);
  const published = await byField('disclosurePublication', 'disclosureId', disclosed);
  const enterprises = [...deals.values()].flat().map(({ enterpriseId }) => String(enterpriseId));
  const names = await askNames([...new Set(enterprises)]);
  return (id: string): PackagePart['around'] => ({
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

/** All that may be told of the achievements of a package, in its order; those that are gone are left out. */
export async function readParts(items: readonly PackageItem[]): Promise<readonly PackagePart[]> {
  const ids = items.map(({ achievementId }) => achievementId);
  const [records, guards, consents, units, people, rights, around] = await Promise.all([
    recordsById('achievement', ids),
    partsOfRecords('fieldGuard', ids),
    partsOfRecords('consent', ids),
    partsOfRecords('achievementUnit', ids),
    partsOfRecords('achievementPerson', ids),
    rightsOf(ids),
    surroundingsOf(ids),
  ]);
  const entity = entityNow('achievement');
  const names = await askNames([...new Set(records.flatMap((one) => referredIn(entity, one)))]);
  const byId = new Map(records.map((record) => [record.id, record]));
  return items.flatMap((item): readonly PackagePart[] => {
    const record = byId.get(item.achievementId);
    if (!record) return [];
    const source = {
      ...{ entity, record, names, today: today() },
      guards: guardsOf(guards.get(record.id) ?? []),
      consents: consents.get(record.id) ?? [],
      units: inPartOrder(units.get(record.id) ?? []),
      people: inPartOrder(people.get(record.id) ?? []),
      rights: rights.get(record.id) ?? [],
    };
    return [{ item, source, around: around(record.id) }];
  });
}
