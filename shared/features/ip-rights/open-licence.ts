import type { CivilDate } from '../../core/dates.ts';
import { type Rules, rowsInForce } from '../../rules/index.ts';
import type { IpRight } from './entity.ts';
import type { Encumbrance } from './parts.ts';
import { hasAnnuities, isOpenOn, kindOf, nextFee } from './rules.ts';
import {
  type OpenLicenceRow,
  openLicenceRules,
  type ReductionRow,
  reductionRules,
} from './tariff.ts';

/** Something that stands against an open licence, or that its declaration lacks. */
interface OpenLicenceBar {
  readonly row: OpenLicenceRow;
  /** What binds the right so; null where it is something else. */
  readonly by: Encumbrance | null;
}

/** Where an open licence (开放许可，专利法第五十至五十二条) stands on a day. */
export interface OpenLicence {
  /** `declared`: not announced yet, as far as anybody entered. */
  readonly state: 'planned' | 'declared' | 'open' | 'ended' | 'withdrawn';
  readonly bars: readonly OpenLicenceBar[];
  /** Those who took it up; a withdrawal leaves them as they are (专利法第五十条). */
  readonly licences: readonly Encumbrance[];
  /** How annuities are reduced while it is open; null where no rule says so. */
  readonly reduction: ReductionRow | null;
}

function stateOf(right: IpRight, today: CivilDate): OpenLicence['state'] | null {
  const { openLicence, openLicenceOn, openLicenceUntil } = right;
  if (openLicence === undefined || openLicence === 'no') return null;
  if (openLicence === 'planned') return 'planned';
  if (isOpenOn(right, today)) return 'open';
  if (openLicence === 'withdrawn') return 'withdrawn';
  if (openLicenceUntil !== undefined && openLicenceUntil < today) return 'ended';
  return openLicenceOn === undefined || openLicenceOn > today ? 'declared' : 'withdrawn';
}

const barOfKind: Partial<Record<Encumbrance['kind'], OpenLicenceRow['bar']>> = {
  exclusiveLicence: 'exclusive',
  soleLicence: 'exclusive',
  pledge: 'pledged',
  dispute: 'suspended',
  seizure: 'suspended',
};

/** What the record itself says against it. What nobody entered of kind, status and fees says nothing. */
function barsOfRight(
  right: IpRight,
  today: CivilDate,
  rules: Rules,
): readonly OpenLicenceRow['bar'][] {
  const kind = kindOf(right);
  const { status, reportOn, openLicenceTerms, openLicenceUntil } = right;
  const fee = nextFee(right, today, rules);
  const bars: readonly (readonly [OpenLicenceRow['bar'], boolean])[] = [
    ['notPatent', kind !== null && !hasAnnuities(kind)],
    ['notGranted', status !== undefined && status !== 'granted'],
    ['feeUnpaid', fee !== null && fee.state !== 'coming'],
    ['noReport', (kind === 'utilityModel' || kind === 'design') && reportOn === undefined],
    ['noTerms', openLicenceTerms === undefined],
    ['noPeriod', openLicenceUntil === undefined],
  ];
  return bars.flatMap(([bar, stands]) => (stands ? [bar] : []));
}

/**
 * Where the open licence of a right stands: null where none is declared or planned. While it is
 * planned, declared or open, what stands against it by the rules of the day.
 */
export function openLicenceOf(
  right: IpRight,
  encumbrances: readonly Encumbrance[],
  today: CivilDate,
  rules: Rules,
): OpenLicence | null {
  const state = stateOf(right, today);
  if (state === null) return null;
  const rows = rowsInForce(rules.rowsOf(openLicenceRules), { on: today });
  const barOf = (bar: OpenLicenceRow['bar'] | undefined, by: Encumbrance | null) => {
    const row = rows.find((one) => one.bar === bar);
    return row ? [{ row, by }] : [];
  };
  // One that begins later, within the period, is in its way too.
  const isInTheWay = ({ fromOn, untilOn }: Encumbrance): boolean =>
    (untilOn === undefined || untilOn >= today) &&
    (fromOn === undefined || fromOn <= (right.openLicenceUntil ?? fromOn));
  const isOver = state === 'ended' || state === 'withdrawn';
  return {
    state,
    bars: isOver
      ? []
      : [
          ...encumbrances.filter(isInTheWay).flatMap((one) => barOf(barOfKind[one.kind], one)),
          ...barsOfRight(right, today, rules).flatMap((bar) => barOf(bar, null)),
        ],
    licences: encumbrances.filter(({ kind }) => kind === 'openLicence'),
    reduction:
      rowsInForce(rules.rowsOf(reductionRules), { on: today }).find(
        ({ ground }) => ground === 'openLicence',
      ) ?? null,
  };
}
