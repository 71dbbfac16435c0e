import type { CivilDate } from '../../core/dates.ts';
import { type Rules, rowsInForce } from '../../rules/index.ts';
import type { Achievement } from '../achievements/index.ts';
import type { TrlEvidence } from './entity.ts';
import { type StageRow, stageRules, type TrlRow, trlRules } from './rules.ts';

export interface LevelStanding {
  readonly row: TrlRow;
  /** Evidence of this very level. */
  readonly own: readonly TrlEvidence[];
  /** Without evidence of its own: the lowest level above whose evidence shows it too. */
  readonly carriedBy: number | null;
  readonly isShown: boolean;
}

export interface TrlStanding {
  readonly levels: readonly LevelStanding[];
  /** The highest level up to which every level is shown; 0 for none. */
  readonly proven: number;
  /** The level after it, with what it asks for; null at the top. */
  readonly next: LevelStanding | null;
  /** Levels above the proven one that have evidence, which does not count before the gap is closed. */
  readonly beyondGap: readonly number[];
}

/**
 * Which level is proven. A level is shown by evidence of its own, or by that of a later level whose
 * row carries it (`carries`); evidence dated after `today` does not count yet.
 */
export function trlStanding(
  evidence: readonly TrlEvidence[],
  today: CivilDate,
  rules: Rules,
): TrlStanding {
  const counted = evidence.filter(({ issuedOn }) => issuedOn === undefined || issuedOn <= today);
  const ordered = rowsInForce(rules.rowsOf(trlRules), { on: today }).toSorted(
    (a, b) => a.level - b.level,
  );
  const ownOf = (level: number) => counted.filter((one) => one.level === level);
  const levels = ordered.map((row): LevelStanding => {
    const own = ownOf(row.level);
    const carrier =
      own.length > 0
        ? undefined
        : ordered.find(({ level, carries }) => carries >= row.level && ownOf(level).length > 0);
    return {
      row,
      own,
      carriedBy: carrier?.level ?? null,
      isShown: own.length > 0 || carrier !== undefined,
    };
  });
  const gap = levels.findIndex(({ isShown }) => !isShown);
  const shown = gap === -1 ? levels : levels.slice(0, gap);
  const proven = shown.at(-1)?.row.level ?? 0;
  return {
    levels,
    proven,
    next: gap === -1 ? null : (levels[gap] ?? null),
    beyondGap: levels.flatMap(({ row, own }) =>
      row.level > proven && own.length > 0 ? [row.level] : [],
    ),
  };
}

export type TrlDisagreement =
  /** The record states more than is proven. */
  | { readonly type: 'statedHigher'; readonly trl: number; readonly proven: number }
  /** The record states a level, and nothing is proven. */
  | { readonly type: 'unproven'; readonly trl: number }
  | { readonly type: 'statedLower'; readonly trl: number; readonly proven: number }
  /** The record states no level. */
  | { readonly type: 'notStated'; readonly proven: number }
  /** The stage (所处阶段) goes with other levels. */
  | { readonly type: 'stageDiffers'; readonly level: number; readonly row: StageRow };

/** Where the proven level, the stated one and the stage do not agree. The stage is held against the proven level, or the stated one while none is. */
export function trlDisagreements(
  { trl, maturity }: Pick<Achievement, 'trl' | 'maturity'>,
  proven: number,
  today: CivilDate,
  rules: Rules,
): readonly TrlDisagreement[] {
  const found: TrlDisagreement[] = [];
  if (trl === undefined) {
    if (proven > 0) found.push({ type: 'notStated', proven });
  } else if (proven === 0) {
    found.push({ type: 'unproven', trl });
  } else if (trl !== proven) {
    found.push({ type: trl > proven ? 'statedHigher' : 'statedLower', trl, proven });
  }
  const level = proven > 0 ? proven : trl;
  const row = rowsInForce(rules.rowsOf(stageRules), { on: today }).find(
    (one) => one.maturity === maturity,
  );
  if (row && level !== undefined && (level < row.from || level > row.to)) {
    found.push({ type: 'stageDiffers', level, row });
  }
  return found;
}
