import { Spotlight, spotlight } from '@mantine/spotlight';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import type { StoredRecord } from '../../shared/commits/index.ts';
import type { Language } from '../../shared/core/language.ts';
import { type AnyEntity, fieldOf, ownerOf, titleOf } from '../../shared/entities/entity.ts';
import { formatField } from '../../shared/entities/kinds.ts';
import { type EntityName, entities } from '../../shared/registry.ts';
import type { Answer, Query, Reason } from '../index/query.ts';
import { askIndex, useAnswers, useNames } from '../index/use-answer.ts';
import { Icon } from '../ui/icon.tsx';
import { useWords } from './i18n.ts';
import { pagePathOf, pathOf } from './paths.ts';
import hitCss from './search.module.css';
import css from './shell.module.css';

/** Kinds of records that are found, in the order of the results; a part opens the record that it is at. */
const searched: readonly EntityName[] = [
  'achievement',
  'enterprise',
  'deal',
  'contact',
  'note',
  'task',
];
const PER_KIND = 6;
const MOST_RECENT = 8;

interface Hit {
  readonly entity: EntityName;
  readonly record: StoredRecord;
  readonly path: string;
  /** The record that it is at, for a part of records of any kind. */
  readonly ownerId: string | undefined;
  readonly title: Reason;
  /** Why it was found, beside its title. */
  readonly reasons: readonly Reason[];
  /** What tells it from others of its name. */
  readonly more: string;
}

const queriesFor = (text: string, language: Language): readonly Query[] =>
  searched.map((entity) => ({ entity, text, from: 0, to: PER_KIND, reasons: language }));

function toHit(name: EntityName, record: StoredRecord, answer: Answer, language: Language): Hit {
  const entity: AnyEntity = entities[name];
  const owner = ownerOf(entity, record);
  const title = { field: entity.title, text: titleOf(entity, record), marks: [] };
  const [first = title, ...reasons] = answer.reasons[record.id] ?? [];
  const textOf = (field: string): string => {
    const description = fieldOf(entity, field);
    return description ? formatField(description, record[field], language) : '';
  };
  const enterprise = answer.names[String(record.enterpriseId ?? '')] ?? '';
  const parts = [textOf('units'), textOf('uscc'), enterprise, textOf('leader')];
  return {
    entity: name,
    record,
    path: (owner && pagePathOf(owner.entity, owner.id)) ?? pathOf(name, record.id),
    ownerId: owner?.id,
    title: first,
    reasons,
    more: parts.filter((part) => part !== '').join(' · '),
  };
}

/** What was found, by kind; of an empty search, what changed last, whatever its kind. */
function toHits(text: string, answers: readonly Answer[], language: Language): readonly Hit[] {
  const hits = answers.flatMap((answer, index) =>
    answer.rows.map((record) => toHit(searched[index] ?? 'achievement', record, answer, language)),
  );
  if (text.trim() !== '') return hits;
  return hits
    .toSorted((left, right) => right.record.updatedAt - left.record.updatedAt)
    .slice(0, MOST_RECENT);
}

function Marked({ text, marks }: Reason) {
  let end = 0;
  const parts: ReactNode[] = [];
  for (const [from, to] of marks) {
    parts.push(text.slice(end, from), <mark key={from}>{text.slice(from, to)}</mark>);
    end = to;
  }
  return [...parts, text.slice(end)];
}

function HitLine({ hit, owner }: { readonly hit: Hit; readonly owner: string | undefined }) {
  const words = useWords();
  const entity: AnyEntity = entities[hit.entity];
  const more = hit.more || owner;
  return (
    <span className={hitCss.hit}>
      <span className={hitCss.title}>
        <Marked {...hit.title} />
      </span>
      {hit.reasons.length === 0 && more && <span className={hitCss.reason}>{more}</span>}
      {hit.reasons.map((reason) => {
        const field = fieldOf(entity, reason.field);
        return (
          <span key={`${reason.field} ${reason.text}`} className={hitCss.reason}>
            {field && `${words.in(field.label)}${words.language === 'zh' ? '：' : ': '}`}
            <Marked {...reason} />
          </span>
        );
      })}
    </span>
  );
}

function Results({ text }: { readonly text: string }) {
  const { t, in: say, language } = useWords();
  const [, go] = useLocation();
  const answers = useAnswers(queriesFor(text, language));
  const hits = answers ? toHits(text, answers, language) : [];
  const names = useNames(hits.map(({ ownerId }) => ownerId));
  if (!answers) return null;
  const isEmpty = text.trim() === '';
  if (hits.length === 0) {
    return (
      <Spotlight.Empty>
        {isEmpty ? t('search.hint') : t('search.nothing', { text })}
      </Spotlight.Empty>
    );
  }
  const labelOf = (entity: EntityName): string => {
    const total = answers[searched.indexOf(entity)]?.total ?? 0;
    return `${say(entities[entity].plural)} ${total.toLocaleString('en')}`;
  };
  const groups = isEmpty
    ? [[t('search.recent'), hits] as const]
    : [...Map.groupBy(hits, (hit) => hit.entity)].map(
        ([entity, found]) => [labelOf(entity), found] as const,
      );
  return groups.map(([label, found]) => (
    <Spotlight.ActionsGroup key={label} label={label}>
      {found.map((hit) => (
        <Spotlight.Action key={hit.record.id} onClick={() => go(hit.path)}>
          <HitLine hit={hit} owner={names[hit.ownerId ?? '']} />
        </Spotlight.Action>
      ))}
    </Spotlight.ActionsGroup>
  ));
}

/** The dialog's own focus trap comes a task later, when the first keys may be gone. */
const focusOnMount = (input: HTMLInputElement | null) => input?.focus();

export function SearchButton() {
  const { t } = useWords();
  return (
    <button type="button" className={css.search} onClick={() => spotlight.open()}>
      <Icon name="search" size={14} />
      <span className={css.searchText}>{t('search.placeholder')}</span>
      <kbd>{t('search.shortcut')}</kbd>
    </button>
  );
}

/** The search over all kinds of records, opened by Ctrl/Cmd+K. */
export function Search() {
  const { t, language } = useWords();
  const [, go] = useLocation();
  const [text, setText] = useState('');
  // Enter opens the best hit when none was chosen, also when it comes before the results.
  const openBest = async ({ key, nativeEvent, currentTarget }: KeyboardEvent): Promise<void> => {
    const isChosen = currentTarget.closest('[role="dialog"]')?.querySelector('[data-selected]');
    if (key !== 'Enter' || nativeEvent.isComposing || isChosen || text.trim() === '') return;
    const answers = await Promise.all(queriesFor(text, language).map(askIndex));
    const [best] = toHits(text, answers, language);
    if (!best) return;
    spotlight.close();
    go(best.path);
  };
  return (
    <Spotlight.Root
      query={text}
      onQueryChange={setText}
      shortcut={['mod + K']}
      // Searching is wanted from a field, too.
      tagsToIgnore={[]}
      scrollable
      maxHeight={440}
      size={620}
      centered={false}
      yOffset={72}
      // Shown at once, so that what is typed right after the shortcut is not lost.
      transitionProps={{ duration: 0 }}
      overlayProps={{ backgroundOpacity: 0.25, blur: 0 }}
    >
      <Spotlight.Search
        ref={focusOnMount}
        placeholder={t('search.placeholder')}
        aria-label={t('search.placeholder')}
        leftSection={<Icon name="search" />}
        onKeyDown={(event) => void openBest(event)}
      />
      <Spotlight.ActionsList>
        <Results text={text} />
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
