import type { ReactNode } from 'react';
import type { StoredRecord } from '../../../shared/commits/index.ts';
import type { Price } from '../../../shared/core/money.ts';
import { type AnyEntity, titleOf } from '../../../shared/entities/entity.ts';
import type { Field } from '../../../shared/entities/field.ts';
import { useWords } from '../../app/i18n.ts';
import type { Answer } from '../../index/query.ts';
import { FieldValue, spokenAmount, spokenPrice } from '../field-value.tsx';
import { Chip } from '../page.tsx';

/** What a card shows of a record. */
export interface CardFace {
  readonly title: string;
  /** Shown when the pointer rests on the card; the title when not given. */
  readonly hint?: string;
  readonly under: ReactNode;
  readonly chips: ReactNode;
  readonly figure: ReactNode;
  /** Wants attention now. */
  readonly isLate?: boolean;
}

export type FaceOf = (record: StoredRecord, names: Answer['names']) => CardFace;

const isLine = (field: Field): boolean =>
  field.kind === 'list' || field.kind === 'ref' || (field.kind === 'text' && !field.format);

const isAmount = (field: Field): boolean => field.kind === 'money' || field.kind === 'price';

/** What a card shows where the page says nothing else: from the fields that the kind's lists show. */
export function useFace(entity: AnyEntity, by: string): FaceOf {
  const words = useWords();
  const listed = Object.entries(entity.fields).filter(
    ([name, field]) => field.listed !== undefined && name !== entity.title && name !== by,
  );
  return (record, names) => {
    const first = (fits: (field: Field) => boolean) =>
      listed.find(([name, field]) => fits(field) && record[name] !== undefined);
    const value = ([name]: readonly [string, Field]) => (
      <FieldValue entity={entity} name={name} value={record[name]} names={names} inList />
    );
    // Stored values have the form that their kind of field says.
    const spoken = ({ kind }: Field, amount: unknown) =>
      kind === 'money' ? spokenAmount(Number(amount), words) : spokenPrice(amount as Price, words);
    const line = first(isLine);
    const amount = first(isAmount);
    const chip = first(({ kind }) => kind === 'choice');
    const option =
      chip?.[1].kind === 'choice' ? chip[1].options[String(record[chip[0]])] : undefined;
    return {
      title: titleOf(entity, record),
      under: line && value(line),
      chips: option && <Chip tone={option.tone}>{words.in(option)}</Chip>,
      figure: amount && spoken(amount[1], record[amount[0]]),
    };
  };
}
