import { Loader } from '@mantine/core';
import { useWords } from '../../app/i18n.ts';
import { Icon } from '../../ui/icon.tsx';
import css from './preview.module.css';

/** Says why a file cannot be looked at here: `locked`, `broken`, or a failure of the host. */
export function NoPreview({ why }: { readonly why: string }) {
  const { t, tAny, has } = useWords();
  const key = `attachment.noPreview.${why}`;
  return (
    <p className={css.message} role="alert">
      <Icon name="warning" />
      {t('attachment.noPreview', {
        why: has(key) ? tAny(key) : t('attachment.noPreview.other', { reason: why }),
      })}
    </p>
  );
}

export function Reading() {
  const { t } = useWords();
  return (
    <p className={css.message} role="status">
      <Loader size="sm" /> {t('attachment.loading')}
    </p>
  );
}
