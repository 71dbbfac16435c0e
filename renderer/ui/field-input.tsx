import { MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import type { Json } from '../../shared/commits/index.ts';
import { parseDate } from '../../shared/core/dates.ts';
import { titleOf } from '../../shared/entities/entity.ts';
import type { Field, ListField, Options, RefField } from '../../shared/entities/field.ts';
import { formatField, parseField } from '../../shared/entities/kinds.ts';
import type { Problem } from '../../shared/entities/problem.ts';
import { entities, isEntityName } from '../../shared/registry.ts';
import { useWords, type Words } from '../app/i18n.ts';
import { useAnswer, useNames } from '../index/use-answer.ts';
import { useProblemText } from './problem-text.ts';
import { TagsControl } from './tags.tsx';
import { TiersInput } from './tiers-input.tsx';

/** What a control holds: a value, a blank, or a text that cannot be one. */
export type Entry =
  | { readonly type: 'value'; readonly value: Json }
  | { readonly type: 'blank' }
  | { readonly type: 'unread'; readonly text: string; readonly problem: Problem };

export const entryOf = (value: unknown): Entry =>
  value === undefined || value === null
    ? { type: 'blank' }
    : { type: 'value', value: value as Json };

const itemsOf = (entry: Entry): string[] =>
  entry.type === 'value' && Array.isArray(entry.value) ? entry.value.map(String) : [];

const itemsEntry = (items: readonly string[]): Entry =>
  items.length === 0 ? { type: 'blank' } : entryOf(items);

interface Props {
  readonly field: Field;
  readonly entry: Entry;
  readonly onChange: (entry: Entry) => void;
  /** A problem found by others: a blank that is required. */
  readonly problem?: Problem | undefined;
  /** Without label where the surroundings show it; it is still read out. */
  readonly bare?: boolean;
  readonly autoFocus?: boolean;
  /** The record's other values, where what can be chosen depends on them. */
  readonly among?: Readonly<Record<string, unknown>>;
  /** Enter in a field of one line, or choosing from a list: the entry is complete. */
  readonly onDone?: () => void;
}

/** Enter that ends the composition of Chinese characters is not an Enter of the form. */
export const isRealEnter = (event: KeyboardEvent): boolean =>
  event.key === 'Enter' && !event.nativeEvent.isComposing && event.nativeEvent.keyCode !== 229;

function useRefOptions(
  { entity, within }: RefField,
  text: string,
  chosen: string | null,
  among: Props['among'],
) {
  const name = isEntityName(entity) ? entity : 'achievement';
  const where =
    within === undefined ? [] : [{ field: within, in: [String(among?.[within] ?? '')] }];
  const found = useAnswer({ entity: name, text, where, from: 0, to: 30 });
  const names = useNames(chosen === null ? [] : [chosen]);
  const rows = (found?.rows ?? []).map((row) => [row.id, titleOf(entities[name], row)] as const);
  return [...new Map([...rows, ...Object.entries(names)])].map(([value, label]) => ({
    value,
    label: label || '—',
  }));
}

function RefInput({
  field,
  entry,
  among,
  onChange,
  onDone,
  shared,
}: Props & { readonly field: RefField; readonly shared: object }) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const chosen = entry.type === 'value' ? String(entry.value) : null;
  const options = useRefOptions(field, text, chosen, among);
  const chosenLabel = options.find((option) => option.value === chosen)?.label;
  return (
    <Select
      {...shared}
      data={options}
      value={chosen}
      searchable
      clearable={!field.required}
      nothingFoundMessage={t('list.none')}
      placeholder={t('field.choose')}
      // The index has already searched; what equals the chosen name is no search.
      filter={({ options: all }) => all}
      onSearchChange={(next) => setText(next === chosenLabel ? '' : next)}
      onChange={(id) => {
        onChange(entryOf(id));
        onDone?.();
      }}
    />
  );
}

/** Text that is read as the field's value as it is typed, and shown as a problem only when left. */
function ReadInput({
  field,
  entry,
  onChange,
  onDone,
  shared,
}: Props & { readonly shared: object }) {
  const words = useWords();
  const shown = (): string =>
    entry.type === 'unread'
      ? entry.text
      : entry.type === 'blank'
        ? ''
        : formatField(field, entry.value, words.language);
  const [text, setText] = useState(shown);
  const [typing, setTyping] = useState(false);
  // A value set from outside replaces the text, but never while somebody types.
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the entry, not the closure
  useEffect(() => {
    if (!typing) setText(shown());
  }, [entry, typing]);
  const read = (next: string): void => {
    setText(next);
    const parsed = parseField(field, next);
    if (!parsed.ok) onChange({ type: 'unread', text: next, problem: parsed.error });
    else onChange(entryOf(parsed.value));
  };
  const common = {
    ...shared,
    value: text,
    onFocus: () => setTyping(true),
    onBlur: () => setTyping(false),
  };
  if (field.kind === 'note') {
    return (
      <Textarea {...common} maxRows={12} onChange={(event) => read(event.currentTarget.value)} />
    );
  }
  return (
    <TextInput
      {...common}
      inputMode={['money', 'integer', 'number', 'rate'].includes(field.kind) ? 'decimal' : 'text'}
      onChange={(event) => read(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (isRealEnter(event) && onDone) {
          event.preventDefault();
          onDone();
        }
      }}
    />
  );
}

function ListInput(props: Props & { readonly field: ListField; readonly shared: object }) {
  const { field, entry, onChange, shared } = props;
  if (!field.reused) return <ReadInput {...props} />;
  return (
    <TagsControl
      {...shared}
      tags={itemsOf(entry)}
      onChange={(tags) => onChange(itemsEntry(tags))}
    />
  );
}

/** What can be chosen: of what is not offered any more, only what is chosen already. */
function optionsIn({ options }: { readonly options: Options }, entry: Entry, words: Words) {
  const chosen = entry.type === 'value' ? [entry.value].flat() : [];
  return Object.entries(options)
    .filter(([value, option]) => !option.retired || chosen.includes(value))
    .map(([value, option]) => ({ value, label: words.in(option) }));
}

/** The control for a field's kind. */
export function FieldInput(props: Props): ReactNode {
  const { field, entry, onChange, onDone, problem, bare, autoFocus } = props;
  const words = useWords();
  const problemText = useProblemText();
  const [left, setLeft] = useState(false);
  const label = words.in(field.label);
  const found = entry.type === 'unread' && left ? entry.problem : problem;
  const shared = {
    ...(bare ? { 'aria-label': label } : { label }),
    ...(field.required && !bare ? { withAsterisk: true } : {}),
    ...(field.help && !bare ? { description: words.in(field.help) } : {}),
    ...(autoFocus ? { 'data-autofocus': true, autoFocus: true } : {}),
    error: found ? problemText(found) : undefined,
    onBlurCapture: () => setLeft(true),
  };
  switch (field.kind) {
    case 'choice':
      return (
        <Select
          {...shared}
          data={optionsIn(field, entry, words)}
          value={entry.type === 'value' ? String(entry.value) : null}
          searchable
          clearable={!field.required}
          placeholder={words.t('field.choose')}
          onChange={(value) => {
            onChange(entryOf(value));
            onDone?.();
          }}
        />
      );
    case 'choices':
      return (
        <MultiSelect
          {...shared}
          data={optionsIn(field, entry, words)}
          value={itemsOf(entry)}
          searchable
          clearable
          onChange={(values) => onChange(itemsEntry(values))}
        />
      );
    case 'date':
      return (
        <DateInput
          {...shared}
          value={entry.type === 'value' ? String(entry.value) : null}
          valueFormat="YYYY-MM-DD"
          placeholder="2026-11-23"
          clearable
          dateParser={(text) => {
            const date = parseDate(text);
            return date.ok ? date.value : null;
          }}
          onChange={(value) => onChange(entryOf(value))}
          onKeyDown={(event) => {
            if (isRealEnter(event)) onDone?.();
          }}
        />
      );
    case 'tiers':
      return <TiersInput label={label} bare={bare ?? false} entry={entry} onChange={onChange} />;
    case 'ref':
      return <RefInput {...props} field={field} shared={shared} />;
    case 'list':
      return <ListInput {...props} field={field} shared={shared} />;
    default:
      return <ReadInput {...props} shared={shared} />;
  }
}
