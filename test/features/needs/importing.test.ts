import { beforeAll, describe, expect, it } from 'vitest';
import type { Change } from '../../../shared/commits/index.ts';
import { CAUTIOUS, changesOfRow, createSettling } from '../../../shared/importing/index.ts';
import {
  expected,
  type Import,
  importAsProposed,
  linksTo,
  sheetsOf,
  stored,
  usesOf,
} from '../importing/sheets.ts';

interface ExpectedNeed {
  readonly row: number;
  readonly budget: unknown;
}

describe('the needs of a district, as they arrive', () => {
  const rows: readonly ExpectedNeed[] = expected.needs;
  let read: Import;
  beforeAll(async () => {
    read = importAsProposed(await sheetsOf('needs.xlsx'));
  });
  /** What the import writes, with ids in the order in which they are made. */
  const written = (from: Import): readonly Change[] => {
    let last = 0;
    const nextId = () => `new-${++last}`;
    const settle = createSettling(from.reading.plan.links, nextId);
    const desk = { record: () => undefined, parts: () => [] };
    return from.views.flatMap((view) =>
      changesOfRow(view, 'need', CAUTIOUS, desk, nextId).flatMap(settle),
    );
  };
  const putsOf = (changes: readonly Change[], name: string) =>
    changes.flatMap((change) => ('put' in change && change.put === name ? [change] : []));

  it('are told from achievements and enterprises, and every column finds its field', () => {
    expect(read.subject.entity.name).toBe('need');
    expect(usesOf(read.columns)).toEqual({
      需求企业: 'need.enterpriseId',
      需求名称: 'need.title',
      技术领域: 'need.field',
      需求描述: 'need.problem',
      主要技术指标: 'need.indicatorText',
      '拟投入资金（万元）': 'need.budget',
      截止时间: 'need.wantedBy',
      合作方式: 'need.modes',
      是否同意公开企业名称: 'need.isNamePublic',
    });
  });

  it('are all written, with the budgets that they state', () => {
    expect(read.reading.count('ready')).toBe(120);
    for (const { row, budget } of rows) {
      const { values } = read.reading.view(row - 1).reading;
      expect([row, values.budget]).toEqual([row, budget]);
      expect(values.wantedBy).toMatch(/^2026-\d\d-\d\d$/);
      expect(values.problem).toContain('\n');
    }
  });

  it('make the enterprises that the desk does not have, each once and before it is named', () => {
    const changes = written(read);
    const enterprises = putsOf(changes, 'enterprise');
    const names = new Set(read.views.map(({ cells }) => cells[0]));
    expect(enterprises.map(({ value }) => value.name).toSorted()).toEqual([...names].toSorted());
    const known = new Set<string>();
    for (const change of changes) {
      if ('put' in change && change.put === 'need')
        expect(known).toContain(change.value.enterpriseId);
      known.add(change.id);
    }
    expect(putsOf(changes, 'need')).toHaveLength(120);
    expect(read.views[0]?.reading.notes).toContainEqual({
      entity: 'need',
      field: 'enterpriseId',
      column: 0,
      note: { type: 'newRecord', name: '武汉光谷激光有限公司' },
    });
  });

  it('go to the enterprises that the desk has, and are known when they come again', async () => {
    const company = stored({ name: '武汉光谷激光有限公司', uscc: '91420111MA4KXXXX01' }, 'laser');
    const again = importAsProposed(await sheetsOf('needs.xlsx'), [], linksTo([company]));
    const changes = written(again);
    const names = putsOf(changes, 'enterprise').map(({ value }) => value.name);
    expect(names).not.toContain(company.name);
    const needs = putsOf(changes, 'need');
    expect(needs.filter(({ value }) => value.enterpriseId === 'laser').length).toBeGreaterThan(5);
    const enterprises = putsOf(changes, 'enterprise').map(({ id, value }) => stored(value, id));
    const third = importAsProposed(
      await sheetsOf('needs.xlsx'),
      needs.map(({ id, value }) => stored(value, id)),
      linksTo([company, ...enterprises]),
    );
    expect(third.reading.count('known')).toBe(120);
  });

  it('of a name that two companies bear wait for the code that tells which', async () => {
    const twins = ['91420111MA4KXXXX01', '91420111MA4KXXXX02'].map((uscc) =>
      stored({ name: '武汉光谷激光有限公司', uscc }, uscc),
    );
    const asked = importAsProposed(await sheetsOf('needs.xlsx'), [], linksTo(twins));
    expect(asked.reading.view(1).reading.problems).toMatchObject([
      { field: 'enterpriseId', problem: { type: 'severalRecords' } },
    ]);
    asked.reading.mend(1, 0, '91420111ma4kxxxx02');
    expect(asked.reading.view(1)).toMatchObject({
      state: 'ready',
      reading: { values: { enterpriseId: '91420111MA4KXXXX02' } },
    });
  });
});
