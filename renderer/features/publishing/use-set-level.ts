import { titleOf } from '../../../shared/entities/entity.ts';
import { setGuard } from '../../../shared/features/publishing/index.ts';
import { type SecrecyLevel, secrecyLevels } from '../../../shared/lists/secrecy.ts';
import { useWords } from '../../app/i18n.ts';
import { freshId, useSave } from '../../ui/save.ts';
import type { Known } from './use-known.ts';

/** Sets the level of a field of an achievement, or gives it its own back (null). */
export function useSetLevel({
  source: { entity, record },
  guards,
}: Known): (field: string, level: SecrecyLevel | null) => Promise<boolean> {
  const words = useWords();
  const save = useSave();
  return (field, level) => {
    const params = { entity: entity.name, field, title: titleOf(entity, record) };
    const changes = setGuard(record.id, guards, field, level, freshId);
    return save.changes(
      level === null
        ? { key: 'unsetLevel', params }
        : { key: 'setLevel', params: { ...params, level: words.in(secrecyLevels[level]) } },
      changes,
    );
  };
}
