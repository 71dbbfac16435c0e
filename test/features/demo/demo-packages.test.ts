import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../../shared/commits/index.ts';
import { demoChanges } from '../../../shared/demo/demo-desk.ts';
import type { Achievement } from '../../../shared/features/achievements/index.ts';
import { chaptersOf, type PackageItem } from '../../../shared/features/packages/index.ts';
import {
  type Consent,
  changedSince,
  guardsOf,
  type Handout,
  hasConsent,
  isToReturn,
  notEvaluated,
  onePager,
} from '../../../shared/features/publishing/index.ts';
import { entities } from '../../../shared/registry.ts';
import { wordingIn } from '../publishing/sample.ts';

const TODAY = '2026-11-24';
let ids = 0;
const demo = demoChanges(TODAY, () => {
  ids += 1;
  return `id-${ids}`;
});
const puts = <R>(changes: readonly Change[], entity: string): readonly R[] =>
  changes.flatMap((change) =>
    'put' in change && change.put === entity ? [{ ...change.value, id: change.id } as R] : [],
  );

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('packages and handouts of the demo desk', () => {
  const [given] = puts<Handout>(demo, 'handout');
  const record = puts<Achievement>(demo, 'achievement').find(
    ({ id }) => id === given?.achievementId,
  );

  it('has a package in two chapters', () => {
    const chapters = chaptersOf(puts<PackageItem>(demo, 'packageItem'));
    expect(chapters.map(({ items }) => items.length)).toEqual([1, 2]);
  });

  it('has a handout that its unit agreed to, still to be returned', () => {
    const consents = puts<Consent>(demo, 'consent');
    expect(given && isToReturn(given)).toBe(true);
    const [unit = ''] = record?.units ?? [];
    expect(hasConsent(consents, unit, 'publishL1', given?.sentOn ?? '')).toBe(true);
  });

  it('has a handout of what its achievement still says', () => {
    if (!given || !record) throw new Error('no handout');
    const { told } = onePager(
      {
        ...{ entity: entities.achievement, record, guards: guardsOf([]), consents: [] },
        ...{ units: [], people: [], rights: [], evaluated: notEvaluated, names: {}, today: TODAY },
      },
      {
        ...{ recipient: given.recipient, layer: given.layer, pieces: given.pieces ?? [] },
        ...{ number: given.number, on: given.sentOn, ndaNo: 'N', ndaOn: TODAY },
      },
      wordingIn('zh'),
    );
    const prints = told.map(({ name, text }) => `${name}=${sha256(text).slice(0, 16)}`);
    expect(changedSince(given, prints)).toEqual([]);
    expect(prints).toHaveLength(4);
    expect(given.version).toBe(sha256(JSON.stringify(told.map(({ name, text }) => [name, text]))));
    expect(prints).toEqual(given.prints);
  });
});
