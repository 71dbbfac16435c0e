import { Menu, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AnyEntity } from '../../shared/entities/entity.ts';
import { fieldOf } from '../../shared/entities/entity.ts';
import type { ChoiceField, ChoicesField, Field } from '../../shared/entities/field.ts';
import { useWords } from '../app/i18n.ts';
import type { Condition } from '../index/query.ts';
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

function FilterChip({
  entity,
  condition,
  onRemove,
}: {
  readonly entity: AnyEntity;
  readonly condition: Condition;
  readonly onRemove: () => void;
}) {
  const words = useWords();
  const field = fieldOf(entity, condition.field);
  if (!field || !isChoosable(field) || !('in' in condition)) return null;
  const values = condition.in
    .map((code) => {
      const option = field.options[code];
      return option ? words.in(option) : code;
    })
    .join(words.language === 'zh' ? '、' : ', ');
  const text = `${words.in(field.label)} = ${values}`;
  return (
    <button type="button" className={css.chip} onClick={onRemove} title={words.t('list.remove')}>
      {text}
      <Icon name="close" size={11} />
    </button>
  );
}

/** Above a list: what it is narrowed to, and the ways to narrow it. */
export function ListTools(props: Props) {
  const { entity, view, onChange, tools } = props;
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
          onRemove={() => onChange({ where: view.where.filter((other) => other !== condition) })}
        />
      ))}
      <FilterMenu {...props} />
      <span className={css.grow} />
      {tools}
    </div>
  );
}
