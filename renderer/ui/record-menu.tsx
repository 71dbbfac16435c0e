import { ActionIcon, Menu } from '@mantine/core';
import { useWords } from '../app/i18n.ts';
import { Icon } from './icon.tsx';
import { useReadOnly } from './read-only.tsx';

/** What is seldom done to a record, behind three dots; not there while nothing can be changed. */
export function RecordMenu({ onDelete }: { readonly onDelete: () => void }) {
  const { t } = useWords();
  if (useReadOnly()) return null;
  return (
    <Menu position="bottom-end" width={160}>
      <Menu.Target>
        <ActionIcon variant="default" size={30} aria-label={t('action.more')}>
          <Icon name="more" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item color="red" leftSection={<Icon name="trash" size={14} />} onClick={onDelete}>
          {t('action.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
