import { sameValue } from '../../commits/change.ts';
import type { Json } from '../../commits/index.ts';
import type { AnyEntity } from '../../entities/entity.ts';

/** So many can be read side by side. */
export const COMPARED_MOST = 5;

export interface ComparedField {
  readonly name: string;
  readonly section: string;
  /** They do not all say the same; a blank says something else than a value. */
  readonly differs: boolean;
}

/** The fields that any of the records fills, in the order of the form. */
export const compareFields = (
  entity: AnyEntity,
  records: readonly Readonly<Record<string, Json>>[],
): readonly ComparedField[] =>
  Object.keys(entity.sections).flatMap((section) =>
    Object.entries(entity.fields)
      .filter(
        ([name, field]) =>
          field.section === section && records.some((record) => record[name] !== undefined),
      )
      .map(([name]) => {
        const [first, ...others] = records.map((record) => record[name] ?? null);
        return { name, section, differs: others.some((other) => !sameValue(first ?? null, other)) };
      }),
  );
