import type { CivilDate } from '../../core/dates.ts';
import { compactCode, foldForSearch } from '../../core/text.ts';
import type { Consent, Purpose } from './entity.ts';

/** Whether a consent holds on a day: given, not over, not withdrawn. The last day still counts. */
export const holdsOn = (
  { givenOn, untilOn, withdrawnOn }: Pick<Consent, 'givenOn' | 'untilOn' | 'withdrawnOn'>,
  on: CivilDate,
): boolean =>
  givenOn <= on &&
  (untilOn === undefined || on <= untilOn) &&
  (withdrawnOn === undefined || on < withdrawnOn);

const nameKey = (name: string): string => compactCode(foldForSearch(name));

export const isSameName = (one: string, other: string): boolean => nameKey(one) === nameKey(other);

/** Whether somebody agreed to something, as of a day. */
export const hasConsent = (
  consents: readonly Consent[],
  giver: string,
  purpose: Purpose,
  on: CivilDate,
): boolean =>
  consents.some(
    (one) => one.purposes.includes(purpose) && isSameName(one.giver, giver) && holdsOn(one, on),
  );
