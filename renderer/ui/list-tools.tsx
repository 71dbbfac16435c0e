import { TextInput } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import type { AnyEntity } from '../../shared/entities/entity.ts';
import { useWords } from '../app/i18n.ts';
import type { Filter } from '../index/query.ts';
import { Icon } from './icon.tsx';
import { FacetMenu } from './list/facet-menu.tsx';
import { FilterPanel } from './list/filter-panel.tsx';
import { useFilterText } from './list/filter-words.ts';
import { ColumnsMenu, GroupMenu, SortMenu } from './list/menus.tsx';
import { ViewsMenu } from './list/saved-views.tsx';
import css from './list-tools.module.css';
import type { ListColumn, ListView } from './list-view.ts';

interface Props {
  readonly entity: AnyEntity;
  /** The list's name, under which its views are kept. */
  readonly list: string;
  readonly view: ListView;
  readonly onChange: (patch: Partial<ListView>) => void;
  /** The columns that the list has by itself; not given where there are none, as on a board. */
  readonly own?: readonly ListColumn[];
  /** The menus of another layout than the table. */
  readonly menus?: ReactNode;
  /** Always holds, and is not among the filters of the view. */
  readonly only?: readonly Filter[];
  readonly tools?: ReactNode;
  /** Names of records that filters stand for, where they are called otherwise than by their title. */
  readonly names?: Readonly<Record<string, string>>;
  /** Filters that the page shows in its own way. */
  readonly hides?: (filter: Filter) => boolean;
}

function FilterChips({ entity, view, onChange, names, hides = () => false }: Props) {
  const { t } = useWords();
  const textOf = useFilterText(entity, view.where, names);
  return view.where
    .filter((filter) => !hides(filter))
    .map((filter) => (
      <button
        key={JSON.stringify(filter)}
        type="button"
        className={css.chip}
        title={`${textOf(filter)}\n${t('list.remove')}`}
        onClick={() => onChange({ where: view.where.filter((other) => other !== filter) })}
      >
        <span>{textOf(filter)}</span>
        <Icon name="close" size={11} />
      </button>
    ));
}

/** Above a list or board: what it is narrowed to, how it is laid out, and its saved views. */
export function ListTools(props: Props) {
  const { entity, list, view, onChange, own, menus, only = [], tools, names = {} } = props;
  const words = useWords();
  const [isBuilding, setBuilding] = useState(false);
  const find = useRef<HTMLInputElement>(null);
  return (
    <>
      <div className={css.tools}>
        <TextInput
          ref={find}
          className={css.find ?? ''}
          value={view.text}
          onChange={(event) => onChange({ text: event.currentTarget.value })}
          placeholder={words.t('list.find')}
          aria-label={words.t('list.find')}
          leftSection={<Icon name="search" size={14} />}
          type="search"
        />
        <FilterChips {...props} />
        <FacetMenu
          entity={entity}
          view={view}
          onChange={onChange}
          only={only}
          names={names}
          onMore={() => setBuilding(true)}
        />
        <span className={css.grow} />
        {tools}
        {menus}
        {own && (
          <>
            <SortMenu entity={entity} view={view} onChange={onChange} />
            <GroupMenu entity={entity} view={view} onChange={onChange} />
            <ColumnsMenu entity={entity} view={view} own={own} onChange={onChange} />
          </>
        )}
        <ViewsMenu list={list} view={view} onChange={onChange} />
      </div>
      {isBuilding && (
        <FilterPanel
          entity={entity}
          names={names}
          where={view.where}
          onChange={(where) => onChange({ where })}
          onClose={() => {
            setBuilding(false);
            find.current?.focus();
          }}
        />
      )}
    </>
  );
}
