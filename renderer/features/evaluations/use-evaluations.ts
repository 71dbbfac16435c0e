import type { Achievement } from '../../../shared/features/achievements/index.ts';
import type { Disclosure } from '../../../shared/features/disclosures/index.ts';
import {
  type Evaluation,
  type EvaluationIndicator,
  type EvaluationScore,
  type Evaluator,
  type PriceView,
  priceView,
  type Question,
  readinessOf,
  type ScoreResult,
  scoreResult,
  type TrlEvidence,
  type TrlStanding,
  trlStanding,
  type Valuation,
  type ValuationRow,
} from '../../../shared/features/evaluations/index.ts';
import type { Encumbrance } from '../../../shared/features/ip-rights/index.ts';
import type { Rules } from '../../../shared/rules/index.ts';
import { useParts } from '../../data/read.ts';
import { useRules } from '../../data/rules.ts';
import { useAnswer } from '../../index/use-answer.ts';
import { today } from '../../ui/dates.ts';
import { useRightsOf } from '../../ui/use-rights-of.ts';

/** More than any achievement has. */
const MOST = 1_000;

/** All that the evaluations of an achievement rest on. */
export interface Evaluations {
  readonly evidence: readonly TrlEvidence[];
  readonly evaluations: readonly Evaluation[];
  readonly indicators: readonly EvaluationIndicator[];
  readonly evaluators: readonly Evaluator[];
  readonly scores: readonly EvaluationScore[];
  readonly valuations: readonly Valuation[];
  readonly rows: readonly ValuationRow[];
}

const newestFirst = <R extends { readonly createdAt: number }>(
  records: readonly R[],
  dayOf: (record: R) => string,
): readonly R[] =>
  records.toSorted((a, b) => dayOf(b).localeCompare(dayOf(a)) || b.createdAt - a.createdAt);

/** The parts of an achievement that belong to its evaluation; undefined while loading. */
export function useEvaluations(id: string): Evaluations | undefined {
  const evidence = useParts('trlEvidence', id);
  const evaluations = useParts('evaluation', id);
  const indicators = useParts('evaluationIndicator', id);
  const evaluators = useParts('evaluator', id);
  const scores = useParts('evaluationScore', id);
  const valuations = useParts('valuation', id);
  const rows = useParts('valuationRow', id);
  if (!evidence || !evaluations || !indicators || !evaluators || !scores || !valuations || !rows) {
    return undefined;
  }
  return {
    evidence,
    // The newest first; those without a day are still to come.
    evaluations: newestFirst(evaluations, ({ heldOn }) => heldOn ?? '9999'),
    indicators,
    evaluators,
    scores,
    valuations: newestFirst(valuations, ({ asOf }) => asOf),
    rows,
  };
}

/** The result of one sheet. */
export const resultOf = (
  { indicators, evaluators, scores }: Evaluations,
  evaluationId: string,
  rules: Rules,
): ScoreResult => {
  const mine = (one: { readonly evaluationId: string }) => one.evaluationId === evaluationId;
  return scoreResult(
    indicators.filter(mine),
    evaluators.filter(mine),
    scores.filter(mine),
    today(),
    rules,
  );
};

/** Where an achievement stands: readiness level, prices, and what would still be asked. */
export interface Standing {
  readonly trl: TrlStanding;
  readonly prices: PriceView;
  readonly questions: readonly Question[];
}

/** Undefined while loading. */
export function useStanding(
  record: Achievement,
  all: Evaluations | undefined,
): Standing | undefined {
  const rules = useRules();
  const linked = useRightsOf(record.id);
  const rights = linked?.map(({ right }) => right) ?? [];
  const encumbrances = useAnswer({
    entity: 'encumbrance',
    where: [{ field: 'ipRightId', in: rights.map(({ id }) => id) }],
    from: 0,
    to: MOST,
  });
  const disclosures = useAnswer({
    entity: 'disclosure',
    where: [{ field: 'achievementId', in: [record.id] }],
    from: 0,
    to: MOST,
  });
  if (!all || !linked || !encumbrances || !disclosures) return undefined;
  const trl = trlStanding(all.evidence, today(), rules);
  const prices = priceView(all.valuations, all.rows, record.price, today(), rules);
  return {
    trl,
    prices,
    questions: readinessOf({
      record,
      rights,
      // The index answers with stored records of the kind asked for; `commit` has checked their values.
      encumbrances: encumbrances.rows as unknown as readonly Encumbrance[],
      disclosures: disclosures.rows as unknown as readonly Disclosure[],
      evidence: all.evidence,
      proven: trl.proven,
      isEvaluated: all.evaluations.some(
        ({ id }) => resultOf(all, id, rules).outcome.type === 'known',
      ),
      isValued: prices.valued.length > 0,
    }),
  };
}
