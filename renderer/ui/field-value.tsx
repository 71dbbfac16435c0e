import { formatWan, formatYuan, type Price } from '../../shared/core/money.ts';
import type { AnyEntity } from '../../shared/entities/entity.ts';
import { fieldOf } from '../../shared/entities/entity.ts';
import type { Field } from '../../shared/entities/field.ts';
import { formatField } from '../../shared/entities/kinds.ts';
import { useWords, type Words } from '../app/i18n.ts';
import css from './field-value.module.css';
import { withoutZeros } from './figures.ts';
import { Chip } from './page.tsx';
import { Tags } from './tags.tsx';

/** In a list no more fit beside each other. */
const MOST_TAGS = 2;

/** Amounts are read from the right: these kinds stand at a column's end. */
export const isFigure = (field: Field): boolean =>
  ['money', 'price', 'rate', 'integer', 'number', 'portion'].includes(field.kind);

/** A whole number of yuan needs no decimals where many stand below one another. */
const short = (fen: number): string => formatYuan(fen).replace(/\.00$/, '');

/** The amount in units that are said: 360.00 万, 3.60 m. */
export function spokenAmount(fen: number, { t }: Words, digits = 2): string {
  return t('money.wan', {
    amount: formatWan(fen, digits),
    millions: formatWan(Math.round(fen / 100), digits),
  });
}

function priceText(price: Price, words: Words): string {
  if (price.kind === 'open') return words.t('price.open');
  if (price.kind === 'amount') return short(price.fen);
  const unit = words.language === 'zh' ? 1 : 100;
  const said = (fen: number) => withoutZeros(formatWan(Math.round(fen / unit)));
  const [from, to] = [said(price.fromFen), said(price.toFen)];
  return words.t('price.range', { from, to });
}

/** A price where it stands alone, without a column that says its unit. */
export const spokenPrice = (price: Price, words: Words): string =>
  price.kind === 'amount' ? spokenAmount(price.fen, words) : priceText(price, words);

interface Props {
  readonly entity: AnyEntity;
  readonly name: string;
  readonly value: unknown;
  /** Names of referred records, by id. */
  readonly names?: Readonly<Record<string, string>>;
  /** In a list: one line, no more than fits. */
  readonly inList?: boolean;
}

/** A field's value as people read it; nothing for a blank. */
export function FieldValue({ entity, name, value, names, inList = false }: Props) {
  const words = useWords();
  const field = fieldOf(entity, name);
  if (!field || value === undefined || value === null) return null;
  if (field.kind === 'choice') {
    const option = field.options[String(value)];
    const text = formatField(field, value, words.language);
    return option?.tone ? <Chip tone={option.tone}>{text}</Chip> : text;
  }
  if (field.kind === 'ref') return names?.[String(value)] ?? '';
  if (field.kind === 'price') {
    const price = value as Price;
    return (
      <span className={price.kind === 'open' ? css.muted : undefined}>
        {priceText(price, words)}
      </span>
    );
  }
  if (field.kind === 'list' && field.reused && Array.isArray(value)) {
    return <Tags tags={value.map(String)} {...(inList ? { most: MOST_TAGS } : {})} />;
  }
  if (inList && field.kind === 'list' && field.counted && Array.isArray(value)) {
    return `${value.length} ${words.in(field.counted)}`;
  }
  if (inList && (field.kind === 'list' || field.kind === 'choices') && Array.isArray(value)) {
    const rest = value.length - 1;
    return (
      <>
        {formatField(field, value.slice(0, 1), words.language)}
        {rest > 0 && <span className={css.more}> +{rest}</span>}
      </>
    );
  }
  return <span className={css.lines}>{formatField(field, value, words.language)}</span>;
}
