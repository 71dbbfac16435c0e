import type { Change } from '../../commits/index.ts';
import { parseOutcomeNumber } from '../../core/identifiers.ts';
import type { Achievement } from '../achievements/index.ts';
import { type Outcome, outcome } from './entity.ts';
import { outcomeLink } from './parts.ts';

/** The number of an achievement's project as an output carries it; undefined where none is readable. */
export function projectNumberOf({ projectNo = '' }: Achievement): string | undefined {
  const read = parseOutcomeNumber(projectNo);
  return read.ok ? read.value : undefined;
}

/**
 * Makes records of the projects that achievements name in their own fields, and links them. A
 * project that is on the desk is taken by its number, and one that several name is made once. What
 * names neither a project nor its number is left out: nothing is made up.
 * @param known projects on the desk by their number
 */
export function projectsFor(
  achievements: readonly Achievement[],
  known: ReadonlyMap<string, Pick<Outcome, 'id'>>,
  newId: () => string,
): { readonly changes: readonly Change[]; readonly linked: number; readonly leftOut: number } {
  const changes: Change[] = [];
  const made = new Map<string, string>();
  let linked = 0;
  for (const one of achievements) {
    const { projectName, projectNo, fundingSource, startedOn, endedOn, units } = one;
    const title = projectName ?? projectNo;
    if (title === undefined) continue;
    const number = projectNumberOf(one);
    const key = number ?? `${title}\u0000${fundingSource ?? ''}`;
    let id = (number === undefined ? undefined : known.get(number)?.id) ?? made.get(key);
    if (id === undefined) {
      id = newId();
      made.set(key, id);
      const value = {
        title,
        kind: 'project',
        ...(number === undefined ? {} : { number }),
        ...(fundingSource === undefined ? {} : { program: fundingSource }),
        ...(startedOn === undefined ? {} : { startedOn }),
        ...(endedOn === undefined ? {} : { endedOn }),
        ...(units === undefined ? {} : { units }),
      };
      changes.push({ put: outcome.name, id, value });
    }
    changes.push({
      put: outcomeLink.name,
      id: newId(),
      value: { outcomeId: id, achievementId: one.id, achievement: one.title },
    });
    linked += 1;
  }
  return { changes, linked, leftOut: achievements.length - linked };
}
