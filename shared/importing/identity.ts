import type { Json, Values } from '../commits/commit.ts';
import { foldWithoutBlanks } from '../core/text.ts';
import type { AnyEntity } from '../entities/entity.ts';

/** One key for each entry of the entity's identity, strongest first; null where a field is blank. */
export type IdentityKeys = readonly (string | null)[];

function foldValue(value: Json): string {
  if (typeof value === 'string') return foldWithoutBlanks(value);
  // The order in which a sheet names several units says nothing.
  if (Array.isArray(value)) return value.map(foldValue).sort().join('\u0001');
  return JSON.stringify(value);
}

/** What says which thing in the world a record is, compared without width, case and blanks. */
export function identityKeys(entity: AnyEntity, values: Values): IdentityKeys {
  return (entity.identity ?? []).map((fields) => {
    const folded = fields.map((field) => foldValue(values[field] ?? ''));
    return folded.some((part) => part === '' || part === '""') ? null : folded.join('\u0000');
  });
}

/**
 * Whether two records are the same thing. The strongest entry that is filled on both sides decides:
 * two credit codes are two companies, however alike the rest.
 */
export function sameThing(left: IdentityKeys, right: IdentityKeys): boolean {
  for (const [entry, key] of left.entries()) {
    const other = right[entry] ?? null;
    if (key !== null && other !== null) return key === other;
  }
  return false;
}

/** Finds records by what they are. `Id` names a record: its id, or the row that it stands in. */
export interface IdentityIndex<Id extends string | number> {
  readonly add: (id: Id, keys: IdentityKeys) => void;
  readonly remove: (id: Id) => void;
  readonly keysOf: (id: Id) => IdentityKeys | null;
  /** The first, by its id, that is the same thing; found at once, however many are. */
  readonly first: (keys: IdentityKeys) => Id | null;
  readonly all: (keys: IdentityKeys) => readonly Id[];
}

/** The filled entries among the stronger ones, as a set of bits. */
const filledBefore = (keys: IdentityKeys, entry: number): number =>
  keys.slice(0, entry).reduce((bits, key, place) => bits | (key === null ? 0 : 1 << place), 0);

const placeOf = (entry: number, stronger: number, key: string): string =>
  `${entry}\u0000${stronger}\u0000${key}`;

/**
 * Where the things that are the same are found. Records are filed under each entry with the
 * stronger ones that they fill: those that an entry decides against are then never looked at.
 */
function placesToLook(keys: IdentityKeys): readonly string[] {
  return keys.flatMap((key, entry) => {
    if (key === null) return [];
    const own = filledBefore(keys, entry);
    const others = Array.from({ length: 1 << entry }, (_, bits) => bits);
    return others.filter((bits) => (bits & own) === 0).map((bits) => placeOf(entry, bits, key));
  });
}

const placesOf = (keys: IdentityKeys): readonly string[] =>
  keys.flatMap((key, entry) =>
    key === null ? [] : [placeOf(entry, filledBefore(keys, entry), key)],
  );

/** Puts an id in its place; most come in order. */
function insert<Id extends string | number>(ids: Id[], id: Id): void {
  let place = ids.length;
  while (place > 0 && (ids[place - 1] ?? id) > id) place -= 1;
  ids.splice(place, 0, id);
}

export function createIdentityIndex<Id extends string | number>(): IdentityIndex<Id> {
  const keysById = new Map<Id, IdentityKeys>();
  const idsByPlace = new Map<string, Id[]>();
  return {
    add: (id, keys) => {
      keysById.set(id, keys);
      for (const place of placesOf(keys)) {
        const ids = idsByPlace.get(place);
        if (ids) insert(ids, id);
        else idsByPlace.set(place, [id]);
      }
    },
    remove: (id) => {
      for (const place of placesOf(keysById.get(id) ?? [])) {
        const ids = idsByPlace.get(place) ?? [];
        ids.splice(ids.indexOf(id), 1);
      }
      keysById.delete(id);
    },
    keysOf: (id) => keysById.get(id) ?? null,
    first: (keys) => {
      let first: Id | null = null;
      for (const place of placesToLook(keys)) {
        const id = idsByPlace.get(place)?.[0];
        if (id !== undefined && (first === null || id < first)) first = id;
      }
      return first;
    },
    all: (keys) => [...new Set(placesToLook(keys).flatMap((place) => idsByPlace.get(place) ?? []))],
  };
}
