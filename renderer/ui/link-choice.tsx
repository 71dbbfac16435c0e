import { ActionIcon, Select } from '@mantine/core';
import { useState } from 'react';
import { titleOf } from '../../shared/entities/entity.ts';
import { type EntityName, entities } from '../../shared/registry.ts';
import { useWords } from '../app/i18n.ts';
import type { Filter } from '../index/query.ts';
import { useAnswer } from '../index/use-answer.ts';
import { Icon } from './icon.tsx';

/** A record by what it is called. */
export interface Titled {
  readonly id: string;
  readonly title: string;
}

/** Chooses a record to link with, found as it is typed; those linked already are not offered. */
export function LinkChoice({
  name,
  label,
  linked,
  where = [],
  onLink,
}: {
  readonly name: EntityName;
  readonly label: string;
  readonly linked: readonly string[];
  /** What must hold of those that are offered. */
  readonly where?: readonly Filter[];
  readonly onLink: (record: Titled) => void;
}) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const found = useAnswer({ entity: name, text, where, from: 0, to: 30 });
  const options = (found?.rows ?? [])
    .filter(({ id }) => !linked.includes(id))
    .map((row) => ({ value: row.id, label: titleOf(entities[name], row) || '—' }));
  return (
    <Select
      size="xs"
      aria-label={label}
      placeholder={label}
      data={options}
      value={null}
      searchable
      searchValue={text}
      onSearchChange={setText}
      nothingFoundMessage={t('list.none')}
      // The index has already searched.
      filter={({ options: all }) => all}
      onChange={(id) => {
        const chosen = options.find(({ value }) => value === id);
        setText('');
        if (chosen) onLink({ id: chosen.value, title: chosen.label });
      }}
    />
  );
}

/** The cross that takes a link back; `label` says which. */
export function Unlink({
  label,
  onClick,
}: {
  readonly label: string;
  readonly onClick: () => void;
}) {
  return (
    <ActionIcon variant="subtle" color="gray" size={22} aria-label={label} onClick={onClick}>
      <Icon name="close" size={12} />
    </ActionIcon>
  );
}
