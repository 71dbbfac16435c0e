import type { Values } from '../../../shared/commits/index.ts';
import { type OutcomeLink, outcome, outcomeLink } from '../../../shared/features/outcomes/index.ts';
import type { Titled } from '../../ui/link-choice.tsx';
import { freshId, useSave } from '../../ui/save.ts';

const linkOf = (outcomeId: string, achievement: Titled) => ({
  put: outcomeLink.name,
  id: freshId(),
  value: { outcomeId, achievementId: achievement.id, achievement: achievement.title },
});

/** Linking outputs with achievements and taking links back, each one step to undo. */
export function useLinking() {
  const save = useSave();
  return {
    link: (one: Titled, achievement: Titled) =>
      save.changes(
        { key: 'linkOutcome', params: { outcome: one.title, achievement: achievement.title } },
        [linkOf(one.id, achievement)],
      ),
    /** A new output, linked as it is made. */
    make: (values: Values, achievement: Titled) => {
      const id = freshId();
      const title = String(values.title);
      return save.changes({ key: 'create', params: { entity: outcome.name, title } }, [
        { put: outcome.name, id, value: values },
        linkOf(id, achievement),
      ]);
    },
    unlink: ({ id }: Pick<OutcomeLink, 'id'>, title: string, achievement: string) =>
      save.changes({ key: 'unlinkOutcome', params: { outcome: title, achievement } }, [
        { delete: outcomeLink.name, id },
      ]),
  };
}
