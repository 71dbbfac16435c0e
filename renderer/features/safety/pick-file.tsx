import { Button } from '@mantine/core';
import { useRef } from 'react';

/** A button that asks for a backup file. */
export function PickFile({
  label,
  onPick,
}: {
  readonly label: string;
  readonly onPick: (file: File) => void;
}) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button variant="default" onClick={() => picker.current?.click()}>
        {label}
      </Button>
      <input
        ref={picker}
        type="file"
        hidden
        accept=".tdesk,.gz"
        aria-label={label}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) onPick(file);
        }}
      />
    </>
  );
}
