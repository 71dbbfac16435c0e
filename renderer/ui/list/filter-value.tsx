import { MultiSelect, NumberInput, Select, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState } from 'react';
import { parseDate } from '../../../shared/core/dates.ts';
import { formatWan, formatYuan, type MoneyUnit, parseFen } from '../../../shared/core/money.ts';
import { PERIODS } from '../../../shared/core/periods.ts';
import { type AnyEntity, fieldOf, titleOf } from '../../../shared/entities/entity.ts';
import type { Field, RefField } from '../../../shared/entities/field.ts';
import { formatField, parseField } from '../../../shared/entities/kinds.ts';
import { entities, isEntityName } from '../../../shared/registry.ts';
import { useWords } from '../../app/i18n.ts';
import { useAnswer, useNames } from '../../index/use-answer.ts';
import { withoutZeros } from '../figures.ts';
import type { End, FilterRow } from './filter-rows.ts';
import css from './list.module.css';

type Names = Readonly<Record<string, string>>;

interface Props {
  readonly entity: AnyEntity;
  readonly row: FilterRow;
  readonly onChange: (patch: Partial<FilterRow>) => void;
  /** Names of records that are called otherwise than by their title. */
  readonly names: Names;
}

const MOST_FOUND = 30;
/** More days than any date of the desk is away. */
const MOST_DAYS = 36_500;

function useRefChoices(field: RefField, text: string, chosen: readonly string[], given: Names) {
  const name = isEntityName(field.entity) ? field.entity : 'achievement';
  const found = useAnswer({ entity: name, text, from: 0, to: MOST_FOUND });
  const names = { ...useNames(chosen), ...given };
  const ids = new Set([...chosen, ...(found?.rows ?? []).map(({ id }) => id)]);
  const titles = new Map((found?.rows ?? []).map((row) => [row.id, titleOf(entities[name], row)]));
  return [...ids].map((id) => ({ value: id, label: names[id] ?? titles.get(id) ?? '—' }));
}

function Refs({ field, row, onChange, names }: Props & { readonly field: RefField }) {
  const { t } = useWords();
  const [text, setText] = useState('');
  return (
    <MultiSelect
      aria-label={t('filter.value')}
      data={useRefChoices(field, text, row.codes, names)}
      value={[...row.codes]}
      searchable
      searchValue={text}
      onSearchChange={setText}
      // The index has already searched.
      filter={({ options }) => options}
      nothingFoundMessage={t('filter.none')}
      placeholder={row.codes.length === 0 ? t('field.choose') : ''}
      onChange={(codes) => onChange({ codes })}
    />
  );
}

function Codes(props: Props) {
  const words = useWords();
  const { entity, row, onChange } = props;
  const field = fieldOf(entity, row.field);
  if (field?.kind === 'ref') return <Refs {...props} field={field} />;
  const options = field && 'options' in field ? field.options : {};
  return (
    <MultiSelect
      aria-label={words.t('filter.value')}
      data={Object.entries(options).map(([value, option]) => ({ value, label: words.in(option) }))}
      value={[...row.codes]}
      searchable
      nothingFoundMessage={words.t('filter.none')}
      placeholder={row.codes.length === 0 ? words.t('field.choose') : ''}
      onChange={(codes) => onChange({ codes })}
    />
  );
}

interface EndProps {
  readonly label: string;
  readonly value: End | null;
  readonly format: (value: End) => string;
  /** Undefined for a text that cannot be read. */
  readonly parse: (text: string) => End | null | undefined;
  readonly onChange: (value: End | null) => void;
}

/** A figure that is typed: what cannot be read stays to be mended, and says so. */
function EndInput({ label, value, format, parse, onChange }: EndProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      aria-label={label}
      placeholder={label}
      inputMode="decimal"
      value={typed ?? (value === null ? '' : format(value))}
      error={typed !== null && parse(typed) === undefined}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        const read = parse(currentTarget.value);
        if (read !== undefined) onChange(read);
      }}
      onBlur={() => typed !== null && parse(typed) !== undefined && setTyped(null)}
    />
  );
}

function figureIn(field: Field, text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const read = parseField(field, text);
  return read.ok && typeof read.value === 'number' ? read.value : undefined;
}

function Amounts({ row, onChange }: Props) {
  const { t } = useWords();
  const [unit, setUnit] = useState<MoneyUnit>('wanyuan');
  const parse = (text: string) => {
    if (text.trim() === '') return null;
    const read = parseFen(text, unit);
    return read.ok ? read.value : undefined;
  };
  const format = (fen: End) =>
    withoutZeros(unit === 'wanyuan' ? formatWan(Number(fen), 6) : formatYuan(Number(fen)));
  return (
    <>
      {(['from', 'to'] as const).map((end) => (
        <EndInput
          key={`${end} ${unit}`}
          label={t(`filter.${end}`)}
          value={row[end]}
          format={format}
          parse={parse}
          onChange={(value) => onChange({ [end]: value })}
        />
      ))}
      <Select
        className={css.unit ?? ''}
        aria-label={t('filter.unit')}
        allowDeselect={false}
        value={unit}
        data={(['yuan', 'wanyuan'] as const).map((value) => ({
          value,
          label: t(`filter.${value}`),
        }))}
        onChange={(value) => setUnit(value === 'yuan' ? 'yuan' : 'wanyuan')}
      />
    </>
  );
}

function Range(props: Props) {
  const { t, language } = useWords();
  const { entity, row, onChange } = props;
  const field = fieldOf(entity, row.field);
  if (!field) return null;
  if (field.kind === 'money' || field.kind === 'price') return <Amounts {...props} />;
  return (['from', 'to'] as const).map((end) =>
    field.kind === 'date' ? (
      <DateInput
        key={end}
        aria-label={t(`filter.${end}`)}
        placeholder={t(`filter.${end}`)}
        value={row[end] === null ? null : String(row[end])}
        valueFormat="YYYY-MM-DD"
        clearable
        dateParser={(text) => {
          const date = parseDate(text);
          return date.ok ? date.value : null;
        }}
        onChange={(value) => onChange({ [end]: value })}
      />
    ) : (
      <EndInput
        key={end}
        label={t(`filter.${end}`)}
        value={row[end]}
        format={(value) => formatField(field, value, language)}
        parse={(text) => figureIn(field, text)}
        onChange={(value) => onChange({ [end]: value })}
      />
    ),
  );
}

/** What a row says of its field, beside the relation: a text, values, a range, days. */
export function FilterValue(props: Props) {
  const { row, onChange } = props;
  const { t } = useWords();
  switch (row.relation) {
    case 'contains':
    case 'lacks':
      return (
        <TextInput
          aria-label={t('filter.value')}
          value={row.text}
          onChange={(event) => onChange({ text: event.currentTarget.value })}
        />
      );
    case 'anyOf':
    case 'noneOf':
      return <Codes {...props} />;
    case 'between':
      return <Range key={row.field} {...props} />;
    case 'next':
    case 'last':
      return (
        <NumberInput
          size="xs"
          aria-label={t('filter.days')}
          placeholder={t('filter.days')}
          value={row.days ?? ''}
          min={row.relation === 'last' ? 1 : 0}
          max={MOST_DAYS}
          clampBehavior="strict"
          allowDecimal={false}
          allowNegative={false}
          onChange={(days) => onChange({ days: typeof days === 'number' ? days : null })}
        />
      );
    case 'period':
      return (
        <Select
          aria-label={t('filter.value')}
          allowDeselect={false}
          value={row.period}
          data={PERIODS.map((value) => ({ value, label: t(`filter.period.${value}`) }))}
          onChange={(value) => {
            const period = PERIODS.find((one) => one === value);
            if (period) onChange({ period });
          }}
        />
      );
    case 'overdue':
    case 'isOpen':
    case 'blank':
    case 'filled':
      return null;
  }
}
