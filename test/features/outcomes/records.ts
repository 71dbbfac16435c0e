import type { Achievement } from '../../../shared/features/achievements/index.ts';
import type { IpLink, IpRight } from '../../../shared/features/ip-rights/index.ts';
import type { Outcome, OutcomeLink } from '../../../shared/features/outcomes/index.ts';

const meta = (id: string) => ({ id, rev: 'r', createdAt: 0, updatedAt: 0 });

export const outcomeWith = (id: string, over: Partial<Outcome> = {}): Outcome => ({
  ...meta(id),
  title: id,
  ...over,
});

export const achievementWith = (id: string, over: Partial<Achievement> = {}): Achievement => ({
  ...meta(id),
  title: id,
  ...over,
});

export const rightWith = (id: string, over: Partial<IpRight> = {}): IpRight => ({
  ...meta(id),
  title: id,
  ...over,
});

export const linkWith = (outcomeId: string, achievementId: string): OutcomeLink => ({
  ...meta(`${outcomeId}-${achievementId}`),
  outcomeId,
  achievementId,
});

export const ipLinkWith = (ipRightId: string, achievementId: string): IpLink => ({
  ...meta(`${ipRightId}-${achievementId}`),
  ipRightId,
  achievementId,
});
