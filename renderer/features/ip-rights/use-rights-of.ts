import type { IpLink, IpRight } from '../../../shared/features/ip-rights/index.ts';
import { useAllRecords } from '../../data/read.ts';

/** The rights behind an achievement, each with its link; undefined while loading. */
export function useRightsOf(
  achievementId: string,
): readonly { readonly link: IpLink; readonly right: IpRight }[] | undefined {
  const links = useAllRecords('ipLink');
  const rights = useAllRecords('ipRight');
  if (!links || !rights) return undefined;
  const byId = new Map(rights.map((right) => [right.id, right]));
  return links
    .filter((link) => link.achievementId === achievementId)
    .flatMap((link) => {
      const right = byId.get(link.ipRightId);
      return right ? [{ link, right }] : [];
    });
}
