import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../shared/core/dates.ts';
import { type Outcome, STAGES, trackOf } from '../../../shared/features/outcomes/index.ts';
import { builtInRules } from '../../../shared/rules/index.ts';
import { outcomeWith } from './records.ts';

const TODAY = '2026-11-24';
const track = (over: Partial<Outcome>) =>
  trackOf(outcomeWith('s', { kind: 'standard', ...over }), TODAY, builtInRules);

describe('the track of a standard', () => {
  it('stands at the furthest stage reached, and says what is next', () => {
    expect(track({})).toMatchObject({ at: null, next: 'studiedOn' });
    expect(track({ proposedOn: '2025-03-01', consultedOn: '2026-05-10' })).toMatchObject({
      at: 'consultedOn',
      next: 'examinedOn',
      disordered: [],
    });
  });

  it('counts a day to come as planned, and a stage without a day as passed', () => {
    const { at, steps } = track({ approvedOn: '2026-09-01', effectiveOn: '2027-01-01' });
    expect(at).toBe('approvedOn');
    const states = Object.fromEntries(steps.map(({ stage, state }) => [stage, state]));
    expect(states).toMatchObject({
      proposedOn: 'passed',
      approvedOn: 'reached',
      issuedOn: 'ahead',
      effectiveOn: 'planned',
    });
  });

  it('in force is reviewed within five years of its beginning or its last review', () => {
    const inForce = { issuedOn: '2023-06-01', effectiveOn: '2023-12-01' } as const;
    expect(track(inForce).reviewBy).toMatchObject({
      on: '2028-12-01',
      row: { years: 5, confidence: 'check' },
    });
    const reviewed = track({ ...inForce, revisitedOn: '2026-01-10' });
    expect(reviewed.reviewBy?.on).toBe('2031-01-10');
    expect(reviewed.next).toBe('revisitedOn');
    expect(track({ ...inForce, abolishedOn: '2026-01-01' })).toMatchObject({
      at: 'abolishedOn',
      next: null,
      reviewBy: null,
    });
  });

  it('points out a day before that of an earlier stage', () =>
    expect(track({ issuedOn: '2024-05-01', effectiveOn: '2024-02-01' }).disordered).toEqual([
      'effectiveOn',
    ]));

  it('has one place, and every stage behind it is passed or reached', () =>
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: -900, max: 900 })), {
          minLength: STAGES.length,
          maxLength: STAGES.length,
        }),
        (days) => {
          const entered = Object.fromEntries(
            STAGES.flatMap((stage, place) => {
              const day = days[place] ?? null;
              return day === null ? [] : [[stage, addDays(TODAY, day)]];
            }),
          );
          const { steps, at } = track(entered);
          const place = at === null ? -1 : STAGES.indexOf(at);
          for (const [index, { state, on }] of steps.entries()) {
            if (index === place) expect(state).toBe('reached');
            if (index > place) expect(['ahead', 'planned']).toContain(state);
            if (index < place && on === null) expect(state).toBe('passed');
            if (state === 'planned') expect(on !== null && on > TODAY).toBe(true);
          }
        },
      ),
    ));
});
