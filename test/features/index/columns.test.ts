import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createColumns } from '../../../renderer/index/columns.ts';
import type { Query } from '../../../renderer/index/query.ts';
import type { StoredRecord } from '../../../shared/commits/index.ts';

const record = (id: string, values: Record<string, unknown>, updatedAt = 1): StoredRecord =>
  ({ id, rev: 'r', createdAt: 1, updatedAt, ...values }) as StoredRecord;

const TODAY = '2026-11-24';

/** Columns that are asked today. */
function columnsToday() {
  const columns = createColumns();
  return { ...columns, ask: (query: Query) => columns.ask(query, TODAY) };
}

const deals = [
  record(
    'd1',
    {
      title: '电池热失控预警系统',
      enterpriseId: 'e1',
      stageId: 's1',
      contractAmountFen: 360_000_000,
      mode: 'soleLicence',
    },
    3,
  ),
  record('d2', { title: '高盐废水零排放', enterpriseId: 'e2', stageId: 's1', mode: 'transfer' }, 2),
  record(
    'd3',
    {
      title: '桥梁健康监测',
      enterpriseId: 'e1',
      stageId: 's2',
      contractAmountFen: 120_000_000,
      lostOn: '2026-01-02',
    },
    1,
  ),
];

function desk() {
  const columns = columnsToday();
  columns.put('enterprise', [
    record('e1', { name: '武汉楚天储能科技有限公司' }),
    record('e2', { name: '孝感江城环保集团有限公司' }),
  ]);
  columns.put('deal', deals);
  return columns;
}

const all = { entity: 'deal', from: 0, to: 50 } as const;

describe('the index', () => {
  it('finds by any searched field, also by the name of a referred record', () => {
    expect(desk().ask({ ...all, text: '热失控' }).page).toEqual(['d1']);
    expect(desk().ask({ ...all, text: '楚天 桥梁' }).page).toEqual(['d3']);
    expect(desk().ask({ ...all, text: '不存在' }).total).toBe(0);
  });

  it('narrows, sorts with blanks last in both directions, and adds up what fits', () => {
    const open = desk().ask({
      ...all,
      where: [{ field: 'lostOn', blank: true }],
      sort: { field: 'contractAmountFen', descending: false },
      sums: ['contractAmountFen'],
    });
    expect(open.page).toEqual(['d1', 'd2']);
    expect(open.sums.contractAmountFen).toEqual({ fen: 360_000_000, of: 1 });
    const down = desk().ask({ ...all, sort: { field: 'contractAmountFen', descending: true } });
    expect(down.page).toEqual(['d1', 'd3', 'd2']);
  });

  it('splits the whole result into groups, whatever part of it is shown', () => {
    const answer = desk().ask({ ...all, to: 1, groupBy: 'stageId', sums: ['contractAmountFen'] });
    expect(answer.page).toHaveLength(1);
    expect(answer.groups).toEqual([
      { key: 's1', count: 2, sums: { contractAmountFen: { fen: 360_000_000, of: 1 } } },
      { key: 's2', count: 1, sums: { contractAmountFen: { fen: 120_000_000, of: 1 } } },
    ]);
  });

  it('counts an amount and leaves ranges and open prices out of totals', () => {
    const columns = columnsToday();
    columns.put('achievement', [
      record('a', { title: '甲', price: { kind: 'amount', fen: 100 } }),
      record('b', { title: '乙', price: { kind: 'range', fromFen: 5, toFen: 9 } }),
      record('c', { title: '丙', price: { kind: 'open' } }),
    ]);
    const answer = columns.ask({ entity: 'achievement', from: 0, to: 9, sums: ['price'] });
    expect(answer.sums.price).toEqual({ fen: 100, of: 1 });
  });

  it('follows commits, and forgets the text of what changed', () => {
    const columns = desk();
    expect(columns.ask({ ...all, text: '废水' }).total).toBe(1);
    columns.apply(
      {
        op: 'patch',
        entity: 'deal',
        id: 'd2',
        set: { title: '磷石膏利用' },
        was: { title: '高盐废水零排放' },
      },
      9,
    );
    expect(columns.ask({ ...all, text: '废水' }).total).toBe(0);
    expect(columns.ask({ ...all, text: '磷石膏' }).page).toEqual(['d2']);
    columns.apply({ op: 'delete', entity: 'deal', id: 'd2', was: {} }, 9);
    expect(columns.ask(all).total).toBe(2);
  });

  it('finds a deal by its enterprise’s new name after that changed', () => {
    const columns = desk();
    columns.ask({ ...all, text: '楚天' });
    columns.apply(
      {
        op: 'patch',
        entity: 'enterprise',
        id: 'e1',
        set: { name: '武汉长江储能有限公司' },
        was: {},
      },
      9,
    );
    expect(columns.ask({ ...all, text: '长江' }).total).toBe(2);
    expect(columns.ask({ ...all, text: '楚天' }).total).toBe(0);
  });

  it('gives the pages of one order without gap or repeat', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 13 }),
        fc.boolean(),
        (amounts, size, descending) => {
          const columns = columnsToday();
          columns.put(
            'deal',
            amounts.map((fen, index) =>
              record(`d${index}`, { title: 't', contractAmountFen: fen }),
            ),
          );
          const seen: string[] = [];
          for (let from = 0; from < amounts.length; from += size) {
            const sort = { field: 'contractAmountFen', descending };
            seen.push(...columns.ask({ entity: 'deal', sort, from, to: from + size }).page);
          }
          expect(new Set(seen).size).toBe(amounts.length);
          const figures = seen.map((id) => amounts[Number(id.slice(1))] ?? 0);
          expect(figures).toEqual(figures.toSorted((a, b) => (descending ? b - a : a - b)));
        },
      ),
    );
  });
});
