import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useDesk } from '../data/session.ts';
import { RestoreUnderWay } from '../features/safety/restore-here.tsx';
import { beginRestore, useRestore } from '../features/safety/restore-store.ts';
import { useSayNotWritten } from '../ui/save.ts';
import { useWords } from './i18n.ts';
import css from './opening.module.css';
import { startDesk } from './start-desk.ts';

function Choices({
  busy,
  onBegin,
}: {
  readonly busy: boolean;
  readonly onBegin: (what: 'empty' | 'demo', path?: string) => void;
}) {
  const { t } = useWords();
  const picker = useRef<HTMLInputElement>(null);
  const choices = [
    { key: 'empty', onClick: () => onBegin('empty') },
    { key: 'demo', onClick: () => onBegin('demo') },
    { key: 'import', onClick: () => onBegin('empty', '/import') },
    { key: 'restore', onClick: () => picker.current?.click() },
  ] as const;
  return (
    <div className={css.choices}>
      {choices.map(({ key, onClick }) => (
        <button key={key} type="button" className={css.choice} disabled={busy} onClick={onClick}>
          <b>{t(`welcome.${key}`)}</b>
          <span>{t(`welcome.${key}Hint`)}</span>
        </button>
      ))}
      <input
        ref={picker}
        type="file"
        accept=".tdesk,.gz"
        hidden
        aria-label={t('welcome.restore')}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) void beginRestore({ type: 'file', file });
        }}
      />
    </div>
  );
}

/** The first start on this data folder: what to begin with. */
export function Welcome() {
  const { t } = useWords();
  const [, go] = useLocation();
  const demo = useDesk((state) => state.capabilities?.demo ?? false);
  const restoring = useRestore((state) => state.doing !== null);
  const [busy, setBusy] = useState(demo);
  const say = useSayNotWritten();
  const start = async (what: 'empty' | 'demo'): Promise<void> => {
    const started = await startDesk(what);
    if (started.ok) return;
    say(started.error);
    setBusy(false);
  };
  const begin = (what: 'empty' | 'demo', path = '/'): void => {
    setBusy(true);
    go(path);
    void start(what);
  };
  const started = useRef(false);
  // Started with --demo: an empty desk fills itself.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, whatever is drawn anew meanwhile
  useEffect(() => {
    if (!demo || started.current) return;
    started.current = true;
    void start('demo');
  }, [demo]);
  return (
    <main className={css.page}>
      <div className={css.mark} />
      <h1>{t('welcome.title')}</h1>
      <p>{busy ? t('welcome.busy') : t('welcome.lead')}</p>
      {restoring ? <RestoreUnderWay /> : <Choices busy={busy} onBegin={begin} />}
    </main>
  );
}
