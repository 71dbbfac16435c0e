import { Spotlight, spotlight } from '@mantine/spotlight';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { type AnyEntity, titleOf } from '../../shared/entities/entity.ts';
import { type EntityName, entities } from '../../shared/registry.ts';
import { askIndex } from '../index/use-answer.ts';
import { Icon } from '../ui/icon.tsx';
import { useWords } from './i18n.ts';
import { pathOf } from './paths.ts';
import css from './shell.module.css';

/** Kinds of records with a page of their own, in the order of the results. */
const searched: readonly EntityName[] = ['achievement', 'enterprise', 'deal', 'contact'];
const PER_KIND = 6;

interface Hit {
  readonly entity: EntityName;
  readonly id: string;
  readonly title: string;
  readonly more: string;
  readonly path: string;
}

async function find(text: string): Promise<readonly Hit[]> {
  if (text.trim() === '') return [];
  const answers = await Promise.all(
    searched.map((entity) => askIndex({ entity, text, from: 0, to: PER_KIND })),
  );
  return answers.flatMap(({ rows, names }, index) => {
    const name = searched[index] ?? 'achievement';
    const entity: AnyEntity = entities[name];
    return rows.map((row) => {
      const owner = entity.partOf ? String(row[entity.partOf.field] ?? '') : '';
      const more = [row.units, row.uscc, names[String(row.enterpriseId ?? '')], row.leader]
        .filter((part) => part !== undefined && part !== '')
        .map(String);
      return {
        entity: name,
        id: row.id,
        title: titleOf(entity, row),
        more: more.join(' · '),
        path: pathOf(owner ? (entity.partOf?.entity as EntityName) : name, owner || row.id),
      };
    });
  });
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
  const { t, in: say } = useWords();
  const [, go] = useLocation();
  const [text, setText] = useState('');
  const [hits, setHits] = useState<readonly Hit[]>([]);
  useEffect(() => {
    let current = true;
    void find(text).then((found) => {
      if (current) setHits(found);
    });
    return () => {
      current = false;
    };
  }, [text]);
  const groups = Map.groupBy(hits, (hit) => hit.entity);
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
      />
      <Spotlight.ActionsList>
        {hits.length === 0 && (
          <Spotlight.Empty>
            {text.trim() === '' ? t('search.hint') : t('search.nothing', { text })}
          </Spotlight.Empty>
        )}
        {[...groups].map(([entity, found]) => (
          <Spotlight.ActionsGroup key={entity} label={say(entities[entity].plural)}>
            {found.map((hit) => (
              <Spotlight.Action
                key={hit.id}
                label={hit.title}
                description={hit.more}
                onClick={() => go(hit.path)}
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
