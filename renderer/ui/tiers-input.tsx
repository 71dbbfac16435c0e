import { ActionIcon, Button, Input, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Json } from '../../shared/commits/index.ts';
import { formatYuan } from '../../shared/core/money.ts';
import type { Tier } from '../../shared/entities/field.ts';
import { parseTiers } from '../../shared/entities/tiers.ts';
import { useWords } from '../app/i18n.ts';
import type { Entry } from './field-input.tsx';
import { Icon } from './icon.tsx';
import css from './tiers-input.module.css';

/** A tier as it is being written: the last one has no upper end. */
interface Row {
  readonly key: number;
  readonly upTo: string;
  readonly rate: string;
}

const rateText = (rateBp: number): string => String(rateBp / 100);

function rowsOf(entry: Entry): readonly Row[] {
  // A value of this field's kind, checked when it was written.
  const tiers = entry.type === 'value' ? (entry.value as unknown as readonly Tier[]) : [];
  const rows = tiers.map(({ upToFen, rateBp }, key) => ({
    key,
    upTo: upToFen === null ? '' : formatYuan(upToFen).replace(/\.00$/, ''),
    rate: rateText(rateBp),
  }));
  const closed = tiers.at(-1)?.upToFen !== null;
  return closed ? [...rows, { key: rows.length, upTo: '', rate: '' }] : rows;
}

/** Reads rows by the same rules as a text of tiers; the last row is the open one, left out where it is blank. */
function entryOfRows(rows: readonly Row[]): Entry {
  const text = rows
    .flatMap(({ upTo, rate }, index) => {
      if (index < rows.length - 1) return [`≤ ${upTo}: ${rate}%`];
      return rate.trim() === '' ? [] : [`> : ${rate}%`];
    })
    .join('\n')
    .replaceAll('%%', '%');
  if (text === '') return { type: 'blank' };
  const read = parseTiers(text);
  if (!read.ok) return { type: 'unread', text, problem: read.error };
  const value: Json = read.value.map(({ upToFen, rateBp }) => ({ upToFen, rateBp }));
  return { type: 'value', value };
}

/** Tiers of a rate, one row each: up to an amount, and at last above all of them. */
export function TiersInput({
  label,
  bare,
  entry,
  onChange,
}: {
  readonly label: string;
  readonly bare: boolean;
  readonly entry: Entry;
  readonly onChange: (entry: Entry) => void;
}) {
  const { t } = useWords();
  const [rows, setRows] = useState(() => rowsOf(entry));
  const box = useRef<HTMLFieldSetElement>(null);
  const change = (next: readonly Row[]): void => {
    setRows(next);
    onChange(entryOfRows(next));
  };
  const write = (key: number, part: Partial<Row>) =>
    change(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const add = (): void => {
    const key = Math.max(-1, ...rows.map((row) => row.key)) + 1;
    change(rows.toSpliced(rows.length - 1, 0, { key, upTo: '', rate: '' }));
  };
  const remove = (key: number): void => {
    // The button goes with its row: the focus stays with the tiers, which are not left by this.
    box.current?.focus();
    change(rows.filter((row) => row.key !== key));
  };
  return (
    <fieldset ref={box} className={css.tiers} aria-label={label} tabIndex={-1}>
      {!bare && <Input.Label>{label}</Input.Label>}
      {rows.map(({ key, upTo, rate }, index) => {
        const isLast = index === rows.length - 1;
        return (
          <div key={key} className={css.row}>
            {isLast ? (
              <span className={css.above}>{t('tiers.above')}</span>
            ) : (
              <TextInput
                aria-label={`${t('tiers.upTo')} ${index + 1}`}
                placeholder={t('tiers.upTo')}
                leftSection="≤"
                inputMode="decimal"
                value={upTo}
                autoFocus={index === 0 && bare}
                onChange={(event) => write(key, { upTo: event.currentTarget.value })}
              />
            )}
            <TextInput
              aria-label={`${t('tiers.rate')} ${index + 1}`}
              placeholder={t('tiers.rate')}
              rightSection="%"
              inputMode="decimal"
              value={rate}
              onChange={(event) => write(key, { rate: event.currentTarget.value })}
            />
            {isLast ? (
              <span />
            ) : (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={26}
                aria-label={t('tiers.remove', { place: index + 1 })}
                onClick={() => remove(key)}
              >
                <Icon name="trash" size={14} />
              </ActionIcon>
            )}
          </div>
        );
      })}
      <Button variant="default" className={css.add ?? ''} onClick={add}>
        {t('tiers.add')}
      </Button>
    </fieldset>
  );
}
