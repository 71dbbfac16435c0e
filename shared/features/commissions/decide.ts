import type { Change } from '../../commits/index.ts';
import type { CivilDate } from '../../core/dates.ts';
import { compareToWhole, type Portion, portion } from '../../core/portion.ts';
import type { Commission, CommissionPlan, Share } from './entity.ts';
import type { SharePreset } from './presets.ts';

/** The fields that plan and commission have in common: what a deal takes over from a plan. */
type TermField =
  | 'method'
  | 'base'
  | 'fixedFen'
  | 'rateBp'
  | 'tierMode'
  | 'tiers'
  | 'minimumFen'
  | 'capFen';
type TermValues = Pick<CommissionPlan, TermField>;

/** The term fields that count for a commission, in the order in which they are read. */
export function termFieldsOf({
  method,
  minimumFen,
  capFen,
}: Pick<TermValues, 'method' | 'minimumFen' | 'capFen'>): readonly TermField[] {
  switch (method) {
    case 'fixed':
      // Limits make little sense here, but what is left of another method counts, and is shown.
      return [
        'method',
        'fixedFen',
        ...(minimumFen === undefined ? [] : (['minimumFen'] as const)),
        ...(capFen === undefined ? [] : (['capFen'] as const)),
      ];
    case 'percent':
      return ['method', 'base', 'rateBp', 'minimumFen', 'capFen'];
    case 'tiers':
      return ['method', 'base', 'tierMode', 'tiers', 'minimumFen', 'capFen'];
  }
}

/** All terms of a plan; null for those it does not have, so that old ones do not stay. */
const termsOf = (terms: TermValues) => ({
  method: terms.method,
  base: terms.base ?? null,
  fixedFen: terms.fixedFen ?? null,
  rateBp: terms.rateBp ?? null,
  tierMode: terms.tierMode ?? null,
  tiers: terms.tiers?.map(({ upToFen, rateBp }) => ({ upToFen, rateBp })) ?? null,
  minimumFen: terms.minimumFen ?? null,
  capFen: terms.capFen ?? null,
});

const taken = (plan: CommissionPlan, today: CivilDate) => ({
  ...termsOf(plan),
  planId: plan.id,
  planName: plan.name,
  planRev: plan.rev,
  takenOn: today,
});

/** A deal's commission by a plan: its terms as they are now, kept with the deal. */
export function choosePlan(
  dealId: string,
  plan: CommissionPlan,
  { today, newId }: { readonly today: CivilDate; readonly newId: () => string },
): readonly Change[] {
  const value = Object.fromEntries(
    Object.entries({ ...taken(plan, today), dealId }).filter(([, field]) => field !== null),
  );
  return [{ put: 'commission', id: newId(), value }];
}

/** Puts a plan's terms as they are now in place of a commission's; what was deducted stays. */
export const takeTerms = (
  commission: Pick<Commission, 'id'>,
  plan: CommissionPlan,
  today: CivilDate,
): readonly Change[] => [{ patch: 'commission', id: commission.id, set: taken(plan, today) }];

/** How a commission's terms stand to the plan they came from. */
export type PlanState =
  | 'same'
  /** The plan has other terms now. */
  | 'planChanged'
  /** The plan is as it was; the deal has terms of its own. */
  | 'adjusted'
  | 'planGone';

export function planState(commission: Commission, plan: CommissionPlan | null): PlanState {
  if (plan === null) return 'planGone';
  const agree = JSON.stringify(termsOf(plan)) === JSON.stringify(termsOf(commission));
  if (agree) return 'same';
  return commission.planRev === plan.rev ? 'adjusted' : 'planChanged';
}

const STEP = 100;

export const sharesInOrder = (shares: readonly Share[]): readonly Share[] =>
  shares.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));

/** The part that is not given to anybody yet; null when nothing is left. */
export function remainder(shares: readonly Pick<Share, 'portion'>[]): Portion | null {
  const whole = compareToWhole(shares.map((one) => one.portion));
  return whole.kind === 'under' ? whole.missing : null;
}

/** A new share at the end. */
export function addShare(
  dealId: string,
  shares: readonly Share[],
  values: Pick<Share, 'beneficiary' | 'role' | 'portion'>,
  newId: () => string,
): readonly Change[] {
  const position = Math.max(0, ...shares.map((one) => one.position)) + STEP;
  const { beneficiary, role } = values;
  const value = { dealId, position, beneficiary, role, portion: { ...values.portion } };
  return [{ put: 'share', id: newId(), value }];
}

/** Moves a share up or down by places; beyond an end it stays there. */
export function moveShare(shares: readonly Share[], id: string, by: number): readonly Change[] {
  const ordered = sharesInOrder(shares);
  const from = ordered.findIndex((one) => one.id === id);
  const moved = ordered[from];
  if (!moved) return [];
  const to = Math.max(0, Math.min(ordered.length - 1, from + by));
  return ordered
    .toSpliced(from, 1)
    .toSpliced(to, 0, moved)
    .flatMap((one, index): Change[] => {
      const position = (index + 1) * STEP;
      return one.position === position ? [] : [{ patch: 'share', id: one.id, set: { position } }];
    });
}

/** Gives everybody the same part, exactly: of three, a third each. */
export const splitEqually = (shares: readonly Pick<Share, 'id'>[]): readonly Change[] =>
  shares.map(({ id }) => ({
    patch: 'share',
    id,
    set: { portion: { ...portion(1, shares.length) } },
  }));

/**
 * Puts a preset's shares in place of those there are. Who holds a role already keeps it, in the
 * order of the shares; newcomers are called by `nameOf`.
 */
export function takeSharePreset(
  dealId: string,
  shares: readonly Share[],
  preset: SharePreset,
  nameOf: (role: Share['role']) => string,
  newId: () => string,
): readonly Change[] {
  const free = [...sharesInOrder(shares)];
  const changes = preset.shares.map(({ role, portion: part }, index): Change => {
    const position = (index + 1) * STEP;
    const holder = free.findIndex((one) => one.role === role);
    const kept = holder < 0 ? undefined : free.splice(holder, 1)[0];
    if (kept) return { patch: 'share', id: kept.id, set: { position, portion: { ...part } } };
    const value = { dealId, position, beneficiary: nameOf(role), role, portion: { ...part } };
    return { put: 'share', id: newId(), value };
  });
  return [...free.map(({ id }): Change => ({ delete: 'share', id })), ...changes];
}
