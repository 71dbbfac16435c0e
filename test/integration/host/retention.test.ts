import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outdated, type Retained } from '../../../electron/host/retention.ts';
import { snapshotReasonSchema } from '../../../shared/contract/index.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 24, 12);
const DESKS = ['one', 'other'];

const aSnapshot = (takenAt: number, changes: Partial<Retained> = {}): Retained => ({
  name: `s${takenAt}`,
  takenAt,
  why: 'interval',
  deskId: 'one',
  last: takenAt,
  provenAt: null,
  damaged: false,
  ...changes,
});

const snapshots = fc
  .uniqueArray(
    fc.record({
      takenAt: fc.integer({ min: NOW - 500 * DAY, max: NOW }),
      why: fc.constantFrom(...snapshotReasonSchema.options),
      deskId: fc.constantFrom(...DESKS),
      provenAt: fc.option(fc.constant(NOW)),
      damaged: fc.boolean(),
    }),
    { selector: ({ takenAt }) => takenAt, maxLength: 200 },
  )
  .map((many) => many.map(({ takenAt, ...changes }) => aSnapshot(takenAt, changes)));

function without(all: readonly Retained[], names: readonly string[]): readonly Retained[] {
  const gone = new Set(names);
  return all.filter(({ name }) => !gone.has(name));
}

describe('which snapshots are kept', () => {
  it('the newest ten and the newest proven one of each desk, whatever their age', () => {
    fc.assert(
      fc.property(snapshots, fc.integer({ min: 0, max: 5_000 }), (all, daysLater) => {
        const gone = outdated(all, NOW + daysLater * DAY);
        for (const desk of DESKS) {
          const good = all
            .filter(({ deskId, damaged }) => deskId === desk && !damaged)
            .sort((one, other) => other.takenAt - one.takenAt);
          const proven = good.find(({ provenAt }) => provenAt !== null);
          for (const one of [...good.slice(0, 10), ...(proven ? [proven] : [])]) {
            expect(gone).not.toContain(one.name);
          }
        }
      }),
    );
  });

  it('one of every hour of the last day, every day of a month and every 30 days of a year', () => {
    fc.assert(
      fc.property(snapshots, (all) => {
        const kept = without(all, outdated(all, NOW)).filter(({ damaged }) => !damaged);
        for (const { takenAt, deskId, damaged } of all) {
          if (damaged) continue;
          const age = NOW - takenAt;
          const lengths = [
            ...(age <= DAY ? [HOUR] : []),
            ...(age <= 31 * DAY ? [DAY] : []),
            ...(age <= 366 * DAY ? [30 * DAY] : []),
          ];
          for (const length of lengths) {
            const period = Math.floor(takenAt / length);
            const ofPeriod = kept.filter(
              (one) => one.deskId === deskId && Math.floor(one.takenAt / length) === period,
            );
            expect(ofPeriod).not.toEqual([]);
          }
        }
      }),
    );
  });

  it('all from before something that may be regretted, for a week', () => {
    fc.assert(
      fc.property(snapshots, (all) => {
        const gone = outdated(all, NOW);
        for (const { name, why, takenAt } of all) {
          const regretted = ['migration', 'version', 'restore', 'import', 'massChange'];
          if (!regretted.includes(why) || NOW - takenAt > 7 * DAY) continue;
          expect(gone).not.toContain(name);
        }
      }),
    );
  });

  it('damaged ones, and deciding again changes nothing', () => {
    fc.assert(
      fc.property(snapshots, (all) => {
        const gone = outdated(all, NOW);
        const rest = without(all, gone);
        expect(rest.filter(({ damaged }) => damaged)).toEqual(all.filter(({ damaged }) => damaged));
        expect(outdated(rest, NOW)).toEqual([]);
      }),
    );
  });

  it('those newer than now, which do not keep others from going', () => {
    const halfHourly = Array.from({ length: 480 }, (_, index) =>
      aSnapshot(NOW - (index * HOUR) / 2),
    );
    const gone = outdated(halfHourly, NOW);
    expect(gone).not.toEqual([]);
    const ahead = Array.from({ length: 12 }, (_, index) => aSnapshot(NOW + (index + 1) * DAY));
    expect(outdated([...ahead, ...halfHourly], NOW)).toEqual(gone);
    // A clock that is set back takes nothing that the right one would leave.
    for (const back of [HOUR, DAY, 9 * DAY, NOW]) {
      const left = without(halfHourly, gone);
      expect(outdated(left, NOW - back)).toEqual([]);
    }
  });

  it('about 24 of a day, 31 of a month and 13 of a year, when one is taken every half hour', () => {
    const halfHourly = Array.from({ length: 400 * 48 }, (_, index) =>
      aSnapshot(NOW - (index * HOUR) / 2),
    );
    const kept = without(halfHourly, outdated(halfHourly, NOW));
    expect(kept.length).toBeGreaterThanOrEqual(24 + 30 + 11);
    expect(kept.length).toBeLessThanOrEqual(10 + 25 + 31 + 14);
  });
});
