import { ActionIcon, Tooltip } from '@mantine/core';
import { type AnyEntity, titleOf } from '../../../shared/entities/entity.ts';
import { type EntityName, entities } from '../../../shared/registry.ts';
import { useWords } from '../../app/i18n.ts';
import { useRecordHere } from '../../app/paths.ts';
import { useRecord } from '../../data/read.ts';
import { Icon } from '../icon.tsx';
import { useReadOnly } from '../read-only.tsx';
import css from './stars.module.css';
import { useHasStar, useTurnStars } from './stars.ts';

function StarButton({ name, id }: { readonly name: EntityName; readonly id: string }) {
  const { t } = useWords();
  const record = useRecord(name, id);
  const isOn = useHasStar(id);
  const turn = useTurnStars();
  const isReadOnly = useReadOnly() !== null;
  const entity: AnyEntity = entities[name];
  if (!record || (isReadOnly && !isOn)) return null;
  const label = t(isOn ? 'star.off' : 'star.on');
  return (
    <Tooltip label={label}>
      <ActionIcon
        className={css.button ?? ''}
        variant="subtle"
        color="gray"
        size={26}
        aria-label={t('star.on')}
        aria-pressed={isOn}
        disabled={isReadOnly}
        onClick={() => void turn([{ entity: name, id, title: titleOf(entity, record) }])}
      >
        <Icon name="star" />
      </ActionIcon>
    </Tooltip>
  );
}

/** The star of the record whose page is shown; nothing on other pages. */
export function StarHere() {
  const here = useRecordHere();
  return here && <StarButton name={here.entity} id={here.id} />;
}

/** Says in a list that a record has a star. */
export function StarMark({ id }: { readonly id: string }) {
  const { t } = useWords();
  if (!useHasStar(id)) return null;
  return (
    <span className={css.mark} role="img" aria-label={t('star.has')}>
      <Icon name="star" size={12} />
    </span>
  );
}
