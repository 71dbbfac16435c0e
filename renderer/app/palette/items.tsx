import type { ReactNode } from 'react';
import { fieldOf } from '../../../shared/entities/entity.ts';
import { attachmentContent } from '../../../shared/features/attachments/index.ts';
import { type EntityName, entities, isEntityName } from '../../../shared/registry.ts';
import { useEntity } from '../../data/descriptions.ts';
import type { Reason } from '../../index/query.ts';
import { useNames } from '../../index/use-answer.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { useStars } from '../../ui/stars/stars.ts';
import { useWords, type Words } from '../i18n.ts';
import { pagePathOf } from '../paths.ts';
import { navigation } from '../routes.tsx';
import { keysText } from '../shortcuts/keys.ts';
import type { Action } from './action.ts';
import type { Hit, HitsOfKind } from './hits.ts';
import css from './palette.module.css';
import { useRecent } from './recent.ts';

/** One line of the palette, and what choosing it does. */
export interface Item {
  readonly key: string;
  readonly draw: ReactNode;
  readonly choose: { readonly action: Action } | { readonly path: string };
}

export interface Group {
  readonly label: string;
  readonly items: readonly Item[];
}

const iconOfKind = new Map(
  navigation.flatMap(({ entries }) =>
    entries.flatMap(({ counts, icon }) => (counts ? [[counts as string, icon] as const] : [])),
  ),
);
export const kindIcon = (kind: string): IconName => iconOfKind.get(kind) ?? 'file';

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
  const entity = useEntity(hit.entity);
  const more = hit.more || owner;
  return (
    <>
      <Icon name={kindIcon(hit.entity)} />
      <span className={css.hit}>
        <span className={css.title}>
          <Marked {...hit.title} />
        </span>
        {hit.reasons.length === 0 && more && <span className={css.reason}>{more}</span>}
        {hit.reasons.map((reason) => {
          // What only the index knows is the text inside an attached file.
          const field = fieldOf(entity, reason.field) ?? attachmentContent;
          return (
            <span key={`${reason.field} ${reason.text}`} className={css.reason}>
              {`${words.in(field.label)}${words.language === 'zh' ? '：' : ': '}`}
              <Marked {...reason} />
            </span>
          );
        })}
      </span>
    </>
  );
}

const actionItem = (action: Action, { in: say }: Words): Item => ({
  key: `action ${action.id}`,
  choose: { action },
  draw: (
    <>
      <Icon name={action.icon} />
      <span className={css.title}>{say(action.label)}</span>
      {action.keys && <kbd>{keysText(action.keys)}</kbd>}
    </>
  ),
});

const hitItem = (hit: Hit, owner: string | undefined): Item => ({
  key: `${hit.entity} ${hit.record.id}`,
  choose: { path: hit.path },
  draw: <HitLine hit={hit} owner={owner} />,
});

/** Groups without items are none. */
const filled = (groups: readonly Group[]): readonly Group[] =>
  groups.filter(({ items }) => items.length > 0);

const actionGroup = (label: string, actions: readonly Action[], words: Words): Group => ({
  label,
  items: actions.map((action) => actionItem(action, words)),
});

/** What was found: what leads, the records of each kind, and what else can be done. */
export function foundGroups(
  {
    kinds,
    lead,
    others,
  }: {
    readonly kinds: readonly HitsOfKind[];
    readonly lead: readonly Action[];
    readonly others: readonly Action[];
  },
  owners: Readonly<Record<string, string>>,
  words: Words,
): readonly Group[] {
  const { t, in: say } = words;
  return filled([
    actionGroup(t('palette.actions'), lead, words),
    ...kinds.map(({ entity, total, hits }) => ({
      label: `${say(entities[entity].plural)} ${total.toLocaleString('en')}`,
      items: hits.map((hit) => hitItem(hit, owners[hit.ownerId ?? ''])),
    })),
    actionGroup(lead.length > 0 ? t('palette.moreActions') : t('palette.actions'), others, words),
  ]);
}

const MOST_RECENT = 6;
const MOST_STARS = 6;
const MOST_CHANGED = 6;
const MOST_OFTEN = 9;

interface Named {
  readonly entity: string;
  readonly id: string;
}

function namedItems(
  records: readonly Named[],
  names: Readonly<Record<string, string>>,
  { in: say }: Words,
): readonly Item[] {
  return records.flatMap(({ entity, id }) => {
    const name = names[id];
    const path = pagePathOf(entity, id);
    if (name === undefined || path === null || !isEntityName(entity)) return [];
    const draw = (
      <>
        <Icon name={kindIcon(entity)} />
        <span className={css.title}>{name}</span>
        <span className={css.kind}>{say(entities[entity].label)}</span>
      </>
    );
    return [{ key: `${entity} ${id}`, choose: { path }, draw }];
  });
}

/**
 * Before anything is typed: what was opened last, or changed where nothing was opened; what is
 * starred; what is often done, with what belongs to the page in sight first.
 */
export function useFirstGroups(
  actions: readonly Action[],
  here: EntityName | null,
  changed: readonly HitsOfKind[],
): readonly Group[] {
  const words = useWords();
  const { t } = words;
  const recent = useRecent();
  const stars = useStars().map(({ ownerKind, ownerId }) => ({ entity: ownerKind, id: ownerId }));
  const names = useNames([...recent, ...stars].map(({ id }) => id));
  const opened = namedItems(recent, names, words).slice(0, MOST_RECENT);
  const last = changed
    .flatMap(({ hits }) => hits)
    .toSorted((one, other) => other.record.updatedAt - one.record.updatedAt);
  const changedItems = last.slice(0, MOST_CHANGED).map((hit) => hitItem(hit, undefined));
  const often = actions
    .filter((action) => action.often)
    .toSorted((one, other) => Number(isOf(other, here)) - Number(isOf(one, here)));
  return filled([
    opened.length > 0
      ? { label: t('palette.recent'), items: opened }
      : { label: t('palette.changed'), items: changedItems },
    // A line for one record is enough.
    {
      label: t('star.group'),
      items: namedItems(stars, names, words)
        .filter(({ key }) => !opened.some((item) => item.key === key))
        .slice(0, MOST_STARS),
    },
    actionGroup(t('palette.often'), often.slice(0, MOST_OFTEN), words),
  ]);
}

const isOf = ({ id }: Action, kind: EntityName | null): boolean =>
  id === 'star' || (kind !== null && id === `new ${kind}`);
