import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import {
  type FieldChange,
  putBack,
  type RecordRef,
  refKey,
  type StoredRecord,
  textChange,
  type Values,
} from '../../shared/commits/index.ts';
import { isCustomName } from '../../shared/entities/custom.ts';
import { type AnyEntity, fieldOf, titleOf } from '../../shared/entities/entity.ts';
import { isEntityName } from '../../shared/registry.ts';
import { useWords } from '../app/i18n.ts';
import { changePuttingBack } from '../data/activity.ts';
import css from './history-change.module.css';
import { HistoryValue } from './history-value.tsx';
import { notify } from './notify.ts';
import { useReadOnly, useReadOnlyText } from './read-only.tsx';
import { useSave } from './save.ts';

/** Above this a text is shown by what differs in it, with so much of the rest at each side. */
const LONG = 40;
const AROUND = 16;

/** A message's text with pieces of screen in its places. */
export function Sentence({
  text,
  pieces,
}: {
  readonly text: (marks: Readonly<Record<string, string>>) => string;
  readonly pieces: Readonly<Record<string, ReactNode>>;
}) {
  // Marks that no message and no value has.
  const marks = Object.fromEntries(
    Object.keys(pieces).map((name) => [name, `\u0001${name}\u0001`]),
  );
  return text(marks)
    .split('\u0001')
    .map((part, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence never change places
      <span key={index}>{index % 2 === 1 ? pieces[part] : part}</span>
    ));
}

function LongText({ before, after }: { readonly before: string; readonly after: string }) {
  const { head, removed, added, tail } = textChange(before, after);
  const chars = [...head];
  const rest = [...tail];
  return (
    <span className={css.text}>
      <span className={css.rest}>
        {chars.length > AROUND && '…'}
        {chars.slice(-AROUND).join('')}
      </span>
      {removed !== '' && <del>{removed}</del>}
      {added !== '' && <ins>{added}</ins>}
      <span className={css.rest}>
        {rest.slice(0, AROUND).join('')}
        {rest.length > AROUND && '…'}
      </span>
    </span>
  );
}

/** The items of a list that came and went; their order is left aside. */
function ItemsChanged({
  before,
  after,
}: {
  readonly before: unknown[];
  readonly after: unknown[];
}) {
  const { language } = useWords();
  const said = (items: unknown[]) => items.join(language === 'zh' ? '、' : ', ');
  const removed = before.filter((item) => !after.includes(item));
  const added = after.filter((item) => !before.includes(item));
  return (
    <>
      {removed.length > 0 && <del>{`− ${said(removed)}`}</del>}
      {removed.length > 0 && added.length > 0 && ' '}
      {added.length > 0 && <ins>{`+ ${said(added)}`}</ins>}
    </>
  );
}

const isLong = (value: unknown): boolean => typeof value === 'string' && value.length > LONG;

interface ChangeProps {
  readonly entity: AnyEntity;
  readonly change: FieldChange;
  readonly names: Readonly<Record<string, string>>;
}

/** How one field changed, in a sentence. */
function FieldSentence({ entity, change, names }: ChangeProps) {
  const { t, ...words } = useWords();
  const { field: name, before, after } = change;
  const described = fieldOf(entity, name);
  const label = isCustomName(name) ? t('field.gone') : name;
  const field = <span className={css.field}>{described ? words.in(described.label) : label}</span>;
  const value = (of: FieldChange['before']) => (
    <HistoryValue entity={entity} field={name} value={of} names={names} />
  );
  if (described?.kind === 'list' && Array.isArray(before) && Array.isArray(after)) {
    const items = <ItemsChanged before={before} after={after} />;
    return <Sentence text={(marks) => t('history.text', marks)} pieces={{ field, text: items }} />;
  }
  const isText = described?.kind === 'text' || described?.kind === 'note';
  if (isText && typeof before === 'string' && typeof after === 'string') {
    if (isLong(before) || isLong(after)) {
      const text = <LongText before={before} after={after} />;
      return <Sentence text={(marks) => t('history.text', marks)} pieces={{ field, text }} />;
    }
  }
  if (before === null) {
    const pieces = { field, after: <ins>{value(after)}</ins> };
    return <Sentence text={(marks) => t('history.filled', marks)} pieces={pieces} />;
  }
  if (after === null) {
    const pieces = { field, before: <del>{value(before)}</del> };
    return <Sentence text={(marks) => t('history.cleared', marks)} pieces={pieces} />;
  }
  const pieces = { field, before: <del>{value(before)}</del>, after: <ins>{value(after)}</ins> };
  return <Sentence text={(marks) => t('history.set', marks)} pieces={pieces} />;
}

/** Puts old values of a record back as a change of its own; what stands against it is said. */
function usePutBack(): (entity: AnyEntity, id: string, values: Values, title: string) => void {
  const words = useWords();
  const { t } = words;
  const save = useSave();
  return async (entity, id, values, title) => {
    if (!isEntityName(entity.name)) return;
    const change = await changePuttingBack(entity.name, id, values);
    if (!change.ok) {
      const { error } = change;
      const field = 'field' in error ? fieldOf(entity, error.field) : undefined;
      const label = field ? words.in(field.label) : '';
      return notify.problem(t(`putBack.${error.type}`, { field: label }));
    }
    // What is hidden goes back with what is shown, and is not counted.
    const shown = Object.keys(values).filter((name) => fieldOf(entity, name)?.hidden !== true);
    const [only, ...others] = shown;
    const facts = { entity: entity.name, title };
    const done = await save.changes(
      others.length === 0
        ? { key: 'putBack', params: { ...facts, field: only ?? '' } }
        : { key: 'putBackMany', params: { ...facts, count: shown.length } },
      [change.value],
    );
    if (done) notify.done(t('putBack.done', { title }));
  };
}

interface PutBackProps {
  readonly entity: AnyEntity;
  readonly id: string;
  readonly record: StoredRecord | undefined;
  readonly values: Values;
  readonly names: Readonly<Record<string, string>>;
  readonly many?: boolean;
}

/** The button that puts old values back; where it cannot, it says why. */
function PutBackButton({ entity, id, record, values, names, many = false }: PutBackProps) {
  const words = useWords();
  const { t } = words;
  const readOnly = useReadOnly();
  const readOnlyText = useReadOnlyText();
  const put = usePutBack();
  const decided = putBack(entity, record ?? null, values, (_kind, ref) => names[ref] !== undefined);
  const failed = decided.ok ? null : decided.error;
  const field = failed && 'field' in failed ? fieldOf(entity, failed.field) : undefined;
  const why = readOnly
    ? readOnlyText(readOnly)
    : failed && t(`putBack.${failed.type}`, { field: field ? words.in(field.label) : '' });
  return (
    <Tooltip label={why ?? t('putBack.hint')} openDelay={300}>
      <button
        type="button"
        className={css.put}
        data-all={many || undefined}
        aria-disabled={why !== null}
        onClick={() => {
          if (why === null && record) put(entity, id, values, titleOf(entity, record));
        }}
      >
        {t(many ? 'putBack.all' : 'putBack.one')}
      </button>
    </Tooltip>
  );
}

/** What a change of a record put where; each old value can be put back. */
export function FieldChanges({
  entity,
  id,
  changes,
  names,
  records,
}: {
  readonly entity: AnyEntity;
  readonly id: string;
  readonly changes: readonly FieldChange[];
  readonly names: Readonly<Record<string, string>>;
  /** The records that are there, by `refKey`; undefined while that is not known. */
  readonly records: ReadonlyMap<string, StoredRecord> | undefined;
}) {
  const ref: RecordRef = { entity: entity.name, id };
  const record = records?.get(refKey(ref));
  const button = (values: Values, many: boolean) =>
    records && <PutBackButton {...{ entity, id, record, values, names, many }} />;
  const valuesBefore = (list: readonly FieldChange[]): Values =>
    Object.fromEntries(list.map((change) => [change.field, change.before]));
  const isHidden = ({ field }: FieldChange): boolean => fieldOf(entity, field)?.hidden === true;
  const shown = changes.filter((change) => !isHidden(change));
  const hidden = valuesBefore(changes.filter(isHidden));
  return (
    <ul>
      {shown.map((change) => (
        <li key={change.field} className={css.line}>
          <FieldSentence entity={entity} change={change} names={names} />
          {button({ [change.field]: change.before, ...hidden }, false)}
        </li>
      ))}
      {shown.length > 1 && <li className={css.line}>{button(valuesBefore(changes), true)}</li>}
    </ul>
  );
}
