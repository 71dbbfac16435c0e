import { Menu } from '@mantine/core';
import { useState } from 'react';
import type { AnyEntity } from '../../../shared/entities/entity.ts';
import type { Field } from '../../../shared/entities/field.ts';
import { type EntityName, isEntityName } from '../../../shared/registry.ts';
import { useWords } from '../../app/i18n.ts';
import type { Facet, Filter } from '../../index/query.ts';
import { useAnswer, useNames } from '../../index/use-answer.ts';
import { Icon } from '../icon.tsx';
import type { ListView } from '../list-view.ts';
import { codeText, fieldLabel } from './filter-words.ts';
import css from './list.module.css';

interface Props {
  readonly entity: AnyEntity;
  readonly view: ListView;
  readonly onChange: (patch: Partial<ListView>) => void;
  /** Always holds, and is not among the filters of the view. */
  readonly only: readonly Filter[];
  readonly names: Readonly<Record<string, string>>;
  readonly onMore: () => void;
}

/** More values are for the panel, where they are searched. */
const MOST_VALUES = 40;

/** Choices, and what a list shows of references: of these, people filter by a click. */
const hasFacet = (field: Field): boolean =>
  field.kind === 'choice' ||
  field.kind === 'choices' ||
  (field.kind === 'ref' && field.listed !== undefined);

const codesOn = (where: readonly Filter[], field: string): readonly string[] => {
  const known = where.find((filter) => 'in' in filter && filter.field === field);
  return known && 'in' in known ? known.in : [];
};

/** Adds a code to the filter on its field, or takes it out when it is there. */
function toggled(where: readonly Filter[], field: string, code: string): readonly Filter[] {
  const codes = codesOn(where, field);
  const next = codes.includes(code) ? codes.filter((other) => other !== code) : [...codes, code];
  const at = where.findIndex((filter) => 'in' in filter && filter.field === field);
  if (at < 0) return [...where, { field, in: next }];
  return next.length === 0 ? where.toSpliced(at, 1) : where.with(at, { field, in: next });
}

/** All codes of a choice in their order, those that occur of a reference; each with its count. */
function valuesOf(field: Field, facet: readonly Facet[], chosen: readonly string[]) {
  const counts = new Map(facet.map(({ key, count }) => [key, count]));
  const occurring = facet.slice(0, MOST_VALUES).map(({ key }) => key);
  const codes =
    field.kind === 'choice' || field.kind === 'choices'
      ? [
          ...Object.keys(field.options).filter(
            (code) => !field.options[code]?.retired || counts.has(code),
          ),
          ...(counts.has('') ? [''] : []),
        ]
      : occurring;
  return [...new Set([...codes, ...chosen])].map((code) => ({
    code,
    count: counts.get(code) ?? 0,
  }));
}

function FacetItems({ entity, view, onChange, only, names }: Omit<Props, 'onMore'>) {
  const words = useWords();
  const fields = Object.entries(entity.fields).filter(([, field]) => hasFacet(field));
  const answer = useAnswer({
    entity: kindOf(entity),
    text: view.text,
    where: [...only, ...view.where],
    from: 0,
    to: 0,
    facets: fields.map(([name]) => name),
  });
  const ids = fields.flatMap(([name, field]) =>
    field.kind === 'ref'
      ? (answer?.facets[name] ?? []).slice(0, MOST_VALUES).map(({ key }) => key)
      : [],
  );
  const titles = { ...useNames(ids.filter((id) => id !== '')), ...names };
  return fields.map(([name, field]) => {
    const chosen = codesOn(view.where, name);
    return (
      <Menu.Sub key={name}>
        <Menu.Sub.Target>
          <Menu.Sub.Item>{fieldLabel(entity, name, words)}</Menu.Sub.Item>
        </Menu.Sub.Target>
        <Menu.Sub.Dropdown className={css.options ?? ''}>
          {valuesOf(field, answer?.facets[name] ?? [], chosen).map(({ code, count }) => {
            const isOn = chosen.includes(code);
            return (
              <Menu.CheckboxItem
                key={code}
                checked={isOn}
                rightSection={<span className={css.place}>{count.toLocaleString('en')}</span>}
                data-none={(count === 0 && !isOn) || undefined}
                onChange={() => onChange({ where: toggled(view.where, name, code) })}
              >
                {codeText(field, code, titles, words)}
              </Menu.CheckboxItem>
            );
          })}
        </Menu.Sub.Dropdown>
      </Menu.Sub>
    );
  });
}

/** The name of a kind of record that has lists, as the registry has it. */
function kindOf({ name }: AnyEntity): EntityName {
  // bug: lists are of kinds in the registry.
  if (!isEntityName(name)) throw new Error(`no such kind: ${name}`);
  return name;
}

/** Narrows a list by a click, with how many records each value leaves; more in the panel. */
export function FacetMenu({ onMore, ...props }: Props) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <Menu
      position="bottom-start"
      closeOnItemClick={false}
      width={220}
      opened={isOpen}
      onChange={setOpen}
    >
      <Menu.Target>
        <button type="button" className={css.add}>
          <Icon name="filter" size={14} />
          {t('list.filter')}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {isOpen && <FacetItems {...props} />}
        <Menu.Divider />
        <Menu.Item closeMenuOnClick leftSection={<Icon name="plus" size={14} />} onClick={onMore}>
          {t('filter.more')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
