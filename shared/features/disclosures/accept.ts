import type { Change, Values } from '../../commits/index.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Disclosure, DisclosureInventor } from './entity.ts';
import { inventorsInOrder, sharesLeft } from './inventors.ts';

/** Why a disclosure cannot become an achievement yet. */
export type AcceptProblem =
  | { readonly type: 'noInventor' }
  /** Shares miss the whole by so many basis points; negative when above it. */
  | { readonly type: 'sharesNotWhole'; readonly leftBp: number }
  | { readonly type: 'notCleared' }
  /** It went back to its inventors. */
  | { readonly type: 'returned' };

/** What stands in the way of accepting, all of it. */
export function acceptProblems(
  { secretCheck, decision }: Pick<Disclosure, 'secretCheck' | 'decision'>,
  inventors: readonly Pick<DisclosureInventor, 'shareBp'>[],
): readonly AcceptProblem[] {
  const leftBp = sharesLeft(inventors);
  return [
    ...(secretCheck === 'cleared' ? [] : [{ type: 'notCleared' } as const]),
    ...(inventors.length === 0
      ? [{ type: 'noInventor' } as const]
      : leftBp === 0
        ? []
        : [{ type: 'sharesNotWhole', leftBp } as const]),
    ...(decision === 'return' ? [{ type: 'returned' } as const] : []),
  ];
}

const filled = (values: Readonly<Record<string, Values[string] | undefined>>): Values =>
  Object.fromEntries(
    Object.entries(values).filter(
      (entry): entry is [string, Values[string]] => entry[1] !== undefined,
    ),
  );

/** The parts of the new achievement, in order. */
const listed = (
  part: 'achievementUnit' | 'achievementPerson',
  achievementId: string,
  values: readonly Values[],
  newId: () => string,
): readonly Change[] =>
  values.map((value, index) => ({
    put: part,
    id: newId(),
    value: { ...value, achievementId, position: (index + 1) * 100 },
  }));

/**
 * Makes an achievement of a disclosure, with its units and people in order, and names
 * it in the disclosure: one step, so that undoing it takes both back. The unit comes first, then co-owners, then the units of inventors from outside.
 */
export function accept(
  disclosure: Disclosure,
  inventors: readonly DisclosureInventor[],
  newId: () => string,
): Result<
  { readonly achievementId: string; readonly changes: readonly Change[] },
  readonly AcceptProblem[]
> {
  const problems = acceptProblems(disclosure, inventors);
  if (problems.length > 0) return err(problems);
  const ordered = inventorsInOrder(inventors);
  const outside = ordered.flatMap(({ belongs, affiliation }) =>
    belongs === 'outside' && affiliation !== undefined ? [affiliation] : [],
  );
  const units = [
    ...new Set([
      ...(disclosure.unit === undefined ? [] : [disclosure.unit]),
      ...(disclosure.coOwners ?? []),
      ...outside,
    ]),
  ];
  const people = ordered.map(({ name, belongs, affiliation }) =>
    filled({ name, unit: affiliation ?? (belongs === 'inside' ? disclosure.unit : undefined) }),
  );
  const achievementId = newId();
  const { title, field, trl, summary, disclosureNo } = disclosure;
  const value = filled({
    title,
    units: units.length === 0 ? undefined : units,
    leader: ordered[0]?.name,
    // Nothing goes outside before somebody decides so.
    secrecy: disclosure.decision === 'secret' ? 'tradeSecret' : 'internal',
    field,
    trl,
    summary,
    source: disclosureNo,
  });
  return ok({
    achievementId,
    changes: [
      { put: 'achievement', id: achievementId, value },
      ...listed(
        'achievementUnit',
        achievementId,
        units.map((name) => ({ name })),
        newId,
      ),
      ...listed('achievementPerson', achievementId, people, newId),
      { patch: 'disclosure', id: disclosure.id, set: { achievementId } },
    ],
  });
}
