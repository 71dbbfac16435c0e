import {
  type CommissionWarning,
  warningRules,
} from '../../../shared/features/commissions/index.ts';
import { rowsInForce } from '../../../shared/rules/index.ts';
import { useRules } from '../../data/rules.ts';
import { today } from '../../ui/dates.ts';

/** The limits above which a commission is remarked on today. */
export const useCommissionLimits = (): readonly CommissionWarning[] =>
  rowsInForce(useRules().rowsOf(warningRules), { on: today() });
