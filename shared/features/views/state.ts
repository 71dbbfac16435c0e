import { z } from 'zod';
import { PERIODS } from '../../core/periods.ts';

const field = z.string().min(1).max(80);
const texts = z.array(z.string().max(500)).max(1_000).readonly();
const end = z.union([z.string().max(40), z.number()]);
const days = z.number().int().min(-100_000).max(100_000);

/** Filters within filters go so deep: no screen makes more, and a file cannot exhaust the reader. */
const DEEPEST = 4;

const condition = z.union([
  z.strictObject({ field, in: texts }),
  z.strictObject({ field, blank: z.boolean() }),
  z.strictObject({ field, contains: z.string().max(500) }),
  z.strictObject({ field, period: z.enum(PERIODS) }),
  z.strictObject({ field, fromDays: days.exactOptional(), toDays: days.exactOptional() }),
  z.strictObject({ field, from: end.exactOptional(), to: end.exactOptional() }),
]);

export type ViewCondition = z.infer<typeof condition>;
/** What a record must fit, as the index takes it. */
export type ViewFilter =
  | ViewCondition
  | { readonly all: readonly ViewFilter[] }
  | { readonly any: readonly ViewFilter[] }
  | { readonly not: ViewFilter };

function filterTo(depth: number): z.ZodType<ViewFilter> {
  if (depth === 0) return condition;
  const inner = filterTo(depth - 1);
  const many = z.array(inner).max(100).readonly();
  return z.union([
    condition,
    z.strictObject({ all: many }),
    z.strictObject({ any: many }),
    z.strictObject({ not: inner }),
  ]);
}

/** The ways to lay out the records of a list; which of them a list has is its own affair. */
export const LAYOUTS = ['table', 'board', 'calendar', 'cards'] as const;
export type Layout = (typeof LAYOUTS)[number];

/** The highest limit of a column. */
export const MOST_CARDS = 100_000;

export const stateSchema = z.strictObject({
  text: z.string().max(500),
  where: z.array(filterTo(DEEPEST)).max(100).readonly(),
  sort: z
    .array(z.strictObject({ field, descending: z.boolean() }))
    .max(10)
    .readonly(),
  columns: z
    .array(
      z.strictObject({
        field,
        width: z.number().int().min(40).max(2_000).exactOptional(),
        pinned: z.literal(true).exactOptional(),
      }),
    )
    .min(1)
    .max(200)
    .readonly()
    .nullable(),
  groupBy: field.nullable(),
  /** Null: the one that the list begins with. */
  layout: z.enum(LAYOUTS).nullable(),
  /** The field whose values are the columns of the board; null: the one that the list begins with. */
  boardBy: field.nullable(),
  /** So many cards a column of the board by that field is meant to have at most. */
  limits: z
    .array(
      z.strictObject({
        field,
        column: z.string().max(80),
        most: z.number().int().min(1).max(MOST_CARDS),
      }),
    )
    .max(200)
    .readonly(),
  /** The date whose days the records stand in on the calendar; null: the one it begins with. */
  calendarBy: field.nullable(),
  span: z.enum(['month', 'week']),
});

/** A state is kept in a field of its view: its JSON is no longer than this, in UTF-16 units. */
export const MOST_STATE = 20_000;

/** How a list is looked at. */
export type ViewState = z.infer<typeof stateSchema>;

/**
 * Reads a state from its JSON; null for anything else, also for what a newer version writes or what
 * is more than a view takes.
 */
export function readViewState(text: string): ViewState | null {
  if (text.length > MOST_STATE) return null;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const read = stateSchema.safeParse(json);
  return read.success ? read.data : null;
}
