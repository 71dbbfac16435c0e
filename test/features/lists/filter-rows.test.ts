import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Filter } from '../../../renderer/index/query.ts';
import {
  type Draft,
  draftOf,
  type End,
  type FilterRow,
  filterOfDraft,
  filterOfRow,
  INSTANTS,
  relationsOf,
  rowFor,
  rowOfFilter,
} from '../../../renderer/ui/list/filter-rows.ts';
import { PERIODS } from '../../../shared/core/periods.ts';
import type { AnyEntity } from '../../../shared/entities/entity.ts';
import { entities } from '../../../shared/registry.ts';

const achievement: AnyEntity = entities.achievement;
const deal: AnyEntity = entities.deal;

/** Any row of the panel that is filled in. */
function rowsOf(entity: AnyEntity): fc.Arbitrary<FilterRow> {
  const fields = [...Object.keys(entity.fields), ...INSTANTS];
  return fc.constantFrom(...fields).chain((field) => {
    const kind = entity.fields[field]?.kind;
    const end: fc.Arbitrary<End> =
      kind === 'date'
        ? fc.constantFrom('2026-01-31', '2026-11-23')
        : fc.integer({ min: 0, max: 1_000_000_000 });
    return fc.record({
      field: fc.constant(field),
      relation: fc.constantFrom(...relationsOf(entity, field)),
      codes: fc.uniqueArray(fc.constantFrom('a', 'b', ''), { minLength: 1 }),
      text: fc.constantFrom('电池', 'Li '),
      from: end,
      to: fc.option(end),
      days: fc.integer({ min: 1, max: 400 }),
      period: fc.constantFrom(...PERIODS),
    });
  });
}

describe('rows of the filter panel', () => {
  it.each([achievement, deal])('come back from the filters that they stand for', (entity) => {
    fc.assert(
      fc.property(rowsOf(entity), (row) => {
        const filter = filterOfRow(row);
        const back = filter && rowOfFilter(entity, filter);
        expect(back).toMatchObject({ field: row.field, relation: row.relation });
        expect(back && filterOfRow(back)).toEqual(filter);
      }),
    );
  });

  it('say something of every field, and nothing of one that the kind does not have', () => {
    for (const entity of [achievement, deal]) {
      for (const field of Object.keys(entity.fields)) {
        expect(relationsOf(entity, field)).not.toHaveLength(0);
      }
    }
    expect(relationsOf(deal, 'nothing')).toEqual([]);
  });

  it('narrow nothing until they are filled in', () => {
    for (const field of ['title', 'mode', 'enterpriseId', 'contractAmountFen', 'nextOn']) {
      expect(filterOfRow(rowFor(deal, field))).toBeNull();
    }
  });

  it('stand in groups: all, any, none', () => {
    const rows = [rowFor(deal, 'lostOn'), rowFor(deal, 'nextOn')].map(
      (row): Draft => ({ type: 'row', row: { ...row, relation: 'filled' } }),
    );
    const inner: Draft = { type: 'group', mode: 'none', drafts: rows };
    const outer: Draft = { type: 'group', mode: 'any', drafts: [inner, ...rows] };
    const filter = filterOfDraft(outer);
    const both = [
      { field: 'lostOn', blank: false },
      { field: 'nextOn', blank: false },
    ];
    expect(filter).toEqual({ any: [{ not: { any: both } }, ...both] });
    expect(filter && draftOf(deal, filter)).toEqual(outer);
    const empty: Draft = { type: 'row', row: rowFor(deal, 'title') };
    expect(filterOfDraft({ type: 'group', mode: 'any', drafts: [empty] })).toBeNull();
  });

  it.each<Filter>([
    { field: 'id', in: ['a'] },
    { field: 'nextOn', from: '2026-11', to: '2026-11-30' },
    { field: 'nextOn', fromDays: 3, toDays: 9 },
    { not: { field: 'nextOn', blank: true } },
  ])('leave a filter that none of them can show as it is', (filter) => {
    const draft = draftOf(deal, filter);
    expect(draft.type).toBe('other');
    expect(filterOfDraft(draft)).toBe(filter);
  });
});
