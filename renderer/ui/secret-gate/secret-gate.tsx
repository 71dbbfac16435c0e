import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../app/i18n.ts';
import css from './secret-gate.module.css';

/**
 * Asks for state secrets before anything can be typed. Where there are any, or somebody is not
 * sure, it ends here, and not even that is kept.
 */
export function SecretGate({
  opened,
  onClear,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClear: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useWords();
  const [stopped, setStopped] = useState(false);
  const close = (): void => {
    setStopped(false);
    onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('secretGate.title')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {stopped ? (
        <div className={css.stop} role="alert">
          <b>{t('secretGate.stop')}</b>
          <p>{t('secretGate.stopHint')}</p>
        </div>
      ) : (
        <div className={css.ask}>
          <b>{t('secretGate.ask')}</b>
          <p>{t('secretGate.law')}</p>
        </div>
      )}
      <div className={css.gateFoot}>
        {stopped ? (
          <Button variant="default" onClick={close}>
            {t('action.close')}
          </Button>
        ) : (
          <>
            <Button variant="default" onClick={() => setStopped(true)}>
              {t('secretGate.secret')}
            </Button>
            <Button onClick={onClear}>{t('secretGate.clear')}</Button>
          </>
        )}
      </div>
    </Modal>
  );
}
