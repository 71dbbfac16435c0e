import type { Values } from '../../../shared/commits/index.ts';
import type { AnyEntity } from '../../../shared/entities/entity.ts';
import { useDraft } from '../../ui/draft.ts';
import { FieldInput } from '../../ui/field-input.tsx';
import { LineForm } from '../../ui/line-form.tsx';
import css from './evaluations.module.css';

/** A line of a table, written where it stands: the fields of its form, side by side. */
export function LineEditor({
  form,
  initial,
  onSave,
  onClose,
}: {
  readonly form: AnyEntity;
  readonly initial: Values;
  readonly onSave: (values: Values) => Promise<boolean>;
  readonly onClose: () => void;
}) {
  const draft = useDraft(form, initial);
  const take = async (): Promise<boolean> => {
    const values = draft.take();
    return values !== null && onSave(values);
  };
  return (
    <LineForm onTake={take} onClose={onClose} className={css.editor}>
      {Object.entries(form.fields).map(([name, field], place) => (
        <FieldInput
          key={name}
          field={field}
          entry={draft.entryOf(name)}
          problem={draft.problemOf(name)}
          onChange={(entry) => draft.set(name, entry)}
          autoFocus={place === 0}
        />
      ))}
    </LineForm>
  );
}
