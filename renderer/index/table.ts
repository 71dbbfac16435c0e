import type { Values } from '../../shared/commits/index.ts';
import { type AnyEntity, fieldOf } from '../../shared/entities/entity.ts';
import { type Column, createColumn } from './column.ts';
import { type Layout, layoutOf, lineText, RANK } from './layout.ts';
import { joinedParts, type Part, type PartReader, takeJoined, textsOf } from './parts.ts';
import { createRanks } from './ranks.ts';
import { type Texts, textsInPieces } from './texts.ts';

/** The records of one kind, each in a slot: their columns, and their searched texts. */
export interface Table {
  readonly entity: AnyEntity;
  readonly layout: Layout;
  /** Titles and codes. */
  readonly heads: Texts;
  /** All else that is searched. */
  readonly bodies: Texts;
  /** The texts that a line of the layout is in, and its number there. */
  readonly textsOf: (line: number) => { readonly texts: Texts; readonly line: number };
  /** Slots in use are below this; some below it may be free. */
  readonly end: () => number;
  readonly count: () => number;
  readonly idAt: (slot: number) => string | undefined;
  readonly slotOf: (id: string) => number | undefined;
  /** The column of a field, or of `createdAt` or `updatedAt`. */
  readonly column: (field: string) => Column | undefined;
  readonly titleAt: (slot: number) => string;
  /** Rank by slot in the order of ids. */
  readonly idRanks: () => Uint32Array;
  /** How good a place in the head of a record is. */
  readonly rankAt: (slot: number, place: number) => number;
  readonly put: (record: Values & { readonly id: string }) => void;
  /** A value of null goes away. `at` is the instant of the change. */
  readonly patch: (id: string, values: Values, at: number) => void;
  readonly remove: (id: string) => void;
  /** Slots in the order in which they changed, repeats included. */
  readonly changes: readonly number[];
  /** Changes of which the slots are known no more, of names, and of who has which slot. */
  readonly counts: { forgotten: number; titles: number; slots: number };
  /** Another number after every change. */
  readonly version: () => number;
  /** All that is held, to be kept: good as long as nothing changes. */
  readonly parts: () => Generator<Part>;
}

const { prefix, title: inTitle, code } = RANK;

const META = ['createdAt', 'updatedAt'] as const;
/** So many changes are remembered; after that, orders are made anew. */
const MOST_CHANGES = 20_000;

/** Gives out slots to ids: the lowest that is free, or a new one. */
function createSlots(from?: PartReader) {
  const ids: (string | undefined)[] = from ? textsOf(takeJoined(from)) : [];
  const slots = new Map<string, number>();
  const free: number[] = [];
  ids.forEach((id, slot) => {
    if (id) slots.set(id, slot);
    else free.push(slot);
    ids[slot] = id || undefined;
  });
  const ranks = createRanks(
    (left, right) => {
      const [one, other] = [ids[left] ?? '', ids[right] ?? ''];
      return one < other ? -1 : one > other ? 1 : 0;
    },
    () => slots.values(),
  );
  return {
    ids,
    slots,
    ranks,
    take: (id: string): number => {
      const slot = free.pop() ?? ids.length;
      ids[slot] = id;
      slots.set(id, slot);
      ranks.add(slot);
      return slot;
    },
    giveBack: (id: string, slot: number): void => {
      ids[slot] = undefined;
      slots.delete(id);
      ranks.remove(slot);
      free.push(slot);
    },
  };
}

type Fields = Readonly<Record<string, unknown>>;

/** The lines of a layout's part, as texts by slot. */
function* createPart(lines: Layout['lines'], from?: PartReader) {
  const texts = yield* textsInPieces(from);
  // A part with nothing in it is not there.
  const store = (slot: number, values: readonly string[]): void => {
    const text = values.every((value) => value === '') ? '' : `${values.join('\n')}\n`;
    if (text !== '' || texts.get(slot) !== '') texts.set(slot, text);
  };
  return {
    texts,
    put: (slot: number, record: Fields): void =>
      store(
        slot,
        lines.map((line) => lineText(line, record[line.field])),
      ),
    patch: (slot: number, set: Fields): void => {
      if (!lines.some(({ field }) => Object.hasOwn(set, field))) return;
      const before = texts.get(slot).split('\n');
      store(
        slot,
        lines.map((line, index) =>
          Object.hasOwn(set, line.field)
            ? lineText(line, set[line.field] ?? undefined)
            : (before[index] ?? ''),
        ),
      );
    },
    remove: (slot: number): void => store(slot, []),
  };
}

/** All texts of a kind's records: what they are called, what else is searched, and what is not. */
function* createParts({ lines, codes, searched }: Layout, from?: PartReader) {
  const heads = yield* createPart(lines.slice(0, codes), from);
  const bodies = yield* createPart(lines.slice(codes, searched), from);
  const hidden = yield* createPart(lines.slice(searched), from);
  return {
    heads: heads.texts,
    bodies: bodies.texts,
    all: [heads, bodies, hidden],
    textsOf: (line: number): { readonly texts: Texts; readonly line: number } => {
      if (line < codes) return { texts: heads.texts, line };
      if (line < searched) return { texts: bodies.texts, line: line - codes };
      return { texts: hidden.texts, line: line - searched };
    },
  };
}

/** Remembers which slots changed, up to a number at which it begins anew. */
function createChanges() {
  const changes: number[] = [];
  const counts = { forgotten: 0, titles: 0, slots: 0 };
  const changed = (slot: number): void => {
    if (changes.length === MOST_CHANGES) {
      changes.length = 0;
      counts.forgotten += 1;
    }
    changes.push(slot);
  };
  return { changes, counts, changed };
}

/** A column for each field, in the order of the description. */
function* createColumns(entity: AnyEntity, { spoken }: Layout, from?: PartReader) {
  const columns = new Map<string, Column>();
  for (const name of [...Object.keys(entity.fields), ...META]) {
    columns.set(name, createColumn(fieldOf(entity, name), spoken.includes(name), from));
    yield;
  }
  return columns;
}

/** The records of a kind that were kept under the same description, or none; piece by piece. */
export function* tableInPieces(
  entity: AnyEntity,
  from?: PartReader,
): Generator<undefined, Table, undefined> {
  const layout = layoutOf(entity);
  const slots = createSlots(from);
  yield;
  const columns = yield* createColumns(entity, layout, from);
  const parts = yield* createParts(layout, from);
  return tableOver(entity, layout, { slots, columns, parts });
}

/** No records. */
export function createTable(entity: AnyEntity): Table {
  const pieces = tableInPieces(entity);
  for (;;) {
    const { done, value } = pieces.next();
    if (done) return value;
  }
}

type Done<G> = G extends Generator<unknown, infer T> ? T : never;

interface Held {
  readonly slots: ReturnType<typeof createSlots>;
  readonly columns: Done<ReturnType<typeof createColumns>>;
  readonly parts: Done<ReturnType<typeof createParts>>;
}

function tableOver(entity: AnyEntity, layout: Layout, held: Held): Table {
  const { ids, slots, ranks, take, giveBack } = held.slots;
  const { columns } = held;
  const { heads, bodies, textsOf: textsOfLine, all: parts } = held.parts;
  const { changes, counts, changed } = createChanges();
  const title = columns.get(entity.title);

  const set = (slot: number, field: string, value: unknown): void => {
    if (field === entity.title) counts.titles += 1;
    columns.get(field)?.set(slot, value ?? undefined);
  };
  const put = (record: Values & { readonly id: string }): void => {
    const known = slots.get(record.id);
    const slot = known ?? take(record.id);
    if (known === undefined) counts.slots += 1;
    // Nothing is in a new slot: only what the record has is entered.
    const fields = known === undefined ? Object.keys(record) : columns.keys();
    for (const field of fields) set(slot, field, record[field]);
    for (const part of parts) part.put(slot, record);
    changed(slot);
  };
  const remove = (id: string): void => {
    const slot = slots.get(id);
    if (slot === undefined) return;
    for (const field of columns.keys()) set(slot, field, undefined);
    for (const part of parts) part.remove(slot);
    giveBack(id, slot);
    counts.slots += 1;
    changed(slot);
  };
  const patch = (id: string, values: Values, at: number): void => {
    const slot = slots.get(id);
    if (slot === undefined) return;
    for (const [field, value] of Object.entries(values)) set(slot, field, value);
    set(slot, 'updatedAt', at);
    for (const part of parts) part.patch(slot, values);
    changed(slot);
  };

  return {
    entity,
    layout,
    heads,
    bodies,
    textsOf: textsOfLine,
    end: () => ids.length,
    count: () => slots.size,
    idAt: (slot) => ids[slot],
    slotOf: (id) => slots.get(id),
    column: (field) => columns.get(field),
    titleAt: (slot) => {
      if (title?.type !== 'text') return '';
      return [title.entries[title.codes()[slot] ?? 0] ?? ''].flat().join(' ');
    },
    idRanks: ranks.all,
    rankAt: (slot, place) => {
      if (place === 0) return prefix;
      return heads.lineAt(slot, place) === 0 ? inTitle : code;
    },
    put,
    patch,
    remove,
    changes,
    counts,
    version: () => counts.forgotten * MOST_CHANGES + changes.length,
    *parts() {
      yield* joinedParts(ids.map((id) => id ?? ''));
      for (const column of columns.values()) yield* column.parts();
      for (const { texts } of parts) yield* texts.parts();
    },
  };
}
