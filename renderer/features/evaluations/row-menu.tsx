import { ActionIcon, Menu } from '@mantine/core';
import { useWords } from '../../app/i18n.ts';
import { Icon } from '../../ui/icon.tsx';
import { Changing } from '../../ui/read-only.tsx';

/** What can be done to a line of a table. */
export function RowMenu({
  name,
  onEdit,
  onMove,
  onDelete,
}: {
  readonly name: string;
  readonly onEdit: () => void;
  readonly onMove?: (by: -1 | 1) => void;
  readonly onDelete: () => void;
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
            aria-label={t('evaluation.actions', { name })}
          >
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
                {t('evaluation.up')}
              </Menu.Item>
              <Menu.Item leftSection={<Icon name="down" size={14} />} onClick={() => onMove(1)}>
                {t('evaluation.down')}
              </Menu.Item>
            </>
          )}
          <Menu.Item color="red" leftSection={<Icon name="trash" size={14} />} onClick={onDelete}>
            {t('action.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Changing>
  );
}
