import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../../shared/commits/index.ts';
import { parseIpc } from '../../../shared/core/ipc.ts';
import {
  type Achievement,
  type AchievementPerson,
  type AchievementUnit,
  achievement,
  addPart,
  checkRegistration,
  compareFields,
  completenessOf,
  duplicatesOf,
  dutiesOf,
  inPartOrder,
  likenessOf,
  mayBeRegistered,
  mayBeSame,
  movePart,
  parseRegistrationNumber,
  type RegistrationGap,
  removePart,
  takeNames,
  titleLikeness,
  titlePieces,
} from '../../../shared/features/achievements/index.ts';
import { disciplines } from '../../../shared/lists/disciplines.ts';
import { regions } from '../../../shared/lists/regions.ts';
import { highTechFields, policyFields } from '../../../shared/lists/technology-fields.ts';
import { builtInRules } from '../../../shared/rules/index.ts';

const TODAY = '2026-11-24';

const meta = { rev: 'r', createdAt: 0, updatedAt: 0 };
const bare: Achievement = { ...meta, id: 'a', title: '钠离子电池层状氧化物正极材料' };
const unit: AchievementUnit = {
  ...meta,
  id: 'u1',
  achievementId: 'a',
  position: 100,
  name: '华中科技大学',
  uscc: '12100000441626842D',
  nature: 'university',
  region: 'R420111',
};
const person: AchievementPerson = {
  ...meta,
  id: 'p1',
  achievementId: 'a',
  position: 100,
  name: '陈立',
};
const whole: Achievement = {
  ...bare,
  keywords: ['钠离子电池'],
  secrecy: 'public',
  region: 'R420111',
  contactName: '李敏',
  contactPhone: '13800000000',
  category: 'applied',
  attribute: 'original',
  forms: ['material'],
  maturity: 'pilot',
  discipline: 'D430',
  highTechField: 'materials',
  industry: 'C38',
  summary: '一种正极材料。',
  fundingSource: 'outside',
  startedOn: '2020-01-01',
  endedOn: '2024-06-30',
  applicationState: 'trial',
  transferScope: 'domestic',
  level: 'notEvaluated',
  evaluationMethod: 'conclusion',
  recommendedBy: '湖北省科技厅',
  registrationNo: '4202024Y0117',
  registeredOn: '2024-09-01',
};
const gapsOf = (record: Achievement): readonly RegistrationGap[] => {
  const { form, answer } = checkRegistration(record, [unit], [person], TODAY, builtInRules);
  return [...form, ...answer];
};

describe('the code lists of the registration form', () => {
  it('are as long as their standards', () => {
    expect(Object.keys(disciplines)).toHaveLength(62);
    expect(Object.keys(highTechFields)).toHaveLength(8);
    expect(Object.keys(policyFields)).toHaveLength(8);
    expect(Object.keys(regions).filter((code) => /^R\d{2}0000$/.test(code))).toHaveLength(34);
    expect(Object.keys(regions).filter((code) => /^R4201(?!00)/.test(code))).toHaveLength(13);
  });

  it.each([
    ['H01M4/525', 'H01M4/525'],
    ['h01m 4/525 (2010.01)', 'H01M4/525'],
    ['Ｇ０６Ｆ', 'G06F'],
    ['I01M4/525', null],
    ['H01M4', null],
    ['H1M4/52', null],
  ])('read the IPC symbol %s by its form', (text, code) => {
    const read = parseIpc(text);
    expect(read.ok ? read.value : null).toBe(code);
  });
});

describe('the approval number', () => {
  it.each(['4202024Y0117', ' 420 2024 y 0117 ', '４２０２０２４Ｙ０１１７'])('reads %s', (text) => {
    expect(parseRegistrationNumber(text)).toEqual({
      ok: true,
      value: { text: '4202024Y0117', office: '420', year: 2024, serial: '0117' },
    });
  });

  it('is refused in any other form', () => {
    for (const text of ['', '4202024N0117', '42020240117', '4202024Y117', '42A2024Y0117'])
      expect(parseRegistrationNumber(text).ok).toBe(false);
  });

  it('fails when any one character is left out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 11 }), (at) => {
        const text = '4202024Y0117';
        expect(parseRegistrationNumber(text.slice(0, at) + text.slice(at + 1)).ok).toBe(false);
      }),
    );
  });
});

describe('the registration check', () => {
  it('lets a whole one be registered', () => {
    expect(gapsOf(whole)).toEqual([]);
    expect(mayBeRegistered(checkRegistration(whole, [unit], [person], TODAY, builtInRules))).toBe(
      true,
    );
  });

  it('keeps a draft from being registered, whatever single field it lacks', () => {
    const needed = Object.keys(whole).filter(
      (name) => !['id', 'rev', 'createdAt', 'updatedAt', 'title'].includes(name),
    );
    for (const name of needed) {
      const { [name as keyof Achievement]: _left, ...rest } = whole;
      const record = { ...rest, id: 'a', title: whole.title } as Achievement; // less one optional field
      // Without a category nothing is known to be applied technology; the category itself is missed.
      expect(gapsOf(record)).toContainEqual({ type: 'blank', field: name });
    }
  });

  it('asks for what follows from other answers', () => {
    expect(gapsOf({ ...whole, fundingSource: 'nationalKey' })).toEqual([
      { type: 'blank', field: 'projectName' },
      { type: 'blank', field: 'projectNo' },
    ]);
    expect(gapsOf({ ...whole, level: 'nationalLead' })).toEqual([
      { type: 'blank', field: 'evaluator' },
      { type: 'blank', field: 'evaluatedOn' },
    ]);
    expect(gapsOf({ ...whole, applicationState: 'unused' })).toEqual([
      { type: 'blank', field: 'unusedReasons' },
    ]);
  });

  it('does not ask basic theory how it is used', () => {
    const { attribute, maturity, highTechField, industry, applicationState, ...rest } = whole;
    expect(gapsOf({ ...rest, category: 'basic' })).toEqual([]);
  });

  it('sees lists, order of days, length and number', () => {
    const { form } = checkRegistration(
      { ...whole, startedOn: '2025-01-01', summary: '长'.repeat(2001) },
      [{ ...meta, id: 'u', achievementId: 'a', position: 1, name: '某所', region: 'R420100' }],
      [],
      TODAY,
      builtInRules,
    );
    expect(form).toEqual([
      { type: 'summaryTooLong', length: 2001, max: 2000 },
      { type: 'researchReversed' },
      { type: 'unitBlank', name: '某所', field: 'uscc' },
      { type: 'unitBlank', name: '某所', field: 'nature' },
      { type: 'noPeople' },
    ]);
    expect(
      checkRegistration(
        { ...whole, registrationNo: '鄂登2024' },
        [unit],
        [person],
        TODAY,
        builtInRules,
      ),
    ).toEqual({
      form: [],
      answer: [{ type: 'badNumber', text: '鄂登2024' }],
    });
  });

  it('knows the duties that come with money of the state, from their day on', () => {
    const funded: Achievement = { ...bare, fundingSource: 'province' };
    const names = (today: string) => dutiesOf(funded, today, builtInRules).map(({ duty }) => duty);
    expect(names('2026-11-24')).toEqual(['register', 'deposit']);
    expect(names('2015-09-30')).toEqual(['register']);
    expect(dutiesOf({ ...bare, fundingSource: 'outside' }, '2026-11-24', builtInRules)).toEqual([]);
  });

  it('counts what is filled by section and over all', () => {
    const sections = Object.keys(achievement.sections);
    const parts = sections.map((section) => completenessOf(achievement, whole, section));
    const all = completenessOf(achievement, whole);
    expect(parts.reduce((sum, { filled }) => sum + filled, 0)).toBe(all.filled);
    expect(parts.reduce((sum, { total }) => sum + total, 0)).toBe(all.total);
    expect(completenessOf(achievement, bare)).toEqual({ filled: 1, total: all.total });
  });
});

/** A list as it is after changes, and the achievement with it. */
function applied(
  record: Achievement,
  parts: readonly AchievementUnit[],
  changes: readonly Change[],
): { readonly record: Achievement; readonly parts: readonly AchievementUnit[] } {
  let now = record;
  const by = new Map(parts.map((part) => [part.id, part]));
  for (const change of changes) {
    if ('put' in change) by.set(change.id, { ...meta, id: change.id, ...change.value } as never);
    else if ('delete' in change) by.delete(change.id);
    else if (change.patch === 'achievement') {
      const kept = Object.entries({ ...now, ...change.set }).filter(([, value]) => value !== null);
      now = Object.fromEntries(kept) as never;
    } else by.set(change.id, { ...by.get(change.id), ...change.set } as never);
  }
  return { record: now, parts: inPartOrder([...by.values()]) };
}

describe('the list of completing units', () => {
  let count = 0;
  const newId = () => {
    count += 1;
    return `n${String(count).padStart(4, '0')}`;
  };
  const names = ({ parts }: ReturnType<typeof applied>) => parts.map(({ name }) => name);
  const add = (state: ReturnType<typeof applied>, name: string) =>
    applied(
      state.record,
      state.parts,
      addPart(state.record, 'achievementUnit', state.parts, { name }, newId),
    );

  it('is taken from the names that an import brought, and leaves them as they are', () => {
    const imported: Achievement = { ...bare, units: ['华中科技大学', '武汉大学'] };
    const taken = applied(imported, [], takeNames(imported, 'achievementUnit', newId));
    expect(names(taken)).toEqual(imported.units);
    expect(taken.record).toEqual(imported);
  });

  it('carries its names and their order into the achievement while the two agree', () => {
    let state = add(add({ record: bare, parts: [] }, '华中科技大学'), '武汉大学');
    expect(state.record.units).toEqual(['华中科技大学', '武汉大学']);
    const [, second] = state.parts;
    state = applied(
      state.record,
      state.parts,
      movePart(state.record, 'achievementUnit', state.parts, second?.id ?? '', -1),
    );
    expect(state.record.units).toEqual(['武汉大学', '华中科技大学']);
    state = applied(
      state.record,
      state.parts,
      removePart(state.record, 'achievementUnit', state.parts, state.parts[0]?.id ?? ''),
    );
    expect(state.record.units).toEqual(['华中科技大学']);
  });

  it('never overwrites what the user wrote otherwise', () => {
    const own: Achievement = { ...bare, units: ['华中大'] };
    expect(add({ record: own, parts: [] }, '华中科技大学').record.units).toEqual(['华中大']);
  });

  it('comes back to its order when one is moved there and back, and holds at the ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 6 }), fc.nat(5), (size, pick) => {
        let state: ReturnType<typeof applied> = { record: bare, parts: [] };
        for (let index = 0; index < size; index += 1) state = add(state, `单位${index}`);
        const before = names(state);
        const at = pick % size;
        const id = state.parts[at]?.id ?? '';
        const move = (by: -1 | 1) =>
          applied(
            state.record,
            state.parts,
            movePart(state.record, 'achievementUnit', state.parts, id, by),
          );
        state = move(1);
        expect(names(state)[Math.min(at + 1, size - 1)]).toBe(before[at]);
        if (at < size - 1) expect(names(move(-1))).toEqual(before);
      }),
    );
  });
});

const word = fc.stringMatching(/^[一-龥a-z0-9]{2,20}$/);
const facts = fc.record(
  {
    title: word,
    units: fc.array(word, { minLength: 1, maxLength: 3 }),
    leader: word,
    patents: fc.array(fc.constantFrom('201710601862.3', '95115608.X', '200310102344.5'), {
      minLength: 1,
      maxLength: 2,
    }),
  },
  { requiredKeys: ['title'] },
);

describe('what may be a duplicate', () => {
  it('is the same seen from either side', () => {
    fc.assert(
      fc.property(facts, facts, (one, other) => {
        expect(titleLikeness(one.title, other.title)).toBe(titleLikeness(other.title, one.title));
        expect(mayBeSame(likenessOf(one, other))).toBe(mayBeSame(likenessOf(other, one)));
      }),
    );
  });

  it('always holds a title that is only spelt otherwise', () => {
    fc.assert(
      fc.property(word, (title) => {
        const spelt = [...title.toUpperCase()].join('　');
        expect(titleLikeness(title, `《${spelt}》`)).toBe(10_000);
      }),
    );
  });

  it('always holds a shared patent, however it is written', () => {
    fc.assert(
      fc.property(facts, facts, (one, other) => {
        const a = { ...one, patents: ['201710601862.3'] };
        const b = { ...other, patents: ['ZL 2017 1 0601862.3'] };
        expect(mayBeSame(likenessOf(a, b))).toBe(true);
      }),
    );
  });

  it('does not hang on the order of what it is compared with, and leaves out itself', () => {
    const stored = fc
      .uniqueArray(facts, { maxLength: 12 })
      .map((all) => all.map((one, index): Achievement => ({ ...meta, id: `x${index}`, ...one })));
    fc.assert(
      fc.property(stored, (all) => {
        const [first = bare] = all;
        const found = duplicatesOf(first, all);
        expect(duplicatesOf(first, all.toReversed())).toEqual(found);
        expect(found.map(({ record }) => record.id)).not.toContain(first.id);
      }),
    );
  });

  it('tells a reworded title of the same unit from another achievement of it', () => {
    const of = (title: string, units: readonly string[]) => ({ title, units });
    const known = of('钠离子电池层状氧化物正极材料', ['华中科技大学']);
    const same = of('钠离子电池层状氧化物正极材料制备技术', ['华中科技大学']);
    const otherUnit = of('钠离子电池层状氧化物正极材料制备技术', ['武汉大学']);
    const other = of('锂离子电池硅碳负极材料', ['华中科技大学']);
    expect(mayBeSame(likenessOf(known, same))).toBe(true);
    expect(mayBeSame(likenessOf(known, otherUnit))).toBe(false);
    expect(mayBeSame(likenessOf(known, other))).toBe(false);
  });

  it('looks a title up by pieces of which one changed character spares at least one', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[一-龥]{8,40}$/), fc.nat(39), (title, at) => {
        const place = at % title.length;
        const changed = `${title.slice(0, place)}x${title.slice(place + 1)}`;
        expect(titlePieces(title).some((piece) => changed.includes(piece))).toBe(true);
      }),
    );
  });
});

describe('achievements side by side', () => {
  it('differ where they do not all say the same, blanks too', () => {
    const other = { ...bare, id: 'b', trl: 5, units: ['武汉大学'] };
    const one = { ...bare, units: ['武汉大学'] };
    const fields = compareFields(achievement, [one, other]);
    expect(fields).toEqual([
      { name: 'title', section: 'basics', differs: false },
      { name: 'units', section: 'basics', differs: false },
      { name: 'trl', section: 'technology', differs: true },
    ]);
  });
});
