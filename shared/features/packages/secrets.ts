import { foldForSearch } from '../../core/text.ts';
import { type AnyEntity, fieldOf } from '../../entities/entity.ts';
import type { Kind } from '../../entities/field.ts';
import { formatField } from '../../entities/kinds.ts';
import { achievementPerson, achievementUnit } from '../achievements/index.ts';
import { ipRight } from '../ip-rights/index.ts';
import {
  type Guarded,
  guardedValues,
  type Layer,
  type Source,
  valuesOf,
} from '../publishing/index.ts';

/** Letters and digits alone, folded: a value that is not among those of a text is not in it. */
export const barely = (text: string): string => foldForSearch(text).replace(/[\s\p{P}\p{S}]/gu, '');

/** A value that may not be told, ready to be looked for. */
export interface Secret extends Guarded {
  readonly kind: Kind;
  readonly bare: string;
}

/** What a layer does not show of an achievement. */
export function secretsOf(source: Source, layer: Layer): readonly Secret[] {
  const described: readonly AnyEntity[] = [
    source.entity,
    achievementUnit,
    achievementPerson,
    ipRight,
  ];
  const kindOf = ({ entity, name }: Guarded): Kind => {
    const description = described.find((one) => one.name === entity);
    return (description && fieldOf(description, name)?.kind) ?? 'text';
  };
  return guardedValues(source, layer).map((one) => ({
    ...one,
    kind: kindOf(one),
    bare: barely(one.text),
  }));
}

/** What an achievement says of itself in fields of few words, ready to be searched. */
export const saidBy = (source: Source, layer: Layer): string =>
  valuesOf(source, layer)
    .filter(({ isShown, field }) => isShown && field.kind !== 'note')
    .map(({ field, value }) => barely(formatField(field, value, 'zh')))
    .join('\n');
