import type { Achievement } from '../achievements/index.ts';
import type { Disclosure } from '../disclosures/index.ts';
import type { Encumbrance, IpRight } from '../ip-rights/index.ts';
import type { TrlEvidence } from './entity.ts';

/** What is known of an achievement when an enterprise asks about it. */
export interface ReadinessFacts {
  readonly record: Achievement;
  readonly rights: readonly IpRight[];
  readonly encumbrances: readonly Encumbrance[];
  readonly disclosures: readonly Disclosure[];
  readonly evidence: readonly TrlEvidence[];
  /** The proven level; 0 for none. */
  readonly proven: number;
  /** Whether an indicator sheet has a known result. */
  readonly isEvaluated: boolean;
  /** Whether a valuation has a known result. */
  readonly isValued: boolean;
}

/** What an enterprise asks about, in the order in which it usually does. */
export const questionGroups = [
  'problem',
  'advantage',
  'economics',
  'proof',
  'rights',
  'terms',
] as const;
export type QuestionGroup = (typeof questionGroups)[number];

/** Where the answer is entered: a field of the achievement, or a card. */
export type AnswerPlace =
  | { readonly field: keyof Achievement }
  | { readonly card: 'evidence' | 'valuation' | 'rights' | 'disclosure' };

export type QuestionKey =
  | 'whatFor'
  | 'whoUses'
  | 'howNew'
  | 'figures'
  | 'benefit'
  | 'worth'
  | 'stage'
  | 'evidence'
  | 'trial'
  | 'thirdParty'
  | 'protected'
  | 'inForce'
  | 'owners'
  | 'free'
  | 'modes'
  | 'price'
  | 'scope'
  | 'contact';

export interface Question {
  readonly key: QuestionKey;
  readonly group: QuestionGroup;
  readonly place: AnswerPlace;
  readonly isAnswered: boolean;
}

/** A figure with a unit; years, months, days and numbers of documents say nothing of performance. */
const FIGURE = /\d\s*(?:[%％‰℃°μ倍元吨米克瓦伏安秒]|小时|分钟|千瓦|公斤|万|亿|[a-zA-Z])/;

const DEAD: readonly IpRight['status'][] = [
  'lapsed',
  'expired',
  'rejected',
  'withdrawn',
  'abandoned',
  'invalidated',
];

const isTried = ({ applicationState }: Achievement): boolean =>
  applicationState === 'industrial' || applicationState === 'small' || applicationState === 'trial';

/** Each question with its group, where it is answered, and when it counts as answered. */
const questions: readonly (readonly [
  QuestionKey,
  QuestionGroup,
  AnswerPlace,
  (facts: ReadinessFacts) => boolean,
])[] = [
  ['whatFor', 'problem', { field: 'summary' }, ({ record }) => record.summary !== undefined],
  ['whoUses', 'problem', { field: 'industry' }, ({ record }) => record.industry !== undefined],
  [
    'howNew',
    'advantage',
    { field: 'level' },
    ({ record, isEvaluated }) =>
      isEvaluated || (record.level !== undefined && record.level !== 'notEvaluated'),
  ],
  ['figures', 'advantage', { field: 'summary' }, ({ record }) => FIGURE.test(record.summary ?? '')],
  ['benefit', 'economics', { field: 'benefit' }, ({ record }) => record.benefit !== undefined],
  ['worth', 'economics', { card: 'valuation' }, ({ isValued }) => isValued],
  [
    'stage',
    'proof',
    { field: 'trl' },
    ({ record }) => record.trl !== undefined || record.maturity !== undefined,
  ],
  [
    'evidence',
    'proof',
    { card: 'evidence' },
    ({ record, proven }) => proven > 0 && proven >= (record.trl ?? 0),
  ],
  [
    'trial',
    'proof',
    { field: 'applicationState' },
    ({ record, evidence }) => isTried(record) || evidence.some(({ kind }) => kind === 'trial'),
  ],
  [
    'thirdParty',
    'proof',
    { card: 'evidence' },
    ({ evidence }) => evidence.some(({ kind }) => kind === 'thirdParty' || kind === 'approval'),
  ],
  [
    'protected',
    'rights',
    { card: 'rights' },
    ({ record, rights }) => rights.length > 0 || record.patents !== undefined,
  ],
  [
    'inForce',
    'rights',
    { card: 'rights' },
    ({ rights }) =>
      rights.every(({ status }) => status !== undefined) &&
      rights.some(({ status }) => !DEAD.includes(status)),
  ],
  [
    'owners',
    'rights',
    { field: 'units' },
    ({ record, rights }) =>
      record.units !== undefined && rights.every(({ holders }) => holders !== undefined),
  ],
  [
    'free',
    'rights',
    { card: 'disclosure' },
    // The disclosure asks for encumbrances: blank there means that there are none.
    ({ encumbrances, disclosures }) => encumbrances.length > 0 || disclosures.length > 0,
  ],
  ['modes', 'terms', { field: 'modes' }, ({ record }) => record.modes !== undefined],
  [
    'price',
    'terms',
    { field: 'price' },
    ({ record }) => record.price !== undefined && record.price.kind !== 'open',
  ],
  [
    'scope',
    'terms',
    { field: 'transferScope' },
    ({ record }) => record.transferScope !== undefined,
  ],
  [
    'contact',
    'terms',
    { field: 'leaderPhone' },
    ({ record }) =>
      record.leaderPhone !== undefined ||
      record.leaderEmail !== undefined ||
      record.contactPhone !== undefined,
  ],
];

/** What an enterprise would still ask, and what it need not ask any more. */
export const readinessOf = (facts: ReadinessFacts): readonly Question[] =>
  questions.map(([key, group, place, isAnswered]) => ({
    key,
    group,
    place,
    isAnswered: isAnswered(facts),
  }));
