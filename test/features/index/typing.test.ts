import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createColumns } from '../../../renderer/index/columns.ts';
import { createRanks } from '../../../renderer/index/ranks.ts';
import { applyOp, type Op, type StoredRecord } from '../../../shared/commits/index.ts';
import { type EntityName, entities, entityNames } from '../../../shared/registry.ts';
import { idOf, manyRecords } from '../../builders/many-desk.ts';
import { type Desk, naiveAnswer } from './naive.ts';

const TODAY = '2026-11-24';
const SIZES = { achievement: 40, enterprise: 40, deal: 40 };

/** A small desk with the variety of a large one, as columns and as plain records. */
function createDesk() {
  const columns = createColumns();
  const desk = Object.fromEntries(
    entityNames.map((name) => [name, new Map<string, StoredRecord>()]),
  ) as Record<EntityName, Map<string, StoredRecord>>;
  for (const { entity, records } of manyRecords(SIZES)) {
    columns.put(entity, records);
    for (const record of records) desk[entity as EntityName].set(record.id, record);
  }
  return { columns, desk };
}

const kinds = ['achievement', 'enterprise', 'deal'] as const;
const phrases = [
  '高盐废水',
  'xiezhiyuan',
  'gyfs',
  "li'wei",
  '智能 led',
  '鄂2026-0',
  'zl 2020 1',
  '9142 0100',
  '有限公司',
  'quyz',
];
const titles = ['高盐废水零排放', '解志远系统', '鄂2026-0 LED', '智能桥梁', '李伟 ZL 2020 1'];

/** What is done between two keys to a record of the kind asked for: its title changes, or it goes. */
const between = fc.record({
  index: fc.nat(39),
  title: fc.option(fc.constantFrom(...titles), { freq: 5, nil: null }),
});
type Between = typeof between extends fc.Arbitrary<infer T> ? T : never;

function toOp(entity: EntityName, { index, title }: Between): Op {
  const to = { entity, id: idOf(entity, index), was: {} };
  if (title === null) return { op: 'delete', ...to };
  return { op: 'patch', set: { [entities[entity].title]: title }, ...to };
}

describe('typing a search', () => {
  it('finds after each key what a look at every record would, whatever changes meanwhile', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...phrases),
        fc.constantFrom(...kinds),
        fc.array(fc.option(between), { minLength: 10, maxLength: 10 }),
        (phrase, entity, changes) => {
          const { columns, desk } = createDesk();
          for (let length = 1; length <= phrase.length; length += 1) {
            const change = changes[length - 1];
            if (change) {
              const op = toOp(entity, change);
              const table = desk[entity];
              const next = applyOp(table.get(op.id), op, { id: 'c', at: length });
              if (next) table.set(op.id, next);
              else table.delete(op.id);
              columns.apply(op, length);
            }
            // What was asked before is asked again: it may have changed since.
            for (const text of [phrase.slice(0, length), phrase.slice(0, 2)]) {
              const query = { entity, text, from: 0, to: 0, ids: true } as const;
              const { ids } = columns.ask(query, TODAY);
              expect(ids).toEqual(naiveAnswer(desk as Desk, query, TODAY).ids);
            }
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('ranks', () => {
  it('are those of sorting everything, however much was put in order before it was asked for', () => {
    const changes = fc.array(
      fc.record({
        isGone: fc.boolean(),
        item: fc.nat(30),
        value: fc.nat(8),
        warm: fc.nat(3),
        asks: fc.boolean(),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(changes, (steps) => {
        const values = new Map<number, number>();
        const ranks = createRanks(
          (left, right) => (values.get(left) ?? 0) - (values.get(right) ?? 0),
          () => values.keys(),
        );
        for (const { isGone, item, value, warm, asks } of steps) {
          if (values.delete(item)) ranks.remove(item);
          if (!isGone) {
            values.set(item, value);
            ranks.add(item);
          }
          for (let turn = 0; turn < warm; turn += 1) ranks.warm();
          if (!asks) continue;
          const distinct = [...new Set(values.values())].toSorted((left, right) => left - right);
          const all = ranks.all();
          for (const [one, held] of values) expect(all[one]).toBe(distinct.indexOf(held));
        }
      }),
      { numRuns: 400 },
    );
  });
});
