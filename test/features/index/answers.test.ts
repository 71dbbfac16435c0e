import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Columns, createColumns } from '../../../renderer/index/columns.ts';
import {
  createPartReader,
  createPartWriter,
  type PartReader,
} from '../../../renderer/index/parts.ts';
import type { Filter, InGroups, Query } from '../../../renderer/index/query.ts';
import { applyOp, type Op, type StoredRecord, type Values } from '../../../shared/commits/index.ts';
import { PERIODS } from '../../../shared/core/periods.ts';
import { type EntityName, entities, entityNames } from '../../../shared/registry.ts';
import { memoryFile } from '../../builders/memory-file.ts';
import { type Desk, naiveAnswer } from './naive.ts';

const TODAY = '2026-11-24';

const some = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const titles = some(
  '电池热失控预警',
  '高盐废水',
  '高盐废水零排放 2',
  '高盐废水零排放 10',
  'LED 显示',
  'Zürich电池',
);
const names = some('解文博', '单雄信', '区寄', 'Zoë 李', '乐嘉');
const days = some('2026-11-01', '2026-11-20', '2026-11-24', '2026-12-01', '2025-01-31');
const amounts = some(0, 5, 100, 360_000_000);
const ids = some('r1', 'r2', 'r3', 'r4', 'r5', 'r6');

const achievement = fc.record(
  {
    title: titles,
    leader: names,
    units: fc.uniqueArray(some('华中科技大学', '武汉大学'), { minLength: 1 }),
    patents: fc.uniqueArray(some('202010123456.7', '95115608.X'), { minLength: 1 }),
    field: some('energy', 'agriculture', 'health'),
    maturity: some('research', 'pilot', 'production'),
    trl: some(1, 3, 9),
    registrationNo: some('鄂2026-001', '2026 0012'),
    registeredOn: days,
    note: some('电池与 LED', '备注 2026'),
    price: fc.oneof(
      fc.record({ kind: fc.constant('amount'), fen: amounts }),
      fc.constant({ kind: 'range', fromFen: 5, toFen: 9 }),
      fc.constant({ kind: 'open' }),
    ),
  },
  { requiredKeys: ['title'] },
);
const enterprise = fc.record(
  { name: some('楚天储能', '江城环保', '乐凯'), uscc: some('91420100MA4KXXXX0P'), foundedOn: days },
  { requiredKeys: ['name'] },
);
const deal = fc.record(
  {
    title: titles,
    achievementId: ids,
    enterpriseId: ids,
    contractAmountFen: amounts,
    nextOn: days,
    leadBroker: names,
    mode: some('transfer', 'soleLicence'),
    contractNo: some('HT-2026-0012'),
  },
  { requiredKeys: ['title', 'achievementId', 'enterpriseId'] },
);

const kinds = { achievement, enterprise, deal } as const;
type Tried = keyof typeof kinds;

/** What happens to records: they come, change in some fields, lose some, and go. */
const ops: fc.Arbitrary<readonly Op[]> = fc.array(
  fc.oneof(
    ...(Object.keys(kinds) as Tried[]).flatMap((entity) => {
      const values = kinds[entity] as fc.Arbitrary<Values>;
      return [
        fc.record({
          op: fc.constant('put' as const),
          entity: fc.constant(entity),
          id: ids,
          value: values,
        }),
        fc.record({
          op: fc.constant('patch' as const),
          entity: fc.constant(entity),
          id: ids,
          // A null takes the value away; a title stays.
          set: fc
            .tuple(values, fc.boolean())
            .map(([set, clears]) =>
              Object.fromEntries(
                Object.entries(set).map(([name, value]) => [
                  name,
                  clears && !['title', 'name'].includes(name) && !name.endsWith('Id')
                    ? null
                    : value,
                ]),
              ),
            ),
          was: fc.constant({}),
        }),
        fc.record({
          op: fc.constant('delete' as const),
          entity: fc.constant(entity),
          id: ids,
          was: fc.constant({}),
        }),
      ];
    }),
  ),
  { maxLength: 40 },
);

const fields = some(
  'title',
  'name',
  'leader',
  'units',
  'field',
  'maturity',
  'trl',
  'registeredOn',
  'price',
  'note',
  'contractAmountFen',
  'nextOn',
  'achievementId',
  'mode',
  'contractNo',
);
const condition: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({
    field: fields,
    in: fc.array(
      some('energy', 'pilot', '解文博', '武汉大学', '3', '2026-11-20', 'open', 'r1', ''),
      { maxLength: 3 },
    ),
  }),
  fc.record({ field: fields, blank: fc.boolean() }),
  fc.record({ field: some('nextOn', 'registeredOn', 'foundedOn'), from: days, to: days }),
  fc.record({ field: some('contractAmountFen', 'price', 'trl'), from: amounts }),
  fc.record({ field: some('nextOn', 'registeredOn', 'foundedOn'), period: some(...PERIODS) }),
  fc.record({ field: some('nextOn', 'registeredOn'), fromDays: some(-30, 0), toDays: some(0, 15) }),
  fc.record({
    field: some('title', 'note', 'units', 'field', 'leader'),
    contains: some('电池', 'led', '2', 'ｌＥＤ', '大学', 'energy', '现代'),
  }),
);
const filter: fc.Arbitrary<Filter> = fc.oneof(
  { weight: 3, arbitrary: condition },
  fc.array(condition, { maxLength: 2 }).map((any) => ({ any })),
  fc.array(condition, { maxLength: 2 }).map((all) => ({ all })),
  condition.map((not) => ({ not })),
);
const texts = some(
  '',
  '电池',
  '高盐',
  '高盐废',
  '解',
  'x',
  'xw',
  'xwb',
  'jie',
  'energy',
  '现代能',
  'jiewenbo',
  'shan',
  'led',
  'ZURICH',
  '2020 1 0123456.7',
  'ZL202010123456.7',
  'ht 2026',
  '2026',
  '华科 电池',
  '电池 单',
  'yue',
  'chutian',
  '楚天 电池',
  '2026-0012',
  '不存在',
);
const withMost = ({ most, ...inGroups }: Omit<InGroups, 'most'> & { most?: number | undefined }) =>
  most === undefined ? inGroups : { ...inGroups, most };
const query: fc.Arbitrary<Query> = fc
  .record({
    entity: some<Tried>('achievement', 'enterprise', 'deal'),
    text: texts,
    where: fc.array(filter, { maxLength: 3 }),
    sort: fc.option(
      fc.array(fc.record({ field: fields, descending: fc.boolean() }), {
        minLength: 1,
        maxLength: 3,
      }),
      { nil: undefined },
    ),
    from: some(0, 1, 3),
    to: some(0, 2, 50),
    groupBy: some('field', 'nextOn', 'registeredOn', 'units', 'achievementId', 'leader', 'nothing'),
    byDay: fc.boolean(),
    inGroups: fc.option(
      fc.record({
        descending: fc.boolean(),
        closed: fc.array(some('', 'energy', '2026-11', '2026-11-20', 'r1'), { maxLength: 2 }),
        most: fc.option(some(1, 2), { nil: undefined }),
      }),
      { nil: undefined },
    ),
  })
  .map(({ sort, byDay, inGroups, ...rest }) => ({
    ...rest,
    ...(sort ? { sort } : {}),
    ...(byDay ? { byDay } : {}),
    ...(inGroups ? { inGroups: withMost(inGroups) } : {}),
    sums: ['price', 'contractAmountFen'],
    facets: ['field', 'units', 'mode'],
    ids: true as const,
  }));

/** A desk kept as plain records. */
function createDesk() {
  const desk = Object.fromEntries(
    entityNames.map((name) => [name, new Map<string, StoredRecord>()]),
  ) as Record<EntityName, Map<string, StoredRecord>>;
  return {
    desk: desk as Desk,
    apply: (op: Op, at: number): void => {
      const table = desk[op.entity as EntityName];
      const next = applyOp(table.get(op.id), op, { id: 'c', at });
      if (next) table.set(op.id, next);
      else table.delete(op.id);
    },
  };
}

/** What is kept of a kind, as the next start reads it. */
function kept(columns: Columns, name: EntityName): PartReader {
  const file = memoryFile();
  const writer = createPartWriter(file);
  for (const part of columns.parts(name)) writer.write(part);
  return createPartReader(file, writer.end().sum);
}

/** Has all be taken in as the next start does. */
function restart(columns: Columns): void {
  for (const name of Object.keys(kinds) as Tried[]) {
    const pieces = columns.takeIn(name, kept(columns, name));
    while (!pieces.next().done);
  }
}

it('answers as a look at every record would, after any commits and starts and for any question', () => {
  fc.assert(
    fc.property(
      ops,
      fc.array(query, { minLength: 1, maxLength: 4 }),
      ops,
      fc.constantFrom('none', 'before the questions', 'after them', 'before each'),
      (before, queries, after, starts) => {
        const { desk, apply } = createDesk();
        const columns = createColumns();
        let at = 0;
        for (const part of [before, after]) {
          for (const op of part) {
            at += 1;
            apply(op, at);
            columns.apply(op, at);
          }
          if (starts === 'before the questions') restart(columns);
          for (const asked of queries) {
            if (starts === 'before each') restart(columns);
            const { page, from, groups, facets, ...found } = columns.ask(asked, TODAY);
            const answer = {
              ...found,
              groups: Object.fromEntries(groups.map(({ key, ...group }) => [key, group])),
              facets: Object.fromEntries(
                Object.entries(facets).map(([name, counts]) => [
                  name,
                  Object.fromEntries(counts.map(({ key, count }) => [key, count])),
                ]),
              ),
            };
            const { order, ...naive } = naiveAnswer(desk, asked, TODAY);
            expect(answer).toEqual(naive);
            expect(page).toEqual(found.ids?.slice(from, asked.to));
            if (asked.inGroups) expect(groups.map(({ key }) => key)).toEqual(order);
          }
          if (starts === 'after them') restart(columns);
        }
      },
    ),
    { numRuns: 200 },
  );
}, 60_000);

const put = (id: string): Op => ({ op: 'put', entity: 'achievement', id, value: { title: id } });

it('answers as before until the last piece of what was kept is taken in', () => {
  const columns = createColumns();
  columns.apply(put('kept'), 1);
  const pieces = columns.takeIn('achievement', kept(columns, 'achievement'));
  columns.apply({ op: 'delete', entity: 'achievement', id: 'kept', was: {} }, 2);
  let count = 0;
  while (!pieces.next().done) {
    count += 1;
    expect(columns.count('achievement')).toBe(0);
  }
  expect(count).toBeGreaterThan(Object.keys(entities.achievement.fields).length);
  expect(columns.count('achievement')).toBe(1);
});

it('takes in nothing of a kind that is described otherwise before the last piece', () => {
  const columns = createColumns();
  columns.apply(put('kept'), 1);
  const pieces = columns.takeIn('achievement', kept(columns, 'achievement'));
  pieces.next();
  const { title: _title, ...fields } = entities.achievement.fields;
  columns.describe({ ...entities, achievement: { ...entities.achievement, fields } });
  expect(() => {
    while (!pieces.next().done);
  }).toThrow();
  expect(columns.count('achievement')).toBe(0);
});
