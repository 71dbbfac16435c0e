import { Menu } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import type { AnyEntity } from '../../../shared/entities/entity.ts';
import type { Field } from '../../../shared/entities/field.ts';
import { useWords } from '../../app/i18n.ts';
import type { Sort } from '../../index/query.ts';
import { Icon, type IconName } from '../icon.tsx';
import type { ListColumn, ListView } from '../list-view.ts';
import { INSTANTS } from './filter-rows.ts';
import { fieldLabel } from './filter-words.ts';
import css from './list.module.css';

interface Props {
  readonly entity: AnyEntity;
  readonly view: ListView;
  readonly onChange: (patch: Partial<ListView>) => void;
}

/** A button above a list with a menu that stays open while things are chosen in it. */
export function ToolMenu({
  icon,
  label,
  isOn,
  hint,
  children,
}: {
  readonly icon: IconName;
  readonly label: string;
  readonly isOn: boolean;
  readonly hint?: string;
  readonly children: ReactNode;
}) {
  return (
    <Menu position="bottom-end" closeOnItemClick={false} width={240}>
      <Menu.Target>
        <button type="button" className={css.tool} data-on={isOn || undefined}>
          <Icon name={icon} size={14} />
          {label}
        </button>
      </Menu.Target>
      <Menu.Dropdown className={css.options ?? ''}>
        {hint !== undefined && <Menu.Label className={css.hint ?? ''}>{hint}</Menu.Label>}
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}

/** What a choice of the field does next to the order: rising, falling, none. */
function sortedOnceMore(sort: readonly Sort[], field: string): readonly Sort[] {
  const at = sort.findIndex((one) => one.field === field);
  const known = sort[at];
  if (!known) return [...sort, { field, descending: false }];
  return known.descending
    ? sort.toSpliced(at, 1)
    : sort.with(at, { field, descending: !known.descending });
}

const isSortable = ({ kind }: Field): boolean => kind !== 'note' && kind !== 'tiers';

/** The fields that a list is sorted by, the first before the next. */
export function SortMenu({ entity, view, onChange }: Props) {
  const words = useWords();
  const { t } = words;
  const fields = Object.entries(entity.fields).flatMap(([name, field]) =>
    isSortable(field) ? [name] : [],
  );
  return (
    <ToolMenu
      icon="sort"
      label={t('list.sort')}
      isOn={view.sort.length > 0}
      hint={t('list.sortHint')}
    >
      {[...fields, ...INSTANTS].map((field) => {
        const at = view.sort.findIndex((one) => one.field === field);
        const sort = view.sort[at];
        return (
          <Menu.CheckboxItem
            key={field}
            checked={sort !== undefined}
            rightSection={
              sort && (
                <span className={css.place}>
                  {view.sort.length > 1 ? `${at + 1} ` : ''}
                  {sort.descending ? '↓' : '↑'}
                </span>
              )
            }
            onChange={() => onChange({ sort: sortedOnceMore(view.sort, field) })}
          >
            {fieldLabel(entity, field, words)}
          </Menu.CheckboxItem>
        );
      })}
      <Menu.Divider />
      <Menu.Item disabled={view.sort.length === 0} onClick={() => onChange({ sort: [] })}>
        {t('list.sortNone')}
      </Menu.Item>
    </ToolMenu>
  );
}

/** Which fields a list shows, and in which order; the order also changes by dragging a head. */
export function ColumnsMenu({
  entity,
  view,
  own,
  onChange,
}: Props & { readonly own: readonly ListColumn[] }) {
  const words = useWords();
  const { t } = words;
  const shown = view.columns ?? own;
  const set = (columns: readonly ListColumn[]) => onChange({ columns });
  const isShown = (field: string) => shown.some((column) => column.field === field);
  const others = [...Object.keys(entity.fields), ...INSTANTS].filter((field) => !isShown(field));
  const onMove = (event: KeyboardEvent, at: number): void => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    const column = shown[at];
    if (!event.altKey || by === 0 || !column) return;
    // The arrows alone go through the menu.
    event.preventDefault();
    event.stopPropagation();
    const to = Math.max(0, Math.min(shown.length - 1, at + by));
    set(shown.toSpliced(at, 1).toSpliced(to, 0, column));
  };
  return (
    <ToolMenu
      icon="columns"
      label={t('list.columns')}
      isOn={view.columns !== null}
      hint={t('list.columnsHint')}
    >
      {shown.map(({ field }, at) => (
        <Menu.CheckboxItem
          key={field}
          checked
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          disabled={shown.length === 1}
          onChange={() => set(shown.toSpliced(at, 1))}
          onKeyDownCapture={(event) => onMove(event, at)}
        >
          {fieldLabel(entity, field, words)}
        </Menu.CheckboxItem>
      ))}
      {others.length > 0 && <Menu.Label>{t('list.columnsMore')}</Menu.Label>}
      {others.map((field) => (
        <Menu.CheckboxItem key={field} checked={false} onChange={() => set([...shown, { field }])}>
          {fieldLabel(entity, field, words)}
        </Menu.CheckboxItem>
      ))}
      <Menu.Divider />
      <Menu.Item disabled={view.columns === null} onClick={() => onChange({ columns: null })}>
        {t('list.columnsOwn')}
      </Menu.Item>
    </ToolMenu>
  );
}

/** Longer texts are too many different ones to group by. */
const LONGEST_GROUP = 80;

const isGroupable = (field: Field): boolean =>
  field.kind === 'choice' ||
  field.kind === 'ref' ||
  field.kind === 'date' ||
  (field.kind === 'text' && field.format === undefined && (field.max ?? 500) <= LONGEST_GROUP);

/** The field whose values the rows stand under. */
export function GroupMenu({ entity, view, onChange }: Props) {
  const words = useWords();
  const { t } = words;
  const fields = Object.entries(entity.fields).filter(([, field]) => isGroupable(field));
  const item = (name: string | null, label: string) => (
    <Menu.RadioItem
      key={name ?? ''}
      value={name ?? ''}
      checked={view.groupBy === name}
      onChange={() => onChange({ groupBy: name, closed: [] })}
    >
      {label}
    </Menu.RadioItem>
  );
  return (
    <ToolMenu icon="group" label={t('list.group')} isOn={view.groupBy !== null}>
      {item(null, t('list.groupNone'))}
      <Menu.Divider />
      {fields.map(([name, field]) => {
        const label = fieldLabel(entity, name, words);
        return item(name, field.kind === 'date' ? t('list.groupMonth', { field: label }) : label);
      })}
    </ToolMenu>
  );
}
