import { APPRAISAL_SOURCE } from '../../../shared/features/evaluations/index.ts';
import { useWords } from '../../app/i18n.ts';
import { Chip } from '../../ui/page.tsx';

/** That a figure is no appraisal, wherever one stands. */
export function ReferenceMark() {
  const { t } = useWords();
  return (
    <Chip tone="caution">
      <span title={APPRAISAL_SOURCE}>{t('valuation.reference')}</span>
    </Chip>
  );
}
