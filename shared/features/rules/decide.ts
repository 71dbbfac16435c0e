import type { Change, Values } from '../../commits/index.ts';
import { addDays, type CivilDate } from '../../core/dates.ts';
import type { Language } from '../../core/language.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { AnyEntity } from '../../entities/entity.ts';
import type { AnyRuleTable, RuleBasis } from '../../rules/index.ts';
import { overlapsOf, type RuleState, tableState } from './effective.ts';
import { type RuleRecord, ruleRow } from './entity.ts';
import { figuresOf, figuresText, type Misfit, readRow, rowWords } from './read.ts';

export interface RuleCtx {
  readonly records: readonly RuleRecord[];
  /** The civil date now, in China. */
  readonly today: CivilDate;
  /** Who confirms; blank where nobody said. */
  readonly by: string;
  readonly newId: () => string;
  /** In which the row's name and figures are kept for people. */
  readonly language: Language;
}

export type RuleFailure =
  /** The row would say something of days and a case for which another row holds. */
  | { readonly type: 'overlaps'; readonly with: RuleBasis }
  | { readonly type: 'misfit'; readonly why: Misfit }
  /** A change from a day on begins within the days of the row that it follows. */
  | { readonly type: 'notWithin'; readonly fromOn: CivilDate; readonly toOn: CivilDate | null };

export type RuleDecision = Result<readonly Change[], RuleFailure>;

const { region, validFrom, validTo, source, confidence, note } = ruleRow.fields;

/** A row of a table as a form asks for it: its figures, and what says so. */
export const formOfTable = ({ name, label, fields, slot }: AnyRuleTable): AnyEntity => ({
  name,
  label,
  plural: label,
  title: slot[0] ?? Object.keys(fields)[0] ?? 'source',
  sections: ruleRow.sections,
  fields: {
    ...Object.fromEntries(
      Object.entries(fields).map(([key, field]) => [key, { ...field, section: 'rule' }]),
    ),
    validFrom,
    validTo,
    region,
    source,
    confidence,
    note,
  },
});

/** Which case a row is for is no figure that changes: another case is another row. */
export const fieldsOfChange = (table: AnyRuleTable): readonly string[] => {
  const { slot, span } = table;
  const fixed = new Set([...slot, ...(span ? [span.first, span.last] : []), 'region']);
  return Object.keys(formOfTable(table).fields).filter((name) => !fixed.has(name));
};

/** What the form shows of a row. */
export const formValues = (
  table: AnyRuleTable,
  row: RuleBasis,
  record: RuleRecord | null,
): Values => {
  const known: Values = {
    ...figuresOf(table, row),
    region: row.region,
    validFrom: row.validFrom,
    validTo: row.validTo,
    source: row.source,
    // A confirmation was given to what it says now, not to what it will say.
    confidence: record?.confidence ?? row.confidence,
    note: record?.note ?? null,
  };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null));
};

/** The fields of a record that say what a row says. */
function said(table: AnyRuleTable, row: RuleBasis, { language }: RuleCtx): Values {
  const { slot, figures } = rowWords(table, row, language);
  return {
    name: [table.label[language], slot].filter((part) => part !== '').join(' · '),
    figure: figures.join(language === 'zh' ? '；' : '; ') || null,
    values: figuresText(table, row),
    region: row.region,
    validFrom: row.validFrom,
    validTo: row.validTo,
    source: row.source,
    confidence: row.confidence,
  };
}

const withoutBlanks = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));

/** Writes what is said of a row into its record, or into a new one. */
function write(
  table: AnyRuleTable,
  { builtIn, record }: Pick<RuleState, 'builtIn' | 'record'>,
  set: Values,
  ctx: RuleCtx,
): Change {
  if (record) return { patch: ruleRow.name, id: record.id, set };
  const rowKey = builtIn?.key ?? null;
  return {
    put: ruleRow.name,
    id: ctx.newId(),
    value: withoutBlanks({ ...set, table: table.name, rowKey }),
  };
}

/** The records as they will be, as far as they are rows: for a look at what a change would do. */
function recordsAfter(records: readonly RuleRecord[], changes: readonly Change[]): RuleRecord[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  for (const change of changes) {
    const { id } = change;
    if ('delete' in change) byId.delete(id);
    else {
      const before = byId.get(id);
      const values = 'put' in change ? change.value : { ...before, ...change.set };
      const meta = { id, rev: '~', createdAt: 0, updatedAt: 0 };
      // The values are those of the entity: the caller has made them here.
      byId.set(id, { ...withoutBlanks(values as Values), ...meta } as unknown as RuleRecord);
    }
  }
  return [...byId.values()];
}

const sameCase = (a: readonly RuleBasis[], b: readonly RuleBasis[]): boolean =>
  a.every(({ key }, place) => b[place]?.key === key);

/** Refuses what would set two rows against each other that were not so before. */
function unlessOverlapping(
  table: AnyRuleTable,
  changes: readonly Change[],
  { records }: RuleCtx,
): RuleDecision {
  const pairs = (list: readonly RuleRecord[]) =>
    overlapsOf(
      table,
      tableState(table, list).rows.map(({ row }) => row),
    );
  const before = pairs(records);
  const fresh = pairs(recordsAfter(records, changes)).find(
    (pair) => !before.some((one) => sameCase(one, pair)),
  );
  const ids = new Set<string>(changes.map(({ id }) => id));
  const other = fresh?.find(({ key }) => !ids.has(key)) ?? fresh?.[0];
  return other ? err({ type: 'overlaps', with: other }) : ok(changes);
}

/** What a form says, as a row of the table. */
function rowOfForm(
  table: AnyRuleTable,
  values: Values,
  key: string,
): Result<RuleBasis, RuleFailure> {
  const figures = Object.fromEntries(
    Object.keys(table.fields).map((name) => [name, values[name] ?? null]),
  );
  const record = {
    ...values,
    id: key,
    rev: '',
    values: JSON.stringify(withoutBlanks(figures)),
  } as unknown as RuleRecord; // the form has checked each field by its description
  const row = readRow(table, record);
  return row.ok ? row : err({ type: 'misfit', why: row.error });
}

const unconfirmed = { confirmedOn: null, confirmedBy: null } as const;
const noteOf = (values: Values): Values => ({ note: values.note ?? null });

/** Says that a row was compared with its text and is right (我已核对). */
export function confirmRow(
  table: AnyRuleTable,
  { row, builtIn, record }: RuleState,
  ctx: RuleCtx,
): readonly Change[] {
  const confirmed = { confirmedOn: ctx.today, confirmedBy: ctx.by || null };
  const isOwn = record !== null && record.change !== 'confirmed' && record.change !== 'removed';
  const set =
    isOwn && row.version !== null ? {} : { ...said(table, row, ctx), change: 'confirmed' };
  return [write(table, { builtIn, record }, { ...set, ...confirmed }, ctx)];
}

/** The row was written down wrongly: it reads so for all its days. */
export function correctRow(
  table: AnyRuleTable,
  state: RuleState,
  values: Values,
  ctx: RuleCtx,
): RuleDecision {
  const row = rowOfForm(table, values, state.row.key);
  if (!row.ok) return row;
  const set = {
    ...said(table, row.value, ctx),
    ...noteOf(values),
    ...unconfirmed,
    change: state.builtIn ? 'changed' : 'added',
  };
  return unlessOverlapping(table, [write(table, state, set, ctx)], ctx);
}

const added = (
  table: AnyRuleTable,
  row: RuleBasis,
  values: Values,
  id: string,
  ctx: RuleCtx,
): Change => ({
  put: ruleRow.name,
  id,
  value: withoutBlanks({
    ...said(table, row, ctx),
    ...noteOf(values),
    table: table.name,
    change: 'added',
  }),
});

/** The rule changes on a day: a new row from that day on, and the one before ends the day before. */
export function changeRowFrom(
  table: AnyRuleTable,
  state: RuleState,
  values: Values,
  ctx: RuleCtx,
): RuleDecision {
  const id = ctx.newId();
  const next = rowOfForm(table, values, id);
  if (!next.ok) return next;
  const { row } = state;
  const from = next.value.validFrom;
  if (from <= row.validFrom || (row.validTo !== null && from > row.validTo))
    return err({ type: 'notWithin', fromOn: addDays(row.validFrom, 1), toOn: row.validTo });
  const closed = { ...row, validTo: addDays(from, -1) };
  // That it ends is no doubt about what it said.
  const change = state.builtIn ? 'changed' : 'added';
  const changes = [
    write(table, state, { ...said(table, closed, ctx), change }, ctx),
    added(table, next.value, values, id, ctx),
  ];
  return unlessOverlapping(table, changes, ctx);
}

export function addRow(table: AnyRuleTable, values: Values, ctx: RuleCtx): RuleDecision {
  const id = ctx.newId();
  const row = rowOfForm(table, values, id);
  return row.ok ? unlessOverlapping(table, [added(table, row.value, values, id, ctx)], ctx) : row;
}

/** A built-in row does not count any more, and can be taken back; a row of the user's own goes. */
export const removeRow = (
  table: AnyRuleTable,
  { row, builtIn, record }: RuleState,
  ctx: RuleCtx,
): readonly Change[] =>
  builtIn === null && record
    ? [{ delete: ruleRow.name, id: record.id }]
    : [
        write(
          table,
          { builtIn, record },
          { ...said(table, row, ctx), ...unconfirmed, change: 'removed' },
          ctx,
        ),
      ];

/** Takes a row back to how it comes with the app. */
export const backToBuiltIn = (
  table: AnyRuleTable,
  { record }: Pick<RuleState, 'record'>,
  ctx: RuleCtx,
): RuleDecision =>
  record ? unlessOverlapping(table, [{ delete: ruleRow.name, id: record.id }], ctx) : ok([]);
