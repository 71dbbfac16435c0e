import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { CallFailure } from '../../shared/contract/index.ts';
import { host } from '../data/host.ts';
import { openDesk } from '../data/open.ts';
import { useDesk } from '../data/session.ts';
import { useWords } from './i18n.ts';
import css from './opening.module.css';
import { startDesk } from './start-desk.ts';

/** The first start on this data folder: what to begin with. */
export function Welcome() {
  const { t, tAny, has } = useWords();
  const [, go] = useLocation();
  const demo = useDesk((state) => state.capabilities?.demo ?? false);
  const [busy, setBusy] = useState(demo);
  const [problem, setProblem] = useState<string | null>(null);
  const picker = useRef<HTMLInputElement>(null);

  const begin = async (what: 'empty' | 'demo', path = '/'): Promise<void> => {
    setBusy(true);
    go(path);
    await startDesk(what);
  };

  const say = (
    failure: CallFailure<'restoreBackup'> | { readonly type: string },
    name: string,
  ): void => {
    const key = [`restore.${failure.type}`, `write.${failure.type}`].find(has) ?? 'write.failed';
    setProblem(tAny(key, { ...failure, name, reason: failure.type }));
  };

  const restore = async (file: File): Promise<void> => {
    setBusy(true);
    setProblem(null);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const answer = await host.restoreBackup({ name: file.name, bytes });
    if (answer.ok) return openDesk();
    say(answer.error, file.name);
    setBusy(false);
  };

  const started = useRef(false);
  // Started with --demo: an empty desk fills itself.
  useEffect(() => {
    if (!demo || started.current) return;
    started.current = true;
    void startDesk('demo');
  }, [demo]);

  const choices = [
    { key: 'empty', onClick: () => void begin('empty') },
    { key: 'demo', onClick: () => void begin('demo') },
    { key: 'import', onClick: () => void begin('empty', '/import') },
    { key: 'restore', onClick: () => picker.current?.click() },
  ] as const;
  return (
    <main className={css.page}>
      <div className={css.mark} />
      <h1>{t('welcome.title')}</h1>
      <p>{busy ? t('welcome.busy') : t('welcome.lead')}</p>
      <div className={css.choices}>
        {choices.map(({ key, onClick }) => (
          <button key={key} type="button" className={css.choice} disabled={busy} onClick={onClick}>
            <b>{t(`welcome.${key}`)}</b>
            <span>{t(`welcome.${key}Hint`)}</span>
          </button>
        ))}
      </div>
      <input
        ref={picker}
        type="file"
        accept=".tdesk"
        hidden
        aria-label={t('welcome.restore')}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) void restore(file);
        }}
      />
      {problem && (
        <p className={css.problem} role="alert">
          {problem}
        </p>
      )}
    </main>
  );
}
