import { defineEntity, type RecordOf } from '../../entities/entity.ts';
import type { Outcome, OutcomeKind } from './entity.ts';

/** How an achievement and an output belong together; both have many of the other. */
export const outcomeLink = defineEntity({
  name: 'outcomeLink',
  label: { zh: '关联成果', en: 'Linked achievement' },
  plural: { zh: '关联成果', en: 'Linked achievements' },
  title: 'achievement',
  partOf: { entity: 'outcome', field: 'outcomeId' },
  sections: { link: { zh: '关联', en: 'Link' } },
  fields: {
    outcomeId: {
      kind: 'ref',
      entity: 'outcome',
      label: { zh: '产出', en: 'Output' },
      required: true,
    },
    achievementId: {
      kind: 'ref',
      entity: 'achievement',
      label: { zh: '成果', en: 'Achievement' },
      required: true,
      section: 'link',
      headers: ['成果名称', '关联成果', '对应成果', '所属成果', '支撑成果'],
    },
    /** Blank: as the kind of the output says. */
    type: {
      kind: 'choice',
      options: {
        fundedBy: { zh: '受其资助', en: 'Funded by' },
        resultsFrom: { zh: '由其产生', en: 'Results from' },
        describedIn: { zh: '记载于', en: 'Described in' },
        becameStandard: { zh: '转化为标准', en: 'Became a standard' },
        awardedFor: { zh: '因此获奖', en: 'Awarded for' },
      },
      label: { zh: '关系', en: 'Relation' },
      section: 'link',
      headers: ['关联类型', '关联关系'],
    },
    /** What the achievement was called then: for the history alone. */
    achievement: { kind: 'text', label: { zh: '当时的成果名称', en: 'Its title then' }, max: 300 },
  },
});
export type OutcomeLink = RecordOf<typeof outcomeLink>;
type LinkType = NonNullable<OutcomeLink['type']>;

const typeOfKind: Readonly<Record<OutcomeKind, LinkType>> = {
  project: 'fundedBy',
  report: 'describedIn',
  paper: 'describedIn',
  dataset: 'describedIn',
  standard: 'becameStandard',
  award: 'awardedFor',
};

/** How a link reads: as entered, or as the kind says; null while neither is known. */
export const linkTypeOf = (
  { type }: Pick<OutcomeLink, 'type'>,
  { kind }: Pick<Outcome, 'kind'>,
): LinkType | null => type ?? (kind === undefined ? null : typeOfKind[kind]);
