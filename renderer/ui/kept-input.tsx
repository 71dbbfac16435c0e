import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { isRealEnter } from './field-input.tsx';

/** A text that is kept when it is left or with Enter; Escape brings the old one back. */
export function KeptInput({
  value,
  label,
  max,
  placeholder,
  onKeep,
}: {
  readonly value: string;
  readonly label: string;
  readonly max: number;
  readonly placeholder?: string;
  readonly onKeep: (text: string) => void;
}) {
  const [text, setText] = useState<string | null>(null);
  const keep = (): void => {
    const next = text?.trim();
    setText(null);
    if (next !== undefined && next !== value) onKeep(next);
  };
  return (
    <TextInput
      aria-label={label}
      value={text ?? value}
      maxLength={max}
      {...(placeholder === undefined ? {} : { placeholder })}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (isRealEnter(event)) keep();
        if (event.key === 'Escape') setText(null);
      }}
    />
  );
}
