import { Button, Drawer } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { dateInChina } from '../../../shared/core/dates.ts';
import { useWords } from '../../app/i18n.ts';
import { saveBackup } from '../../data/vault.ts';
import { notify } from '../../ui/notify.ts';
import css from './backup-panel.module.css';
import { draftToLock, emptyLock, LockFields, type LockProblem } from './lock-fields.tsx';
import panel from './panel.module.css';
import { useFailureText } from './use-failure-text.ts';
import { useTellBackup } from './use-tell-backup.ts';
import { Working } from './working.tsx';

/** Says how to lock a backup, then writes it and tells where it is. */
function BackupForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const tell = useTellBackup();
  const failureText = useFailureText();
  const [draft, setDraft] = useState(emptyLock);
  const [problem, setProblem] = useState<LockProblem | null>(null);
  const [percent, setPercent] = useState<number | null>(null);
  const ending = useRef<AbortController | null>(null);
  const [busy, setBusy] = useState(false);

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const lock = draftToLock(draft);
    setProblem(lock.ok ? null : lock.error);
    if (!lock.ok) return;
    setPercent(null);
    setBusy(true);
    ending.current = new AbortController();
    const answer = await saveBackup(`transfer-desk-${dateInChina(Date.now())}`, lock.value, {
      onProgress: (done, total) => setPercent(Math.round((100 * done) / Math.max(1, total))),
      signal: ending.current.signal,
    });
    setBusy(false);
    if (answer.ok) {
      tell(answer.value);
      if (answer.value.saved.place === 'file') onClose();
    } else if (answer.error.type === 'notARecipient') setProblem(answer.error);
    else if (answer.error.type !== 'cancelled') notify.problem(failureText(answer.error));
  };

  if (busy) {
    return (
      <Working
        text={
          percent === null ? t('safety.backup.working') : t('safety.backup.progress', { percent })
        }
        percent={percent}
        onCancel={() => ending.current?.abort()}
      />
    );
  }
  return (
    <form className={css.form} noValidate onSubmit={(event) => void save(event)}>
      <LockFields draft={draft} problem={problem} onChange={setDraft} />
      <div className={css.actions}>
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button type="submit">{t('safety.backup.save')}</Button>
      </div>
    </form>
  );
}

/** The panel for a backup file. It stays open while the file is written. */
export function BackupPanel({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useWords();
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={t('safety.backup')}
      closeOnClickOutside={false}
      classNames={{ title: panel.title ?? '' }}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <BackupForm onClose={onClose} />
    </Drawer>
  );
}
