import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import {
  draggable,
  dropTargetForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { ActionIcon, Menu } from '@mantine/core';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { PackageItem } from '../../../shared/features/packages/index.ts';
import { useWords } from '../../app/i18n.ts';
import { pathOf } from '../../app/paths.ts';
import { Icon } from '../../ui/icon.tsx';
import { Chip } from '../../ui/page.tsx';
import { Changing, useReadOnly } from '../../ui/read-only.tsx';
import css from './packages.module.css';

export type Edge = 'before' | 'after';

interface RowProps {
  readonly item: PackageItem;
  readonly place: number;
  /** Null when the achievement is gone. */
  readonly title: string | null;
  readonly onEdit: () => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onDrop: (moved: string, edge: Edge) => void;
  readonly onTakeOut: () => void;
}

/** Lets a row be dragged onto another; the edge of this one beside which another would fall. */
function useDragging(
  element: RefObject<HTMLLIElement | null>,
  { item: { id, packageId }, onDrop }: RowProps,
): Edge | null {
  const [edge, setEdge] = useState<Edge | null>(null);
  const isFixed = useReadOnly() !== null;
  const dropped = useRef(onDrop);
  dropped.current = onDrop;
  useEffect(() => {
    const row = element.current;
    if (!row || isFixed) return;
    const edgeAt = (y: number): Edge => {
      const { top, height } = row.getBoundingClientRect();
      return y < top + height / 2 ? 'before' : 'after';
    };
    return combine(
      draggable({ element: row, getInitialData: () => ({ item: id, packageId }) }),
      dropTargetForElements({
        element: row,
        canDrop: ({ source: { data } }) => data.packageId === packageId && data.item !== id,
        onDrag: ({ location }) => setEdge(edgeAt(location.current.input.clientY)),
        onDragLeave: () => setEdge(null),
        onDrop: ({ source, location }) => {
          setEdge(null);
          dropped.current(String(source.data.item), edgeAt(location.current.input.clientY));
        },
      }),
    );
  }, [element, id, packageId, isFixed]);
  return edge;
}

function RowMenu({ title, onEdit, onMove, onTakeOut }: RowProps) {
  const { t } = useWords();
  return (
    <Menu position="bottom-end" width={160}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={24}
          aria-label={t('package.actions', { title: title ?? '' })}
        >
          <Icon name="more" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Icon name="edit" size={14} />} onClick={onEdit}>
          {t('action.edit')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="up" size={14} />} onClick={() => onMove(-1)}>
          {t('package.up')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="down" size={14} />} onClick={() => onMove(1)}>
          {t('package.down')}
        </Menu.Item>
        <Menu.Item color="red" leftSection={<Icon name="close" size={14} />} onClick={onTakeOut}>
          {t('package.takeOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** An achievement at its place in a package: moved by keys, by dragging or from its menu. */
export function ItemRow(props: RowProps) {
  const { item, place, title, onMove, onEdit } = props;
  const { t } = useWords();
  const element = useRef<HTMLLIElement>(null);
  const edge = useDragging(element, props);
  const isFixed = useReadOnly() !== null;
  const count = item.pictures?.length ?? 0;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isFixed || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li ref={element} className={css.row} data-edge={edge}>
      <span className={css.place}>{place}</span>
      <span className={css.what}>
        {title === null ? (
          <span className={css.gone}>{item.achievement ?? '—'}</span>
        ) : (
          <Link
            href={pathOf('achievement', item.achievementId)}
            data-item={item.id}
            draggable={false}
            title={isFixed ? undefined : t('package.order')}
            onKeyDown={onKeyDown}
          >
            {title}
          </Link>
        )}
        {isFixed ? (
          <small>{item.words}</small>
        ) : (
          <button type="button" className={css.words} onClick={onEdit}>
            {title === null ? t('package.gone') : (item.words ?? t('package.noWords'))}
          </button>
        )}
      </span>
      {count > 0 && <Chip>{t('package.pictureCount', { count })}</Chip>}
      <Changing>
        <RowMenu {...props} />
      </Changing>
    </li>
  );
}
