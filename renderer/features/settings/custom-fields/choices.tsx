import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import {
  addChoice,
  archiveChoice,
  type CustomChoice,
  type CustomField,
  customChoice,
  inPosition,
  moveChoice,
  renameChoice,
  reviveChoice,
} from '../../../../shared/features/custom-fields/index.ts';
import { useWords } from '../../../app/i18n.ts';
import { useDescriptions } from '../../../data/descriptions.ts';
import { isRealEnter } from '../../../ui/field-input.tsx';
import { KeptInput } from '../../../ui/kept-input.tsx';
import { Chip } from '../../../ui/page.tsx';
import { usePressOnce } from '../../../ui/press-once.ts';
import { useReadOnly } from '../../../ui/read-only.tsx';
import css from './custom-fields.module.css';
import { Tool } from './tool.tsx';
import { useDefine } from './use-define.ts';

const { max } = customChoice.fields.label;

/** The choices of a field in their order. */
export const useChoices = (field: CustomField): readonly CustomChoice[] =>
  inPosition(
    useDescriptions((store) => store.definitions.choices).filter(
      ({ fieldId }) => fieldId === field.id,
    ),
  );

function ChoiceRow({
  field,
  choice,
  place,
  count,
}: {
  readonly field: CustomField;
  readonly choice: CustomChoice;
  readonly place: number;
  readonly count: number;
}) {
  const { t } = useWords();
  const define = useDefine();
  const { label } = choice;
  const isArchived = choice.archivedOn !== undefined;
  const move = (by: -1 | 1) =>
    define.write('changeCustomChoices', field, moveChoice(choice, by, define.ctx()));
  return (
    <li data-archived={isArchived || undefined}>
      <KeptInput
        value={label}
        label={t('customFields.choiceName', { choice: label })}
        max={max}
        onKeep={(next) =>
          void define.write(
            'changeCustomChoices',
            field,
            renameChoice(field, choice, next, define.ctx()),
          )
        }
      />
      <span>{isArchived && <Chip>{t('customFields.archived')}</Chip>}</span>
      <span className={css.tools}>
        <Tool
          icon="up"
          label={t('customFields.up', { title: label })}
          off={place === 0}
          onPress={() => move(-1)}
        />
        <Tool
          icon="down"
          label={t('customFields.down', { title: label })}
          off={place === count - 1}
          onPress={() => move(1)}
        />
        <Tool
          icon={isArchived ? 'undo' : 'archive'}
          label={t(isArchived ? 'customFields.revive' : 'customFields.archive', { title: label })}
          onPress={() =>
            define.write(
              'changeCustomChoices',
              field,
              isArchived ? reviveChoice(choice) : archiveChoice(choice, define.ctx()),
            )
          }
        />
      </span>
    </li>
  );
}

function NewChoice({ field }: { readonly field: CustomField }) {
  const { t } = useWords();
  const define = useDefine();
  const [text, setText] = useState('');
  const add = usePressOnce(async () => {
    if (text.trim() === '') return false;
    const added = addChoice(field, text, define.ctx());
    if (await define.write('changeCustomChoices', field, added)) setText('');
    return false;
  });
  return (
    <div className={css.newChoice}>
      <TextInput
        aria-label={t('customFields.newChoice', { title: field.label })}
        placeholder={t('customFields.choicePlaceholder')}
        value={text}
        maxLength={max}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (isRealEnter(event)) void add();
        }}
      />
      <Button variant="default" disabled={text.trim() === ''} onClick={() => void add()}>
        {t('customFields.addChoice')}
      </Button>
    </div>
  );
}

/** The choices of a field: named, ordered, added and archived. */
export function Choices({ field }: { readonly field: CustomField }) {
  const choices = useChoices(field);
  if (useReadOnly()) {
    return <div className={css.choices}>{choices.map(({ label }) => label).join(' · ')}</div>;
  }
  return (
    <div className={css.choices}>
      <ul>
        {choices.map((choice, place) => (
          <ChoiceRow
            key={choice.id}
            field={field}
            choice={choice}
            place={place}
            count={choices.length}
          />
        ))}
      </ul>
      <NewChoice field={field} />
    </div>
  );
}
