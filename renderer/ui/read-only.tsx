import type { ReactNode } from 'react';
import { useWords } from '../app/i18n.ts';
import { type ReadOnly, useDesk } from '../data/session.ts';

/** Why nothing can be changed for now; null when changes can be made. */
export const useReadOnly = (): ReadOnly | null => useDesk(({ readOnly }) => readOnly);

/** Says why nothing can be changed. */
export function useReadOnlyText(): (why: ReadOnly) => string {
  const { t } = useWords();
  return (why) =>
    why.type === 'past' ? t('readOnly.past', { date: why.on }) : t('readOnly.lowSpace');
}

/** What changes something: not there while nothing can be changed. */
export function Changing({ children }: { readonly children: ReactNode }) {
  return useReadOnly() ? null : children;
}
