import type { Values } from '../../shared/commits/index.ts';
import { type AnyEntity, fieldOf } from '../../shared/entities/entity.ts';
import { type Column, createColumn } from './column.ts';
import { type Layout, layoutOf, lineText, RANK } from './layout.ts';
import { createRanks } from './ranks.ts';
import { createTexts, type Texts } from './texts.ts';

/** The records of one kind, each in a slot: their columns, and their searched texts. */
export interface Table {
  readonly entity: AnyEntity;
  readonly layout: Layout;
  readonly texts: Texts;
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
  /** How good a place in a record's text is; 0 in a line that is not searched. */
  readonly rankAt: (slot: number, place: number) => number;
  readonly put: (record: Values & { readonly id: string }) => void;
  /** A value of null goes away. `at` is the instant of the change. */
  readonly patch: (id: string, values: Values, at: number) => void;
  readonly remove: (id: string) => void;
  /** Slots in the order in which they changed, repeats included. */
  readonly changes: readonly number[];
  /** Changes of which the slots are known no more, and of names in particular. */
  readonly counts: { forgotten: number; titles: number };
}

const { prefix, title: inTitle, code, other } = RANK;

const META = ['createdAt', 'updatedAt'] as const;
/** So many changes are remembered; after that, orders are made anew. */
const MOST_CHANGES = 20_000;
/** Ends of the title, the codes and all that is searched, by slot. */
const BOUNDS = 3;

function createBounds({ codes, searched }: Layout) {
  let bounds = new Uint32Array(BOUNDS * 64);
  return {
    at: (slot: number, which: number): number => bounds[slot * BOUNDS + which] ?? 0,
    set: (slot: number, lines: readonly string[]): void => {
      if ((slot + 1) * BOUNDS > bounds.length) {
        const grown = new Uint32Array(Math.ceil(bounds.length * 1.5) + BOUNDS);
        grown.set(bounds);
        bounds = grown;
      }
      let end = 0;
      lines.forEach((line, index) => {
        end += line.length + 1;
        const counted = index + 1;
        if (counted === 1) bounds[slot * BOUNDS] = end;
        if (counted === codes) bounds[slot * BOUNDS + 1] = end;
        if (counted === searched) bounds[slot * BOUNDS + 2] = end;
      });
    },
  };
}

/** Gives out slots to ids: the lowest that is free, or a new one. */
function createSlots() {
  const ids: (string | undefined)[] = [];
  const slots = new Map<string, number>();
  const free: number[] = [];
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

/** Text lines and what is known of where they end. */
function createLines(layout: Layout) {
  const texts = createTexts();
  const bounds = createBounds(layout);
  const store = (slot: number, lines: readonly string[]): void => {
    bounds.set(slot, lines);
    texts.set(slot, [...lines, ''].join('\n'));
  };
  return {
    texts,
    bounds,
    put: (slot: number, record: Readonly<Record<string, unknown>>): void =>
      store(
        slot,
        layout.lines.map((line) => lineText(line, record[line.field])),
      ),
    patch: (slot: number, set: Readonly<Record<string, unknown>>): void => {
      if (!layout.lines.some(({ field }) => Object.hasOwn(set, field))) return;
      const lines = texts.get(slot).split('\n');
      store(
        slot,
        layout.lines.map((line, index) =>
          Object.hasOwn(set, line.field)
            ? lineText(line, set[line.field] ?? undefined)
            : (lines[index] ?? ''),
        ),
      );
    },
    remove: (slot: number): void => texts.set(slot, ''),
  };
}

/** Remembers which slots changed, up to a number at which it begins anew. */
function createChanges() {
  const changes: number[] = [];
  const counts = { forgotten: 0, titles: 0 };
  const changed = (slot: number): void => {
    if (changes.length === MOST_CHANGES) {
      changes.length = 0;
      counts.forgotten += 1;
    }
    changes.push(slot);
  };
  return { changes, counts, changed };
}

export function createTable(entity: AnyEntity): Table {
  const layout = layoutOf(entity);
  const lines = createLines(layout);
  const { bounds } = lines;
  const { ids, slots, ranks, take, giveBack } = createSlots();
  const columns = new Map<string, Column>(
    [...Object.keys(entity.fields), ...META].map((name) => [
      name,
      createColumn(fieldOf(entity, name)),
    ]),
  );
  const { changes, counts, changed } = createChanges();
  const title = columns.get(entity.title);

  const set = (slot: number, field: string, value: unknown): void => {
    if (field === entity.title) counts.titles += 1;
    columns.get(field)?.set(slot, value ?? undefined);
  };
  const put = (record: Values & { readonly id: string }): void => {
    const slot = slots.get(record.id) ?? take(record.id);
    for (const field of columns.keys()) set(slot, field, record[field]);
    lines.put(slot, record);
    changed(slot);
  };
  const remove = (id: string): void => {
    const slot = slots.get(id);
    if (slot === undefined) return;
    for (const field of columns.keys()) set(slot, field, undefined);
    lines.remove(slot);
    giveBack(id, slot);
    changed(slot);
  };
  const patch = (id: string, values: Values, at: number): void => {
    const slot = slots.get(id);
    if (slot === undefined) return;
    for (const [field, value] of Object.entries(values)) set(slot, field, value);
    set(slot, 'updatedAt', at);
    lines.patch(slot, values);
    changed(slot);
  };

  return {
    entity,
    layout,
    texts: lines.texts,
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
      if (place < bounds.at(slot, 0)) return place === 0 ? prefix : inTitle;
      if (place < bounds.at(slot, 1)) return code;
      return place < bounds.at(slot, 2) ? other : 0;
    },
    put,
    patch,
    remove,
    changes,
    counts,
  };
}
