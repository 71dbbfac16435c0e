import type { FieldChange } from '../../shared/commits/index.ts';
import { type AnyEntity, fieldOf } from '../../shared/entities/entity.ts';
import { type EntityName, entities } from '../../shared/registry.ts';
import { useWords } from '../app/i18n.ts';
import { useHistory } from '../data/read.ts';
import { useNames } from '../index/use-answer.ts';
import { useDateWords } from './dates.ts';
import { FieldValue } from './field-value.tsx';
import css from './history-list.module.css';
import { Empty } from './page.tsx';

function Change({
  entity,
  change,
  names,
}: {
  readonly entity: AnyEntity;
  readonly change: FieldChange;
  readonly names: Readonly<Record<string, string>>;
}) {
  const words = useWords();
  const field = fieldOf(entity, change.field);
  const side = (value: FieldChange['before']) =>
    value === null ? (
      <span className={css.blank}>{words.t('history.blank')}</span>
    ) : (
      <FieldValue entity={entity} name={change.field} value={value} names={names} />
    );
  return (
    <li>
      <span className={css.field}>{field ? words.in(field.label) : change.field}</span>
      <del>{side(change.before)}</del>
      <span aria-hidden="true">→</span>
      <ins>{side(change.after)}</ins>
    </li>
  );
}

/** What happened to a record, newest first: who, when, and each field's old and new value. */
export function HistoryList({
  name,
  id,
  limit,
}: {
  readonly name: EntityName;
  readonly id: string;
  readonly limit?: number;
}) {
  const words = useWords();
  const dates = useDateWords();
  const history = useHistory(name, id);
  const entity: AnyEntity = entities[name];
  const refs = Object.entries(entity.fields).flatMap(([field, { kind }]) =>
    kind === 'ref' ? [field] : [],
  );
  const ids = (history ?? []).flatMap(({ changes }) =>
    changes
      .filter(({ field }) => refs.includes(field))
      .flatMap(({ before, after }) => [before, after])
      .filter((value) => typeof value === 'string'),
  );
  const names = useNames([...new Set(ids)]);
  if (!history) return null;
  if (history.length === 0) return <Empty title={words.t('history.empty')} />;
  return (
    <ol className={css.history}>
      {history.slice(0, limit).map((entry) => (
        <li key={entry.commit} className={css.entry}>
          <time
            dateTime={new Date(entry.at).toISOString()}
            title={new Date(entry.at).toLocaleString('zh-CN')}
          >
            {dates.ofInstant(entry.at)}
          </time>
          <div>
            <span className={css.actor}>{entry.actor || words.t('history.nobody')}</span>{' '}
            {entry.what === 'changed' ? null : words.t(`history.${entry.what}`)}
            {entry.what === 'changed' && (
              <ul>
                {entry.changes.map((change) => (
                  <Change key={change.field} entity={entity} change={change} names={names} />
                ))}
              </ul>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
