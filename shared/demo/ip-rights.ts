import type { Change, Values } from '../commits/index.ts';
import { addDays, type CivilDate } from '../core/dates.ts';
import type { Achievement } from '../features/achievements/index.ts';
import { patentYearOn, saidByNumber } from '../features/ip-rights/index.ts';

/** So many days from today the next anniversaries of filing lie; those passed are late or paid. */
const ANNIVERSARIES = [19, 74, -40, 5, 120, 200, 260, 300, -100, 150] as const;
/** Of patents with this anniversary, the year that has begun is not paid yet. */
const UNPAID = -40;
/** From filing to grant. */
const EXAMINATION_DAYS = { invention: 820, utilityModel: 260 } as const;
/** So many achievements show their patents as records of their own. */
const ACHIEVEMENTS = 12;

/** Of the granted rights, counted from 0, the one under open licence. */
const OPEN_PLACE = 2;
const openLicenceOn = (today: CivilDate): Values => ({
  openLicence: 'yes',
  reportOn: addDays(today, -250),
  openLicenceDeclaredOn: addDays(today, -220),
  openLicenceOn: addDays(today, -190),
  openLicenceUntil: addDays(today, 60),
  openLicenceTerms: '入门费 2 万元，净销售额提成 3%，每半年结算一次',
});

interface Made {
  readonly id: string;
  readonly value: Values;
}

function patentOf(
  number: string,
  { title, units, leader }: Pick<Achievement, 'title' | 'units' | 'leader'>,
  place: number,
  today: CivilDate,
): Values {
  const said = saidByNumber(number);
  const kind = said?.kind === 'utilityModel' ? 'utilityModel' : 'invention';
  const anniversary = ANNIVERSARIES[place % ANNIVERSARIES.length] ?? 0;
  const day = addDays(today, anniversary).slice(5);
  const filedOn = `${said?.year}-${day === '02-29' ? '02-28' : day}`;
  const grantedOn = addDays(filedOn, EXAMINATION_DAYS[kind]);
  const isGranted = grantedOn < today;
  const years = patentYearOn(filedOn, today);
  const isUnpaid = anniversary === UNPAID;
  return {
    title: kind === 'invention' ? `${title}及其实现方法` : `用于${title}的装置`,
    kind,
    applicationNo: number,
    status: isGranted ? 'granted' : kind === 'invention' ? 'examined' : 'filed',
    filedOn,
    ...(units ? { holders: units } : {}),
    ...(leader ? { inventors: [leader] } : {}),
    ...(isGranted
      ? { grantedOn, feeReduction: 'joint', paidThrough: isUnpaid ? years - 1 : years }
      : {}),
  };
}

/** Rights behind some invented achievements: their patents, a program, and what binds two of them. */
export function demoIpRights(
  achievements: readonly Change[],
  today: CivilDate,
  newId: () => string,
): readonly Change[] {
  const changes: Change[] = [];
  const rights: Made[] = [];
  const withPatents = achievements
    .flatMap((change) => ('put' in change && change.value.patents ? [change] : []))
    .slice(0, ACHIEVEMENTS);
  const isGranted = ({ value }: Made): boolean => value.status === 'granted';
  const add = (of: Made, made: Values): void => {
    const id = newId();
    const isOpen = isGranted({ id, value: made }) && rights.filter(isGranted).length === OPEN_PLACE;
    const value = isOpen ? { ...made, ...openLicenceOn(today) } : made;
    rights.push({ id, value });
    changes.push(
      { put: 'ipRight', id, value },
      {
        put: 'ipLink',
        id: newId(),
        value: { ipRightId: id, achievementId: of.id, achievement: of.value.title ?? '' },
      },
    );
  };
  for (const one of withPatents) {
    // Values of an achievement as the demo made them.
    const achievement = one.value as unknown as Achievement;
    for (const number of achievement.patents ?? []) {
      add(one, patentOf(number, achievement, rights.length, today));
    }
  }
  const [first] = withPatents;
  if (first) {
    const year = Number(today.slice(0, 4)) - 2;
    add(first, {
      title: `${first.value.title}软件 V1.0`,
      kind: 'software',
      applicationNo: `${year}SR0417286`,
      status: 'granted',
      holders: first.value.units ?? null,
      completedOn: `${year}-02-20`,
      publishedOn: `${year}-03-15`,
      grantedOn: `${year}-04-22`,
    } as Values);
  }
  const granted = rights.filter(isGranted);
  const bind = (right: Made | undefined, value: Values): void => {
    if (right)
      changes.push({ put: 'encumbrance', id: newId(), value: { ...value, ipRightId: right.id } });
  };
  bind(granted[0], {
    kind: 'licence',
    party: '武汉云岭储能科技有限公司',
    fromOn: addDays(today, -70),
    untilOn: addDays(today, 1020),
  });
  bind(granted[OPEN_PLACE], {
    kind: 'openLicence',
    party: '宜昌绿源装备有限公司',
    fromOn: addDays(today, -45),
  });
  bind(granted[1], {
    kind: 'pledge',
    party: '光谷科技支行',
    fromOn: addDays(today, -200),
    untilOn: addDays(today, 165),
    recordedOn: addDays(today, -200),
  });
  return changes;
}
