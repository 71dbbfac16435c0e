import { Button, TextInput } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { useDeferredValue, useMemo, useState } from 'react';
import { Link } from 'wouter';
import {
  type ActivityFilter,
  type ActivityUnit,
  doings,
  everything,
  narrowUnits,
  undoneUnits,
} from '../../../shared/commits/index.ts';
import { dateInChina } from '../../../shared/core/dates.ts';
import { foldForSearch } from '../../../shared/core/text.ts';
import { entities, entityNames } from '../../../shared/registry.ts';
import { useWords, type Words } from '../../app/i18n.ts';
import { stepText } from '../../app/label.ts';
import { useUndo } from '../../app/undo.ts';
import { useStepping } from '../../app/undo-control.tsx';
import { timeInChina, useDateWords } from '../../ui/dates.ts';
import { Icon } from '../../ui/icon.tsx';
import { Chip, Empty, PageHead, TopActions } from '../../ui/page.tsx';
import { useReadOnly } from '../../ui/read-only.tsx';
import { Choices } from './choices.tsx';
import { GrowingList } from './growing-list.tsx';
import css from './history.module.css';
import { UnitDetails } from './unit-details.tsx';
import { type Activity, useActivity } from './use-activity.ts';

interface ToolsProps {
  readonly filter: ActivityFilter;
  readonly actors: readonly string[];
  readonly onChange: (patch: Partial<ActivityFilter>) => void;
}

function Tools({ filter, actors, onChange }: ToolsProps) {
  const words = useWords();
  const { t } = words;
  return (
    <div className={css.tools} role="search">
      <TextInput
        className={css.find ?? ''}
        type="search"
        value={filter.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
        placeholder={t('activity.find')}
        aria-label={t('activity.find')}
        leftSection={<Icon name="search" size={14} />}
      />
      <Choices
        label={t('activity.who')}
        options={actors.map((key) => ({ key, text: key || t('history.nobody') }))}
        chosen={filter.actors}
        onChange={(chosen) => onChange({ actors: chosen })}
      />
      <Choices
        label={t('activity.doing')}
        options={doings.map((key) => ({ key, text: t(`activity.${key}`) }))}
        chosen={filter.doings}
        onChange={(chosen) => onChange({ doings: chosen })}
      />
      <Choices
        label={t('activity.kind')}
        options={entityNames.map((key) => ({ key, text: words.in(entities[key].label) }))}
        chosen={entityNames.filter((name) => filter.kinds.includes(name))}
        onChange={(chosen) => onChange({ kinds: chosen })}
      />
      <DatePickerInput
        className={css.period ?? ''}
        type="range"
        size="xs"
        clearable
        allowSingleDateInRange
        valueFormat="YYYY-MM-DD"
        placeholder={t('activity.period')}
        aria-label={t('activity.period')}
        value={[filter.from, filter.until]}
        onChange={([from, until]) => onChange({ from, until: until ?? from })}
      />
    </div>
  );
}

interface RowProps {
  readonly unit: ActivityUnit;
  readonly isUndone: boolean;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function UnitRow({ unit, isUndone, isOpen, onToggle }: RowProps) {
  const words = useWords();
  const { t } = words;
  const readOnly = useReadOnly();
  const last = useUndo((state) => state.undo[0]?.unit);
  const step = useStepping();
  const count = unit.puts + unit.patches + unit.deletes;
  return (
    <>
      <div className={css.row}>
        <time dateTime={new Date(unit.at).toISOString()}>{timeInChina(unit.at)}</time>
        <button
          type="button"
          className={css.step}
          data-step
          aria-expanded={isOpen}
          onClick={onToggle}
        >
          <Icon name="unfold" size={12} />
          <span className={css.actor}>{unit.actor || t('history.nobody')}</span>
          <span className={css.said} data-undone={isUndone || undefined}>
            {stepText(unit, words)}
          </span>
          {isUndone && <Chip>{t('activity.isUndone')}</Chip>}
        </button>
        {count > 1 && (
          <span className={css.aside}>
            {t('activity.records', { count: count.toLocaleString('en') })}
          </span>
        )}
        {last === unit.unit && !readOnly && (
          <Button variant="default" size="compact-sm" onClick={() => void step('undo')}>
            {t('activity.undo')}
          </Button>
        )}
      </div>
      {isOpen && <UnitDetails unit={unit} />}
    </>
  );
}

type Item =
  | { readonly type: 'day'; readonly on: string }
  | { readonly type: 'unit'; readonly unit: ActivityUnit };

/** Units under the days on which they were done. */
function byDay(units: readonly ActivityUnit[]): readonly Item[] {
  const items: Item[] = [];
  let on = '';
  for (const unit of units) {
    const day = dateInChina(unit.at);
    if (day !== on) items.push({ type: 'day', on: day });
    on = day;
    items.push({ type: 'unit', unit });
  }
  return items;
}

const itemKey = (item: Item): string =>
  item.type === 'day' ? item.on : (item.unit.commits.at(-1) ?? item.unit.unit);

/** What the search looks through: a unit's text as it is shown, made once. */
function useSaid(words: Words): (unit: ActivityUnit) => string {
  return useMemo(() => {
    const said = new Map<string, string>();
    return (unit) => {
      let text = said.get(unit.unit);
      if (text === undefined) {
        text = foldForSearch(`${unit.actor} ${stepText(unit, words)}`);
        said.set(unit.unit, text);
      }
      return text;
    };
  }, [words]);
}

function Count({ activity, shown }: { readonly activity: Activity; readonly shown: number }) {
  const { t } = useWords();
  const all = activity.units.length.toLocaleString('en');
  const total = shown.toLocaleString('en');
  if (!activity.isComplete) {
    const [read, of] = [activity.read, Math.max(activity.read, activity.total)];
    return t('activity.reading', {
      read: read.toLocaleString('en'),
      total: of.toLocaleString('en'),
    });
  }
  return all === total ? t('activity.count', { total }) : t('activity.filtered', { all, total });
}

/** All that was done on the desk, step by step, newest first. */
export function ActivityPage() {
  const words = useWords();
  const { t } = words;
  const dates = useDateWords();
  const activity = useActivity();
  const [filter, setFilter] = useState(everything);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const said = useSaid(words);
  const wanted = useDeferredValue(filter);
  const units = activity?.units;
  const undone = useMemo(() => undoneUnits(units ?? []), [units]);
  const shown = useMemo(() => narrowUnits(units ?? [], wanted, said), [units, wanted, said]);
  const items = useMemo(() => byDay(shown), [shown]);
  const actors = useMemo(() => [...new Set(units?.map(({ actor }) => actor))].sort(), [units]);
  const toggle = (key: string): void => {
    const next = new Set(open);
    if (!next.delete(key)) next.add(key);
    setOpen(next);
  };
  const isPlain = filter === everything;
  return (
    <div className={css.page}>
      <TopActions>
        <Button
          component={Link}
          href="/trash"
          variant="default"
          leftSection={<Icon name="trash" />}
        >
          {t('nav.trash')}
        </Button>
      </TopActions>
      <PageHead
        title={t('nav.activity')}
        subtitle={activity && <Count activity={activity} shown={shown.length} />}
      />
      <Tools
        filter={filter}
        actors={actors}
        onChange={(patch) => setFilter({ ...filter, ...patch })}
      />
      {items.length > 0 ? (
        <GrowingList
          label={t('nav.activity')}
          items={items}
          keyOf={itemKey}
          row={(item) =>
            item.type === 'day' ? (
              <div className={css.day}>{dates.full(item.on)}</div>
            ) : (
              <UnitRow
                unit={item.unit}
                isUndone={undone.has(item.unit.unit)}
                isOpen={open.has(itemKey(item))}
                onToggle={() => toggle(itemKey(item))}
              />
            )
          }
        />
      ) : (
        <div className={css.wait} aria-busy={!activity?.isComplete}>
          {activity?.isComplete && isPlain && (
            <Empty title={t('activity.empty')} hint={t('activity.emptyHint')} />
          )}
          {activity?.isComplete && !isPlain && (
            <Empty title={t('activity.none')} hint={t('list.noneHint')}>
              <Button variant="default" onClick={() => setFilter(everything)}>
                {t('list.clear')}
              </Button>
            </Empty>
          )}
        </div>
      )}
    </div>
  );
}
