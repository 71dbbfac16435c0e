import type { CivilDate } from '../../core/dates.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { halfWidth, tidy } from '../../core/text.ts';
import type { AnyEntity } from '../../entities/entity.ts';
import { type Rules, rowsInForce } from '../../rules/index.ts';
import type { Achievement } from './entity.ts';
import type { AchievementPerson, AchievementUnit } from './parts.ts';
import { type DutyRule, dutyRules, registrationForm } from './rules.ts';

/** An approval number (批准登记号), such as 420 2023 Y 0117. */
export interface RegistrationNumber {
  readonly text: string;
  /** Three digits: the region or department that registers. */
  readonly office: string;
  readonly year: number;
  readonly serial: string;
}

/**
 * Reads an approval number: three digits of the office, the year, Y for applied technology, four
 * digits (国科发计字〔2000〕542号). Blanks and width do not count.
 */
export function parseRegistrationNumber(
  text: string,
): Result<RegistrationNumber, { readonly type: 'wrongShape'; readonly text: string }> {
  const plain = halfWidth(tidy(text)).replaceAll(' ', '').toUpperCase();
  const [, office, year, serial] = /^(\d{3})((?:19|20)\d{2})Y(\d{4})$/.exec(plain) ?? [];
  return office === undefined || year === undefined || serial === undefined
    ? err({ type: 'wrongShape', text })
    : ok({ text: plain, office, year: Number(year), serial });
}

export type AchievementField = Exclude<keyof Achievement, 'id' | 'rev' | 'createdAt' | 'updatedAt'>;

export type RegistrationGap =
  | { readonly type: 'blank'; readonly field: AchievementField }
  | { readonly type: 'noUnits' }
  | { readonly type: 'noPeople' }
  /** The credit code, nature or region of a unit is not there. */
  | { readonly type: 'unitBlank'; readonly name: string; readonly field: keyof AchievementUnit }
  | { readonly type: 'summaryTooLong'; readonly length: number; readonly max: number }
  | { readonly type: 'researchReversed' }
  | { readonly type: 'badNumber'; readonly text: string };

export interface RegistrationCheck {
  /** What is missing before the form can be handed in. */
  readonly form: readonly RegistrationGap[];
  /** What is missing of the office's answer. */
  readonly answer: readonly RegistrationGap[];
}

type Funded = Pick<Achievement, 'fundingSource'>;

const isPlanned = ({ fundingSource }: Funded): boolean =>
  fundingSource !== undefined && fundingSource !== 'outside';
const isApplied = ({ category }: Achievement): boolean => category === 'applied';
const isEvaluated = ({ level }: Achievement): boolean =>
  level !== undefined && level !== 'notEvaluated';
const always = (): boolean => true;

/** The form's fields in its order, each with when it is asked for: 国科发计字〔2000〕542号, its form. */
const asked: readonly (readonly [AchievementField, (record: Achievement) => boolean])[] = [
  ['keywords', always],
  ['secrecy', always],
  ['region', always],
  ['contactName', always],
  ['contactPhone', always],
  ['category', always],
  ['attribute', isApplied],
  ['forms', always],
  ['maturity', isApplied],
  ['discipline', always],
  ['highTechField', isApplied],
  ['industry', isApplied],
  ['summary', always],
  ['fundingSource', always],
  ['projectName', isPlanned],
  ['projectNo', isPlanned],
  ['startedOn', always],
  ['endedOn', always],
  ['applicationState', isApplied],
  [
    'unusedReasons',
    ({ applicationState }) => applicationState === 'unused' || applicationState === 'stopped',
  ],
  ['transferScope', isApplied],
  ['level', always],
  ['evaluationMethod', always],
  ['evaluator', isEvaluated],
  ['evaluatedOn', isEvaluated],
  ['recommendedBy', always],
];

const unitFields = ['uscc', 'nature', 'region'] as const satisfies (keyof AchievementUnit)[];

function formGaps(
  record: Achievement,
  units: readonly AchievementUnit[],
  people: readonly AchievementPerson[],
  summaryMax: number | undefined,
): readonly RegistrationGap[] {
  const gaps: RegistrationGap[] = asked
    .filter(([field, when]) => record[field] === undefined && when(record))
    .map(([field]) => ({ type: 'blank', field }));
  const { summary = '', startedOn, endedOn } = record;
  const length = [...summary].length;
  if (summaryMax !== undefined && length > summaryMax)
    gaps.push({ type: 'summaryTooLong', length, max: summaryMax });
  if (startedOn !== undefined && endedOn !== undefined && startedOn > endedOn)
    gaps.push({ type: 'researchReversed' });
  if (units.length === 0) gaps.push({ type: 'noUnits' });
  for (const unit of units) {
    for (const field of unitFields) {
      if (unit[field] === undefined) gaps.push({ type: 'unitBlank', name: unit.name, field });
    }
  }
  if (people.length === 0) gaps.push({ type: 'noPeople' });
  return gaps;
}

function answerGaps({ registrationNo, registeredOn }: Achievement): readonly RegistrationGap[] {
  const gaps: RegistrationGap[] = [];
  if (registrationNo === undefined) gaps.push({ type: 'blank', field: 'registrationNo' });
  else if (!parseRegistrationNumber(registrationNo).ok)
    gaps.push({ type: 'badNumber', text: registrationNo });
  if (registeredOn === undefined) gaps.push({ type: 'blank', field: 'registeredOn' });
  return gaps;
}

/**
 * What is still missing for the registration (科技成果登记), by what the offices ask for today.
 * A draft may miss anything.
 */
export const checkRegistration = (
  record: Achievement,
  units: readonly AchievementUnit[],
  people: readonly AchievementPerson[],
  today: CivilDate,
  rules: Rules,
): RegistrationCheck => {
  const [limits] = rowsInForce(rules.rowsOf(registrationForm), { on: today });
  return {
    form: formGaps(record, units, people, limits?.summaryMax),
    answer: answerGaps(record),
  };
};

/** Only what misses nothing may be marked as registered. */
export const mayBeRegistered = ({ form, answer }: RegistrationCheck): boolean =>
  form.length === 0 && answer.length === 0;

/** What follows from where the money came from, by the rules of the day. */
export const dutiesOf = (record: Funded, today: CivilDate, rules: Rules): readonly DutyRule[] =>
  isPlanned(record) ? rowsInForce(rules.rowsOf(dutyRules), { on: today }) : [];

export interface Completeness {
  readonly filled: number;
  readonly total: number;
}

/** How many of the fields that stand in a section, or in any, are filled. */
export function completenessOf(
  entity: AnyEntity,
  record: Readonly<Record<string, unknown>>,
  section?: string,
): Completeness {
  const names = Object.entries(entity.fields).filter(
    ([, field]) =>
      field.section !== undefined && (section === undefined || field.section === section),
  );
  const filled = names.filter(([name]) => record[name] !== undefined).length;
  return { filled, total: names.length };
}
