import type { CivilDate } from '../../core/dates.ts';
import { marksStateSecret } from '../../core/state-secrets.ts';
import { compactCode, foldForSearch } from '../../core/text.ts';
import { type Rules, rowsInForce } from '../../rules/index.ts';
import { hasConsent, isSameName } from './consents.ts';
import type { Layer, Purpose } from './entity.ts';
import { evaluatedValues } from './evaluated.ts';
import { type Leak, textsIn } from './leaks.ts';
import { type DisclosedParts, type Standing, standingsOf } from './novelty.ts';
import type { Choice, OnePager } from './one-pager.ts';
import { type Check, type CheckRow, checkRules, checks } from './rules.ts';
import { type Source, valuesOf } from './source.ts';

/** What stands beside an achievement, and is asked before something is told of it. */
export interface Surroundings {
  readonly disclosed: readonly DisclosedParts[];
  /** Names of enterprises that deals or the disclosure bring together with it. */
  readonly enterprises: readonly string[];
  readonly rules: Rules;
}

/** What a check found; each is worded by its own message. */
export type Finding =
  | { readonly type: 'marked' | 'notChecked' | 'empty' | 'noLeak' | 'noNda' | 'ndaTooLate' }
  | { readonly type: 'cleared'; readonly on: CivilDate | null }
  | { readonly type: 'told'; readonly count: number }
  | { readonly type: 'leaks'; readonly leaks: readonly Leak[] }
  | { readonly type: 'nda'; readonly no: string; readonly on: CivilDate }
  | { readonly type: 'noNdaNeeded' | 'underNda' }
  | { readonly type: 'standings'; readonly standings: readonly Standing[] }
  | { readonly type: 'agreed' | 'nobody' | 'nobodyKnown' | 'notShown' | 'notNamed' }
  | { readonly type: 'missing'; readonly names: readonly string[] }
  /** People whose data stays out, for want of their consent. */
  | { readonly type: 'leftOut'; readonly names: readonly string[] };

export interface GuardLine {
  readonly check: Check;
  /** A block cannot be set aside; a warning can, with a reason. */
  readonly verdict: 'ok' | 'warn' | 'block';
  readonly finding: Finding;
  /** The rule that asks for it; null where it is the desk's own. */
  readonly row: CheckRow | null;
}

type Verdict = Pick<GuardLine, 'verdict' | 'finding'>;
const ok = (finding: Finding): Verdict => ({ verdict: 'ok', finding });
const warn = (finding: Finding): Verdict => ({ verdict: 'warn', finding });
const block = (finding: Finding): Verdict => ({ verdict: 'block', finding });

interface Asked {
  readonly source: Source;
  readonly around: Surroundings;
  readonly choice: Choice;
  readonly made: OnePager;
  readonly leaks: readonly Leak[];
}

const publishPurpose: Readonly<Record<Layer, Purpose>> = {
  L0: 'publishL0',
  L1: 'publishL1',
  L2: 'publishL2',
};

const tells = ({ made }: Asked, name: string): boolean =>
  made.told.some((one) => one.name === name);

function stateSecret({ source, around, made }: Asked): Verdict {
  const known = [...valuesOf(source, 'L2'), ...evaluatedValues(source, 'L2')];
  const texts = [...known.flatMap(({ value }) => value), ...textsIn(made.document)];
  if (texts.some((one) => typeof one === 'string' && marksStateSecret(one)))
    return block({ type: 'marked' });
  const cleared = around.disclosed.find(({ disclosure }) => disclosure.secretCheck === 'cleared');
  return cleared
    ? ok({ type: 'cleared', on: cleared.disclosure.secretCheckedOn ?? null })
    : warn({ type: 'notChecked' });
}

/** The title alone is no one-pager. */
const content = ({ made }: Asked): Verdict =>
  made.told.length > 1
    ? ok({ type: 'told', count: made.told.length - 1 })
    : block({ type: 'empty' });

const leak = ({ leaks }: Asked): Verdict =>
  leaks.length === 0 ? ok({ type: 'noLeak' }) : block({ type: 'leaks', leaks });

function nda({ choice }: Asked): Verdict {
  const { layer, ndaNo, ndaOn, on } = choice;
  if (layer === 'L0') return ok({ type: 'noNdaNeeded' });
  if (ndaNo.trim() === '' || ndaOn === '') return block({ type: 'noNda' });
  return ndaOn > on ? block({ type: 'ndaTooLate' }) : ok({ type: 'nda', no: ndaNo, on: ndaOn });
}

/** Who is bound to secrecy is not the public. */
function novelty({ source, around, choice }: Asked): Verdict {
  const standings = standingsOf(source.rights, around.disclosed, choice.on, around.rules);
  if (standings.every(({ type }) => type === 'published'))
    return ok({ type: 'standings', standings });
  return choice.layer === 'L0' ? warn({ type: 'standings', standings }) : ok({ type: 'underNda' });
}

const unitNames = ({ units, record }: Source): readonly string[] =>
  units.length > 0 ? units.map(({ name }) => name) : (record.units ?? []);

/** Who owns it beside the first unit: other units, other holders, co-owners of the disclosure. */
function coOwners({ source, around }: Asked): readonly string[] {
  const [first, ...others] = unitNames(source);
  const all = [
    ...others,
    ...source.rights.flatMap(({ holders }) => holders ?? []),
    ...around.disclosed.flatMap(({ disclosure }) => disclosure.coOwners ?? []),
  ];
  return all.filter(
    (name, index) =>
      (first === undefined || !isSameName(name, first)) &&
      all.findIndex((other) => isSameName(name, other)) === index,
  );
}

/** Whose agreement to the layer is missing. */
function agreementOf(names: readonly string[], { source, choice }: Asked): Verdict {
  const purpose = publishPurpose[choice.layer];
  const missing = names.filter((name) => !hasConsent(source.consents, name, purpose, source.today));
  return missing.length === 0 ? ok({ type: 'agreed' }) : warn({ type: 'missing', names: missing });
}

function unit(asked: Asked): Verdict {
  const [first] = unitNames(asked.source);
  return first === undefined ? warn({ type: 'nobodyKnown' }) : agreementOf([first], asked);
}

function coOwner(asked: Asked): Verdict {
  const names = coOwners(asked);
  return names.length === 0 ? ok({ type: 'nobody' }) : agreementOf(names, asked);
}

function peopleOf({ people, record }: Source): readonly string[] {
  const names = people.map(({ name }) => name);
  const { leader } = record;
  return leader === undefined || names.some((name) => isSameName(name, leader))
    ? names
    : [leader, ...names];
}

function inventor(asked: Asked): Verdict {
  const names = peopleOf(asked.source);
  return names.length === 0 ? warn({ type: 'nobodyKnown' }) : agreementOf(names, asked);
}

function price(asked: Asked): Verdict {
  const { source } = asked;
  if (!tells(asked, 'price')) return ok({ type: 'notShown' });
  const isAgreed = unitNames(source).some((name) =>
    hasConsent(source.consents, name, 'price', source.today),
  );
  return isAgreed
    ? ok({ type: 'agreed' })
    : warn({ type: 'missing', names: unitNames(source).slice(0, 1) });
}

function names({ source, around, choice, made }: Asked): Verdict {
  const text = textsIn(made.document)
    .map((one) => compactCode(foldForSearch(one)))
    .join('\n');
  const named = around.enterprises.filter((name) => {
    const wanted = compactCode(foldForSearch(name));
    const isRecipient = compactCode(foldForSearch(choice.recipient)).includes(wanted);
    return wanted !== '' && !isRecipient && text.includes(wanted);
  });
  if (named.length === 0) return ok({ type: 'notNamed' });
  const missing = named.filter((name) => !hasConsent(source.consents, name, 'name', source.today));
  return missing.length === 0 ? ok({ type: 'agreed' }) : warn({ type: 'missing', names: missing });
}

function personal({ source, choice }: Asked): Verdict {
  const isShown = valuesOf(source, choice.layer).some(
    ({ field, isShown: shown }) => field.personal && shown,
  );
  const leftOut = peopleOf(source).filter(
    (name) => !hasConsent(source.consents, name, 'personal', source.today),
  );
  if (choice.layer === 'L0') return ok({ type: 'notShown' });
  if (leftOut.length > 0) return ok({ type: 'leftOut', names: leftOut });
  return ok({ type: isShown ? 'agreed' : 'notShown' });
}

const judges: Readonly<Record<Check, (asked: Asked) => Verdict>> = {
  stateSecret,
  content,
  leak,
  nda,
  novelty,
  unit,
  coOwner,
  inventor,
  price,
  names,
  personal,
};

const checkNames = Object.keys(checks) as readonly Check[]; // its own keys

/**
 * What speaks for and against handing out a one-pager, line by line, each with the rule that asks for
 * it. Blocks: marked as a state secret, nothing to tell, a guarded value inside, no NDA for L1 or L2.
 */
export function publishGuard(
  source: Source,
  around: Surroundings,
  choice: Choice,
  made: OnePager,
  leaks: readonly Leak[],
): readonly GuardLine[] {
  const asked: Asked = { source, around, choice, made, leaks };
  const rows = rowsInForce(around.rules.rowsOf(checkRules), { on: choice.on });
  return checkNames.map((check) => ({
    check,
    ...judges[check](asked),
    row: rows.find((row) => row.check === check) ?? null,
  }));
}

/** Whether it may go out: nothing blocks, and every warning was set aside with a reason. */
export const mayGoOut = (
  lines: readonly GuardLine[],
  reasons: Readonly<Partial<Record<Check, string>>>,
): boolean =>
  lines.every(
    ({ check, verdict }) =>
      verdict === 'ok' || (verdict === 'warn' && (reasons[check] ?? '').trim() !== ''),
  );
