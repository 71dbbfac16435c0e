import { ActionIcon, Menu } from '@mantine/core';
import { useWords } from '../app/i18n.ts';
import { Icon } from './icon.tsx';
import { Changing } from './read-only.tsx';

/** What can be done to a row, behind three dots; not there while nothing can be changed. */
export function RowMenu({
  label,
  onEdit,
  onMove,
  onDelete,
}: {
  /** Says of which row, to those who do not see it. */
  readonly label: string;
  readonly onEdit: () => void;
  /** A place up (-1) or down (1), where rows have an order of their own. */
  readonly onMove?: (by: -1 | 1) => void;
  readonly onDelete?: () => void;
}) {
  const { t } = useWords();
  return (
    <Changing>
      <Menu position="bottom-end" width={150}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={24} aria-label={label}>
            <Icon name="more" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Icon name="edit" size={14} />} onClick={onEdit}>
            {t('action.edit')}
          </Menu.Item>
          {onMove && (
            <>
              <Menu.Item leftSection={<Icon name="up" size={14} />} onClick={() => onMove(-1)}>
                {t('action.up')}
              </Menu.Item>
              <Menu.Item leftSection={<Icon name="down" size={14} />} onClick={() => onMove(1)}>
                {t('action.down')}
              </Menu.Item>
            </>
          )}
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
