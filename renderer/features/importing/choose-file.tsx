import { Button, Loader } from '@mantine/core';
import { type DragEvent, useRef, useState } from 'react';
import { useWords } from '../../app/i18n.ts';
import { Icon } from '../../ui/icon.tsx';
import { PageHead } from '../../ui/page.tsx';
import css from './choose-file.module.css';
import { useFailureText } from './failure-text.ts';
import { beginImport, type ImportState, leaveImport, subjectsNow } from './import-store.ts';

type Props = { readonly state: Extract<ImportState, { readonly at: 'choose' | 'opening' }> };

/** Where a file is dropped or chosen, and where it is said why one could not be read. */
export function ChooseFile({ state }: Props) {
  const { t, language, inside } = useWords();
  const failureText = useFailureText();
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const kinds = new Intl.ListFormat(language).format(
    subjectsNow().map(({ entity }) => inside(entity.plural)),
  );
  const opening = state.at === 'opening';
  const failed = state.at === 'choose' ? state.failed : undefined;
  const take = (file: File | undefined): void => {
    if (file && !opening) void beginImport(file);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <>
      <PageHead title={t('importing.title')} subtitle={t('importing.lead')} />
      <div className={css.body}>
        {failed && (
          <div className={css.failed} role="alert">
            <Icon name="warning" />
            <div>
              <b>{t('importing.failed', { file: failed.file })}</b>
              <p>{failureText(failed.why)}</p>
            </div>
          </div>
        )}
        <section
          className={css.zone}
          data-over={over}
          aria-label={t('importing.choose')}
          aria-busy={opening}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={onDrop}
        >
          {opening ? (
            <>
              <Loader size="sm" />
              <p role="status">{t('importing.opening', { file: state.file })}</p>
              <Button variant="default" onClick={leaveImport}>
                {t('importing.cancel')}
              </Button>
            </>
          ) : (
            <>
              <Icon name="import" size={28} />
              <p>{t('importing.drop')}</p>
              <Button onClick={() => picker.current?.click()}>{t('importing.choose')}</Button>
              <small>{t('importing.kinds')}</small>
            </>
          )}
        </section>
        <p className={css.hint}>{t('importing.dropHint', { kinds })}</p>
        <input
          ref={picker}
          type="file"
          hidden
          accept=".xlsx,.xls,.ods,.csv,.tsv,.txt"
          aria-label={t('importing.choose')}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = '';
            take(file);
          }}
        />
      </div>
    </>
  );
}
