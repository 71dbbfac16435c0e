import { Menu, SegmentedControl } from '@mantine/core';
import { useEffect } from 'react';
import { useSearchParams } from 'wouter';
import { type AnyEntity, fieldOf } from '../../../shared/entities/entity.ts';
import type { Layout } from '../../../shared/features/views/index.ts';
import { useWords } from '../../app/i18n.ts';
import { boardFields } from '../board/board-fields.ts';
import { dateFields } from '../calendar/days.ts';
import { type ListView, useListView } from '../list-view.ts';
import { fieldLabel } from './filter-words.ts';
import { SortMenu, ToolMenu } from './menus.tsx';

/** The layouts that the description of a kind gives its list; the first is the one it begins with. */
export function layoutsOf(entity: AnyEntity): readonly Layout[] {
  return [
    'table',
    ...(boardFields(entity).length > 0 ? (['board'] as const) : []),
    ...(dateFields(entity).length > 0 ? (['calendar'] as const) : []),
  ];
}

/** What the address says, or else the layout that was looked at last. */
export function useLayout(
  list: string,
  offered: readonly Layout[],
): readonly [Layout, (layout: Layout) => void] {
  const [{ layout: kept }, change] = useListView(list);
  const [params, setParams] = useSearchParams();
  const asked = params.get('view') ?? kept;
  const layout = offered.find((one) => one === asked) ?? offered[0] ?? 'table';
  useEffect(() => {
    if (layout !== kept) change({ layout });
  });
  return [layout, (next) => setParams({ view: next }, { replace: true })];
}

/** Chooses between the layouts of a list; nothing where there is one. */
export function LayoutSwitch({
  offered,
  value,
  onChange,
}: {
  readonly offered: readonly Layout[];
  readonly value: Layout;
  readonly onChange: (layout: Layout) => void;
}) {
  const { t } = useWords();
  if (offered.length < 2) return null;
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('list.layout')}
      value={value}
      onChange={(next) => {
        const layout = offered.find((one) => one === next);
        if (layout) onChange(layout);
      }}
      data={offered.map((layout) => ({ value: layout, label: t(`list.layout.${layout}`) }))}
    />
  );
}

interface MenuProps {
  readonly entity: AnyEntity;
  readonly view: ListView;
  readonly onChange: (patch: Partial<ListView>) => void;
}

/** The menus above a layout that is no table: what it rests on, and the order of its cards. */
export function LayoutMenus({
  layout,
  by,
  fields,
  ...props
}: MenuProps & {
  readonly layout: 'board' | 'calendar' | 'cards';
  /** The field that the layout rests on, and those that it could. */
  readonly by: string;
  readonly fields: readonly string[];
}) {
  const { entity, onChange } = props;
  const words = useWords();
  const { t } = words;
  const field = fieldOf(entity, by);
  return (
    <>
      <SortMenu {...props} />
      {layout !== 'cards' && field && (
        <ToolMenu
          icon={layout === 'board' ? 'columns' : 'today'}
          label={t(`${layout}.by`, { field: words.inside(field.label) })}
          hint={t(`${layout}.byHint`)}
          isOn={false}
        >
          {fields.map((one) => (
            <Menu.RadioItem
              key={one}
              value={one}
              checked={one === by}
              onChange={() => onChange(layout === 'board' ? { boardBy: one } : { calendarBy: one })}
            >
              {fieldLabel(entity, one, words)}
            </Menu.RadioItem>
          ))}
        </ToolMenu>
      )}
    </>
  );
}
