import type { Change, Values } from '../../commits/index.ts';
import type { CivilDate } from '../../core/dates.ts';
import type { Bilingual } from '../../core/language.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { foldWithoutBlanks, splitList, tidy } from '../../core/text.ts';
import type { AnyEntity } from '../../entities/entity.ts';
import { type Definitions, inPosition } from './describe.ts';
import { type CustomChoice, type CustomField, customChoice } from './entity.ts';

export interface DefinitionCtx {
  readonly definitions: Definitions;
  /** The civil date now, in China. */
  readonly today: CivilDate;
  readonly newId: () => string;
}

export type DefinitionFailure =
  /** Another field of the kind is known so, or another choice of the field. */
  | { readonly type: 'labelTaken'; readonly label: string; readonly by: Bilingual }
  | { readonly type: 'labelBlank' }
  /** A choice of several with a mark in it that stands between them, such as 、 or /. */
  | { readonly type: 'labelSplits'; readonly label: string }
  /** A number of records hold a value in it: it is archived, not deleted. */
  | { readonly type: 'fieldInUse'; readonly count: number };

type Decided = Result<readonly Change[], DefinitionFailure>;

export interface NewField {
  readonly type: CustomField['type'];
  readonly label: string;
  /** Of a number. */
  readonly unit?: string;
  /** Of a link: the kind of record. */
  readonly target?: string;
  /** Of choices: what they are called, in their order; said twice is said once. */
  readonly choices?: readonly string[];
}

/** A header of a spreadsheet and a word of a filter mean one field: width and case make none. */
const fold = foldWithoutBlanks;

/** Something that bears a name, with the words under which it is known. */
interface Named {
  readonly label: Bilingual;
  readonly words: readonly string[];
}

function checkLabel(label: string, others: readonly Named[]): Result<string, DefinitionFailure> {
  const text = tidy(label);
  if (text === '') return err({ type: 'labelBlank' });
  const by = others.find(({ words }) => words.map(fold).includes(fold(text)));
  return by ? err({ type: 'labelTaken', label: text, by: by.label }) : ok(text);
}

const named = ({ label }: { readonly label: string }): Named => ({
  label: { zh: label, en: label },
  words: [label],
});

/** The other fields of a kind in use, its own and the user's. */
function othersOf(
  entity: AnyEntity,
  { definitions }: DefinitionCtx,
  but?: string,
): readonly Named[] {
  const custom = fieldsOf(definitions, entity.name).filter(
    ({ id, archivedOn }) => id !== but && archivedOn === undefined,
  );
  const own = Object.values(entity.fields).map(
    ({ label, headers = [] }): Named => ({ label, words: [label.zh, label.en, ...headers] }),
  );
  return [...custom.map(named), ...own];
}

const choicesOf = ({ choices }: Definitions, fieldId: string): readonly CustomChoice[] =>
  inPosition(choices.filter((choice) => choice.fieldId === fieldId));

const fieldsOf = ({ fields }: Definitions, kind: string): readonly CustomField[] =>
  inPosition(fields.filter(({ recordKind }) => recordKind === kind));

const after = (records: readonly { readonly position: number }[]): number =>
  (records.at(-1)?.position ?? 0) + 1;

const puttingChoices = (
  fieldId: string,
  labels: readonly string[],
  first: number,
  newId: () => string,
): readonly Change[] =>
  labels.map((label, index) => ({
    put: 'customChoice',
    id: newId(),
    value: { fieldId, label, position: first + index },
  }));

/** A new field of a kind of record as the app describes it, after its others, with its choices. */
export function addField(
  entity: AnyEntity,
  { type, label, unit, target, choices = [] }: NewField,
  ctx: DefinitionCtx,
): Result<{ readonly id: string; readonly changes: readonly Change[] }, DefinitionFailure> {
  const checked = checkLabel(label, othersOf(entity, ctx));
  if (!checked.ok) return checked;
  const id = ctx.newId();
  const unitText = tidy(unit ?? '');
  const value: Values = {
    recordKind: entity.name,
    label: checked.value,
    type,
    ...(type === 'number' && unitText !== '' ? { unit: unitText } : {}),
    ...(type === 'link' && target !== undefined ? { target } : {}),
    position: after(fieldsOf(ctx.definitions, entity.name)),
  };
  const labels = type === 'choice' || type === 'choices' ? withoutRepeats(choices) : [];
  const changes: readonly Change[] = [
    { put: 'customField', id, value },
    ...puttingChoices(id, labels, 1, ctx.newId),
  ];
  return ok({ id, changes });
}

function withoutRepeats(labels: readonly string[]): readonly string[] {
  const tidied = labels
    .map((label) => tidy(label).slice(0, customChoice.fields.label.max))
    .filter((label) => label !== '');
  return [...new Map(tidied.map((label) => [fold(label), label])).values()];
}

export function renameField(
  entity: AnyEntity,
  { id, archivedOn }: CustomField,
  label: string,
  ctx: DefinitionCtx,
): Decided {
  const checked = checkLabel(label, archivedOn === undefined ? othersOf(entity, ctx, id) : []);
  return checked.ok ? ok([{ patch: 'customField', id, set: { label: checked.value } }]) : checked;
}

/** Sets the unit of a number; blank takes it away. */
export function changeUnit({ id }: CustomField, unit: string): readonly Change[] {
  return [{ patch: 'customField', id, set: { unit: tidy(unit) || null } }];
}

export const showInList = ({ id }: CustomField, inList: boolean): readonly Change[] => [
  { patch: 'customField', id, set: { inList: inList ? 'yes' : 'no' } },
];

/** Takes a field out of forms, lists and imports; what records hold in it stays and is still read. */
export const archiveField = ({ id }: CustomField, { today }: DefinitionCtx): readonly Change[] => [
  { patch: 'customField', id, set: { archivedOn: today } },
];

export function reviveField(
  entity: AnyEntity,
  { id, label }: CustomField,
  ctx: DefinitionCtx,
): Decided {
  const checked = checkLabel(label, othersOf(entity, ctx, id));
  return checked.ok ? ok([{ patch: 'customField', id, set: { archivedOn: null } }]) : checked;
}

/** Deletes a field with its choices, when no record holds a value in it. */
export function removeField(
  { id }: CustomField,
  used: number,
  { definitions }: DefinitionCtx,
): Decided {
  if (used > 0) return err({ type: 'fieldInUse', count: used });
  const choices = choicesOf(definitions, id).map(
    (choice): Change => ({ delete: 'customChoice', id: choice.id }),
  );
  return ok([...choices, { delete: 'customField', id }]);
}

/** The patches that put records in the order given. */
const inThisOrder = (
  table: 'customField' | 'customChoice',
  records: readonly Pick<CustomField, 'id' | 'position'>[],
): readonly Change[] =>
  records.flatMap(({ id, position }, index): Change[] =>
    position === index + 1 ? [] : [{ patch: table, id, set: { position: index + 1 } }],
  );

/** Moves a field one place up or down among those of its kind that are in use. */
export function moveField(
  field: CustomField,
  by: -1 | 1,
  { definitions }: DefinitionCtx,
): readonly Change[] {
  const all = fieldsOf(definitions, field.recordKind);
  const inUse = all.filter(({ archivedOn }) => archivedOn === undefined);
  return inThisOrder('customField', [
    ...moved(inUse, field.id, by),
    ...all.filter(({ archivedOn }) => archivedOn !== undefined),
  ]);
}

export const moveChoice = (
  choice: CustomChoice,
  by: -1 | 1,
  { definitions }: DefinitionCtx,
): readonly Change[] =>
  inThisOrder('customChoice', moved(choicesOf(definitions, choice.fieldId), choice.id, by));

function moved<R extends { readonly id: string }>(
  records: readonly R[],
  id: string,
  by: -1 | 1,
): readonly R[] {
  const from = records.findIndex((one) => one.id === id);
  const one = records[from];
  const to = from + by;
  if (!one || to < 0 || to >= records.length) return records;
  return records.toSpliced(from, 1).toSpliced(to, 0, one);
}

/** A cell that holds several choices is cut at the marks between them: none has such a mark in it. */
function checkChoice(
  { type }: Pick<CustomField, 'type'>,
  label: string,
  others: readonly CustomChoice[],
): Result<string, DefinitionFailure> {
  const checked = checkLabel(label, others.map(named));
  if (!checked.ok || type !== 'choices' || splitList(checked.value)[0] === checked.value)
    return checked;
  return err({ type: 'labelSplits', label: checked.value });
}

export function addChoice(field: CustomField, label: string, ctx: DefinitionCtx): Decided {
  const { id } = field;
  const others = choicesOf(ctx.definitions, id);
  const checked = checkChoice(field, label, others);
  return checked.ok ? ok(puttingChoices(id, [checked.value], after(others), ctx.newId)) : checked;
}

/** Calls a choice otherwise; records keep it by its id. */
export function renameChoice(
  field: CustomField,
  choice: CustomChoice,
  label: string,
  ctx: DefinitionCtx,
): Decided {
  const others = choicesOf(ctx.definitions, field.id).filter(({ id }) => id !== choice.id);
  const checked = checkChoice(field, label, others);
  return checked.ok
    ? ok([{ patch: 'customChoice', id: choice.id, set: { label: checked.value } }])
    : checked;
}

export const archiveChoice = (
  { id }: CustomChoice,
  { today }: DefinitionCtx,
): readonly Change[] => [{ patch: 'customChoice', id, set: { archivedOn: today } }];

export const reviveChoice = ({ id }: CustomChoice): readonly Change[] => [
  { patch: 'customChoice', id, set: { archivedOn: null } },
];
