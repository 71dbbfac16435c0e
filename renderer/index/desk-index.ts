import type { Op, StoredRecord } from '../../shared/commits/index.ts';
import type { CivilDate } from '../../shared/core/dates.ts';
import type { AnyEntity } from '../../shared/entities/entity.ts';
import {
  describedWith,
  type EntityName,
  entityNames,
  isEntityName,
} from '../../shared/registry.ts';
import { type DeskDatabase, openDatabase, tableOf } from '../data/database.ts';
import { type HeldDefinitions, holdDefinitions } from '../data/definitions.ts';
import { slicesOf } from '../data/tables.ts';
import { type Columns, createColumns } from './columns.ts';
import { createContents, describedWithContents } from './contents.ts';
import { createKept, keptNowhere } from './kept.ts';
import type { Names } from './protocol.ts';
import type { Answer, Query } from './query.ts';
import { reasonsOf } from './reason.ts';

interface Commit {
  readonly id: string;
  readonly at: number;
  readonly ops: readonly Op[];
}

/** The columns of a desk, filled from its database and kept level with its commits. */
export interface DeskIndex {
  readonly commits: (commits: readonly Commit[]) => void;
  readonly replace: (entity: string, put: readonly StoredRecord[], gone: readonly string[]) => void;
  /** Takes in the texts of attached files, by the hash of their content. */
  readonly texts: (texts: ReadonlyMap<string, string>) => void;
  /** Answers as soon as the kinds that the question is about are filled. */
  readonly ask: (query: Query, today: CivilDate) => Promise<Answer>;
  readonly names: (ids: readonly string[]) => Promise<Names>;
  /** Writes down what is filled, so that the next start is fast; where there is enough of it. */
  readonly keep: () => Promise<void>;
}

/** A kind and those whose records it refers to. */
function kindsFor(name: EntityName, entity: AnyEntity): readonly EntityName[] {
  const refs = Object.values(entity.fields).flatMap((field) =>
    field.kind === 'ref' && isEntityName(field.entity) ? [field.entity] : [],
  );
  return [...new Set([name, ...refs])];
}

interface Filling {
  filled: PromiseWithResolvers<void>;
  /** What happened to the kind while it was read is done after: doing it twice changes nothing. */
  readonly later: (() => void)[];
  isFilled: boolean;
}

/** Fills kind by kind, those that are asked for first. */
function createFilling(read: (name: EntityName) => Promise<void>) {
  const queue = [...entityNames];
  const kinds = new Map(
    entityNames.map((name) => {
      const filled = Promise.withResolvers<void>();
      // Whoever waits hears of a failure; nobody may wait.
      filled.promise.catch(() => undefined);
      const kind: Filling = { filled, later: [], isFilled: false };
      return [name, kind] as const;
    }),
  );
  const fill = async (): Promise<void> => {
    for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
      const kind = kinds.get(name);
      if (!kind) continue;
      try {
        await read(name);
        // Described otherwise meanwhile: it is read once more.
        if (queue.includes(name)) continue;
        for (const change of kind.later.splice(0)) change();
        kind.isFilled = true;
        kind.filled.resolve();
      } catch (error) {
        kind.filled.reject(error);
      }
    }
  };
  const all = fill();
  let last = all;
  return {
    /** Done when all kinds are filled. */
    all,
    /** Fills a kind once more, whose columns were emptied. */
    again: (name: EntityName): void => {
      const kind = kinds.get(name);
      if (!kind || queue.includes(name)) return;
      if (kind.isFilled) kind.filled = Promise.withResolvers();
      kind.filled.promise.catch(() => undefined);
      kind.isFilled = false;
      queue.push(name);
      last = last.then(fill);
    },
    change: (name: string, change: () => void): void => {
      const kind = isEntityName(name) ? kinds.get(name) : undefined;
      if (kind?.isFilled) change();
      else kind?.later.push(change);
    },
    isFilled: (name: EntityName): boolean => kinds.get(name)?.isFilled === true,
    until: async (names: readonly EntityName[]): Promise<void> => {
      for (const name of names.toReversed()) {
        const place = queue.indexOf(name);
        if (place > 0) queue.unshift(...queue.splice(place, 1));
      }
      // While one is waited for, another may have to be filled again.
      while (names.some((name) => kinds.get(name)?.isFilled === false))
        await Promise.all(names.map((name) => kinds.get(name)?.filled.promise));
    },
  };
}

/** Asks for a slice while the one before is worked on: reading and taking in go on side by side. */
async function* readAhead<T>(slices: AsyncGenerator<T, undefined>): AsyncGenerator<T, undefined> {
  let next = slices.next();
  for (;;) {
    const { done, value } = await next;
    if (done) return undefined;
    next = slices.next();
    // Whoever takes the slices may end before it asks for this one.
    next.catch(() => undefined);
    yield value;
  }
}

/** Names of the records that rows refer to, by id. */
function namesFor(
  entity: AnyEntity,
  rows: readonly StoredRecord[],
  nameIn: (entity: string, id: string) => string,
): Record<string, string> {
  const names: Record<string, string> = {};
  for (const [name, field] of Object.entries(entity.fields)) {
    if (field.kind !== 'ref') continue;
    for (const row of rows) {
      const id = row[name];
      if (typeof id === 'string') names[id] = nameIn(field.entity, id);
    }
  }
  return names;
}

/** Records that are seen otherwise than the database has them. */
function createReplaced() {
  /** By kind and id; null: not there at all. */
  const replaced = new Map<string, Map<string, StoredRecord | null>>();
  return {
    see: (entity: string, put: readonly StoredRecord[], gone: readonly string[]): void => {
      const seen = replaced.get(entity) ?? new Map<string, StoredRecord | null>();
      replaced.set(entity, seen);
      for (const record of put) seen.set(record.id, record);
      for (const id of gone) seen.set(id, null);
    },
    forget: (entity: string, id: string): void => void replaced.get(entity)?.delete(id),
    of: (entity: string): ReadonlyMap<string, StoredRecord | null> =>
      replaced.get(entity) ?? new Map(),
  };
}

/** The records of these ids as they are seen, in this order. */
async function rowsOf(
  database: DeskDatabase,
  name: string,
  ids: readonly string[],
  seen: ReadonlyMap<string, StoredRecord | null>,
): Promise<readonly StoredRecord[]> {
  const wanted = ids.filter((id) => !seen.has(id));
  const read = wanted.length === 0 ? [] : await tableOf(database, name).bulkGet(wanted);
  const byId = new Map(read.flatMap((record) => (record ? [[record.id, record]] : [])));
  // A record may have gone since; the commit that says so is on its way here.
  return ids.flatMap((id) => seen.get(id) ?? byId.get(id) ?? []);
}

/** How kinds are described on the desk, told to the columns. */
function createDescribing(database: DeskDatabase, columns: Columns) {
  const definitions = holdDefinitions();
  const describe = (): readonly EntityName[] =>
    columns.describe(describedWithContents(describedWith(definitions.all())));
  const known = definitions.read(database).then(() => void describe());
  return {
    /** When those on the desk are known. */
    known,
    /** Makes a change of definitions then, and has what must be filled again filled. */
    change: (make: (held: HeldDefinitions) => boolean, again: (name: EntityName) => void): void =>
      void known.then(
        () => {
          if (make(definitions)) describe().forEach(again);
        },
        // Whoever asks hears that the database cannot be read.
        () => undefined,
      ),
  };
}

/** What is shown of some records: they themselves, the names in them, why a search found them. */
async function toldOf(
  ids: readonly string[],
  { entity: name, text = '', reasons: language }: Query,
  { database, columns, contents, replaced }: Parts,
): Promise<Pick<Answer, 'rows' | 'names' | 'reasons'>> {
  const rows = await rowsOf(database, name, ids, replaced.of(name));
  const entity = columns.entityOf(name);
  const reasons = language
    ? rows.map((row) => {
        const told = contents.withPassage(name, row, text);
        return [row.id, reasonsOf(entity, told, text, columns.nameIn, language)];
      })
    : [];
  return {
    rows,
    names: namesFor(entity, rows, columns.nameIn),
    reasons: Object.fromEntries(reasons),
  };
}

/** What makes the first questions fast, piece by piece. */
async function warmUp(columns: Columns): Promise<void> {
  while (columns.warm()) await new Promise((resolve) => setTimeout(resolve, 20));
}

interface Parts {
  readonly database: DeskDatabase;
  readonly columns: Columns;
  readonly contents: ReturnType<typeof createContents>;
  readonly replaced: ReturnType<typeof createReplaced>;
}

/** `program` tells what it keeps from what others kept; without one, nothing is kept. */
export function createDeskIndex(databaseName: string, program: string | null = null): DeskIndex {
  const database = openDatabase(databaseName);
  const columns = createColumns();
  const contents = createContents();
  const replaced = createReplaced();
  const describing = createDescribing(database, columns);
  const put = (name: string, records: readonly StoredRecord[]): void =>
    columns.put(name, contents.intoAll(name, records));
  const kept = program === null ? keptNowhere : createKept({ database, columns, put, program });

  const filling = createFilling(async (name) => {
    await describing.known;
    // Commits and questions are heard between the slices.
    if (!(await kept.load(name)))
      for await (const records of readAhead(slicesOf(database, name))) put(name, records);
    for (const [id, record] of replaced.of(name)) {
      if (record) put(name, [record]);
      else columns.remove(name, [id]);
    }
  });
  void filling.all.then(() => warmUp(columns));

  return {
    commits: (commits) => {
      for (const { id, at, ops } of commits) {
        kept.heard(id, ops.length);
        describing.change((held) => held.apply(ops, { id, at }), filling.again);
        for (const op of ops) {
          filling.change(op.entity, () => {
            replaced.forget(op.entity, op.id);
            columns.apply(contents.intoOp(op), at);
          });
        }
      }
    },
    replace: (entity, records, gone) => {
      kept.end();
      describing.change((held) => held.replace(entity, records, gone), filling.again);
      filling.change(entity, () => {
        replaced.see(entity, records, gone);
        put(entity, records);
        columns.remove(entity, gone);
      });
    },
    texts: (texts) => {
      contents.add(texts);
      filling.again('attachment');
    },
    ask: async (query, today) => {
      await describing.known;
      await filling.until(kindsFor(query.entity, columns.entityOf(query.entity)));
      const before = performance.now();
      const { page, ...found } = columns.ask(query, today);
      const told = await toldOf(page, query, { database, columns, contents, replaced });
      return { ...found, ...told, took: performance.now() - before };
    },
    names: async (ids) => {
      await filling.until(entityNames);
      return columns.names(ids);
    },
    keep: async () => {
      if (entityNames.every(filling.isFilled)) await kept.keep();
    },
  };
}
