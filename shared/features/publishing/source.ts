import type { CivilDate } from '../../core/dates.ts';
import type { AnyEntity } from '../../entities/entity.ts';
import type { Field } from '../../entities/field.ts';
import type { SecrecyLevel } from '../../lists/secrecy.ts';
import {
  type Achievement,
  type AchievementPerson,
  type AchievementUnit,
  achievementPerson,
  achievementUnit,
} from '../achievements/index.ts';
import { type IpRight, ipRight } from '../ip-rights/index.ts';
import { hasConsent } from './consents.ts';
import type { Consent, Layer } from './entity.ts';
import type { Evaluated } from './evaluated.ts';
import { defaultLevel, type Guards, levelOf, showsAt, stricter } from './levels.ts';

/** An achievement with all that may be told of it, as of a day. */
export interface Source {
  /** The description as the desk has it, with the user's own fields. */
  readonly entity: AnyEntity;
  readonly record: Achievement;
  readonly guards: Guards;
  readonly consents: readonly Consent[];
  /** In the order of the registration form. */
  readonly units: readonly AchievementUnit[];
  readonly people: readonly AchievementPerson[];
  readonly rights: readonly IpRight[];
  readonly evaluated: Evaluated;
  /** What referred records are called, by id. */
  readonly names: Readonly<Record<string, string>>;
  /** The day whose consents count. */
  readonly today: CivilDate;
}

/** One value of the source, with the field that it stands in. */
export interface Value {
  /** The kind of record it is of. */
  readonly entity: AnyEntity;
  readonly name: string;
  readonly field: Field;
  readonly value: unknown;
  /** Whether a layer shows it. */
  readonly isShown: boolean;
}

/** Whose a personal field of the achievement is: the field that names the person. */
const personField: Readonly<Record<string, 'leader' | 'contactName'>> = {
  leader: 'leader',
  leaderPhone: 'leader',
  leaderEmail: 'leader',
  contactName: 'contactName',
  contactPhone: 'contactName',
  contactEmail: 'contactName',
};

const agrees = ({ consents, today }: Source, person: string | undefined): boolean =>
  person !== undefined && hasConsent(consents, person, 'personal', today);

/** The level of a field of the achievement. */
export const levelIn = ({ entity, record, guards }: Source, name: string): SecrecyLevel => {
  const field = entity.fields[name];
  return field ? levelOf(field, name, record.secrecy, guards) : 'tradeSecret';
};

function ownValue(source: Source, name: string, field: Field, value: unknown, layer: Layer): Value {
  const { entity, record } = source;
  const person = personField[name];
  const isFree = !field.personal || (person !== undefined && agrees(source, record[person]));
  return { entity, name, field, value, isShown: isFree && showsAt(levelIn(source, name), layer) };
}

/** The values of a part: each is as secret as the field of the achievement that stands for all of them. */
function partValues(
  entity: AnyEntity,
  record: Readonly<Record<string, unknown>>,
  within: SecrecyLevel,
  layer: Layer,
  isAgreed: boolean,
): readonly Value[] {
  return Object.entries(entity.fields).flatMap(([name, field]): readonly Value[] => {
    const value = record[name];
    if (value === undefined || field.kind === 'ref' || field.hidden) return [];
    const level = field.outward
      ? 'public'
      : stricter(within, field.personal ? 'internal' : (field.level ?? within));
    const isShown = showsAt(level, layer) && (!field.personal || isAgreed);
    return [{ entity, name, field, value, isShown }];
  });
}

export interface PartValues<P> {
  readonly record: P;
  readonly values: readonly Value[];
}

/** The completing units, as secret as the achievement's field `units`. */
export const unitValues = (source: Source, layer: Layer): readonly PartValues<AchievementUnit>[] =>
  source.units.map((record) => ({
    record,
    values: partValues(achievementUnit, record, levelIn(source, 'units'), layer, true),
  }));

/** Who completed it, as secret as the achievement's field `leader`; without their consent not at all. */
export const peopleValues = (
  source: Source,
  layer: Layer,
): readonly PartValues<AchievementPerson>[] =>
  source.people.map((record) => {
    const isAgreed = agrees(source, record.name);
    const values = partValues(
      achievementPerson,
      record,
      levelIn(source, 'leader'),
      layer,
      isAgreed,
    );
    // What is said of a person is theirs, be it a title or a unit.
    return { record, values: values.map((one) => ({ ...one, isShown: one.isShown && isAgreed })) };
  });

/**
 * The IP rights, as secret as the achievement's field `patents`, and as themselves. Inventors and
 * attorneys are named where the achievement names them, never here.
 */
export const rightValues = (source: Source, layer: Layer): readonly PartValues<IpRight>[] =>
  source.rights.map((record) => {
    const within = stricter(levelIn(source, 'patents'), record.secrecy ?? 'public');
    return { record, values: partValues(ipRight, record, within, layer, false) };
  });

/** All that is known of an achievement, each value with whether a layer shows it. */
export function valuesOf(source: Source, layer: Layer): readonly Value[] {
  const { entity, record } = source;
  const own: Readonly<Record<string, unknown>> = record;
  return [
    ...Object.entries(entity.fields).flatMap(([name, field]) => {
      const value = own[name];
      return value === undefined ? [] : [ownValue(source, name, field, value, layer)];
    }),
    ...unitValues(source, layer).flatMap(({ values }) => values),
    ...peopleValues(source, layer).flatMap(({ values }) => values),
    ...rightValues(source, layer).flatMap(({ values }) => values),
  ];
}

/** The level that a field would have without being set. */
export const levelUnset = ({ entity, record }: Source, name: string): SecrecyLevel => {
  const field = entity.fields[name];
  return field ? defaultLevel(field, record.secrecy) : 'tradeSecret';
};
