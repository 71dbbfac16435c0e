import { ActionIcon, Menu } from '@mantine/core';
import { useWords } from '../../app/i18n.ts';
import { Icon } from '../../ui/icon.tsx';
import { Changing } from '../../ui/read-only.tsx';

/** What can be done to a row, behind three dots; not there while nothing can be changed. */
export function RowMenu({
  what,
  onEdit,
  onDelete,
}: {
  readonly what: string;
  readonly onEdit: () => void;
  readonly onDelete?: () => void;
}) {
  const { t } = useWords();
  return (
    <Changing>
      <Menu position="bottom-end" width={150}>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            aria-label={t('publishing.actions', { what })}
          >
            <Icon name="more" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Icon name="edit" size={14} />} onClick={onEdit}>
            {t('action.edit')}
          </Menu.Item>
          {onDelete && (
            <Menu.Item color="red" leftSection={<Icon name="trash" size={14} />} onClick={onDelete}>
              {t('action.delete')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </Changing>
  );
}
