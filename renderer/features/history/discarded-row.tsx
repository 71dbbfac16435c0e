import { Button, Checkbox } from '@mantine/core';
import { useEffect, useState } from 'react';
import { type Discarded, refKey, type Values } from '../../../shared/commits/index.ts';
import { isCustomName } from '../../../shared/entities/custom.ts';
import { entityNamed } from '../../../shared/registry.ts';
import { useWords } from '../../app/i18n.ts';
import { entityNamedNow } from '../../data/descriptions.ts';
import { valuesOfDeleted } from '../../data/trash.ts';
import { useNames } from '../../index/use-answer.ts';
import { useDateWords } from '../../ui/dates.ts';
import { FieldValue } from '../../ui/field-value.tsx';
import { partName } from '../../ui/history-list.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Chip } from '../../ui/page.tsx';
import { useReadOnly } from '../../ui/read-only.tsx';
import css from './history.module.css';

/** What a deleted record held, and what went with it. */
function Preview({ item }: { readonly item: Discarded }) {
  const words = useWords();
  const [values, setValues] = useState<Values>();
  const entity = entityNamedNow(item.entity);
  useEffect(() => {
    let isOver = false;
    void valuesOfDeleted([item]).then((found) => {
      if (!isOver) setValues(found.get(refKey(item)));
    });
    return () => {
      isOver = true;
    };
  }, [item]);
  const ids = Object.values(values ?? {}).filter((value) => typeof value === 'string');
  const names = useNames(ids);
  if (!entity) return null;
  const fields = Object.entries(entity.fields).filter(
    ([name, { section, kind }]) =>
      values?.[name] !== undefined &&
      (section !== undefined || kind === 'ref' || isCustomName(name)),
  );
  return (
    <div className={css.details} aria-busy={values === undefined}>
      <dl className={css.facts}>
        {fields.map(([name, field]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{words.in(field.label)}</dt>
            <dd>
              <FieldValue entity={entity} name={name} value={values?.[name]} names={names} />
            </dd>
          </div>
        ))}
      </dl>
      {item.parts.length > 0 && (
        <ul className={css.parts}>
          {item.parts.map((part) => {
            const kind = entityNamed(part.entity);
            return <li key={refKey(part)}>{kind && partName(kind, part.title, words)}</li>;
          })}
        </ul>
      )}
    </div>
  );
}

interface Props {
  readonly item: Discarded;
  readonly isOpen: boolean;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
  readonly onChoose: () => void;
  readonly onRestore: () => void;
}

/** One record of the trash: when it went, by whom, what it was. */
export function DiscardedRow({ item, isOpen, isChosen, onToggle, onChoose, onRestore }: Props) {
  const words = useWords();
  const { t } = words;
  const dates = useDateWords();
  const readOnly = useReadOnly();
  const entity = entityNamedNow(item.entity);
  const names = useNames([item.owner?.id]);
  const owner = names[item.owner?.id ?? ''];
  const title = item.title || t('trash.untitled');
  const actor = item.actor || t('history.nobody');
  return (
    <>
      <div className={css.row}>
        {!readOnly && (
          <Checkbox
            size="xs"
            checked={isChosen}
            onChange={onChoose}
            aria-label={t('trash.choose', { title })}
          />
        )}
        <button
          type="button"
          className={css.step}
          data-step
          aria-expanded={isOpen}
          onClick={onToggle}
        >
          <Icon name="unfold" size={12} />
          <Chip>{entity ? words.in(entity.label) : item.entity}</Chip>
          <span className={css.said}>{title}</span>
          {owner && <span className={css.aside}>{t('activity.partOf', { owner })}</span>}
          {item.parts.length > 0 && (
            <span className={css.aside}>{t('trash.parts', { count: item.parts.length })}</span>
          )}
        </button>
        <span className={css.aside}>
          {t(item.byUndo ? 'trash.undoneBy' : 'trash.by', { actor })} · {dates.moment(item.at)}
        </span>
        {!readOnly && (
          <Button
            variant="default"
            size="compact-sm"
            aria-label={t('trash.restoreThis', { title })}
            onClick={onRestore}
          >
            {t('trash.restore')}
          </Button>
        )}
      </div>
      {isOpen && <Preview item={item} />}
    </>
  );
}
