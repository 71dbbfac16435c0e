import type { AnyEntity } from '../../../shared/entities/entity.ts';
import { fieldOf } from '../../../shared/entities/entity.ts';
import { useWords } from '../../app/i18n.ts';
import type { Group } from '../../index/query.ts';
import { useNames } from '../../index/use-answer.ts';
import { spokenAmount } from '../field-value.tsx';
import { Icon } from '../icon.tsx';
import type { ListView } from '../list-view.ts';
import { codeText } from './filter-words.ts';
import css from './list.module.css';

interface Props {
  readonly entity: AnyEntity;
  readonly view: ListView;
  readonly onChange: (patch: Partial<ListView>) => void;
  readonly group: Group;
  /** Names of records that are called otherwise than by their title. */
  readonly names: Readonly<Record<string, string>>;
}

/** The head of a group: what its records have in common, how many they are, what they add up to. */
export function GroupHead({ entity, view, onChange, group, names: given }: Props) {
  const words = useWords();
  const { t } = words;
  const field = fieldOf(entity, view.groupBy ?? '');
  const names = useNames(field?.kind === 'ref' && group.key !== '' ? [group.key] : []);
  const title = codeText(field, group.key, { ...names, ...given }, words);
  const isClosed = group.isClosed ?? false;
  const toggle = (): void =>
    onChange({
      closed: isClosed
        ? view.closed.filter((key) => key !== group.key)
        : [...view.closed, group.key],
    });
  return (
    <div className={css.groupHead}>
      <button
        type="button"
        aria-expanded={!isClosed}
        aria-label={t(isClosed ? 'list.groupOpen' : 'list.groupClose', { group: title })}
        onClick={toggle}
      >
        <Icon name="unfold" size={12} />
        <span>{title}</span>
      </button>
      <span className={css.muted}>{t('list.groupCount', { count: group.count })}</span>
      <span className={css.groupSums}>
        {Object.entries(group.sums).map(([name, { fen, of }]) => {
          const summed = fieldOf(entity, name);
          return (
            of > 0 &&
            summed && (
              <span key={name}>
                {words.in(summed.label)} <b className="num">{spokenAmount(fen, words)}</b>
              </span>
            )
          );
        })}
      </span>
    </div>
  );
}
