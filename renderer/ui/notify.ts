import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';

/** Short words at the foot of the window, for what happened out of sight. */
export const notify = {
  done: (message: ReactNode): void => {
    notifications.show({ message, color: 'accent', withBorder: true });
  },
  problem: (message: ReactNode): void => {
    notifications.show({ message, color: 'red', withBorder: true, autoClose: 12_000 });
  },
};
