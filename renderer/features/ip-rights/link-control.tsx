import { ActionIcon, Select } from '@mantine/core';
import { useState } from 'react';
import { titleOf } from '../../../shared/entities/entity.ts';
import { type IpLink, ipLink } from '../../../shared/features/ip-rights/index.ts';
import { entities } from '../../../shared/registry.ts';
import { useWords } from '../../app/i18n.ts';
import { useAnswer } from '../../index/use-answer.ts';
import { Icon } from '../../ui/icon.tsx';
import { freshId, useSave } from '../../ui/save.ts';

interface Titled {
  readonly id: string;
  readonly title: string;
}

/** Linking rights with achievements and taking links back, each one step to undo. */
export function useLinking() {
  const save = useSave();
  return {
    link: (right: Titled, achievement: Titled) =>
      save.changes(
        { key: 'linkRight', params: { right: right.title, achievement: achievement.title } },
        [
          {
            put: ipLink.name,
            id: freshId(),
            value: {
              ipRightId: right.id,
              achievementId: achievement.id,
              achievement: achievement.title,
            },
          },
        ],
      ),
    unlink: ({ id }: Pick<IpLink, 'id'>, right: string, achievement: string) =>
      save.changes({ key: 'unlinkRight', params: { right, achievement } }, [
        { delete: ipLink.name, id },
      ]),
  };
}

/** Chooses a record to link with, found as it is typed; those linked already are not offered. */
export function LinkChoice({
  name,
  label,
  linked,
  onLink,
}: {
  readonly name: 'ipRight' | 'achievement';
  readonly label: string;
  readonly linked: readonly string[];
  readonly onLink: (record: Titled) => void;
}) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const found = useAnswer({ entity: name, text, from: 0, to: 30 });
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

export function Unlink({
  title,
  onClick,
}: {
  readonly title: string;
  readonly onClick: () => void;
}) {
  const { t } = useWords();
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={22}
      aria-label={t('ip.unlink', { title })}
      onClick={onClick}
    >
      <Icon name="close" size={12} />
    </ActionIcon>
  );
}
