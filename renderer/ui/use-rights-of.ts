import type { IpLink, IpRight } from '../../shared/features/ip-rights/index.ts';
import { useRecords } from '../data/read.ts';
import { useAnswer } from '../index/use-answer.ts';

/** More than stand behind any achievement. */
const MOST = 1_000;

/** The rights behind an achievement, each with its link; undefined while loading. */
export function useRightsOf(
  achievementId: string | undefined,
): readonly { readonly link: IpLink; readonly right: IpRight }[] | undefined {
  const answer = useAnswer({
    entity: 'ipLink',
    where: [{ field: 'achievementId', in: achievementId === undefined ? [] : [achievementId] }],
    from: 0,
    to: MOST,
  });
  // The index answers with stored records of the kind asked for; `commit` has checked their values.
  const links = answer?.rows as unknown as readonly IpLink[] | undefined;
  const rights = useRecords('ipRight', links?.map(({ ipRightId }) => ipRightId) ?? []);
  if (!links || !rights) return undefined;
  const byId = new Map(rights.map((right) => [right.id, right]));
  return links.flatMap((link) => {
    const right = byId.get(link.ipRightId);
    return right ? [{ link, right }] : [];
  });
}
