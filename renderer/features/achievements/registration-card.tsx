import { Button } from '@mantine/core';
import { useState } from 'react';
import {
  type Achievement,
  type AchievementPerson,
  type AchievementUnit,
  achievement,
  checkRegistration,
  dutiesOf,
  mayBeRegistered,
  type RegistrationCheck,
  type RegistrationGap,
} from '../../../shared/features/achievements/index.ts';
import { useWords } from '../../app/i18n.ts';
import { useRules } from '../../data/rules.ts';
import { today } from '../../ui/dates.ts';
import { Icon } from '../../ui/icon.tsx';
import { Card } from '../../ui/page.tsx';
import { Changing } from '../../ui/read-only.tsx';
import { useGapText } from '../../ui/registration-gaps.ts';
import { RuleSource } from '../../ui/rule-source.tsx';
import { useSave } from '../../ui/save.ts';
import css from './achievements.module.css';

/** So many gaps are named before the rest is asked for. */
const NAMED = 12;

export const unitsPlace = 'achievement-units';
export const peoplePlace = 'achievement-people';

/** Where on the page a gap is closed: a fact of the sheet, or one of the two lists. */
function openGap(gap: RegistrationGap): void {
  const scroll = (id: string) =>
    document.getElementById(id)?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  const fact = (field: string) => {
    const found = document.querySelector<HTMLElement>(`button[data-field="${field}"]`);
    found?.scrollIntoView({ block: 'center' });
    found?.click();
  };
  switch (gap.type) {
    case 'blank':
      return fact(gap.field);
    case 'noUnits':
    case 'unitBlank':
      return scroll(unitsPlace);
    case 'noPeople':
      return scroll(peoplePlace);
    case 'summaryTooLong':
      return fact('summary');
    case 'researchReversed':
      return fact('startedOn');
    case 'badNumber':
      return fact('registrationNo');
  }
}

function Gaps({ gaps }: { readonly gaps: readonly RegistrationGap[] }) {
  const { t } = useWords();
  const textOf = useGapText();
  const [all, setAll] = useState(false);
  const shown = all ? gaps : gaps.slice(0, NAMED);
  return (
    <ul className={css.gaps}>
      {shown.map((gap) => (
        <li key={JSON.stringify(gap)}>
          <button type="button" onClick={() => openGap(gap)}>
            {textOf(gap)}
          </button>
        </li>
      ))}
      {shown.length < gaps.length && (
        <li>
          <button type="button" data-more onClick={() => setAll(true)}>
            {t('achievement.showAll', { count: gaps.length })}
          </button>
        </li>
      )}
    </ul>
  );
}

function useStateText(): (check: RegistrationCheck, registered: boolean) => string {
  const { t } = useWords();
  return (check, registered) => {
    const count = check.form.length + check.answer.length;
    if (registered)
      return count === 0
        ? t('achievement.registered')
        : t('achievement.registeredLacking', { count });
    if (check.form.length > 0) return t('achievement.lacksForm', { count: check.form.length });
    return t(check.answer.length > 0 ? 'achievement.lacksAnswer' : 'achievement.ready');
  };
}

/** What duties the money brings with it, each with its source. */
function Duties({ record }: { readonly record: Achievement }) {
  const { t } = useWords();
  const rules = useRules();
  return (
    <ul className={css.duties}>
      {dutiesOf(record, today(), rules).map((row) => (
        <li key={row.key}>
          <Icon name="warning" size={14} />
          <span>{t(`achievement.dutyOf.${row.duty}`)}</span>
          <small>
            <RuleSource row={row}>{t('achievement.duty', { source: row.source })}</RuleSource>
          </small>
        </li>
      ))}
    </ul>
  );
}

/** What is missing for the registration, each leading to where it is entered. */
export function RegistrationCard({
  record,
  units,
  people,
}: {
  readonly record: Achievement;
  readonly units: readonly AchievementUnit[];
  readonly people: readonly AchievementPerson[];
}) {
  const { t } = useWords();
  const save = useSave();
  const rules = useRules();
  const stateText = useStateText();
  const check = checkRegistration(record, units, people, today(), rules);
  const registered = record.registrationState === 'registered';
  // The office answers what was handed in: its number is asked for last.
  const gaps =
    registered || check.form.length === 0 ? [...check.form, ...check.answer] : check.form;
  const { id, title } = record;
  const set = (key: string, registrationState: 'registered' | null) =>
    void save.changes({ key, params: { title } }, [
      { patch: achievement.name, id, set: { registrationState } },
    ]);
  return (
    <Card
      title={t('achievement.registration')}
      aside={
        <Changing>
          {registered ? (
            <Button size="xs" variant="default" onClick={() => set('unmarkRegistered', null)}>
              {t('achievement.unmark')}
            </Button>
          ) : (
            <Button
              size="xs"
              variant="default"
              disabled={!mayBeRegistered(check)}
              onClick={() => set('markRegistered', 'registered')}
            >
              {t('achievement.mark')}
            </Button>
          )}
        </Changing>
      }
    >
      <p className={css.state} data-whole={mayBeRegistered(check)}>
        {stateText(check, registered)}
      </p>
      {gaps.length > 0 && <Gaps gaps={gaps} />}
      <Duties record={record} />
    </Card>
  );
}
