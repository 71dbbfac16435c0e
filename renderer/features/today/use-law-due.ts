import {
  type Disclosure,
  type DisclosurePublication,
  type FilingDue,
  filingsDue,
} from '../../../shared/features/disclosures/index.ts';
import {
  type Encumbrance,
  type IpRight,
  RIGHTS_AT_ONCE,
  type RightDue,
  rightsDue,
} from '../../../shared/features/ip-rights/index.ts';
import {
  type DepositDue,
  depositsDue,
  sourcesWithDuty,
} from '../../../shared/features/outcomes/index.ts';
import type { EntityName } from '../../../shared/registry.ts';
import { recordsById, recordsInChunks } from '../../data/read.ts';
import { rulesNow } from '../../data/rules.ts';
import { CHUNK, useReckoned } from '../../data/use-reckoned.ts';
import { askIndex } from '../../index/use-answer.ts';
import { today } from '../../ui/dates.ts';

/** What the law asks for at IP rights, in no order; null when overtaken by a newer reckoning. */
async function readRightsDue(isOver: () => boolean): Promise<readonly RightDue[] | null> {
  const due: RightDue[] = [];
  const binding: Encumbrance[] = [];
  for await (const encumbrances of recordsInChunks('encumbrance', CHUNK)) {
    binding.push(...encumbrances);
  }
  const byRight = Map.groupBy(binding, ({ ipRightId }) => ipRightId);
  for await (const rights of recordsInChunks('ipRight', RIGHTS_AT_ONCE)) {
    if (isOver()) return null;
    const theirs = rights.flatMap(({ id }) => byRight.get(id) ?? []);
    due.push(...rightsDue(rights, theirs, today(), rulesNow()));
  }
  return due;
}

/** Days of the law at IP rights, kept level with the desk; undefined before the first answer. */
export const useRightsDue = (): readonly RightDue[] | undefined =>
  useReckoned(['ipRight', 'encumbrance', 'ruleRow'], readRightsDue);

/** The rights behind some achievements. */
async function rightsBehind(
  achievements: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly IpRight[]>> {
  const behind = new Map<string, IpRight[]>();
  if (achievements.size === 0) return behind;
  for await (const links of recordsInChunks('ipLink', CHUNK)) {
    const theirs = links.filter(({ achievementId }) => achievements.has(achievementId));
    const rights = await recordsById(
      'ipRight',
      theirs.map(({ ipRightId }) => ipRightId),
    );
    const byId = new Map(rights.map((right) => [right.id, right]));
    for (const { achievementId, ipRightId } of theirs) {
      const right = byId.get(ipRightId);
      if (right) behind.set(achievementId, [...(behind.get(achievementId) ?? []), right]);
    }
  }
  return behind;
}

/** By when disclosures must be filed for; null when overtaken by a newer reckoning. */
async function readFilingsDue(isOver: () => boolean): Promise<readonly FilingDue[] | null> {
  const told: Disclosure[] = [];
  const published: DisclosurePublication[] = [];
  for await (const disclosures of recordsInChunks('disclosure', CHUNK)) told.push(...disclosures);
  for await (const some of recordsInChunks('disclosurePublication', CHUNK)) published.push(...some);
  if (isOver()) return null;
  const made = told.flatMap(({ filedOn, achievementId }) =>
    filedOn === undefined && achievementId !== undefined ? [achievementId] : [],
  );
  const behind = await rightsBehind(new Set(made));
  return filingsDue(told, published, (id) => behind.get(id) ?? [], today(), rulesNow());
}

const filingKinds: readonly EntityName[] = [
  'disclosure',
  'disclosurePublication',
  'ipLink',
  'ipRight',
  'ruleRow',
];

/** Days by which to file for a patent, kept level with the desk; undefined before the first answer. */
export const useFilingsDue = (): readonly FilingDue[] | undefined =>
  useReckoned(filingKinds, readFilingsDue);

/** By when projects must be deposited; null when overtaken by a newer reckoning. */
async function readDepositsDue(isOver: () => boolean): Promise<readonly DepositDue[] | null> {
  const { ids = [] } = await askIndex({
    entity: 'outcome',
    where: [
      { field: 'kind', in: ['project'] },
      { field: 'program', in: sourcesWithDuty(today(), rulesNow()) },
      { field: 'depositedOn', blank: true },
    ],
    from: 0,
    to: 0,
    ids: true,
  });
  const due: DepositDue[] = [];
  for (let from = 0; from < ids.length; from += CHUNK) {
    const projects = await recordsById('outcome', ids.slice(from, from + CHUNK));
    if (isOver()) return null;
    due.push(...depositsDue(projects, today(), rulesNow()));
  }
  return due;
}

/** Days by which to deposit, kept level with the desk; undefined before the first answer. */
export const useDepositsDue = (): readonly DepositDue[] | undefined =>
  useReckoned(['outcome', 'ruleRow'], readDepositsDue);
