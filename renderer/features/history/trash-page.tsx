import { Button, Checkbox, TextInput } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import { type Discarded, refKey } from '../../../shared/commits/index.ts';
import { foldForSearch } from '../../../shared/core/text.ts';
import { entities, entityNames } from '../../../shared/registry.ts';
import { useWords } from '../../app/i18n.ts';
import { Icon } from '../../ui/icon.tsx';
import { Empty, PageHead } from '../../ui/page.tsx';
import { useReadOnly } from '../../ui/read-only.tsx';
import { Choices } from './choices.tsx';
import { DiscardedRow } from './discarded-row.tsx';
import { GrowingList } from './growing-list.tsx';
import css from './history.module.css';
import { type Together, useRestore } from './use-restore.ts';
import { type Trash, useTrash } from './use-trash.ts';

interface Filter {
  readonly text: string;
  readonly kinds: readonly string[];
  /** Also what went because the step that had made it was undone. */
  readonly byUndo: boolean;
}
const plain: Filter = { text: '', kinds: [], byUndo: false };

const narrow = (items: readonly Discarded[], { text, kinds, byUndo }: Filter) => {
  const words = text.split(/\s+/).map(foldForSearch).filter(Boolean);
  return items.filter((item) => {
    if (item.byUndo && !byUndo) return false;
    if (kinds.length > 0 && !kinds.includes(item.entity)) return false;
    if (words.length === 0) return true;
    const title = foldForSearch(item.title);
    return words.every((word) => title.includes(word));
  });
};

const toggled = (keys: ReadonlySet<string>, key: string): ReadonlySet<string> => {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
};

interface ToolsProps {
  readonly items: readonly Discarded[];
  readonly filter: Filter;
  readonly onChange: (patch: Partial<Filter>) => void;
  readonly chosen: readonly Discarded[];
  readonly onRestore: () => void;
}

function Tools({ items, filter, onChange, chosen, onRestore }: ToolsProps) {
  const words = useWords();
  const { t } = words;
  const byUndo = items.filter((item) => item.byUndo).length;
  const kinds = entityNames.filter((name) => items.some(({ entity }) => entity === name));
  return (
    <div className={css.tools} role="search">
      <TextInput
        className={css.find ?? ''}
        type="search"
        value={filter.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
        placeholder={t('trash.find')}
        aria-label={t('trash.find')}
        leftSection={<Icon name="search" size={14} />}
      />
      <Choices
        label={t('trash.kind')}
        options={kinds.map((key) => ({ key, text: words.in(entities[key].label) }))}
        chosen={kinds.filter((name) => filter.kinds.includes(name))}
        onChange={(next) => onChange({ kinds: next })}
      />
      {byUndo > 0 && (
        <Checkbox
          size="xs"
          label={t('trash.byUndo', { count: byUndo.toLocaleString('en') })}
          checked={filter.byUndo}
          onChange={(event) => onChange({ byUndo: event.currentTarget.checked })}
        />
      )}
      <span className={css.grow} />
      {chosen.length > 0 && (
        <Button onClick={onRestore}>{t('trash.restoreChosen', { count: chosen.length })}</Button>
      )}
    </div>
  );
}

function TogetherNotice({
  together: { wanted, needed },
  onRestore,
  onForget,
}: {
  readonly together: Together;
  readonly onRestore: (all: readonly Discarded[]) => void;
  readonly onForget: () => void;
}) {
  const words = useWords();
  const { t } = words;
  const titles = needed.map(({ entity, title }) =>
    t('history.named', {
      entity: words.inside(entities[entity as keyof typeof entities].label),
      title: title || t('trash.untitled'),
    }),
  );
  return (
    <div className={css.notice} role="alert">
      {t('trash.needs', { titles: titles.join(words.language === 'zh' ? '、' : ', ') })}
      <span className={css.grow} />
      <Button size="compact-sm" onClick={() => onRestore([...needed, ...wanted])}>
        {t('trash.restoreWith')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={onForget}>
        {t('action.cancel')}
      </Button>
    </div>
  );
}

function Count({ trash, shown }: { readonly trash: Trash; readonly shown: number }) {
  const { t } = useWords();
  const [all, total] = [trash.items.length, shown].map((count) => count.toLocaleString('en'));
  return (
    <>
      {all === total
        ? t('trash.count', { total: total ?? '' })
        : t('trash.filtered', { all: all ?? '', total: total ?? '' })}
      {' · '}
      {t('trash.kept')}
    </>
  );
}

/** What was deleted and is still gone; all of it can come back. */
export function TrashPage() {
  const { t } = useWords();
  const trash = useTrash();
  const readOnly = useReadOnly();
  const [filter, setFilter] = useState(plain);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const items = trash?.items ?? [];
  const wanted = useDeferredValue(filter);
  const shown = useMemo(() => narrow(trash?.items ?? [], wanted), [trash, wanted]);
  const restoring = useRestore(items, () => setChosen(new Set()));
  const chosenItems = readOnly ? [] : shown.filter((item) => chosen.has(refKey(item)));
  const isPlain = filter.text === '' && filter.kinds.length === 0;
  return (
    <div className={css.page}>
      <PageHead
        title={t('nav.trash')}
        subtitle={trash && <Count trash={trash} shown={shown.length} />}
      />
      <Tools
        items={items}
        filter={filter}
        onChange={(patch) => setFilter({ ...filter, ...patch })}
        chosen={chosenItems}
        onRestore={() => void restoring.restore(chosenItems)}
      />
      {restoring.together && (
        <TogetherNotice
          together={restoring.together}
          onRestore={(all) => void restoring.restore(all)}
          onForget={restoring.forget}
        />
      )}
      {shown.length > 0 ? (
        <GrowingList
          label={t('nav.trash')}
          items={shown}
          keyOf={refKey}
          row={(item) => (
            <DiscardedRow
              item={item}
              isOpen={open.has(refKey(item))}
              isChosen={chosen.has(refKey(item))}
              onToggle={() => setOpen(toggled(open, refKey(item)))}
              onChoose={() => setChosen(toggled(chosen, refKey(item)))}
              onRestore={() => void restoring.restore([item])}
            />
          )}
        />
      ) : (
        <div className={css.wait} aria-busy={trash === null}>
          {trash?.isComplete && isPlain && (
            <Empty title={t('trash.empty')} hint={t('trash.kept')} />
          )}
          {trash?.isComplete && !isPlain && (
            <Empty title={t('trash.none')} hint={t('list.noneHint')}>
              <Button variant="default" onClick={() => setFilter(plain)}>
                {t('list.clear')}
              </Button>
            </Empty>
          )}
        </div>
      )}
    </div>
  );
}
