import { Menu, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AnyEntity } from '../../shared/entities/entity.ts';
import { fieldOf } from '../../shared/entities/entity.ts';
import type { ChoiceField, ChoicesField, Field } from '../../shared/entities/field.ts';
import { useWords } from '../app/i18n.ts';
import type { Condition } from '../index/query.ts';
import { useNames } from '../index/use-answer.ts';
import { Icon } from './icon.tsx';
import css from './list-tools.module.css';
import type { ListView } from './list-view.ts';

type Choosable = ChoiceField | ChoicesField;
const isChoosable = (field: Field): field is Choosable =>
  field.kind === 'choice' || field.kind === 'choices';

interface Props {
  readonly entity: AnyEntity;
  readonly view: ListView;
  readonly onChange: (patch: Partial<ListView>) => void;
  readonly tools?: ReactNode;
  /** Names of records that filters stand for, where they are called otherwise than by their title. */
  readonly names?: Readonly<Record<string, string>>;
}

/** Adds a code to the filter on its field, or takes it out when it is there. */
function toggled(where: readonly Condition[], field: string, code: string): readonly Condition[] {
  const known = where.find((condition) => condition.field === field && 'in' in condition);
  const codes = known && 'in' in known ? known.in : [];
  const next = codes.includes(code) ? codes.filter((other) => other !== code) : [...codes, code];
  const rest = where.filter((condition) => condition !== known);
  return next.length === 0 ? rest : [...rest, { field, in: next }];
}

function FilterMenu({ entity, view, onChange }: Props) {
  const words = useWords();
  const fields = Object.entries(entity.fields).filter(
    (entry): entry is [string, Choosable] =>
      isChoosable(entry[1]) && entry[1].section !== undefined,
  );
  if (fields.length === 0) return null;
  return (
    <Menu position="bottom-start" closeOnItemClick={false} width={200}>
      <Menu.Target>
        <button type="button" className={css.add}>
          <Icon name="filter" size={14} />
          {words.t('list.filter')}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {fields.map(([name, field]) => (
          <Menu.Sub key={name}>
            <Menu.Sub.Target>
              <Menu.Sub.Item>{words.in(field.label)}</Menu.Sub.Item>
            </Menu.Sub.Target>
            <Menu.Sub.Dropdown className={css.options ?? ''}>
              {Object.entries(field.options).map(([code, option]) => {
                const on = view.where.some(
                  (condition) =>
                    condition.field === name && 'in' in condition && condition.in.includes(code),
                );
                return (
                  <Menu.Item
                    key={code}
                    role="menuitemcheckbox"
                    aria-checked={on}
                    rightSection={on ? <Icon name="check" size={14} /> : undefined}
                    onClick={() => onChange({ where: toggled(view.where, name, code) })}
                  >
                    {words.in(option)}
                  </Menu.Item>
                );
              })}
            </Menu.Sub.Dropdown>
          </Menu.Sub>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** What a filter narrows the list to, in words; null for one that a screen shows in its own way. */
function useFilterText(
  entity: AnyEntity,
  condition: Condition,
  given: Readonly<Record<string, string>>,
): string | null {
  const words = useWords();
  const field = fieldOf(entity, condition.field);
  const codes = 'in' in condition ? condition.in : [];
  const names = useNames(field?.kind === 'ref' ? codes : []);
  if (!('in' in condition)) return null;
  if (condition.field === 'id') return words.t('list.chosen', { count: codes.length });
  if (!field) return null;
  const nameOf = (code: string): string => {
    const option = isChoosable(field) ? field.options[code] : undefined;
    return option ? words.in(option) : (given[code] ?? names[code] ?? code);
  };
  const separator = words.language === 'zh' ? '、' : ', ';
  return `${words.in(field.label)} = ${codes.map(nameOf).join(separator)}`;
}

function FilterChip({
  entity,
  condition,
  names = {},
  onRemove,
}: {
  readonly entity: AnyEntity;
  readonly condition: Condition;
  readonly names?: Readonly<Record<string, string>> | undefined;
  readonly onRemove: () => void;
}) {
  const { t } = useWords();
  const text = useFilterText(entity, condition, names);
  if (text === null) return null;
  return (
    <button type="button" className={css.chip} onClick={onRemove} title={t('list.remove')}>
      {text}
      <Icon name="close" size={11} />
    </button>
  );
}

/** Above a list: what it is narrowed to, and the ways to narrow it. */
export function ListTools(props: Props) {
  const { entity, view, onChange, tools, names } = props;
  const words = useWords();
  return (
    <div className={css.tools}>
      <TextInput
        className={css.find ?? ''}
        value={view.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
        placeholder={words.t('list.find')}
        aria-label={words.t('list.find')}
        leftSection={<Icon name="search" size={14} />}
        type="search"
      />
      {view.where.map((condition) => (
        <FilterChip
          key={condition.field}
          entity={entity}
          condition={condition}
          names={names}
          onRemove={() => onChange({ where: view.where.filter((other) => other !== condition) })}
        />
      ))}
      <FilterMenu {...props} />
      <span className={css.grow} />
      {tools}
    </div>
  );
}
