import { Button, PasswordInput, SegmentedControl, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Lock } from '../../../shared/contract/index.ts';
import { err, ok, type Result } from '../../../shared/core/result.ts';
import { useWords } from '../../app/i18n.ts';
import css from './backup-panel.module.css';
import { passphraseFrom, strengthOf } from './passphrase.ts';

/** What is entered for a lock, before it is known to be one. */
export interface LockDraft {
  readonly type: Lock['type'];
  readonly passphrase: string;
  readonly again: string;
  readonly recipients: string;
}

export const emptyLock: LockDraft = {
  type: 'passphrase',
  passphrase: '',
  again: '',
  recipients: '',
};

export type LockProblem =
  | { readonly type: 'empty' | 'differ' | 'noRecipient' }
  | { readonly type: 'notARecipient'; readonly recipient: string };

/** The lock that was entered, or what is wrong with it. */
export function draftToLock(draft: LockDraft): Result<Lock, LockProblem> {
  switch (draft.type) {
    case 'open':
      return ok({ type: 'open' });
    case 'recipients': {
      const recipients = draft.recipients.split(/\s+/).filter((line) => line !== '');
      return recipients.length > 0
        ? ok({ type: 'recipients', recipients })
        : err({ type: 'noRecipient' });
    }
    case 'passphrase':
      if (draft.passphrase === '') return err({ type: 'empty' });
      if (draft.passphrase !== draft.again) return err({ type: 'differ' });
      return ok({ type: 'passphrase', passphrase: draft.passphrase });
  }
}

interface Props {
  readonly draft: LockDraft;
  readonly problem: LockProblem | null;
  readonly onChange: (draft: LockDraft) => void;
}

function Passphrase({ draft, problem, onChange }: Props) {
  const { t } = useWords();
  const [suggested, setSuggested] = useState<string | null>(null);
  const strength = strengthOf(draft.passphrase);
  const suggest = (): void => {
    const passphrase = passphraseFrom(crypto.getRandomValues(new Uint8Array(20)));
    setSuggested(passphrase);
    onChange({ ...draft, passphrase, again: passphrase });
  };
  return (
    <>
      <PasswordInput
        size="xs"
        data-autofocus
        label={t('safety.backup.phrase')}
        autoComplete="new-password"
        maxLength={200}
        value={draft.passphrase}
        error={problem?.type === 'empty' ? t('safety.backup.empty') : undefined}
        description={
          draft.passphrase === '' ? undefined : (
            <span data-strength={strength} className={css.strength}>
              {t(`safety.backup.strength.${strength}`)}
            </span>
          )
        }
        onChange={(event) => onChange({ ...draft, passphrase: event.currentTarget.value })}
      />
      <PasswordInput
        size="xs"
        label={t('safety.backup.again')}
        autoComplete="new-password"
        maxLength={200}
        value={draft.again}
        error={problem?.type === 'differ' ? t('safety.backup.differ') : undefined}
        onChange={(event) => onChange({ ...draft, again: event.currentTarget.value })}
      />
      <div className={css.suggest}>
        <Button variant="default" onClick={suggest}>
          {t('safety.backup.suggest')}
        </Button>
        {suggested !== null && suggested === draft.passphrase && (
          <p role="status">
            {t('safety.backup.suggested')} <code>{suggested}</code>
          </p>
        )}
      </div>
      <p className={css.warning}>{t('safety.backup.forgotten')}</p>
    </>
  );
}

/** How a backup is to be locked: with a passphrase, for holders of keys, or not at all. */
export function LockFields(props: Props) {
  const { draft, problem, onChange } = props;
  const { t } = useWords();
  const kinds = ['passphrase', 'recipients', 'open'] as const;
  return (
    <div className={css.fields}>
      <SegmentedControl
        size="xs"
        aria-label={t('safety.backup.lock')}
        value={draft.type}
        onChange={(type) => onChange({ ...draft, type })}
        data={kinds.map((value) => ({ value, label: t(`safety.backup.${value}`) }))}
      />
      <p className={draft.type === 'open' ? css.warning : css.hint}>
        {t(`safety.backup.${draft.type}Hint`)}
      </p>
      {draft.type === 'passphrase' && <Passphrase {...props} />}
      {draft.type === 'recipients' && (
        <Textarea
          label={t('safety.backup.recipients')}
          spellCheck={false}
          classNames={{ input: css.code ?? '' }}
          value={draft.recipients}
          error={
            problem?.type === 'noRecipient'
              ? t('safety.backup.noRecipient')
              : problem?.type === 'notARecipient'
                ? t('safety.backup.notARecipient', { recipient: problem.recipient })
                : undefined
          }
          onChange={(event) => onChange({ ...draft, recipients: event.currentTarget.value })}
        />
      )}
    </div>
  );
}
