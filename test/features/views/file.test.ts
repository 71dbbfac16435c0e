import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  LAYOUTS,
  readViewFile,
  type ViewFile,
  type ViewState,
  valuesIn,
  viewFileText,
} from '../../../shared/features/views/index.ts';
import { entityNamed } from '../../../shared/registry.ts';

const state: ViewState = {
  text: '电池',
  where: [
    { field: 'secrecy', in: ['internal'] },
    {
      any: [
        { field: 'maturity', blank: true },
        { field: 'price', from: 100 },
      ],
    },
  ],
  sort: [{ field: 'title', descending: false }],
  columns: [{ field: 'title', width: 200, pinned: true }, { field: 'updatedAt' }],
  groupBy: 'maturity',
  layout: 'board',
  boardBy: 'maturity',
  limits: [{ field: 'maturity', column: 'pilot', most: 12 }],
  calendarBy: 'registeredOn',
  span: 'week',
};
const file: ViewFile = { list: 'achievement', name: '内部百万以上', icon: 'flag', state };

const nameOf = (field: string): string => `“${field}”`;
const read = (text: string) => readViewFile(text, entityNamed);
/** The file with some parts changed, as another version or hand might write it. */
const changed = (parts: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ ...(JSON.parse(viewFileText(file, nameOf)) as object), ...parts });

const field = fc.constantFrom('title', 'maturity', 'secrecy', 'price', 'registeredOn', 'updatedAt');
const anyState: fc.Arbitrary<ViewState> = fc.record({
  text: fc.string(),
  where: fc.array(fc.record({ field, in: fc.array(fc.string(), { maxLength: 3 }) }), {
    maxLength: 3,
  }),
  sort: fc.array(fc.record({ field, descending: fc.boolean() }), { maxLength: 2 }),
  columns: fc.option(fc.array(fc.record({ field }), { minLength: 1, maxLength: 3 })),
  groupBy: fc.option(field),
  layout: fc.option(fc.constantFrom(...LAYOUTS)),
  boardBy: fc.option(field),
  limits: fc.array(
    fc.record({ field, column: fc.string(), most: fc.integer({ min: 1, max: 9 }) }),
    {
      maxLength: 2,
    },
  ),
  calendarBy: fc.option(field),
  span: fc.constantFrom('month', 'week'),
});

describe('a view as a file', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(anyState, (kept) => {
        const view = { ...file, state: kept };
        expect(read(viewFileText(view, nameOf))).toEqual({
          ok: true,
          value: { view, leftOut: [] },
        });
      }),
    );
  });

  it('leaves out what rests on fields that the desk does not have, and names them', () => {
    const text = changed({
      where: [
        { field: 'secrecy', in: ['internal'] },
        { any: [{ field: 'maturity', blank: true }, { not: { field: 'x_rating', in: ['A'] } }] },
      ],
      columns: [{ field: 'title' }, { field: 'x_place' }],
      sort: [{ field: 'x_rating', descending: true }],
      groupBy: 'x_place',
      boardBy: 'x_rating',
      limits: [{ field: 'x_rating', column: 'A', most: 3 }],
      fieldNames: { x_rating: '客户评级' },
    });
    const answer = read(text);
    if (!answer.ok) throw new Error(answer.error.type);
    const { view, leftOut } = answer.value;
    // By what they are called where the file was saved.
    expect([...leftOut].sort()).toEqual(['x_place', '客户评级']);
    expect(view.state).toEqual({
      ...state,
      where: [{ field: 'secrecy', in: ['internal'] }],
      columns: [{ field: 'title' }],
      sort: [],
      groupBy: null,
      boardBy: null,
      limits: [],
    });
  });

  it('says which options and records its filters ask for, however deep, and not the blank', () => {
    const deep = {
      all: [{ not: { field: 'field', in: ['energy'] } }, { field: 'title', from: 1 }],
    };
    const where = [
      { field: 'secrecy', in: ['', 'open'] },
      { any: [deep] },
      { field: 'field', in: ['law'] },
    ];
    expect([...valuesIn({ ...state, where })]).toEqual([
      ['secrecy', ['open']],
      ['field', ['energy', 'law']],
    ]);
  });

  it('shows the columns of the list where it knows none of its own', () => {
    const answer = read(changed({ columns: [{ field: 'x_place' }] }));
    expect(answer.ok && answer.value.view.state.columns).toBeNull();
  });

  it('names parts that this version does not know, and an unknown icon becomes the plain one', () => {
    const answer = read(changed({ colours: ['red'], icon: 'rocket' }));
    expect(answer.ok && answer.value.leftOut).toEqual(['colours']);
    expect(answer.ok && answer.value.view.icon).toBe('list');
  });

  it.each([
    ['no JSON at all', '交易'],
    ['other JSON', '{"title":"交易摘要"}'],
    ['a list', '[1]'],
    ['a view without a name', changed({ name: '  ' })],
    ['a filter of no known form', changed({ where: [{ field: 'title', sounds: 'like' }] })],
    ['a layout that is none', changed({ layout: 'globe' })],
  ])('is not read from %s', (_what, text) => {
    expect(read(text)).toEqual({ ok: false, error: { type: 'notAView' } });
  });

  it('of a newer form, or of a kind of record that is not here, is refused by name', () => {
    expect(read(changed({ transferDeskView: 2, layout: 'globe' }))).toEqual({
      ok: false,
      error: { type: 'tooNew' },
    });
    expect(read(changed({ list: 'spaceship' }))).toEqual({
      ok: false,
      error: { type: 'noSuchList', list: 'spaceship' },
    });
  });

  it('is refused where it says more than a view takes', () => {
    const long = Array.from({ length: 90 }, () => ({ field: 'title', contains: 'x'.repeat(400) }));
    expect(read(changed({ where: long }))).toEqual({ ok: false, error: { type: 'tooLarge' } });
  });

  it('never breaks the reader, whatever is in it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (parts) => {
        const text = changed(parts !== null && typeof parts === 'object' ? { ...parts } : {});
        expect(() => read(text)).not.toThrow();
        expect(() => read(JSON.stringify(parts))).not.toThrow();
      }),
    );
  });
});
