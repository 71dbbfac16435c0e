import { dutyRules, registrationForm } from './features/achievements/index.ts';
import { warningRules } from './features/commissions/index.ts';
import { publicityRules } from './features/deals/index.ts';
import { graceRules, rightsRules } from './features/disclosures/index.ts';
import {
  confidenceRules,
  presetRules,
  sensitivityRules,
  shareRules,
  stageRules,
  trlRules,
} from './features/evaluations/index.ts';
import {
  feeRules,
  lateRules,
  licenceFilingRules,
  openLicenceRules,
  reductionRules,
  termRules,
} from './features/ip-rights/index.ts';
import { deadlineRules, gapRules, reviewRules } from './features/outcomes/index.ts';
import { checkRules, unpublishedRules } from './features/publishing/index.ts';
import type { AnyRuleTable } from './rules/index.ts';

/** Every table of rules, in the order in which the screens list them. A new table is one word here. */
export const ruleTables: readonly AnyRuleTable[] = [
  dutyRules,
  registrationForm,
  graceRules,
  rightsRules,
  trlRules,
  stageRules,
  presetRules,
  confidenceRules,
  shareRules,
  sensitivityRules,
  termRules,
  feeRules,
  reductionRules,
  lateRules,
  licenceFilingRules,
  openLicenceRules,
  deadlineRules,
  reviewRules,
  gapRules,
  checkRules,
  unpublishedRules,
  publicityRules,
  warningRules,
];
