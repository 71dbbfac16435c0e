import { describe, expect, it } from 'vitest';
import type { Disclosure } from '../../../shared/features/disclosures/index.ts';
import type { IpRight } from '../../../shared/features/ip-rights/index.ts';
import {
  type Check,
  type Choice,
  changedSince,
  checks,
  type DisclosedParts,
  findLeaks,
  guardedValues,
  hasConsent,
  isToReturn,
  mayGoOut,
  nextNumber,
  onePager,
  publishGuard,
  recordHandout,
  type Source,
  type Surroundings,
  setGuard,
  standingsOf,
} from '../../../shared/features/publishing/index.ts';
import { builtInRules } from '../../../shared/rules/index.ts';
import { choice, consent, source, TODAY, wordingIn } from './sample.ts';

const meta = { rev: 'r', createdAt: 0, updatedAt: 0 };
const nothing: Surroundings = { disclosed: [], enterprises: [], rules: builtInRules };

const disclosed = (over: Partial<Disclosure> = {}, planned?: string): DisclosedParts => ({
  disclosure: { ...meta, id: 'd', title: '低温封装', secretCheck: 'cleared', ...over },
  publications: planned
    ? [{ ...meta, id: 'p', disclosureId: 'd', what: '论文', plannedOn: planned }]
    : [],
});

const patent = (over: Partial<IpRight> = {}): IpRight => ({
  ...meta,
  id: 'r',
  title: '封装胶膜',
  kind: 'invention',
  status: 'filed',
  filedOn: '2026-03-02',
  ...over,
});

const judge = (given: Source, over: Partial<Choice> & Pick<Choice, 'layer'>, around = nothing) => {
  const asked = choice(over.layer, { pieces: ['teaser', 'field'], ...over });
  const made = onePager(given, asked, wordingIn('zh'));
  const leaks = findLeaks(made.document, guardedValues(given, asked.layer));
  return publishGuard(given, around, asked, made, leaks);
};

const lineOf = (check: Check, ...asked: Parameters<typeof judge>) => {
  const line = judge(...asked).find((one) => one.check === check);
  // Every check has its line.
  if (!line) throw new Error(check);
  return { verdict: line.verdict, ...line.finding };
};

describe('the publish guard', () => {
  it('names the rule that each line rests on, in force on the day', () => {
    const lines = judge(source(), { layer: 'L0' });
    expect(lines.map(({ check }) => check)).toEqual(Object.keys(checks));
    const own = lines.filter(({ row }) => row === null).map(({ check }) => check);
    expect(own).toEqual(['content', 'leak']);
    const before = judge(source(), { layer: 'L0', on: '2021-10-31' });
    expect(before.find(({ check }) => check === 'personal')?.row).toBeNull();
  });

  it('stops what is marked as a state secret, and warns where nobody checked', () => {
    const marked = source({}, { summary: '机密★20年\n工艺' });
    expect(lineOf('stateSecret', marked, { layer: 'L2' })).toMatchObject({ verdict: 'block' });
    expect(lineOf('stateSecret', source(), { layer: 'L0' }).type).toBe('notChecked');
    const around = { ...nothing, disclosed: [disclosed({ secretCheckedOn: '2026-05-01' })] };
    expect(lineOf('stateSecret', source(), { layer: 'L0' }, around)).toEqual({
      verdict: 'ok',
      type: 'cleared',
      on: '2026-05-01',
    });
  });

  it('wants an NDA for L1 and L2, signed by then, and none for a teaser', () => {
    const line = (over: Partial<Choice> & Pick<Choice, 'layer'>) => lineOf('nda', source(), over);
    expect(line({ layer: 'L0' }).verdict).toBe('ok');
    expect(line({ layer: 'L1', ndaNo: ' ' })).toEqual({ verdict: 'block', type: 'noNda' });
    expect(line({ layer: 'L2', ndaOn: '' })).toEqual({ verdict: 'block', type: 'noNda' });
    expect(line({ layer: 'L2', ndaOn: '2026-11-25' }).type).toBe('ndaTooLate');
    expect(line({ layer: 'L2', ndaOn: TODAY }).verdict).toBe('ok');
  });

  it('stops an empty sheet, and one with a guarded value in it', () => {
    expect(lineOf('content', source(), { layer: 'L0', pieces: ['summary'] }).type).toBe('empty');
    const told = source({}, { teaser: '张敏之的成果' });
    expect(lineOf('leak', told, { layer: 'L0' }).verdict).toBe('block');
  });

  it('asks units, co-owners and inventors for the layer that is told', () => {
    const agreed = source(
      {
        rights: [patent({ status: 'granted', holders: ['武汉理工大学', '长江光伏有限公司'] })],
        consents: [consent('武汉理工大学', ['publishL0']), consent('张敏之', ['publishL1'])],
      },
      { units: ['武汉理工大学', '华中某所'] },
    );
    expect(lineOf('unit', agreed, { layer: 'L0' }).verdict).toBe('ok');
    expect(lineOf('unit', agreed, { layer: 'L1' })).toMatchObject({ names: ['武汉理工大学'] });
    expect(lineOf('coOwner', agreed, { layer: 'L0' })).toEqual({
      verdict: 'warn',
      type: 'missing',
      names: ['华中某所', '长江光伏有限公司'],
    });
    expect(lineOf('inventor', agreed, { layer: 'L0' })).toMatchObject({ names: ['张敏之'] });
    expect(lineOf('inventor', agreed, { layer: 'L1' }).verdict).toBe('ok');
  });

  it('asks for the price where it is told, and for the names of enterprises', () => {
    const shown = source({}, { teaser: '已在华新玻璃有限公司试用' });
    expect(lineOf('price', shown, { layer: 'L0' }).type).toBe('notShown');
    expect(lineOf('price', shown, { layer: 'L1', pieces: ['price'] }).verdict).toBe('warn');
    const around = { ...nothing, enterprises: ['华新玻璃有限公司', '长江光伏有限公司'] };
    expect(lineOf('names', shown, { layer: 'L0' }, around)).toMatchObject({
      names: ['华新玻璃有限公司'],
    });
    const named = { ...shown, consents: [consent('华新玻璃有限公司', ['name'])] };
    expect(lineOf('names', named, { layer: 'L0' }, around).type).toBe('agreed');
  });

  it('lets nothing out that is blocked, and warnings only with a reason each', () => {
    const lines = judge(source(), { layer: 'L0' });
    const warned = lines.filter(({ verdict }) => verdict === 'warn').map(({ check }) => check);
    expect(warned).toEqual(['stateSecret', 'novelty', 'unit', 'inventor']);
    const reasons = Object.fromEntries(warned.map((check) => [check, '已当面确认']));
    expect(mayGoOut(lines, reasons)).toBe(true);
    expect(mayGoOut(lines, { ...reasons, novelty: ' ' })).toBe(false);
    const blocked = judge(source(), { layer: 'L1', ndaNo: '' });
    expect(
      mayGoOut(blocked, Object.fromEntries(Object.keys(checks).map((check) => [check, '可以']))),
    ).toBe(false);
  });
});

describe('novelty', () => {
  const standing = (rights: readonly IpRight[], parts: readonly DisclosedParts[] = []) =>
    standingsOf(rights, parts, TODAY, builtInRules);

  it('is open for 18 months from priority or filing, unless published earlier (专利法第三十四条)', () => {
    expect(standing([patent()])).toMatchObject([{ type: 'unpublished', until: '2027-09-02' }]);
    expect(standing([patent({ priorityOn: '2025-03-02' })])).toMatchObject([
      { type: 'unpublished', until: '2026-09-02', row: { months: 18 } },
    ]);
    expect(standing([patent({ publishedOn: '2026-10-01' })])).toEqual([{ type: 'published' }]);
    expect(standing([patent({ kind: 'utilityModel' })])).toMatchObject([{ until: null }]);
  });

  it('is lost by telling what is not filed, and secrets by telling at all', () => {
    expect(standing([patent({ status: 'preparing' })])[0]?.type).toBe('unfiled');
    expect(standing([patent({ kind: 'knowHow' })])[0]?.type).toBe('knowHow');
    expect(standing([], [disclosed()])[0]?.type).toBe('unfiled');
    expect(standing([], [disclosed({}, '2026-12-01')])).toMatchObject([{ on: '2026-12-01' }]);
    expect(standing([], [disclosed({ filedOn: '2026-01-05' })])).toEqual([{ type: 'unknown' }]);
    expect(standing([])).toEqual([{ type: 'unknown' }]);
  });

  it('is no matter between those bound to secrecy', () => {
    const given = source({ rights: [patent()] });
    expect(lineOf('novelty', given, { layer: 'L0' }).verdict).toBe('warn');
    expect(lineOf('novelty', given, { layer: 'L1' })).toEqual({ verdict: 'ok', type: 'underNda' });
  });
});

describe('a consent', () => {
  const holds = (over: Parameters<typeof consent>[2], on = TODAY) =>
    hasConsent([consent('武汉理工大学', ['price'], over)], '武汉 理工大学', 'price', on);

  it('holds from its day through its last, until it is withdrawn', () => {
    expect(holds({})).toBe(true);
    expect(holds({}, '2025-12-31')).toBe(false);
    expect(holds({ untilOn: TODAY })).toBe(true);
    expect(holds({ untilOn: '2026-11-23' })).toBe(false);
    expect(holds({ withdrawnOn: TODAY })).toBe(false);
    expect(holds({ withdrawnOn: '2026-11-25' })).toBe(true);
  });
});

describe('handouts', () => {
  it('come back unless anybody may have them', () => {
    expect(isToReturn({ layer: 'L0' })).toBe(false);
    expect(isToReturn({ layer: 'L1' })).toBe(true);
    expect(isToReturn({ layer: 'L2', returnedOn: '2026-11-01' })).toBe(false);
  });

  it('are numbered by the day, after the last of it', () => {
    expect(nextNumber(TODAY, [])).toBe('H20261124-001');
    expect(nextNumber(TODAY, ['H20261124-009', 'H20261123-040'])).toBe('H20261124-010');
  });

  it('say what has changed since', () => {
    const made = { prints: ['title=a', 'field=b', 'trl=c'] };
    expect(changedSince(made, ['title=a', 'field=b', 'trl=c'])).toEqual([]);
    expect(changedSince(made, ['title=a', 'field=x', 'price=d'])).toEqual([
      'field',
      'trl',
      'price',
    ]);
  });

  it('are recorded without blanks', () => {
    const change = recordHandout(
      {
        achievementId: 'a',
        number: 'H20261124-001',
        recipient: '某公司',
        layer: 'L0',
        language: 'zh',
        format: 'pdf',
        sentOn: TODAY,
        version: 'v',
        ndaNo: '',
        overrides: [],
      },
      () => 'h',
    );
    expect(change).toMatchObject({ put: 'handout', id: 'h' });
    expect('value' in change && Object.keys(change.value)).not.toContain('ndaNo');
    expect('value' in change && Object.keys(change.value)).not.toContain('overrides');
  });
});

describe('the level of a field', () => {
  const guard = (id: string) => ({
    ...meta,
    id,
    achievementId: 'a',
    field: 'price',
    level: 'public' as const,
  });

  it('is set once, and given back', () => {
    expect(setGuard('a', [], 'price', 'internal', () => 'g')).toEqual([
      {
        put: 'fieldGuard',
        id: 'g',
        value: { achievementId: 'a', field: 'price', level: 'internal' },
      },
    ]);
    expect(setGuard('a', [guard('1'), guard('2')], 'price', 'internal', () => 'g')).toEqual([
      { patch: 'fieldGuard', id: '1', set: { level: 'internal' } },
      { delete: 'fieldGuard', id: '2' },
    ]);
    expect(setGuard('a', [guard('1')], 'price', null, () => 'g')).toEqual([
      { delete: 'fieldGuard', id: '1' },
    ]);
  });
});
