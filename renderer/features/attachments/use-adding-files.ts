import { dateInChina } from '../../../shared/core/dates.ts';
import type { Owner } from '../../../shared/features/attachments/index.ts';
import { useWords } from '../../app/i18n.ts';
import { timeInChina } from '../../ui/dates.ts';
import { notify } from '../../ui/notify.ts';
import { freshId, useSave } from '../../ui/save.ts';
import { addFiles } from './adding.ts';

/** The name that every browser gives to a picture in the clipboard that is no file. */
const UNNAMED = /^image\.(\w+)$/;

/** Adds files to a record and says what came of it. */
export function useAddingFiles(
  owner: Owner,
): (files: readonly File[], how: 'chosen' | 'dropped' | 'pasted') => Promise<void> {
  const { t } = useWords();
  const save = useSave();
  const named = (file: File): File => {
    const ending = UNNAMED.exec(file.name)?.[1];
    if (ending === undefined) return file;
    const now = Date.now();
    const time = timeInChina(now).replace(':', '.');
    const name = t('attachment.pasted', { date: dateInChina(now), time, ending });
    return new File([file], name, { type: file.type });
  };
  return async (files, how) => {
    const list = how === 'pasted' ? files.map(named) : files;
    const { count, alreadyHere, refused } = await addFiles(owner, list, save.changes, freshId);
    if (refused) notify.problem(t(`attachment.refused.${refused}`, { title: owner.title }));
    for (const name of alreadyHere) notify.problem(t('attachment.alreadyHere', { name }));
    if (count > 0) notify.done(t('attachment.added', { count }));
  };
}
