import { foldForSearch } from '../../core/text.ts';
import { formatField } from '../../entities/kinds.ts';
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
  readonly bare: string;
}

/** What a layer does not show of an achievement. */
export const secretsOf = (source: Source, layer: Layer): readonly Secret[] =>
  guardedValues(source, layer).map((one) => ({ ...one, bare: barely(one.text) }));

/** What an achievement says of itself in fields of few words, ready to be searched. */
export const saidBy = (source: Source, layer: Layer): string =>
  valuesOf(source, layer)
    .filter(({ isShown, field }) => isShown && field.kind !== 'note')
    .map(({ field, value }) => barely(formatField(field, value, 'zh')))
    .join('\n');
