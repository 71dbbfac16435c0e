import { ActionIcon, Button, Select } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { AnyEntity } from '../../../shared/entities/entity.ts';
import { useWords } from '../../app/i18n.ts';
import type { Filter } from '../../index/query.ts';
import { Icon } from '../icon.tsx';
import {
  type Draft,
  draftOf,
  type FilterRow,
  filtersOf,
  type GroupMode,
  INSTANTS,
  relationsOf,
  rowFor,
} from './filter-rows.ts';
import { FilterValue } from './filter-value.tsx';
import { fieldLabel, useFilterText } from './filter-words.ts';
import css from './list.module.css';

interface Common {
  readonly entity: AnyEntity;
  /** Names of records that are called otherwise than by their title. */
  readonly names: Readonly<Record<string, string>>;
}

const MODES: readonly GroupMode[] = ['any', 'all', 'none'];

/** Something to be removed by the cross at its end. */
function RemoveButton({
  label,
  onClick,
}: {
  readonly label: string;
  readonly onClick: () => void;
}) {
  return (
    <ActionIcon variant="subtle" color="gray" size={26} aria-label={label} onClick={onClick}>
      <Icon name="close" size={13} />
    </ActionIcon>
  );
}

function RowLine({
  entity,
  names,
  row,
  onChange,
  onRemove,
}: Common & {
  readonly row: FilterRow;
  readonly onChange: (row: FilterRow) => void;
  readonly onRemove: () => void;
}) {
  const words = useWords();
  const { t } = words;
  const fields = [...Object.keys(entity.fields), ...INSTANTS];
  return (
    <div className={css.filterRow}>
      <Select
        className={css.field ?? ''}
        aria-label={t('filter.field')}
        searchable
        openOnFocus={false}
        allowDeselect={false}
        value={row.field}
        data={fields.map((field) => ({ value: field, label: fieldLabel(entity, field, words) }))}
        onChange={(field) => field !== null && onChange(rowFor(entity, field))}
      />
      <Select
        className={css.relation ?? ''}
        aria-label={t('filter.relation')}
        allowDeselect={false}
        value={row.relation}
        data={relationsOf(entity, row.field).map((value) => ({
          value,
          label: t(`filter.relation.${value}`),
        }))}
        onChange={(value) => {
          const relation = relationsOf(entity, row.field).find((one) => one === value);
          if (relation) onChange({ ...row, relation });
        }}
      />
      <div className={css.value}>
        <FilterValue
          entity={entity}
          names={names}
          row={row}
          onChange={(patch) => onChange({ ...row, ...patch })}
        />
      </div>
      <RemoveButton label={t('filter.removeRow')} onClick={onRemove} />
    </div>
  );
}

function OtherLine({
  entity,
  names,
  filter,
  onRemove,
}: Common & { readonly filter: Filter; readonly onRemove: () => void }) {
  const { t } = useWords();
  const textOf = useFilterText(entity, [filter], names);
  return (
    <div className={css.filterRow}>
      <span className={css.other}>{textOf(filter)}</span>
      <RemoveButton label={t('filter.removeRow')} onClick={onRemove} />
    </div>
  );
}

interface DraftsProps extends Common {
  readonly drafts: readonly Draft[];
  readonly onChange: (drafts: readonly Draft[]) => void;
  /** A group within a group is as deep as people follow. */
  readonly depth: number;
}
const DEEPEST = 2;

function GroupBlock({
  draft,
  onChange,
  onRemove,
  ...rest
}: Common & {
  readonly draft: Extract<Draft, { readonly type: 'group' }>;
  readonly depth: number;
  readonly onChange: (draft: Draft) => void;
  readonly onRemove: () => void;
}) {
  const { t } = useWords();
  return (
    <fieldset className={css.filterGroup} aria-label={t('filter.mode')}>
      <div className={css.filterRow}>
        <Select
          className={css.relation ?? ''}
          aria-label={t('filter.mode')}
          allowDeselect={false}
          value={draft.mode}
          data={MODES.map((value) => ({ value, label: t(`filter.mode.${value}`) }))}
          onChange={(value) => {
            const mode = MODES.find((one) => one === value);
            if (mode) onChange({ ...draft, mode });
          }}
        />
        <span className={css.grow} />
        <RemoveButton label={t('filter.removeGroup')} onClick={onRemove} />
      </div>
      <Drafts
        {...rest}
        drafts={draft.drafts}
        onChange={(drafts) => onChange({ ...draft, drafts })}
      />
    </fieldset>
  );
}

function Drafts({ drafts, onChange, ...rest }: DraftsProps) {
  const { entity, depth } = rest;
  const { t } = useWords();
  const set = (at: number, next: Draft): void => onChange(drafts.with(at, next));
  const remove = (at: number): void => onChange(drafts.toSpliced(at, 1));
  const first = (): Draft => ({ type: 'row', row: rowFor(entity, entity.title) });
  const line = (draft: Draft, at: number) => {
    switch (draft.type) {
      case 'row':
        return (
          <RowLine
            {...rest}
            row={draft.row}
            onChange={(row) => set(at, { type: 'row', row })}
            onRemove={() => remove(at)}
          />
        );
      case 'group':
        return (
          <GroupBlock
            {...rest}
            depth={depth + 1}
            draft={draft}
            onChange={(next) => set(at, next)}
            onRemove={() => remove(at)}
          />
        );
      case 'other':
        return <OtherLine {...rest} filter={draft.filter} onRemove={() => remove(at)} />;
    }
  };
  return (
    <>
      {drafts.map((draft, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no names and keep their places
        <div key={`${at} ${drafts.length}`}>{line(draft, at)}</div>
      ))}
      <div className={css.filterRow}>
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<Icon name="plus" size={12} />}
          onClick={() => onChange([...drafts, first()])}
        >
          {t('filter.add')}
        </Button>
        {depth < DEEPEST && (
          <Button
            variant="subtle"
            size="compact-xs"
            leftSection={<Icon name="plus" size={12} />}
            onClick={() =>
              onChange([...drafts, { type: 'group', mode: 'any', drafts: [first(), first()] }])
            }
          >
            {t('filter.addGroup')}
          </Button>
        )}
      </div>
    </>
  );
}

/** Rows are kept while they are filled in; filters changed elsewhere, as by a chip, replace them. */
function useDrafts(
  entity: AnyEntity,
  where: readonly Filter[],
  onChange: (where: readonly Filter[]) => void,
) {
  const toDrafts = (): readonly Draft[] => {
    const drafts = where.map((filter) => draftOf(entity, filter));
    return drafts.length > 0 ? drafts : [{ type: 'row', row: rowFor(entity, entity.title) }];
  };
  const [drafts, setDrafts] = useState(toDrafts);
  const said = useRef(JSON.stringify(where));
  const key = JSON.stringify(where);
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the filters, not the closure
  useEffect(() => {
    if (key === said.current) return;
    said.current = key;
    setDrafts(toDrafts());
  }, [key]);
  const change = (next: readonly Draft[]): void => {
    setDrafts(next);
    const filters = filtersOf(next);
    const text = JSON.stringify(filters);
    if (text === said.current) return;
    said.current = text;
    onChange(filters);
  };
  return [drafts, change] as const;
}

/** The filters of a list as rows: field, relation, value; groups of rows within. */
export function FilterPanel({
  entity,
  names,
  where,
  onChange,
  onClose,
}: Common & {
  readonly where: readonly Filter[];
  readonly onChange: (where: readonly Filter[]) => void;
  readonly onClose: () => void;
}) {
  const { t } = useWords();
  const [drafts, change] = useDrafts(entity, where, onChange);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.querySelector('input')?.focus(), []);
  return (
    <section
      ref={panel}
      className={css.panel}
      aria-label={t('filter.panel')}
      onKeyDown={(event) => {
        const { key, target } = event;
        // An open list of options takes the key for itself.
        const isListOpen =
          target instanceof HTMLElement && target.getAttribute('aria-expanded') === 'true';
        if (key === 'Escape' && !isListOpen) onClose();
      }}
    >
      <div className={css.panelRows}>
        {drafts.length === 0 && <span className={css.muted}>{t('filter.empty')}</span>}
        <Drafts entity={entity} names={names} drafts={drafts} onChange={change} depth={0} />
      </div>
      <div className={css.panelFoot}>
        <Button variant="default" size="compact-sm" onClick={() => change([])}>
          {t('filter.clear')}
        </Button>
        <Button variant="default" size="compact-sm" onClick={onClose}>
          {t('filter.close')}
        </Button>
      </div>
    </section>
  );
}
