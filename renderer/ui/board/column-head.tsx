import { ActionIcon, Button, NumberInput, Popover } from '@mantine/core';
import { useState } from 'react';
import { MOST_CARDS } from '../../../shared/features/views/index.ts';
import { useWords } from '../../app/i18n.ts';
import type { Answer } from '../../index/query.ts';
import { isRealEnter } from '../field-input.tsx';
import { spokenAmount } from '../field-value.tsx';
import { Icon } from '../icon.tsx';
import css from './board.module.css';
import type { BoardColumn } from './board-fields.ts';

/** An amount that columns add up, and how the sum is said. */
export interface ColumnSum {
  readonly field: string;
  readonly text: (amount: string) => string;
}

interface Props {
  readonly column: BoardColumn;
  /** Undefined until the first answer. */
  readonly answer: Answer | undefined;
  readonly sums: readonly ColumnSum[];
  readonly limit: number | undefined;
  /** Not given where the columns of a board have no limits. */
  readonly onLimit: ((key: string, most: number | null) => void) | undefined;
}

function LimitButton({ column, limit, onLimit }: Props) {
  const { t } = useWords();
  const [opened, setOpened] = useState(false);
  const [most, setMost] = useState<number | null>(null);
  const keep = (next: number | null): void => {
    onLimit?.(column.key, next);
    setOpened(false);
  };
  const label = t('board.limit', { column: column.title });
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          className={css.limit ?? ''}
          variant="subtle"
          color="gray"
          size={20}
          aria-label={label}
          title={label}
          onClick={() => {
            setMost(limit ?? null);
            setOpened(!opened);
          }}
        >
          <Icon name="more" size={14} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className={css.limitPanel ?? ''}>
        <NumberInput
          label={t('board.limitMost')}
          description={t('board.limitHint')}
          value={most ?? ''}
          min={1}
          max={MOST_CARDS}
          // Enter keeps it as it is typed.
          clampBehavior="strict"
          allowDecimal={false}
          allowNegative={false}
          data-autofocus
          onChange={(value) => setMost(typeof value === 'number' ? value : null)}
          onKeyDown={(event) => {
            if (isRealEnter(event)) keep(most);
          }}
        />
        <div className={css.limitFoot}>
          <Button variant="subtle" color="gray" size="xs" onClick={() => keep(null)}>
            {t('board.limitNone')}
          </Button>
          <Button size="xs" disabled={most === null} onClick={() => keep(most)}>
            {t('action.save')}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

/** What a column is, how many stand in it and what they come to: over all of them, seen or not. */
export function ColumnHead(props: Props) {
  const { column, answer, sums, limit, onLimit } = props;
  const words = useWords();
  const isOver = limit !== undefined && answer !== undefined && answer.total > limit;
  const count = answer?.total.toLocaleString('en');
  return (
    <div className={css.columnHead}>
      <h2>
        <b title={column.title}>{column.title}</b>
        <span className={css.count} data-over={isOver}>
          {limit === undefined ? count : `${count ?? ''} / ${limit.toLocaleString('en')}`}
        </span>
        {onLimit && <LimitButton {...props} />}
      </h2>
      {sums.length > 0 && (
        <div className={css.sums}>
          {sums.map(({ field, text }) => {
            const sum = answer?.sums[field];
            return (
              sum && sum.of > 0 && <span key={field}>{text(spokenAmount(sum.fen, words))}</span>
            );
          })}
        </div>
      )}
    </div>
  );
}
