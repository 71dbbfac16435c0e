import { entities } from '../../../shared/registry.ts';
import { useWords } from '../../app/i18n.ts';
import type { KindDifference, NamedList } from '../../data/differences.ts';
import css from './restore.module.css';

const sides = ['added', 'removed', 'changed'] as const;

/** Records by name, folded until somebody wants to see them. */
function Names({
  side,
  list,
}: {
  readonly side: (typeof sides)[number];
  readonly list: NamedList;
}) {
  const { t } = useWords();
  if (list.count === 0) return null;
  const left = list.count - list.first.length;
  return (
    <details className={css.names} data-side={side}>
      <summary>{t(`restore.${side}`, { count: list.count })}</summary>
      <ul>
        {list.first.map(({ id, title }) => (
          <li key={id}>{title || t('restore.untitled')}</li>
        ))}
        {left > 0 && <li className={css.hint}>{t('restore.more', { count: left })}</li>}
      </ul>
    </details>
  );
}

export const changesIn = ({ added, removed, changed }: KindDifference): number =>
  added.count + removed.count + changed.count;

/** What a restore would change, kind by kind: how many now and after, and which by name. */
export function Differences({ kinds }: { readonly kinds: readonly KindDifference[] }) {
  const { t, in: say } = useWords();
  const changing = kinds.filter((kind) => changesIn(kind) > 0);
  return (
    <section aria-label={t('restore.changes')}>
      <h3 className={css.heading}>{t('restore.changes')}</h3>
      <table className={css.kinds}>
        <thead>
          <tr>
            <th>{t('restore.kind')}</th>
            <th className="num">{t('restore.now')}</th>
            <th className="num">{t('restore.then')}</th>
          </tr>
        </thead>
        {changing.map((kind) => (
          <tbody key={kind.entity}>
            <tr>
              <th scope="row">{say(entities[kind.entity].plural)}</th>
              <td className="num">{kind.before.toLocaleString('en')}</td>
              <td className="num">{kind.after.toLocaleString('en')}</td>
            </tr>
            <tr>
              <td colSpan={3}>
                {sides.map((side) => (
                  <Names key={side} side={side} list={kind[side]} />
                ))}
              </td>
            </tr>
          </tbody>
        ))}
      </table>
      {changing.length < kinds.length && <p className={css.hint}>{t('restore.others')}</p>}
    </section>
  );
}
