import { Checkbox } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { customName } from '../../../../shared/entities/custom.ts';
import {
  archiveField,
  type CustomField,
  changeUnit,
  customField,
  moveField,
  removeField,
  renameField,
  reviveField,
  showInList,
} from '../../../../shared/features/custom-fields/index.ts';
import { type EntityName, entities, isEntityName } from '../../../../shared/registry.ts';
import { useWords } from '../../../app/i18n.ts';
import { askIndex } from '../../../index/use-answer.ts';
import { Icon } from '../../../ui/icon.tsx';
import { KeptInput } from '../../../ui/kept-input.tsx';
import { useReadOnly } from '../../../ui/read-only.tsx';
import { Choices, useChoices } from './choices.tsx';
import css from './custom-fields.module.css';
import { Tool } from './tool.tsx';
import { useDefine } from './use-define.ts';

const { label: labelField, unit: unitField, type: typeField } = customField.fields;

interface Props {
  readonly kind: EntityName;
  readonly field: CustomField;
}

/** How many records hold a value in the field. */
async function usesOf({ kind, field }: Props): Promise<number> {
  const where = [{ field: customName(field.id), blank: false }];
  return (await askIndex({ entity: kind, where, from: 0, to: 0 })).total;
}

function useRemove({ kind, field }: Props): () => Promise<boolean> {
  const define = useDefine();
  return async () => {
    const used = await usesOf({ kind, field });
    return define.write('removeCustomField', field, removeField(field, used, define.ctx()));
  };
}

/** The type of a field, with what belongs to it: a unit, the linked kind, its choices. */
function TypeCell({
  field,
  isOpen,
  onToggle,
}: {
  readonly field: CustomField;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}) {
  const words = useWords();
  const { t } = words;
  const define = useDefine();
  const readOnly = useReadOnly();
  const choices = useChoices(field);
  const type = words.in(typeField.options[field.type]);
  const { target = '', unit = '' } = field;
  const more = (): ReactNode => {
    switch (field.type) {
      case 'number':
        return readOnly ? (
          unit
        ) : (
          <KeptInput
            value={unit}
            label={t('customFields.unitOf', { title: field.label })}
            placeholder={words.in(unitField.label)}
            max={unitField.max}
            onKeep={(next) =>
              void define.write('changeCustomField', field, changeUnit(field, next))
            }
          />
        );
      case 'link':
        return isEntityName(target) ? words.in(entities[target].label) : target;
      case 'choice':
      case 'choices':
        return (
          <button
            type="button"
            className={css.unfold}
            aria-expanded={isOpen}
            aria-label={t('customFields.choicesOf', { title: field.label })}
            onClick={onToggle}
          >
            <Icon name="unfold" size={12} />
            {t('customFields.choiceCount', { count: choices.length })}
          </button>
        );
      default:
        return null;
    }
  };
  return (
    <span className={css.type}>
      <span>{type}</span>
      {more()}
    </span>
  );
}

function Tools({ kind, field, place, count }: Props & { place: number; count: number }) {
  const { t } = useWords();
  const define = useDefine();
  const remove = useRemove({ kind, field });
  const title = field.label;
  const move = (by: -1 | 1) =>
    define.write('moveCustomField', field, moveField(field, by, define.ctx()));
  return (
    <span className={css.tools}>
      <Tool
        icon="up"
        label={t('customFields.up', { title })}
        off={place === 0}
        onPress={() => move(-1)}
      />
      <Tool
        icon="down"
        label={t('customFields.down', { title })}
        off={place === count - 1}
        onPress={() => move(1)}
      />
      <Tool
        icon="archive"
        label={t('customFields.archive', { title })}
        onPress={() => define.write('archiveCustomField', field, archiveField(field, define.ctx()))}
      />
      <Tool icon="trash" label={t('customFields.remove', { title })} onPress={remove} />
    </span>
  );
}

/** Whether lists show the field by themselves; the box follows at once, not when it is written. */
function InList({ field }: { readonly field: CustomField }) {
  const { t } = useWords();
  const define = useDefine();
  const readOnly = useReadOnly();
  const [chosen, setChosen] = useState<boolean | null>(null);
  const choose = async (isOn: boolean): Promise<void> => {
    setChosen(isOn);
    await define.write('changeCustomField', field, showInList(field, isOn));
    setChosen(null);
  };
  return (
    <Checkbox
      size="xs"
      aria-label={t('customFields.inListOf', { title: field.label })}
      checked={chosen ?? field.inList === 'yes'}
      disabled={readOnly !== null}
      onChange={(event) => void choose(event.currentTarget.checked)}
    />
  );
}

/** A field in use: its name, type and place, all but the type to be changed where they stand. */
export function FieldRow({
  kind,
  field,
  place,
  count,
}: Props & { readonly place: number; readonly count: number }) {
  const { t } = useWords();
  const define = useDefine();
  const readOnly = useReadOnly();
  const [isOpen, setOpen] = useState(false);
  const title = field.label;
  const entity = entities[kind];
  const hasChoices = field.type === 'choice' || field.type === 'choices';
  return (
    <li>
      <div className={css.field}>
        <span className={css.place}>{place + 1}</span>
        {readOnly ? (
          <span>{title}</span>
        ) : (
          <KeptInput
            value={title}
            label={t('customFields.nameOf', { title })}
            max={labelField.max}
            onKeep={(next) =>
              void define.write(
                'changeCustomField',
                field,
                renameField(entity, field, next, define.ctx()),
              )
            }
          />
        )}
        <TypeCell field={field} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />
        <InList field={field} />
        {readOnly ? <span /> : <Tools kind={kind} field={field} place={place} count={count} />}
      </div>
      {isOpen && hasChoices && <Choices field={field} />}
    </li>
  );
}

/** A field that is not offered any more, with the way back. */
export function ArchivedRow({ kind, field }: Props) {
  const words = useWords();
  const { t } = words;
  const define = useDefine();
  const readOnly = useReadOnly();
  const remove = useRemove({ kind, field });
  const title = field.label;
  return (
    <li className={css.field}>
      <span />
      <span>{title}</span>
      <span className={css.muted}>{words.in(typeField.options[field.type])}</span>
      <span className={css.muted}>{field.archivedOn}</span>
      <span className={css.tools}>
        {!readOnly && (
          <>
            <Tool
              icon="undo"
              label={t('customFields.revive', { title })}
              onPress={() =>
                define.write(
                  'reviveCustomField',
                  field,
                  reviveField(entities[kind], field, define.ctx()),
                )
              }
            />
            <Tool icon="trash" label={t('customFields.remove', { title })} onPress={remove} />
          </>
        )}
      </span>
    </li>
  );
}
