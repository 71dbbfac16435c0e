import { Button } from '@mantine/core';
import { Link } from 'wouter';
import {
  type AcceptProblem,
  accept,
  acceptProblems,
  type Disclosure,
  type DisclosureInventor,
} from '../../../shared/features/disclosures/index.ts';
import { useWords } from '../../app/i18n.ts';
import { pathOf } from '../../app/paths.ts';
import { useRecord } from '../../data/read.ts';
import { notify } from '../../ui/notify.ts';
import { Changing } from '../../ui/read-only.tsx';
import { freshId, useSave } from '../../ui/save.ts';
import css from './disclosures.module.css';
import { shareText } from './inventors-card.tsx';

/** What it became; or what is missing, and the way to make an achievement of it. */
export function AcceptSection({
  record,
  inventors,
}: {
  readonly record: Disclosure;
  readonly inventors: readonly DisclosureInventor[];
}) {
  const { t } = useWords();
  const save = useSave();
  const made = useRecord('achievement', record.achievementId);
  if (made === undefined) return null;
  if (made !== null) {
    return (
      <Link className={css.link} href={pathOf('achievement', made.id)}>
        {made.title}
      </Link>
    );
  }
  const problems = acceptProblems(record, inventors);
  const textOf = (problem: AcceptProblem): string => {
    if (problem.type !== 'sharesNotWhole') return t(`disclosure.problem.${problem.type}`);
    const key = problem.leftBp > 0 ? 'sharesNotWhole' : 'sharesOver';
    return t(`disclosure.problem.${key}`, { share: shareText(Math.abs(problem.leftBp)) });
  };
  const take = async (): Promise<void> => {
    const accepted = accept(record, inventors, freshId);
    if (!accepted.ok) return;
    const { title } = record;
    const label = { key: 'acceptDisclosure', params: { title } };
    if (await save.changes(label, accepted.value.changes))
      notify.done(t('disclosure.accepted', { title }));
  };
  return (
    <>
      {problems.length > 0 ? (
        <>
          <p className={css.note}>{t('disclosure.notYet')}</p>
          <ul className={css.problems}>
            {problems.map((problem) => (
              <li key={problem.type}>{textOf(problem)}</li>
            ))}
          </ul>
        </>
      ) : (
        <p className={css.note}>{t('disclosure.ready')}</p>
      )}
      <Changing>
        <Button size="xs" disabled={problems.length > 0} onClick={() => void take()}>
          {t('disclosure.accept')}
        </Button>
      </Changing>
    </>
  );
}
