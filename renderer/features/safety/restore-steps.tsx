import { Button, PasswordInput, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { entities, isEntityName } from '../../../shared/registry.ts';
import { useWords } from '../../app/i18n.ts';
import { useDateWords } from '../../ui/dates.ts';
import { changesIn, Differences } from './differences.tsx';
import css from './restore.module.css';
import {
  beginRestore,
  type Choice,
  finishRestore,
  giveUpRestore,
  type Step,
  unlockRestore,
  useRestore,
} from './restore-store.ts';
import { useFailureText } from './use-failure-text.ts';
import { Working } from './working.tsx';

/** What is being restored, in one line. */
export function useChoiceTitle(): (choice: Choice) => string {
  const { t } = useWords();
  const { moment } = useDateWords();
  return (choice) => {
    switch (choice.type) {
      case 'snapshot':
        return t('restore.title.snapshot', { time: moment(choice.snapshot.takenAt) });
      case 'file':
        return t('restore.title.file', { name: choice.file.name });
      case 'point':
        return t('restore.title.point', { time: moment(choice.at) });
    }
  };
}

/** Asks for the key of a locked file; that one was wrong is said beside the field. */
function AskKey({ step }: { readonly step: Extract<Step, { readonly at: 'key' }> }) {
  const { t } = useWords();
  const { wants, wrong } = step;
  const [text, setText] = useState('');
  const unlock = (event: FormEvent): void => {
    event.preventDefault();
    const key = text.trim();
    if (key === '') return;
    void unlockRestore(
      wants === 'passphrase'
        ? { type: 'passphrase', passphrase: text }
        : { type: 'identity', identity: key },
    );
  };
  const shared = {
    label: t(`restore.${wants}`),
    value: text,
    error: wrong ? t(`restore.wrongKey.${wants}`) : undefined,
    autoFocus: true,
    'data-autofocus': true,
  };
  return (
    <form className={css.form} noValidate onSubmit={unlock}>
      <p>{t(`restore.wants.${wants}`)}</p>
      {wants === 'passphrase' ? (
        <PasswordInput
          {...shared}
          size="xs"
          maxLength={200}
          autoComplete="current-password"
          onChange={(event) => setText(event.currentTarget.value)}
        />
      ) : (
        <Textarea
          {...shared}
          description={t('restore.identityHint')}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      <div className={css.actions}>
        <Button variant="default" onClick={giveUpRestore}>
          {t('action.cancel')}
        </Button>
        <Button type="submit" disabled={text.trim() === ''}>
          {t('restore.unlock')}
        </Button>
      </div>
    </form>
  );
}

function Failed({
  choice,
  why,
}: {
  readonly choice: Choice;
  readonly why: Extract<Step, { readonly at: 'failed' }>['why'];
}) {
  const { t, in: say } = useWords();
  const failureText = useFailureText();
  const name = choice.type === 'file' ? choice.file.name : '';
  const kinds =
    why.type === 'differs'
      ? why.kinds.map((kind) => (isEntityName(kind) ? say(entities[kind].plural) : kind)).join(', ')
      : '';
  return (
    <div className={css.form}>
      <div className={css.failed} role="alert">
        <b>{t('restore.failed')}</b>
        <p>{failureText({ ...why, ...(kinds ? { kinds } : {}) }, name)}</p>
      </div>
      <div className={css.actions}>
        <Button variant="default" onClick={giveUpRestore}>
          {t('action.close')}
        </Button>
        <Button onClick={() => void beginRestore(choice)}>{t('restore.try')}</Button>
      </div>
    </div>
  );
}

function Preview({ step }: { readonly step: Extract<Step, { readonly at: 'preview' }> }) {
  const { t } = useWords();
  const { moment } = useDateWords();
  const { at, differences } = step.prepared;
  // Without a desk to compare with, it is adopted at once.
  if (differences === null) return null;
  const same = differences.every((kind) => changesIn(kind) === 0);
  return (
    <div className={css.form}>
      <p>{t('restore.upTo', { time: moment(at) })}</p>
      {same ? <p role="status">{t('restore.same')}</p> : <Differences kinds={differences} />}
      {!same && <p className={css.hint}>{t('restore.keep')}</p>}
      <div className={css.actions}>
        <Button variant="default" onClick={giveUpRestore}>
          {t('action.cancel')}
        </Button>
        <Button disabled={same} onClick={() => void finishRestore()}>
          {t('restore.switch')}
        </Button>
      </div>
    </div>
  );
}

/** Where a restore stands, and what to do next. */
export function RestoreSteps() {
  const { t } = useWords();
  const doing = useRestore((state) => state.doing);
  if (!doing) return null;
  const { choice, step } = doing;
  switch (step.at) {
    case 'uploading':
      return (
        <Working
          text={t('restore.uploading', { percent: step.percent })}
          percent={step.percent}
          onCancel={giveUpRestore}
        />
      );
    case 'preparing':
      return (
        <Working
          text={t(`restore.${step.step}`, { percent: step.percent })}
          percent={step.percent}
          onCancel={giveUpRestore}
        />
      );
    case 'key':
      return <AskKey step={step} />;
    case 'preview':
      return <Preview step={step} />;
    case 'switching':
      return <Working text={t('restore.switching')} percent={null} />;
    case 'failed':
      return <Failed choice={choice} why={step.why} />;
  }
}
