import type { CommitHead, Label } from '../../shared/commits/index.ts';
import { isCustomName } from '../../shared/entities/custom.ts';
import { fieldOf } from '../../shared/entities/entity.ts';
import { entityNamedNow } from '../data/descriptions.ts';
import type { Words } from './i18n.ts';

/**
 * A commit's label in words. `entity` and `field` among its facts are names from the descriptions
 * and are said in the language in use.
 */
export function labelText({ key, params = {} }: Label, { in: say, inside, tAny }: Words): string {
  const entity = entityNamedNow(String(params.entity ?? ''));
  const field = entity && fieldOf(entity, String(params.field ?? ''));
  return tAny(`label.${key}`, {
    ...params,
    ...(entity ? { entity: inside(entity.label) } : {}),
    ...(field ? { field: say(field.label) } : {}),
    ...(!field && isCustomName(String(params.field)) ? { field: tAny('field.gone') } : {}),
  });
}

/** What a step did, in words: one that takes another back says so. */
export function stepText(
  { label, undoes, redoes }: Pick<CommitHead, 'label' | 'undoes' | 'redoes'>,
  words: Words,
): string {
  const text = labelText(label, words);
  if (undoes !== undefined) return words.t('undo.button', { label: text });
  return redoes === undefined ? text : words.t('redo.button', { label: text });
}
