import { daysBetween } from '../../../shared/core/dates.ts';
import { type Deal, deal, publicityDaysLeft } from '../../../shared/features/deals/index.ts';
import { useWords } from '../../app/i18n.ts';
import { today } from '../../ui/dates.ts';
import { FieldValue } from '../../ui/field-value.tsx';
import { Chip, type Tone } from '../../ui/page.tsx';

/** Selling or licensing what is there, making something together, or working for somebody. */
const toneOfMode: Record<NonNullable<Deal['mode']>, Tone> = {
  transfer: 'notice',
  exclusiveLicence: 'notice',
  soleLicence: 'notice',
  licence: 'notice',
  equity: 'violet',
  jointImplementation: 'violet',
  ownImplementation: 'violet',
  commissionedDevelopment: 'violet',
  jointDevelopment: 'violet',
  consulting: 'plain',
  service: 'plain',
};

export function ModeChip({ mode }: { readonly mode: Deal['mode'] }) {
  if (mode === undefined) return null;
  return (
    <Chip tone={toneOfMode[mode]}>
      <FieldValue entity={deal} name="mode" value={mode} />
    </Chip>
  );
}

export function PublicityChip({
  record,
}: {
  readonly record: Pick<Deal, 'publicityFrom' | 'publicityUntil'>;
}) {
  const { t } = useWords();
  const left = publicityDaysLeft(record, today());
  if (left === null) return null;
  return (
    <Chip tone="caution">
      {left === 0 ? t('deals.publicityLastDay') : t('deals.publicityLeft', { count: left })}
    </Chip>
  );
}

/** Steps further off than this say nothing on a card. */
const SOON = 7;

/** Whether and when a deal wants something: late or near steps, a publicity that runs. */
export function DueChip({
  record,
}: {
  readonly record: Pick<Deal, 'nextOn' | 'nextStep' | 'publicityFrom' | 'publicityUntil'>;
}) {
  const { t } = useWords();
  const days = record.nextOn === undefined ? null : daysBetween(today(), record.nextOn);
  if (days !== null && days < 0)
    return <Chip tone="alarm">{t('deals.late', { count: -days })}</Chip>;
  if (days === 0) return <Chip tone="caution">{t('deals.dueToday')}</Chip>;
  const publicity = publicityDaysLeft(record, today());
  if (publicity !== null) return <PublicityChip record={record} />;
  if (days !== null && days <= SOON) return <Chip>{t('deals.dueSoon', { count: days })}</Chip>;
  return null;
}
