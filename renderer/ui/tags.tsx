import { TagsInput } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { tidy } from '../../shared/core/text.ts';
import type { AnyEntity } from '../../shared/entities/entity.ts';
import { type EntityName, entities, entityNames } from '../../shared/registry.ts';
import { useAnswers } from '../index/use-answer.ts';
import css from './tags.module.css';

const HUES = 6;

/** One of the palette's colours, always the same for the same word. */
function hueOf(tag: string): number {
  let sum = 0;
  for (const char of tag) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 1_000_003;
  return sum % HUES;
}

/** Tags as chips; of more than `most` the rest is counted. */
export function Tags({ tags, most }: { readonly tags: readonly string[]; readonly most?: number }) {
  const shown = tags.slice(0, most);
  const rest = tags.length - shown.length;
  return (
    <span className={css.tags}>
      {shown.map((tag) => (
        <span key={tag} className={css.tag} data-hue={hueOf(tag)}>
          {tag}
        </span>
      ))}
      {rest > 0 && <span className={css.more}>+{rest}</span>}
    </span>
  );
}

/** The fields whose items are offered again, by kind. */
const reusedFields: readonly (readonly [EntityName, string])[] = entityNames.flatMap((name) => {
  const entity: AnyEntity = entities[name];
  return Object.entries(entity.fields).flatMap(([field, description]) =>
    description.kind === 'list' && description.reused ? [[name, field] as const] : [],
  );
});

/** The items in use on the desk, the most frequent first. */
function useItemsInUse(): readonly string[] {
  const answers = useAnswers(
    reusedFields.map(([entity, field]) => ({ entity, facets: [field], from: 0, to: 0 })),
  );
  const counts = new Map<string, number>();
  for (const { key, count } of answers?.flatMap(({ facets }) => Object.values(facets).flat()) ?? [])
    if (key !== '') counts.set(key, (counts.get(key) ?? 0) + count);
  return [...counts].toSorted((one, other) => other[1] - one[1]).map(([key]) => key);
}

/** What ends an item while typing: what a text of several items is split at. */
const SPLIT = /[;；、,，/／|｜\n]/;
const MOST_OFFERED = 50;

const tidied = (items: readonly string[]): readonly string[] =>
  [...new Set(items.map(tidy))].filter((item) => item !== '');

/** Items of the user's own words, chosen from those in use or typed anew. */
export function TagsControl({
  tags,
  offered,
  onChange,
  ...shared
}: {
  readonly 'aria-label'?: string;
  readonly placeholder?: string;
  readonly tags: readonly string[];
  /** In place of those in use. */
  readonly offered?: readonly string[];
  readonly onChange: (tags: readonly string[]) => void;
}): ReactNode {
  const [held, setHeld] = useState({ items: tags, typed: '' });
  // The control tells of one key in two calls: the second goes on from the first.
  const latest = useRef(held);
  const inUse = useItemsInUse();
  const tell = (next: typeof held): void => {
    latest.current = next;
    setHeld(next);
    // What is typed and not ended yet belongs to the value: whoever leaves the field means it.
    onChange(tidied([...next.items, next.typed]));
  };
  return (
    <TagsInput
      {...shared}
      size="xs"
      data={[...(offered ?? inUse)]}
      limit={MOST_OFFERED}
      splitChars={[]}
      value={[...held.items]}
      onChange={(items) => tell({ items: tidied(items), typed: '' })}
      searchValue={held.typed}
      onSearchChange={(next) => {
        const { items, typed } = latest.current;
        if (next === typed) return;
        const parts = next.split(SPLIT);
        const last = parts.pop() ?? '';
        tell({ items: tidied([...items, ...parts]), typed: last });
      }}
      clearable
    />
  );
}
