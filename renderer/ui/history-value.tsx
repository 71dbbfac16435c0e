import type { Json } from '../../shared/commits/index.ts';
import { idToReading } from '../../shared/core/clock.ts';
import { formatYuan, type Price } from '../../shared/core/money.ts';
import { type AnyEntity, fieldOf } from '../../shared/entities/entity.ts';
import { schemaOfField } from '../../shared/entities/kinds.ts';
import { useWords } from '../app/i18n.ts';
import { useDateWords } from './dates.ts';
import { FieldValue, spokenAmount } from './field-value.tsx';
import css from './history-change.module.css';

/** From 10,000 yuan on an amount is easier read in 万元. */
const AID_FROM_FEN = 1_000_000;

function Amount({ fen }: { readonly fen: number }) {
  const words = useWords();
  const amount = formatYuan(fen).replace(/\.00$/, '');
  return (
    <>
      {words.t('history.yuan', { amount })}
      {Math.abs(fen) >= AID_FROM_FEN && (
        <span className={css.aid}>{` (${spokenAmount(fen, words)})`}</span>
      )}
    </>
  );
}

interface Props {
  readonly entity: AnyEntity;
  readonly field: string;
  readonly value: Json;
  /** Titles of referred records, by id. */
  readonly names: Readonly<Record<string, string>>;
}

/** A value of a field as a sentence has it. */
export function HistoryValue({ entity, field: name, value, names }: Props) {
  const words = useWords();
  const dates = useDateWords();
  const field = fieldOf(entity, name);
  if (value === null) return <span className={css.blank}>{words.t('history.blank')}</span>;
  // A description may have changed since: what does not fit it now is shown as it was kept.
  if (!field || !schemaOfField(field).safeParse(value).success)
    return typeof value === 'string' ? value : JSON.stringify(value);
  if (field.kind === 'money') return <Amount fen={Number(value)} />;
  if (field.kind === 'price') {
    const price = value as Price; // the schema has read it as one
    if (price.kind === 'amount') return <Amount fen={price.fen} />;
  }
  if (field.kind === 'ref')
    return (
      names[String(value)] ?? <span className={css.gone}>{words.t('history.goneRecord')}</span>
    );
  // Which version of a record was meant is kept as the commit that made it.
  const version = field.kind === 'text' ? idToReading(String(value)) : null;
  if (version) return words.t('history.version', { moment: dates.moment(version.at) });
  return <FieldValue entity={entity} name={name} value={value} names={names} />;
}
