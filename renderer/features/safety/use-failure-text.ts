import { useWords } from '../../app/i18n.ts';

/** Why a snapshot or a restore did not come to be. `name` is that of the file it was about. */
export function useFailureText(): (failure: { readonly type: string }, name?: string) => string {
  const { t, tAny, has } = useWords();
  return ({ type, ...facts }, name = '') => {
    const key = [`restore.${type}`, `write.${type}`].find(has);
    return key === undefined
      ? t('write.failed', { reason: type })
      : tAny(key, { name, ...(facts as Record<string, string>) });
  };
}
