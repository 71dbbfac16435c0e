import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import {
  type AchievementPackage,
  chaptersOf,
  MOST_ITEMS,
  type PackageItem,
  packageItem,
} from '../../../shared/features/packages/index.ts';
import { useWords } from '../../app/i18n.ts';
import { useRecords } from '../../data/read.ts';
import { isRealEnter } from '../../ui/field-input.tsx';
import { Card, Chip } from '../../ui/page.tsx';
import { Changing, useReadOnly } from '../../ui/read-only.tsx';
import { AddPanel } from './add-panel.tsx';
import { ItemEditor } from './item-editor.tsx';
import { ItemRow } from './item-row.tsx';
import css from './packages.module.css';
import { type ItemActions, useItemActions } from './use-item-actions.ts';

/** The name of a chapter, changed where it stands. */
function ChapterHead({
  name,
  onRename,
}: {
  readonly name: string;
  readonly onRename: (to: string) => void;
}) {
  const { t } = useWords();
  const [text, setText] = useState<string | null>(null);
  const isFixed = useReadOnly() !== null;
  const shown = name === '' ? t('package.noChapter') : name;
  if (isFixed) return <h3 className={css.chapter}>{shown}</h3>;
  if (text === null) {
    return (
      <h3 className={css.chapter}>
        <button
          type="button"
          aria-label={t('package.renameChapter', { name: shown })}
          onClick={() => setText(name)}
        >
          {shown}
        </button>
      </h3>
    );
  }
  const take = (): void => {
    setText(null);
    if (text.trim() !== name) onRename(text.trim());
  };
  return (
    <TextInput
      size="xs"
      autoFocus
      aria-label={t('package.chapterName')}
      value={text}
      maxLength={packageItem.fields.chapter.max}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (isRealEnter(event)) take();
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) setText(null);
      }}
    />
  );
}

/** Puts the focus on the row that was moved by keys: the browser takes it off what it moves. */
function useFollowing(order: string) {
  const body = useRef<HTMLDivElement>(null);
  const moved = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after the order has changed
  useEffect(() => {
    if (moved.current === null) return;
    body.current?.querySelector<HTMLElement>(`[data-item="${moved.current}"]`)?.focus();
    moved.current = null;
  }, [order]);
  const follow = (id: string): void => {
    moved.current = id;
  };
  return { body, follow };
}

/** The achievements in their order, chapter by chapter. */
function Chapters({
  items,
  actions,
}: {
  readonly items: readonly PackageItem[];
  readonly actions: ItemActions;
}) {
  const [editing, setEditing] = useState<string | null>(null);
  const achievements = useRecords(
    'achievement',
    items.map(({ achievementId }) => achievementId),
  );
  const chapters = chaptersOf(items);
  const all = chapters.flatMap(({ items: list }) => list);
  const order = all.map(({ id, chapter = '' }) => `${id} ${chapter}`).join();
  const { body, follow } = useFollowing(order);
  if (!achievements) return null;
  const titles = new Map(achievements.map(({ id, title }) => [id, title]));
  const names = chapters.flatMap(({ name }) => (name === '' ? [] : [name]));
  const rowOf = (item: PackageItem) =>
    editing === item.id ? (
      <li key={item.id} className={css.editing}>
        <b>{titles.get(item.achievementId)}</b>
        <ItemEditor
          item={item}
          chapters={names}
          onSave={(set) => actions.change(item, set)}
          onClose={() => setEditing(null)}
        />
      </li>
    ) : (
      <ItemRow
        key={item.id}
        item={item}
        place={all.indexOf(item) + 1}
        title={titles.get(item.achievementId) ?? null}
        onEdit={() => setEditing(item.id)}
        onMove={(by) => {
          follow(item.id);
          void actions.move(item, by);
        }}
        onDrop={(dragged, edge) => void actions.drop(dragged, item.id, edge)}
        onTakeOut={() => void actions.takeOut(item)}
      />
    );
  return (
    <div ref={body}>
      {chapters.map(({ name, items: list }) => (
        <section key={name}>
          {names.length > 0 && (
            <ChapterHead name={name} onRename={(to) => void actions.rename(name, to)} />
          )}
          <ol className={css.rows}>{list.map(rowOf)}</ol>
        </section>
      ))}
    </div>
  );
}

/** What is in a package, and the way to add to it. */
export function ItemsCard({
  record,
  items,
}: {
  readonly record: AchievementPackage;
  readonly items: readonly PackageItem[];
}) {
  const { t } = useWords();
  const actions = useItemActions(record, items);
  const [adding, setAdding] = useState(false);
  const isFull = items.length >= MOST_ITEMS;
  return (
    <Card
      title={
        <>
          {t('package.items')}
          {items.length > 0 && <Chip>{t('package.count', { count: items.length })}</Chip>}
        </>
      }
      aside={
        <Changing>
          <Button
            size="xs"
            variant="default"
            disabled={isFull}
            title={isFull ? t('package.full', { most: MOST_ITEMS }) : undefined}
            onClick={() => setAdding(true)}
          >
            {t('package.add')}
          </Button>
        </Changing>
      }
    >
      {items.length === 0 ? (
        <p className={css.none}>
          <b>{t('package.noItems')}</b> {t('package.noItemsHint')}
        </p>
      ) : (
        <Chapters items={items} actions={actions} />
      )}
      <AddPanel
        record={record}
        items={items}
        opened={adding}
        onClose={() => setAdding(false)}
        onAdd={actions.add}
      />
    </Card>
  );
}
