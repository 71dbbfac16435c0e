import { type Deal, deal } from '../../../shared/features/deals/index.ts';
import { useWords } from '../../app/i18n.ts';
import type { FaceOf } from '../../ui/board/face.tsx';
import { today } from '../../ui/dates.ts';
import { FieldValue, spokenAmount } from '../../ui/field-value.tsx';
import { Chip } from '../../ui/page.tsx';
import { DueChip, ModeChip } from './deal-chips.tsx';
import css from './deals-page.module.css';

/** What a card shows of a deal: what goes to whom, how, for how much, and whether it wants something. */
export function useDealFace(): FaceOf {
  const words = useWords();
  return (stored, names) => {
    // The index holds deals as the database does; `commit` has checked their values.
    const record = stored as unknown as Deal;
    const title = names[record.achievementId] || record.title;
    const amount = record.contractAmountFen;
    return {
      title,
      hint: record.nextStep === undefined ? title : `${title}\n${record.nextStep}`,
      under: names[record.enterpriseId] || words.t('deals.gone'),
      chips: (
        <>
          <ModeChip mode={record.mode} />
          {record.lostOn === undefined ? (
            <DueChip record={record} />
          ) : (
            <Chip tone="alarm">
              <FieldValue entity={deal} name="lostReason" value={record.lostReason ?? 'other'} />
            </Chip>
          )}
        </>
      ),
      figure:
        amount === undefined ? (
          <span className={css.noAmount}>{words.t('deals.noAmount')}</span>
        ) : (
          spokenAmount(amount, words)
        ),
      isLate: record.lostOn === undefined && record.nextOn !== undefined && record.nextOn < today(),
    };
  };
}
