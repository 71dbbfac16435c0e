import { Menu } from '@mantine/core';
import { useWords } from '../../app/i18n.ts';
import { Icon } from '../icon.tsx';
import css from './board.module.css';
import type { CardAt, Place } from './board-card.tsx';
import type { BoardColumn } from './board-fields.ts';

export interface OpenMenu {
  readonly card: CardAt;
  readonly place: Place;
}

interface Props {
  readonly menu: OpenMenu | null;
  readonly columns: readonly BoardColumn[];
  readonly isFixed: boolean;
  readonly onMove: (card: CardAt, column: BoardColumn) => void;
  readonly onOpen: (card: CardAt) => void;
  readonly onClose: () => void;
}

/** What can be done with a card, where the pointer or the card is. */
export function CardMenu({ menu, columns, isFixed, onMove, onOpen, onClose }: Props) {
  const { t } = useWords();
  return (
    <Menu
      opened={menu !== null}
      onChange={(opened) => opened || onClose()}
      position="bottom-start"
      width={190}
      returnFocus={false}
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          aria-label={t('board.moveTo')}
          className={css.anchor}
          style={{ left: menu?.place.left ?? 0, top: menu?.place.top ?? 0 }}
        />
      </Menu.Target>
      <Menu.Dropdown className={css.menuList ?? ''}>
        {menu && (
          <>
            <Menu.Item onClick={() => onOpen(menu.card)}>{t('board.open')}</Menu.Item>
            {!isFixed && (
              <>
                <Menu.Divider />
                <Menu.Label>{t('board.moveTo')}</Menu.Label>
                {columns.map((column) => (
                  <Menu.Item
                    key={column.key}
                    disabled={column.key === menu.card.column || column.isFixed === true}
                    rightSection={
                      column.key === menu.card.column && <Icon name="check" size={14} />
                    }
                    onClick={() => onMove(menu.card, column)}
                  >
                    {column.title}
                  </Menu.Item>
                ))}
              </>
            )}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
