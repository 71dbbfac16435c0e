import type { Tally } from '../../../shared/commits/index.ts';
import { entities, entityNames } from '../../../shared/registry.ts';
import { useWords } from '../../app/i18n.ts';
import { listPath } from '../../app/paths.ts';

/** How many records of whatever kind a tally counts. */
export const recordsIn = (tally: Tally): number =>
  Object.values(tally).reduce((sum, { count }) => sum + count, 0);

/** The kinds of a tally with their counts, in the order of the registry. */
export const kindsIn = (tally: Tally) =>
  entityNames.flatMap((name) => {
    const count = tally[name]?.count ?? 0;
    return count > 0 ? [{ name, count }] : [];
  });

/** A tally in a few words: the kinds that have a list of their own. */
export function useCountsText(): (tally: Tally) => string {
  const { in: say, language } = useWords();
  return (tally) =>
    kindsIn(tally)
      .filter(({ name }) => listPath(name) !== '/')
      .map(({ name, count }) => `${say(entities[name].plural)} ${count.toLocaleString('en')}`)
      .join(language === 'zh' ? '、' : ', ');
}
