import type { Change, Values } from '../../../shared/commits/index.ts';
import { type AnyEntity, titleOf } from '../../../shared/entities/entity.ts';
import { useWords } from '../../app/i18n.ts';
import { FormPanel } from '../../ui/record-form.tsx';
import { freshId, useSave } from '../../ui/save.ts';
import { patchOf, valuesIn } from './form-of.ts';

/** The panel for a new part, or for all fields of one that is there. */
export function PartPanel({
  form,
  one,
  given = {},
  make,
  onClose,
}: {
  readonly form: AnyEntity;
  /** The one to change, 'new', or null for a closed panel. */
  readonly one: { readonly id: string } | 'new' | null;
  /** What a new one begins with. */
  readonly given?: Values;
  /** The changes that make a new one of the values entered. */
  readonly make: (id: string, values: Values) => readonly Change[];
  readonly onClose: () => void;
}) {
  const words = useWords();
  const save = useSave();
  const entity = form.name;
  const noun = { entity: words.inside(form.label) };
  const there = one === 'new' ? null : one;
  const write = (values: Values): Promise<boolean> => {
    const params = { entity, title: titleOf(form, values) };
    return there
      ? save.changes({ key: 'editEvaluationPart', params }, [
          { patch: entity, id: there.id, set: patchOf(form, values) },
        ])
      : save.changes({ key: 'create', params }, make(freshId(), values));
  };
  return (
    <FormPanel
      key={there?.id ?? 'new'}
      opened={one !== null}
      title={words.t(there ? 'evaluation.edit' : 'action.create', noun)}
      entity={form}
      initial={there ? valuesIn(form, { ...there }) : given}
      submit={words.t('action.save')}
      onClose={onClose}
      onSubmit={write}
    />
  );
}
