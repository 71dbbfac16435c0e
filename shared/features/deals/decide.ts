import type { Change, Values } from '../../commits/index.ts';
import type { CivilDate } from '../../core/dates.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { ValuesOf } from '../../entities/entity.ts';
import type { Deal, deal, introduction, receipt, Stage } from './entity.ts';
import { inOrder, STAGE_STEP, type StageMeaning } from './stages.ts';

export interface Ctx {
  /** The civil date now, in China. */
  readonly today: CivilDate;
  readonly newId: () => string;
}

type DealValues = ValuesOf<typeof deal>;
export type NewDeal = Omit<DealValues, 'stageId' | 'stageSince'>;

type AmountsFailure = {
  /** 技术交易额 is a part of 合同成交额. */
  readonly type: 'technologyAboveContract';
  readonly contractAmountFen: number;
  readonly technologyAmountFen: number;
};
export type CreateDealFailure = AmountsFailure | { readonly type: 'noStages' };
export type SignDealFailure =
  | AmountsFailure
  | { readonly type: 'signedLater'; readonly signedOn: CivilDate };
export type ReceiptFailure =
  | { readonly type: 'amountNotPositive' }
  | { readonly type: 'receivedLater'; readonly receivedOn: CivilDate };

/** A new record and the changes that make it. */
export interface Created {
  readonly id: string;
  readonly changes: readonly Change[];
}

function checkAmounts({
  contractAmountFen,
  technologyAmountFen,
}: Pick<DealValues, 'contractAmountFen' | 'technologyAmountFen'>): Result<null, AmountsFailure> {
  if (contractAmountFen === undefined || technologyAmountFen === undefined) return ok(null);
  return technologyAmountFen <= contractAmountFen
    ? ok(null)
    : err({ type: 'technologyAboveContract', contractAmountFen, technologyAmountFen });
}

/** A new deal, in the first stage of the pipeline. */
export function createDeal(
  stages: readonly Stage[],
  values: NewDeal,
  { today, newId }: Ctx,
): Result<Created, CreateDealFailure> {
  const [first] = inOrder(stages);
  if (!first) return err({ type: 'noStages' });
  const amounts = checkAmounts(values);
  if (!amounts.ok) return amounts;
  const id = newId();
  const value: Values = { ...values, stageId: first.id, stageSince: today };
  return ok({ id, changes: [{ put: 'deal', id, value }] });
}

/** Moves a deal to a stage; moving it to where it stands changes nothing. */
export function moveDeal(
  deal: Pick<Deal, 'id' | 'stageId'>,
  stage: Pick<Stage, 'id'>,
  today: CivilDate,
): readonly Change[] {
  if (deal.stageId === stage.id) return [];
  return [{ patch: 'deal', id: deal.id, set: { stageId: stage.id, stageSince: today } }];
}

/** Whether a deal that reaches the stage should be asked for its contract: date and both amounts. */
export const asksForContract = (
  deal: Pick<Deal, 'signedOn'>,
  stage: Pick<Stage, 'meaning'>,
): boolean => stage.meaning === 'signed' && deal.signedOn === undefined;

export type Signing = Pick<
  DealValues,
  'contractAmountFen' | 'technologyAmountFen' | 'contractNo'
> & {
  readonly signedOn: CivilDate;
};

/** Records that the contract was signed, and for how much. */
export function signDeal(
  deal: Pick<Deal, 'id'>,
  signing: Signing,
  today: CivilDate,
): Result<readonly Change[], SignDealFailure> {
  if (signing.signedOn > today) return err({ type: 'signedLater', signedOn: signing.signedOn });
  const amounts = checkAmounts(signing);
  return amounts.ok ? ok([{ patch: 'deal', id: deal.id, set: { ...signing } }]) : amounts;
}

export type LostReason = NonNullable<Deal['lostReason']>;

/** Closes a deal as lost. Its stage stays: it tells how far the deal had come. */
export function loseDeal(
  deal: Pick<Deal, 'id'>,
  lost: { readonly lostReason: LostReason; readonly lostNote?: string },
  today: CivilDate,
): readonly Change[] {
  const set = { lostOn: today, lostReason: lost.lostReason, lostNote: lost.lostNote ?? null };
  return [{ patch: 'deal', id: deal.id, set }];
}

export const reopenDeal = (deal: Pick<Deal, 'id'>): readonly Change[] => [
  { patch: 'deal', id: deal.id, set: { lostOn: null, lostReason: null, lostNote: null } },
];

type NewIntroduction = Omit<ValuesOf<typeof introduction>, 'dealId'>;

export function addIntroduction(dealId: string, values: NewIntroduction, { newId }: Ctx): Created {
  const id = newId();
  return { id, changes: [{ put: 'introduction', id, value: { ...values, dealId } }] };
}

export type ReceiptValues = Omit<ValuesOf<typeof receipt>, 'dealId'>;

function checkReceipt(
  { amountFen, receivedOn }: ReceiptValues,
  today: CivilDate,
): Result<null, ReceiptFailure> {
  if (amountFen <= 0) return err({ type: 'amountNotPositive' });
  return receivedOn <= today ? ok(null) : err({ type: 'receivedLater', receivedOn });
}

/** Money that has arrived: never nothing, never of a day to come. */
export function addReceipt(
  dealId: string,
  values: ReceiptValues,
  { today, newId }: Ctx,
): Result<Created, ReceiptFailure> {
  const checked = checkReceipt(values, today);
  if (!checked.ok) return checked;
  const id = newId();
  return ok({ id, changes: [{ put: 'receipt', id, value: { ...values, dealId } }] });
}

export function changeReceipt(
  id: string,
  values: ReceiptValues,
  today: CivilDate,
): Result<readonly Change[], ReceiptFailure> {
  const checked = checkReceipt(values, today);
  if (!checked.ok) return checked;
  return ok([{ patch: 'receipt', id, set: { ...values, note: values.note ?? null } }]);
}

export type StageFailure =
  /** Deals stand in it, lost ones included. */
  | { readonly type: 'stageInUse'; readonly count: number }
  /** The pipeline runs from open over signed to archived, and has an open stage to begin with. */
  | { readonly type: 'meaningsOutOfOrder' };

const RANK: Record<StageMeaning, number> = { open: 0, signed: 1, archived: 2 };

/** The patches that put stages in the order given, when their meanings allow it. */
function inThisOrder(
  stages: readonly Pick<Stage, 'id' | 'position' | 'meaning'>[],
): Result<readonly Change[], StageFailure> {
  const ranks = stages.map(({ meaning }) => RANK[meaning]);
  const rising = ranks.every((rank, index) => rank >= (ranks[index - 1] ?? 0));
  if (!rising || ranks[0] !== RANK.open) return err({ type: 'meaningsOutOfOrder' });
  const changes = stages.flatMap(({ id, position }, index): Change[] => {
    const next = (index + 1) * STAGE_STEP;
    return next === position ? [] : [{ patch: 'stage', id, set: { position: next } }];
  });
  return ok(changes);
}

/** Moves a stage to a place in the pipeline, counted from 0. */
export function reorderStage(
  stages: readonly Stage[],
  id: string,
  to: number,
): Result<readonly Change[], StageFailure> {
  const moved = stages.find((one) => one.id === id);
  if (!moved) return ok([]);
  return inThisOrder(
    inOrder(stages)
      .filter((one) => one !== moved)
      .toSpliced(to, 0, moved),
  );
}

/** A new stage, after the last one with its meaning. */
export function addStage(
  stages: readonly Stage[],
  values: { readonly name: string; readonly nameEn?: string; readonly meaning: StageMeaning },
  { newId }: Ctx,
): Result<Created, StageFailure> {
  const id = newId();
  const ordered = inOrder(stages);
  const place = ordered.findLastIndex(({ meaning }) => RANK[meaning] <= RANK[values.meaning]) + 1;
  const position = (place + 1) * STAGE_STEP;
  const added = { id, position, meaning: values.meaning };
  const moved = inThisOrder([...ordered.slice(0, place), added, ...ordered.slice(place)]);
  if (!moved.ok) return moved;
  return ok({
    id,
    changes: [{ put: 'stage', id, value: { ...values, position } }, ...moved.value],
  });
}

/** Says a stage's name or meaning anew. */
export function changeStage(
  stages: readonly Stage[],
  id: string,
  set: { readonly name?: string; readonly nameEn?: string | null; readonly meaning?: StageMeaning },
): Result<readonly Change[], StageFailure> {
  const after = inOrder(stages).map((one) =>
    one.id === id ? { ...one, meaning: set.meaning ?? one.meaning } : one,
  );
  const ordered = inThisOrder(after);
  return ordered.ok ? ok([{ patch: 'stage', id, set: { ...set } }]) : ordered;
}

/** Takes a stage out of the pipeline, when no deal stands in it. */
export function removeStage(
  stages: readonly Stage[],
  id: string,
  dealsInIt: number,
): Result<readonly Change[], StageFailure> {
  if (dealsInIt > 0) return err({ type: 'stageInUse', count: dealsInIt });
  const rest = inThisOrder(inOrder(stages).filter((one) => one.id !== id));
  return rest.ok ? ok([{ delete: 'stage', id }, ...rest.value]) : rest;
}
