import { ActionIcon } from '@mantine/core';
import { useRef } from 'react';
import { Icon, type IconName } from '../../../ui/icon.tsx';

/**
 * A small button of a row. Moving a row takes the focus from it: it is given back, so that the next
 * press moves on. What cannot be done now stays in the way of the keyboard for the same reason.
 */
export function Tool({
  icon,
  label,
  off = false,
  onPress,
}: {
  readonly icon: IconName;
  readonly label: string;
  readonly off?: boolean;
  readonly onPress: () => Promise<unknown>;
}) {
  // A second press is about what the first has made of it.
  const pressed = useRef<Promise<unknown>>(Promise.resolve());
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={28}
      aria-label={label}
      title={label}
      aria-disabled={off}
      {...(off ? { 'data-disabled': true } : {})}
      onClick={async ({ currentTarget }) => {
        if (off) return;
        pressed.current = pressed.current.then(onPress, onPress);
        await pressed.current;
        requestAnimationFrame(() => currentTarget.focus());
      }}
    >
      <Icon name={icon} size={14} />
    </ActionIcon>
  );
}
