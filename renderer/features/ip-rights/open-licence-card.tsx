import {
  encumbrance,
  type IpRight,
  type OpenLicence,
} from '../../../shared/features/ip-rights/index.ts';
import { useWords } from '../../app/i18n.ts';
import { Card, Chip, type Tone } from '../../ui/page.tsx';
import { RuleSource } from '../../ui/rule-source.tsx';
import css from './ip-rights.module.css';

const tones: Readonly<Record<OpenLicence['state'], Tone>> = {
  planned: 'plain',
  declared: 'notice',
  open: 'good',
  ended: 'plain',
  withdrawn: 'plain',
};

/** Where the open licence of a right stands: its days and fee, what is in its way, who took it up. */
export function OpenLicenceCard({
  record,
  licence,
}: {
  readonly record: IpRight;
  readonly licence: OpenLicence;
}) {
  const words = useWords();
  const { t } = words;
  const { state, bars, licences, reduction } = licence;
  const { openLicenceDeclaredOn, openLicenceOn, openLicenceUntil, openLicenceEndedOn } = record;
  const days = [
    openLicenceDeclaredOn && t('openLicence.declaredOn', { date: openLicenceDeclaredOn }),
    openLicenceOn && t('openLicence.announcedOn', { date: openLicenceOn }),
    openLicenceUntil && t('openLicence.until', { date: openLicenceUntil }),
    openLicenceEndedOn && t('openLicence.endedOn', { date: openLicenceEndedOn }),
  ].filter(Boolean);
  return (
    <Card
      title={
        <>
          {t('openLicence.title')}
          <Chip tone={tones[state]}>{t(`openLicence.state.${state}`)}</Chip>
        </>
      }
    >
      {days.length > 0 && <p className={css.bound}>{days.join(' · ')}</p>}
      {record.openLicenceTerms !== undefined && (
        <p className={css.terms}>{record.openLicenceTerms}</p>
      )}
      {bars.map(({ row, by }) => (
        <p key={`${row.key} ${by?.id ?? ''}`} className={css.alarm}>
          {t(
            `openLicence.bar.${row.bar}`,
            by ? { kind: words.in(encumbrance.fields.kind.options[by.kind]), party: by.party } : {},
          )}{' '}
          <RuleSource row={row} />
        </p>
      ))}
      {licences.length > 0 && (
        <p className={css.bound}>
          {t('openLicence.licences', { count: licences.length })}
          {licences.map(({ party }) => party).join(' · ')}
        </p>
      )}
      {state === 'withdrawn' && licences.length > 0 && (
        <p className={css.none}>{t('openLicence.stays')}</p>
      )}
      {state === 'open' && <p className={css.none}>{t('openLicence.plainOnly')}</p>}
      {state === 'open' && reduction && (
        <p className={css.source}>
          {t('openLicence.reduced', { off: reduction.offBp / 100 })} <RuleSource row={reduction} />
        </p>
      )}
    </Card>
  );
}
