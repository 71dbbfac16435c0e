import { type Handout, isToReturn } from '../../../shared/features/publishing/index.ts';
import { useWords } from '../../app/i18n.ts';
import { Chip } from '../../ui/page.tsx';

/** Whether a handout came back, or is to; nothing where anybody may keep it. */
export function ReturnChip({ one }: { readonly one: Handout }) {
  const { t } = useWords();
  if (one.returnedOn !== undefined)
    return <Chip>{t('publishing.returned', { date: one.returnedOn })}</Chip>;
  return isToReturn(one) ? <Chip tone="caution">{t('publishing.toReturn')}</Chip> : null;
}
