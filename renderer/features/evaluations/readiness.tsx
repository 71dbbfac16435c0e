import { ActionIcon, Button } from '@mantine/core';
import { Link } from 'wouter';
import type { Achievement } from '../../../shared/features/achievements/index.ts';
import {
  type AnswerPlace,
  type Question,
  questionGroups,
} from '../../../shared/features/evaluations/index.ts';
import { useWords, type Words } from '../../app/i18n.ts';
import { pathOf } from '../../app/paths.ts';
import { Icon } from '../../ui/icon.tsx';
import { Card, Chip } from '../../ui/page.tsx';
import { useCopy } from './copy.ts';
import css from './evaluations.module.css';

/** The questions that are open, numbered, as a text for the inventor. */
export function questionsText(title: string, questions: readonly Question[], { t }: Words): string {
  const open = questions.filter(({ isAnswered }) => !isAnswered);
  const lines = open.map(({ key }, place) =>
    t('ready.copyLine', { number: place + 1, question: t(`ready.ask.${key}`) }),
  );
  return [t('ready.copyHead', { title }), ...lines].join('\n');
}

export const countAnswered = (questions: readonly Question[]) => ({
  filled: questions.filter(({ isAnswered }) => isAnswered).length,
  total: questions.length,
});

/** Where a question's answer is entered. */
function placePath(id: string, place: AnswerPlace): string {
  if ('field' in place) return `${pathOf('achievement', id)}?fill=${place.field}`;
  switch (place.card) {
    case 'evidence':
      return `${pathOf('achievement', id)}/evaluation?tab=trl`;
    case 'valuation':
      return `${pathOf('achievement', id)}/evaluation?tab=prices`;
    case 'rights':
      return `${pathOf('achievement', id)}?fill=ip-rights`;
    case 'disclosure':
      return '/disclosures?new=1';
  }
}

function QuestionRow({ id, question }: { readonly id: string; readonly question: Question }) {
  const { t } = useWords();
  const copy = useCopy();
  const { key, place, isAnswered } = question;
  const ask = t(`ready.ask.${key}`);
  return (
    <li data-met={isAnswered}>
      <Icon name={isAnswered ? 'check' : 'warning'} size={14} />
      <div>
        <b>{ask}</b>
        {!isAnswered && <small>{t(`ready.reason.${key}`)}</small>}
      </div>
      {!isAnswered && (
        <>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            title={t('evaluation.copyOne')}
            aria-label={t('evaluation.copyOneOf', { question: ask })}
            onClick={() => void copy(ask)}
          >
            <Icon name="file" size={14} />
          </ActionIcon>
          <Link className={css.link} href={placePath(id, place)}>
            {t('evaluation.fill')}
          </Link>
        </>
      )}
    </li>
  );
}

/** What an enterprise would still ask, by what it is about, with the words to ask the inventor in. */
export function ReadinessTab({
  record,
  questions,
}: {
  readonly record: Achievement;
  readonly questions: readonly Question[];
}) {
  const words = useWords();
  const { t } = words;
  const copy = useCopy();
  const counts = countAnswered(questions);
  return (
    <Card
      title={
        <>
          {t('evaluation.readyTitle')}
          <Chip tone={counts.filled === counts.total ? 'good' : 'caution'}>
            {t('evaluation.readyCount', counts)}
          </Chip>
        </>
      }
      aside={
        counts.filled < counts.total && (
          <Button
            size="xs"
            variant="default"
            onClick={() => void copy(questionsText(record.title, questions, words))}
          >
            {t('evaluation.copyAll')}
          </Button>
        )
      }
    >
      <p className={css.hint}>{t('evaluation.readyHint')}</p>
      {questionGroups.map((group) => (
        <section key={group} className={css.group}>
          <h3>{t(`ready.group.${group}`)}</h3>
          <ul className={css.questions}>
            {questions
              .filter((question) => question.group === group)
              .map((question) => (
                <QuestionRow key={question.key} id={record.id} question={question} />
              ))}
          </ul>
        </section>
      ))}
    </Card>
  );
}
