import type { Change, StoredRecord, Values } from '../commits/index.ts';
import { identityKeys, sameThing } from './identity.ts';
import type { Reading, RowState, RowView } from './reading.ts';

/** What the user wants done with rows that are not simply new. */
export interface Choices {
  readonly repeated: 'skip' | 'add';
  /** A blank cell never wipes what is on the desk, whatever is chosen. */
  readonly known: 'skip' | 'fillBlanks' | 'overwrite';
}
export const CAUTIOUS: Choices = { repeated: 'skip', known: 'skip' };

/** The states whose rows will be added as new records. */
const statesToAdd = ({ repeated }: Choices): readonly RowState[] =>
  repeated === 'add' ? ['ready', 'repeated'] : ['ready'];

/** The rows that are going to be written, in order, under the choices made. */
export const rowsToWrite = (reading: Reading, choices: Choices): readonly number[] =>
  reading.rowsIn(
    choices.known === 'skip' ? statesToAdd(choices) : [...statesToAdd(choices), 'known'],
  );

/** The rows that stay out, in order; lines that are no data are not among them. */
export function rowsLeftOut(reading: Reading, choices: Choices): readonly number[] {
  const written = new Set(rowsToWrite(reading, choices));
  return reading
    .rowsIn(['problem', 'repeated', 'known', 'ready'])
    .filter((row) => !written.has(row));
}

/** What stands on the desk for the rows that update it. */
export interface OnDesk {
  readonly record: (id: string) => StoredRecord | undefined;
  /** The parts of a kind that belong to a record. */
  readonly parts: (entity: string, ownerId: string) => readonly StoredRecord[];
}

/** The fields of a row that change a record, or null when it has them all. */
function updateOf(record: StoredRecord, values: Values, how: Choices['known']): Values | null {
  const set = Object.entries(values).filter(([field, value]) => {
    const before = record[field] ?? null;
    if (before === null) return true;
    return how === 'overwrite' && JSON.stringify(before) !== JSON.stringify(value);
  });
  return set.length > 0 ? Object.fromEntries(set) : null;
}

const patchOf = (entity: string, record: StoredRecord, set: Values): Change => ({
  patch: entity,
  id: record.id,
  set,
  rev: record.rev,
});

/** What adding a row does: its record, and its parts after it. */
function additionsOf(
  { reading }: RowView,
  entity: string,
  nextId: () => string,
): readonly Change[] {
  const owner = nextId();
  return [
    { put: entity, id: owner, value: reading.values },
    ...reading.parts.map(({ entity: part, values }) => ({
      put: part.name,
      id: nextId(),
      value: part.partOf ? { ...values, [part.partOf.field]: owner } : values,
    })),
  ];
}

function updatesOf(
  { reading }: RowView,
  entity: string,
  record: StoredRecord,
  desk: OnDesk,
  how: Choices['known'],
  nextId: () => string,
): readonly Change[] {
  const changes: Change[] = [];
  const own = updateOf(record, reading.values, how);
  if (own) changes.push(patchOf(entity, record, own));
  for (const { entity: part, values } of reading.parts) {
    if (!part.partOf) continue;
    const whole = { ...values, [part.partOf.field]: record.id };
    const keys = identityKeys(part, whole);
    const known = desk
      .parts(part.name, record.id)
      .find((other) => sameThing(keys, identityKeys(part, other)));
    if (!known) {
      changes.push({ put: part.name, id: nextId(), value: whole });
      continue;
    }
    const set = updateOf(known, whole, how);
    if (set) changes.push(patchOf(part.name, known, set));
  }
  return changes;
}

/**
 * The changes that write a row. A row about a record on the desk updates it where that was chosen;
 * any other becomes a record of its own. `commit` cuts them into chunks of one unit.
 */
export function changesOfRow(
  view: RowView,
  entity: string,
  choices: Choices,
  desk: OnDesk,
  nextId: () => string,
): readonly Change[] {
  const record = view.state === 'known' && view.record ? desk.record(view.record) : undefined;
  return record
    ? updatesOf(view, entity, record, desk, choices.known, nextId)
    : additionsOf(view, entity, nextId);
}
