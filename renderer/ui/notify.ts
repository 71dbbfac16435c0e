import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { wordsNow } from '../app/i18n.ts';

/** Its close button is a cross: who does not see it hears what it does. */
const closing = () => ({ 'aria-label': wordsNow().t('action.close') });

interface Working {
  readonly reached: (percent: number) => void;
  readonly end: () => void;
}

/** Short words at the foot of the window, for what happened out of sight. */
export const notify = {
  done: (message: ReactNode): void => {
    notifications.show({ message, color: 'accent', withBorder: true, closeButtonProps: closing() });
  },
  /**
   * For what is under way, from `afterMs` on until its end; it is told how far that is, in percent,
   * or null while nobody knows.
   */
  working: (message: (percent: number | null) => ReactNode, afterMs: number): Working => {
    const id = crypto.randomUUID();
    let percent: number | null = null;
    let isShown = false;
    const options = () => ({
      ...{ id, message: message(percent), withBorder: true },
      ...{ color: 'accent', autoClose: false, withCloseButton: false },
    });
    const timer = setTimeout(() => {
      isShown = true;
      notifications.show(options());
    }, afterMs);
    return {
      reached: (reached) => {
        percent = reached;
        if (isShown) notifications.update(options());
      },
      end: () => {
        clearTimeout(timer);
        notifications.hide(id);
      },
    };
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
