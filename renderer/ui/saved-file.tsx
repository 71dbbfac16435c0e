import type { CommonFailure, Saved } from '../../shared/contract/index.ts';
import type { Result } from '../../shared/core/result.ts';
import { useWords } from '../app/i18n.ts';
import { host } from '../data/host.ts';
import { notify } from './notify.ts';
import css from './saved-file.module.css';

type WriteFailure =
  | CommonFailure
  | { readonly type: 'diskFull' | 'cannotPrint' }
  | { readonly type: 'cannotWrite'; readonly name: string }
  | { readonly type: 'damaged'; readonly at: number };

/** Says where a file was saved and offers its folder, or why it was not. Nothing when cancelled. */
export function useTellSaved(): (answer: Result<Saved, WriteFailure>) => void {
  const { t, tAny, has } = useWords();
  return (answer) => {
    if (!answer.ok) {
      const { type, ...facts } = answer.error;
      if (has(`write.${type}`))
        notify.problem(tAny(`write.${type}`, facts as Record<string, string>));
      else notify.problem(t('write.failed', { reason: type }));
      return;
    }
    const saved = answer.value;
    if (saved.place === 'cancelled') return;
    notify.done(
      <div className={css.saved}>
        <span>
          <b>{t('write.saved', { name: saved.name })}</b>
          <small>{t('write.savedIn', { folder: saved.folder })}</small>
        </span>
        <button type="button" onClick={() => void host.showFile({ file: saved.file })}>
          {t('action.show')}
        </button>
      </div>,
    );
  };
}
