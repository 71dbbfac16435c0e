import { Button, Drawer } from '@mantine/core';
import { type ReactNode, type RefObject, useEffect, useId, useRef } from 'react';
import type { Values } from '../../shared/commits/index.ts';
import type { AnyEntity } from '../../shared/entities/entity.ts';
import { useWords } from '../app/i18n.ts';
import { type Draft, useDraft } from './draft.ts';
import { FieldInput, isRealEnter } from './field-input.tsx';
import { useReadOnly, useReadOnlyText } from './read-only.tsx';
import css from './record-form.module.css';

/** The fields of a form by section; those without a section are set by commands alone. */
export function fieldsBySection(entity: AnyEntity, only?: readonly string[]) {
  return Object.entries(entity.sections)
    .map(([key, label]) => ({
      key,
      label,
      fields: Object.entries(entity.fields).filter(
        ([name, field]) => field.section === key && (only === undefined || only.includes(name)),
      ),
    }))
    .filter(({ fields }) => fields.length > 0);
}

function FormFields({
  entity,
  draft,
  only,
  focus,
}: {
  readonly entity: AnyEntity;
  readonly draft: Draft;
  readonly only?: readonly string[] | undefined;
  readonly focus?: string;
}) {
  const words = useWords();
  const sections = fieldsBySection(entity, only);
  const first = focus ?? sections[0]?.fields[0]?.[0];
  return (
    <>
      {sections.map((section) => (
        <fieldset key={section.key} className={css.section}>
          {sections.length > 1 && <legend>{words.in(section.label)}</legend>}
          <div className={css.grid}>
            {section.fields.map(([name, field]) => (
              <div
                key={name}
                className={
                  field.kind === 'note' || field.kind === 'tiers' || name === entity.title
                    ? css.wide
                    : undefined
                }
              >
                <FieldInput
                  field={field}
                  entry={draft.entryOf(name)}
                  problem={draft.problemOf(name)}
                  among={draft.values}
                  onChange={(entry) => draft.set(name, entry)}
                  autoFocus={name === first}
                />
              </div>
            ))}
          </div>
        </fieldset>
      ))}
    </>
  );
}

interface FormProps {
  readonly entity: AnyEntity;
  readonly initial?: Values;
  readonly only?: readonly string[];
  readonly submit: string;
  /** What leaving without saving is called, where it is more than a cancel. */
  readonly cancel?: string;
  /** Answers whether the panel shall close: not when it could not be saved. */
  readonly onSubmit: (values: Values) => Promise<boolean>;
  readonly onClose: () => void;
  readonly children?: ((draft: Draft) => ReactNode) | undefined;
}

function PanelForm({
  entity,
  initial,
  only,
  submit,
  cancel,
  onSubmit,
  onClose,
  children,
  isTaken,
}: FormProps & {
  /** It is being written, or the panel closes: a second press would write it twice. */
  readonly isTaken: RefObject<boolean>;
}) {
  const { t } = useWords();
  const draft = useDraft(entity, initial);
  const readOnly = useReadOnly();
  const readOnlyText = useReadOnlyText();
  const id = useId();
  const save = async (): Promise<void> => {
    const values = isTaken.current ? null : draft.take();
    if (!values) return;
    isTaken.current = true;
    isTaken.current = await onSubmit(values);
    if (isTaken.current) onClose();
  };
  return (
    <form
      id={id}
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        // Enter alone moves nothing away by accident; Ctrl/Cmd+Enter saves from any field.
        if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return;
        if ((event.ctrlKey || event.metaKey) && isRealEnter(event)) void save();
        if (!(event.target instanceof HTMLTextAreaElement)) event.preventDefault();
      }}
    >
      <div className={css.body}>
        <FormFields entity={entity} draft={draft} only={only} />
        {children?.(draft)}
      </div>
      <div className={css.foot}>
        <Button variant="default" onClick={onClose}>
          {cancel ?? t('action.cancel')}
        </Button>
        <Button
          type="submit"
          disabled={readOnly !== null}
          title={readOnly ? readOnlyText(readOnly) : 'Ctrl Enter'}
        >
          {submit}
        </Button>
      </div>
    </form>
  );
}

/** A form in a panel at the right, for a new record or for many fields at once. */
export function FormPanel({
  opened,
  title,
  ...form
}: FormProps & { readonly opened: boolean; readonly title: string }) {
  const { t } = useWords();
  const isPast = useReadOnly()?.type === 'past';
  const isTaken = useRef(false);
  useEffect(() => {
    if (opened) isTaken.current = false;
  }, [opened]);
  return (
    <Drawer
      // Nothing is entered into the past, even where the address asks for it.
      opened={opened && !isPast}
      onClose={form.onClose}
      title={title}
      classNames={{ body: css.drawer ?? '', content: css.content ?? '', title: css.title ?? '' }}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <PanelForm {...form} isTaken={isTaken} />
    </Drawer>
  );
}
