import type { AnyEntity } from '../../entities/entity.ts';
import type { Field } from '../../entities/field.ts';
import {
  type Evaluation,
  type EvaluationScore,
  type Evaluator,
  evaluation,
  evaluationScore,
  evaluator,
  reckon,
  type TrlEvidence,
  trlEvidence,
  type Valuation,
  type ValuationRow,
  valuation,
  valuationRow,
} from '../evaluations/index.ts';
import type { Layer } from './entity.ts';
import { defaultLevel, showsAt } from './levels.ts';
import type { Source, Value } from './source.ts';

/** What was found when an achievement was evaluated and priced. */
export interface Evaluated {
  readonly evidence: readonly TrlEvidence[];
  readonly evaluations: readonly Evaluation[];
  readonly evaluators: readonly Evaluator[];
  readonly scores: readonly EvaluationScore[];
  readonly valuations: readonly Valuation[];
  readonly valuationRows: readonly ValuationRow[];
}

export const notEvaluated: Evaluated = {
  evidence: [],
  evaluations: [],
  evaluators: [],
  scores: [],
  valuations: [],
  valuationRows: [],
};

const kinds: readonly AnyEntity[] = [
  trlEvidence,
  evaluation,
  evaluator,
  evaluationScore,
  valuation,
  valuationRow,
];

/** Whether a value is one of an evaluation or a price aid. */
export const isOfEvaluation = ({ entity }: { readonly entity: string }): boolean =>
  kinds.some(({ name }) => name === entity);

/** What a price aid comes to: it is reckoned, and stands in no record. */
const result = {
  kind: 'money',
  label: { zh: '估值结果', en: 'What a valuation comes to' },
  level: 'tradeSecret',
} as const satisfies Field;

/**
 * What evaluations and price aids say, each value with whether a layer may let it be known. No
 * one-pager tells any of it by itself: what a layer does not show may stand in no other text either.
 */
export function evaluatedValues({ record, evaluated }: Source, layer: Layer): readonly Value[] {
  const said = (entity: AnyEntity, name: string, field: Field, value: unknown): Value => ({
    ...{ entity, name, field, value },
    // Nobody who evaluated it gave a consent: consents are those of its owners.
    isShown: !field.personal && showsAt(defaultLevel(field, record.secrecy), layer),
  });
  const valuesIn =
    (entity: AnyEntity) =>
    (one: object): readonly Value[] => {
      const values = one as Readonly<Record<string, unknown>>; // a record of its description
      return Object.entries(entity.fields).flatMap(([name, field]) =>
        values[name] === undefined || field.kind === 'ref' || field.hidden
          ? []
          : [said(entity, name, field, values[name])],
      );
    };
  const { valuations, valuationRows } = evaluated;
  return [
    ...evaluated.evidence.flatMap(valuesIn(trlEvidence)),
    ...evaluated.evaluations.flatMap(valuesIn(evaluation)),
    ...evaluated.evaluators.flatMap(valuesIn(evaluator)),
    ...evaluated.scores.flatMap(valuesIn(evaluationScore)),
    ...valuations.flatMap(valuesIn(valuation)),
    ...valuationRows.flatMap((row) =>
      // Other lines are called by their year or sort of cost, which could stand anywhere.
      valuesIn(valuationRow)(row).filter(
        ({ name }) => name !== 'name' || row.role === 'comparable',
      ),
    ),
    ...valuations.flatMap((one) => {
      const rows = valuationRows.filter(({ valuationId }) => valuationId === one.id);
      const reckoned = reckon(one, rows);
      return reckoned.type === 'known' ? [said(valuation, 'result', result, reckoned.fen)] : [];
    }),
  ];
}
