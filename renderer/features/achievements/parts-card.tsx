import { Button } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Change, Values } from '../../../shared/commits/index.ts';
import type { AnyEntity } from '../../../shared/entities/entity.ts';
import {
  type Achievement,
  type AchievementPart,
  addPart,
  agrees,
  carryNames,
  changePart,
  inPartOrder,
  movePart,
  ownNames,
  type PartName,
  partEntity,
  removePart,
  takeNames,
} from '../../../shared/features/achievements/index.ts';
import { useWords } from '../../app/i18n.ts';
import { FieldValue } from '../../ui/field-value.tsx';
import { Card } from '../../ui/page.tsx';
import { Changing, useReadOnly } from '../../ui/read-only.tsx';
import { FormPanel } from '../../ui/record-form.tsx';
import { RowMenu } from '../../ui/row-menu.tsx';
import { freshId, useSave } from '../../ui/save.ts';
import css from './achievements.module.css';

/** What a form asks of one: all but whose it is and where it stands. */
function formOf(entity: AnyEntity): AnyEntity {
  const fields = Object.entries(entity.fields)
    .filter(([name]) => name !== 'position' && name !== entity.partOf?.field)
    .map(([name, field]) => [name, { ...field, section: 'all' }]);
  return { ...entity, sections: { all: entity.label }, fields: Object.fromEntries(fields) };
}

const forms: Readonly<Record<PartName, AnyEntity>> = {
  achievementUnit: formOf(partEntity.achievementUnit),
  achievementPerson: formOf(partEntity.achievementPerson),
};

/** Beside the name, what the table shows. */
const columns: Readonly<Record<PartName, readonly string[]>> = {
  achievementUnit: ['uscc', 'nature', 'region'],
  achievementPerson: ['jobTitle', 'degree', 'unit', 'contribution'],
};

/** What can be done to a list, each one step to undo. */
function usePartActions(record: Achievement, part: PartName, ordered: readonly AchievementPart[]) {
  const save = useSave();
  const write = (key: string, changes: readonly Change[], name = '') =>
    save.changes({ key, params: { title: record.title, name } }, changes);
  return {
    save: (id: string | null, given: Values) => {
      const values = { ...given, name: String(given.name) };
      return id === null
        ? write('addAchievementPart', addPart(record, part, ordered, values, freshId), values.name)
        : write('editAchievementPart', changePart(record, part, ordered, id, values), values.name);
    },
    move: ({ id, name }: AchievementPart, by: -1 | 1) => {
      const changes = movePart(record, part, ordered, id, by);
      return changes.length > 0 && write('moveAchievementPart', changes, name);
    },
    remove: ({ id, name }: AchievementPart) =>
      save.changes(
        { key: 'delete', params: { entity: part, title: name } },
        removePart(record, part, ordered, id),
      ),
    take: () => write('takeAchievementParts', takeNames(record, part, freshId)),
    carry: () => write('carryAchievementParts', carryNames(record, part, ordered)),
  };
}

interface RowProps {
  readonly part: PartName;
  readonly one: AchievementPart;
  readonly place: number;
  readonly onEdit: () => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onDelete: () => void;
}

function Row({ part, one, place, onEdit, onMove, onDelete }: RowProps) {
  const { t } = useWords();
  const readOnly = useReadOnly();
  const values: Readonly<Record<string, unknown>> = one;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <tr>
      <td className={css.place}>{place}</td>
      <td>
        {readOnly ? (
          one.name
        ) : (
          <button
            type="button"
            className={css.name}
            data-part={one.id}
            title={t('achievement.part.order')}
            onClick={onEdit}
            onKeyDown={onKeyDown}
          >
            {one.name}
          </button>
        )}
      </td>
      {columns[part].map((name) => (
        <td key={name}>
          <FieldValue entity={partEntity[part]} name={name} value={values[name]} />
        </td>
      ))}
      <td>
        <RowMenu
          label={t('achievement.part.actions', { name: one.name })}
          onEdit={onEdit}
          onMove={onMove}
          onDelete={onDelete}
        />
      </td>
    </tr>
  );
}

/** How the list stands to the achievement's own field, where lists and sheets read the names. */
function OwnField({
  record,
  part,
  ordered,
  onCarry,
}: {
  readonly record: Achievement;
  readonly part: PartName;
  readonly ordered: readonly AchievementPart[];
  readonly onCarry: () => void;
}) {
  const { t } = useWords();
  if (ordered.length === 0 || agrees(record, part, ordered)) return null;
  return (
    <p className={css.notice}>
      <span>
        {t(`achievement.${part}.differs`, { text: ownNames(record, part).join('；') || '—' })}
      </span>
      <Changing>
        <Button size="xs" variant="default" onClick={onCarry}>
          {t(`achievement.${part}.carry`)}
        </Button>
      </Changing>
    </p>
  );
}

/** The units or people that completed an achievement, in the order of the registration form. */
export function PartsCard({
  record,
  part,
  parts,
}: {
  readonly record: Achievement;
  readonly part: PartName;
  readonly parts: readonly AchievementPart[];
}) {
  const words = useWords();
  const { t } = words;
  const entity: AnyEntity = partEntity[part];
  const ordered = inPartOrder(parts);
  const actions = usePartActions(record, part, ordered);
  /** The one that is being changed; null for a new one. */
  const [editing, setEditing] = useState<AchievementPart | null | undefined>();
  const body = useRef<HTMLTableSectionElement>(null);
  const moved = useRef<string | null>(null);
  const order = ordered.map(({ id }) => id).join();
  // A row that was moved by keys can be moved on: the browser takes the focus off what it moves.
  // biome-ignore lint/correctness/useExhaustiveDependencies: after the order has changed
  useEffect(() => {
    if (moved.current === null) return;
    body.current?.querySelector<HTMLElement>(`[data-part="${moved.current}"]`)?.focus();
    moved.current = null;
  }, [order]);
  const move = (one: AchievementPart, by: -1 | 1): void => {
    moved.current = one.id;
    void actions.move(one, by);
  };
  const canTake = ordered.length === 0 && ownNames(record, part).length > 0;
  return (
    <Card
      title={words.in(entity.plural)}
      aside={
        <Changing>
          {canTake && (
            <Button size="xs" variant="default" onClick={() => void actions.take()}>
              {t(`achievement.${part}.take`)}
            </Button>
          )}
          <Button size="xs" variant="default" onClick={() => setEditing(null)}>
            {t(`achievement.${part}.add`)}
          </Button>
        </Changing>
      }
    >
      <OwnField
        record={record}
        part={part}
        ordered={ordered}
        onCarry={() => void actions.carry()}
      />
      {ordered.length === 0 ? (
        <p className={css.none}>{t(`achievement.${part}.none`)}</p>
      ) : (
        <div className={css.scroll}>
          <table className={css.table}>
            <thead>
              <tr>
                <th>{t('achievement.part.place')}</th>
                {['name', ...columns[part]].map((name) => (
                  <th key={name}>{entity.fields[name] && words.in(entity.fields[name].label)}</th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody ref={body}>
              {ordered.map((one, index) => (
                <Row
                  key={one.id}
                  part={part}
                  one={one}
                  place={index + 1}
                  onEdit={() => setEditing(one)}
                  onMove={(by) => move(one, by)}
                  onDelete={() => void actions.remove(one)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <FormPanel
        key={editing?.id ?? 'new'}
        opened={editing !== undefined}
        title={t(`achievement.${part}.${editing ? 'edit' : 'add'}`)}
        entity={forms[part]}
        {...(editing ? { initial: valuesOf(editing, forms[part]) } : {})}
        submit={t('action.save')}
        onClose={() => setEditing(undefined)}
        onSubmit={(values) => actions.save(editing?.id ?? null, values)}
      />
    </Card>
  );
}

/** The values of one that its form shows. */
const valuesOf = (one: AchievementPart, form: AnyEntity): Values =>
  Object.fromEntries(
    Object.entries(one).filter(
      ([name, value]) => Object.hasOwn(form.fields, name) && value !== undefined,
    ),
  ) as Values; // of its own fields
