import type { AnyEntity } from '../../../shared/entities/entity.ts';
import { type Achievement, inPartOrder } from '../../../shared/features/achievements/index.ts';
import type {
  Disclosure,
  DisclosurePublication,
} from '../../../shared/features/disclosures/index.ts';
import {
  type FieldGuard,
  guardsOf,
  type Source,
  type Surroundings,
} from '../../../shared/features/publishing/index.ts';
import { useEntity } from '../../data/descriptions.ts';
import { useParts, useRecord } from '../../data/read.ts';
import { useRules } from '../../data/rules.ts';
import { useAnswer, useNames } from '../../index/use-answer.ts';
import { today } from '../../ui/dates.ts';
import { useRightsOf } from '../../ui/use-rights-of.ts';

/** More than belong to any achievement. */
const MOST = 500;

export interface Known {
  readonly source: Source;
  readonly around: Surroundings;
  /** The levels set by field, as records. */
  readonly guards: readonly FieldGuard[];
}

function referredIn(entity: AnyEntity, record: Achievement | null | undefined): readonly string[] {
  const values: Readonly<Record<string, unknown>> = record ?? {};
  return Object.entries(entity.fields).flatMap(([name, { kind }]) => {
    const id = values[name];
    return kind === 'ref' && typeof id === 'string' ? [id] : [];
  });
}

/** What a disclosure said, and which enterprises deals brought together with the achievement. */
function useSurroundings(achievementId: string): Surroundings | undefined {
  const where = [{ field: 'achievementId', in: [achievementId] }];
  const disclosures = useAnswer({ entity: 'disclosure', where, from: 0, to: MOST });
  const publications = useAnswer({
    entity: 'disclosurePublication',
    where: [{ field: 'disclosureId', in: disclosures?.rows.map(({ id }) => id) ?? [] }],
    from: 0,
    to: MOST,
  });
  const deals = useAnswer({ entity: 'deal', where, from: 0, to: MOST });
  const ids = deals?.rows.map(({ enterpriseId }) => String(enterpriseId)) ?? [];
  const names = useNames([...new Set(ids)]);
  const rules = useRules();
  if (!disclosures || !publications || !deals) return undefined;
  // The index answers with stored records of the kind asked for; `commit` has checked their values.
  const published = publications.rows as unknown as readonly DisclosurePublication[];
  return {
    disclosed: (disclosures.rows as unknown as readonly Disclosure[]).map((disclosure) => ({
      disclosure,
      publications: published.filter(({ disclosureId }) => disclosureId === disclosure.id),
    })),
    enterprises: Object.values(names),
    rules,
  };
}

/** All that may be told of an achievement, kept level; undefined while loading, null when it is gone. */
export function useKnown(achievementId: string): Known | null | undefined {
  const entity = useEntity('achievement');
  const record = useRecord('achievement', achievementId);
  const guards = useParts('fieldGuard', achievementId);
  const consents = useParts('consent', achievementId);
  const units = useParts('achievementUnit', achievementId);
  const people = useParts('achievementPerson', achievementId);
  const rights = useRightsOf(achievementId);
  const around = useSurroundings(achievementId);
  const names = useNames(referredIn(entity, record));
  if (record === null) return null;
  if (!record || !guards || !consents || !units || !people || !rights || !around) return undefined;
  return {
    guards,
    around,
    source: {
      entity,
      record,
      guards: guardsOf(guards),
      consents,
      units: inPartOrder(units),
      people: inPartOrder(people),
      rights: rights.map(({ right }) => right),
      names,
      today: today(),
    },
  };
}
