import { type IpLink, ipLink } from '../../../shared/features/ip-rights/index.ts';
import type { Titled } from '../../ui/link-choice.tsx';
import { freshId, useSave } from '../../ui/save.ts';

/** Linking rights with achievements and taking links back, each one step to undo. */
export function useLinking() {
  const save = useSave();
  return {
    link: (right: Titled, achievement: Titled) =>
      save.changes(
        { key: 'linkRight', params: { right: right.title, achievement: achievement.title } },
        [
          {
            put: ipLink.name,
            id: freshId(),
            value: {
              ipRightId: right.id,
              achievementId: achievement.id,
              achievement: achievement.title,
            },
          },
        ],
      ),
    unlink: ({ id }: Pick<IpLink, 'id'>, right: string, achievement: string) =>
      save.changes({ key: 'unlinkRight', params: { right, achievement } }, [
        { delete: ipLink.name, id },
      ]),
  };
}
