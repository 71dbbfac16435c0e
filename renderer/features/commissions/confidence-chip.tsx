import type { Option } from '../../../shared/entities/field.ts';
import { type CommissionPlan, commissionPlan } from '../../../shared/features/commissions/index.ts';
import { useWords } from '../../app/i18n.ts';
import { Chip } from '../../ui/page.tsx';

/** How far a plan can be relied on: agreed, practice, or an example. */
export function ConfidenceChip({
  confidence,
}: {
  readonly confidence: CommissionPlan['confidence'];
}) {
  const words = useWords();
  if (confidence === undefined) return null;
  const option: Option = commissionPlan.fields.confidence.options[confidence];
  return <Chip tone={option.tone}>{words.in(option)}</Chip>;
}
