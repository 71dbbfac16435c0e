import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { wordsNow } from '../app/i18n.ts';

/** Its close button is a cross: who does not see it hears what it does. */
const closing = () => ({ 'aria-label': wordsNow().t('action.close') });

/** Short words at the foot of the window, for what happened out of sight. */
export const notify = {
  done: (message: ReactNode): void => {
    notifications.show({ message, color: 'accent', withBorder: true, closeButtonProps: closing() });
  },
  /** `stays` for what takes longer to read or to act on: until it is closed. */
  problem: (message: ReactNode, { stays = false } = {}): void => {
    notifications.show({
      message,
      color: 'red',
      withBorder: true,
      autoClose: stays ? false : 12_000,
      closeButtonProps: closing(),
    });
  },
};
