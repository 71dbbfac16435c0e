import type { AnyEntity } from '../../shared/entities/entity.ts';
import {
  achievement,
  achievementUnit,
  type RegistrationGap,
} from '../../shared/features/achievements/index.ts';
import { useWords } from '../app/i18n.ts';

/** What the registration lacks, in words. */
export function useGapText(): (gap: RegistrationGap) => string {
  const words = useWords();
  const labelOf = ({ fields }: AnyEntity, name: string): string => {
    const label = fields[name]?.label;
    return label ? words.in(label) : name;
  };
  return (gap) => {
    if (gap.type === 'blank') return labelOf(achievement, gap.field);
    if (gap.type !== 'unitBlank') return words.t(`achievement.gap.${gap.type}`, { ...gap });
    const field = labelOf(achievementUnit, gap.field);
    return words.t('achievement.gap.unitBlank', { name: gap.name, field });
  };
}
