import { Button, Progress } from '@mantine/core';
import { openDesk } from '../data/open.ts';
import type { DeskState, Blocked as Why } from '../data/session.ts';
import { RestoreHere } from '../features/safety/restore-here.tsx';
import { sizeText } from '../ui/size.ts';
import { useWords } from './i18n.ts';
import css from './opening.module.css';

type Starting = Extract<DeskState, { at: 'opening' | 'rebuilding' }>;

/** Before the desk is there: nothing for the blink it usually takes, progress when it rebuilds. */
export function Opening({ state }: { readonly state: Starting }) {
  const { t } = useWords();
  if (state.at === 'opening') {
    const text = t(`open.${state.doing ?? 'opening'}`);
    return (
      <main className={css.page} aria-label={text}>
        {state.doing !== undefined && <p role="status">{text}</p>}
      </main>
    );
  }
  const { done, total } = state;
  return (
    <main className={css.page}>
      <h1>{t('open.rebuilding', { done, total })}</h1>
      <Progress
        className={css.bar ?? ''}
        value={(100 * done) / Math.max(total, 1)}
        aria-label={t('open.rebuilding', { done, total })}
      />
      <p>{t('open.rebuildingHint')}</p>
    </main>
  );
}

function factsOf(why: Why): Readonly<Record<string, string | number>> {
  const { type: _type, ...facts } = why;
  return why.type === 'lowSpace'
    ? { free: sizeText(why.free), needed: sizeText(why.needed) }
    : facts;
}

/** Why the desk is not opened, and what to do. Nothing has been written. */
export function Blocked({ why }: { readonly why: Why }) {
  const { t } = useWords();
  const { type } = why;
  const facts = factsOf(why);
  return (
    <main className={css.page}>
      <h1>{t(`blocked.${type}`, facts)}</h1>
      <p>{t(`blocked.${type}.hint`, facts)}</p>
      <div className={css.actions}>
        {type !== 'storageBroken' && (
          <Button onClick={() => location.reload()}>{t('action.retry')}</Button>
        )}
        {type === 'downgrade' && (
          <Button variant="default" onClick={() => void openDesk({ evenSo: true })}>
            {t('blocked.evenSo')}
          </Button>
        )}
      </div>
      {(type === 'journalDamaged' || type === 'storage') && <RestoreHere />}
    </main>
  );
}
