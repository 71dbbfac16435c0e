import type { Field } from '../../entities/field.ts';
import type { SecrecyLevel } from '../../lists/secrecy.ts';
import type { FieldGuard, Layer } from './entity.ts';

const rank = { public: 0, internal: 1, tradeSecret: 2 } as const satisfies Record<
  SecrecyLevel,
  number
>;
const layerByLevel = { public: 'L0', internal: 'L1', tradeSecret: 'L2' } as const;

/** The outermost layer that shows a level: 公开 to anyone, 内部 after an NDA, 商业秘密 in full only. */
const layerOf = (level: SecrecyLevel): Layer => layerByLevel[level];

export const showsAt = (level: SecrecyLevel, layer: Layer): boolean => layerOf(level) <= layer;

export const stricter = (one: SecrecyLevel, other: SecrecyLevel): SecrecyLevel =>
  rank[one] >= rank[other] ? one : other;

/** Levels set for fields of one achievement, by name. */
export type Guards = ReadonlyMap<string, SecrecyLevel>;

/** Of two levels for one field, made on two machines, the stricter holds. */
export function guardsOf(records: readonly Pick<FieldGuard, 'field' | 'level'>[]): Guards {
  const guards = new Map<string, SecrecyLevel>();
  for (const { field, level } of records) {
    guards.set(field, stricter(level, guards.get(field) ?? level));
  }
  return guards;
}

/**
 * The level that a field has by itself: that of its description within that of its record. A record
 * without a level is internal, and so is a field. Who a person is, is never public.
 */
export function defaultLevel(field: Field, recordLevel: SecrecyLevel | undefined): SecrecyLevel {
  const within = stricter(recordLevel ?? 'internal', field.level ?? 'internal');
  return atLeastForPeople(field, field.outward ? 'public' : within);
}

const atLeastForPeople = ({ personal }: Field, level: SecrecyLevel): SecrecyLevel =>
  personal ? stricter(level, 'internal') : level;

/** The level of a field of an achievement: as set for it, else as it has by itself. */
export function levelOf(
  field: Field,
  name: string,
  recordLevel: SecrecyLevel | undefined,
  guards: Guards,
): SecrecyLevel {
  const own = guards.get(name);
  return own === undefined ? defaultLevel(field, recordLevel) : atLeastForPeople(field, own);
}
