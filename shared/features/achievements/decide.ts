import type { Change, Values } from '../../commits/index.ts';
import { type Achievement, achievement } from './entity.ts';
import {
  type AchievementPerson,
  type AchievementUnit,
  achievementPerson,
  achievementUnit,
} from './parts.ts';

export type AchievementPart = AchievementUnit | AchievementPerson;
export type PartName = 'achievementUnit' | 'achievementPerson';

export const partEntity = { achievementUnit, achievementPerson } as const;

/** Distance between the positions of neighbours, so that one can be put between them. */
const STEP = 100;

/** In the order of the registration form; of equal positions, the earlier made first. */
export const inPartOrder = <P extends AchievementPart>(parts: readonly P[]): readonly P[] =>
  parts.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));

const namesOf = (parts: readonly { readonly name: string }[]): readonly string[] => [
  ...new Set(parts.map(({ name }) => name)),
];

/** The names that the achievement itself carries, for lists, search and sheets. */
export function ownNames(record: Achievement, part: PartName): readonly string[] {
  if (part === 'achievementUnit') return record.units ?? [];
  return record.leader === undefined ? [] : [record.leader];
}

/** What of the list in order the achievement itself carries: all units, the first person. */
function carried(part: PartName, parts: readonly { readonly name: string }[]): readonly string[] {
  const names = namesOf(parts);
  return part === 'achievementUnit' ? names : names.slice(0, 1);
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name, index) => name === b[index]);

/** Whether the achievement's own field says what the list in order says. */
export const agrees = (
  record: Achievement,
  part: PartName,
  parts: readonly { readonly name: string }[],
): boolean => isSame(ownNames(record, part), carried(part, parts));

function carry(
  record: Achievement,
  part: PartName,
  parts: readonly { readonly name: string }[],
): readonly Change[] {
  if (agrees(record, part, parts)) return [];
  const names = carried(part, parts);
  const set: Values =
    part === 'achievementUnit'
      ? { units: names.length === 0 ? null : names }
      : { leader: names[0] ?? null };
  return [{ patch: achievement.name, id: record.id, set }];
}

/** Lets the achievement's own field say what the list in order says. */
export const carryNames = (
  record: Achievement,
  part: PartName,
  ordered: readonly AchievementPart[],
): readonly Change[] => carry(record, part, ordered);

/**
 * The change of the achievement's own field that goes with a change of the list. A field that said
 * something else before is the user's own, and stays; so does one whose list was empty.
 */
const follow = (
  record: Achievement,
  part: PartName,
  before: readonly { readonly name: string }[],
  after: readonly { readonly name: string }[],
): readonly Change[] =>
  agrees(record, part, before) && after.length > 0 ? carry(record, part, after) : [];

/** Makes the list out of the names that the achievement carries. */
export const takeNames = (
  record: Achievement,
  part: PartName,
  newId: () => string,
): readonly Change[] =>
  ownNames(record, part).map((name, index) => ({
    put: part,
    id: newId(),
    value: { achievementId: record.id, position: (index + 1) * STEP, name },
  }));

/** Adds one behind those that are there. `values` are those of its fields, without owner and position. */
export function addPart(
  record: Achievement,
  part: PartName,
  ordered: readonly AchievementPart[],
  values: Values & { readonly name: string },
  newId: () => string,
): readonly Change[] {
  const position = (ordered.at(-1)?.position ?? 0) + STEP;
  const value = { ...values, achievementId: record.id, position };
  return [
    { put: part, id: newId(), value },
    ...follow(record, part, ordered, [...ordered, { name: values.name }]),
  ];
}

/** Rewrites one; what is left blank goes. */
export function changePart(
  record: Achievement,
  part: PartName,
  ordered: readonly AchievementPart[],
  id: string,
  values: Values & { readonly name: string },
): readonly Change[] {
  const { fields } = partEntity[part];
  const blank = Object.entries(fields).flatMap(([name, field]) =>
    'required' in field ? [] : [[name, null] as const],
  );
  const { name } = values;
  const after = ordered.map((one) => (one.id === id ? { name } : one));
  return [
    { patch: part, id, set: { ...Object.fromEntries(blank), ...values } },
    ...follow(record, part, ordered, after),
  ];
}

/** Puts one a place up (-1) or down (1); nothing at the ends. */
export function movePart(
  record: Achievement,
  part: PartName,
  ordered: readonly AchievementPart[],
  id: string,
  by: -1 | 1,
): readonly Change[] {
  const from = ordered.findIndex((one) => one.id === id);
  const moved = ordered[from];
  if (!moved || !ordered[from + by]) return [];
  const next = ordered.toSpliced(from, 1).toSpliced(from + by, 0, moved);
  const moves = next.flatMap((one, index): readonly Change[] => {
    const position = (index + 1) * STEP;
    return one.position === position ? [] : [{ patch: part, id: one.id, set: { position } }];
  });
  return [...moves, ...follow(record, part, ordered, next)];
}

/** Takes one off the list. The last one leaves the achievement's own field as it is. */
export const removePart = (
  record: Achievement,
  part: PartName,
  ordered: readonly AchievementPart[],
  id: string,
): readonly Change[] => [
  { delete: part, id },
  ...follow(
    record,
    part,
    ordered,
    ordered.filter((one) => one.id !== id),
  ),
];
