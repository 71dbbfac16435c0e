import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { useWords } from '../../app/i18n.ts';
import { Icon } from '../../ui/icon.tsx';
import { Empty } from '../../ui/page.tsx';
import { CellDetails } from './cell-details.tsx';
import { ColumnHead } from './column-head.tsx';
import { columnWidths } from './column-widths.ts';
import type { Work } from './import-store.ts';
import css from './preview.module.css';
import { cellId, PreviewRow } from './preview-row.tsx';
import { type SpotControl, useSpot } from './use-spot.ts';

const ROW = 36;
const ROW_NUMBER = 56;
const STATE = 128;
const PROBLEM_KEY = 'F8';

type Grid = { readonly gridTemplateColumns: string; readonly width: number };

function useGrid({ columns, file, place, subject }: Work): Grid {
  const head = file.heads[place.sheet]?.rows;
  return useMemo(() => {
    const widths = [ROW_NUMBER, STATE, ...columnWidths(columns, head ?? [], subject)];
    return {
      gridTemplateColumns: widths.map((width) => `${width}px`).join(' '),
      width: widths.reduce((sum, width) => sum + width, 0),
    };
  }, [columns, head, subject]);
}

function Head({ work, grid }: { readonly work: Work; readonly grid: Grid }) {
  const { t } = useWords();
  return (
    <div className={css.header} role="row" style={grid}>
      <div role="columnheader" className={css.rowNumber}>
        {t('importing.row')}
      </div>
      <div role="columnheader">{t('importing.state')}</div>
      {work.columns.map((column) => (
        <ColumnHead key={column.index} column={column} subject={work.subject} />
      ))}
    </div>
  );
}

function Foot({ work, control }: { readonly work: Work; readonly control: SpotControl }) {
  const { t } = useWords();
  return (
    <div className={css.details}>
      <CellDetails work={work} spot={control.spot} />
      <span className={css.grow} />
      <Button
        variant="default"
        size="compact-xs"
        disabled={(work.reading?.count('problem') ?? 0) === 0}
        leftSection={<Icon name="warning" size={14} />}
        rightSection={<kbd>{PROBLEM_KEY}</kbd>}
        onClick={control.nextProblem}
      >
        {t('importing.next')}
      </Button>
    </div>
  );
}

/**
 * The sheet with its own headers, each over the field that it fills: rows are drawn as they are
 * scrolled to, cells are reached by the arrow keys and mended in place.
 */
export function PreviewGrid({ work }: { readonly work: Work }) {
  const { t } = useWords();
  const { reading, rows, columns, isRead } = work;
  const scroller = useRef<HTMLDivElement>(null);
  const virtualScroll = useRef<(index: number) => void>(() => undefined);
  const grid = useGrid(work);
  const control = useSpot(work, scroller, ROW, (index) => virtualScroll.current(index));
  const { spot, editing, stand, finish } = control;
  const edited = spot && editing ? rows.indexOf(spot.row) : -1;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 10,
    // What is being typed stays when its row is scrolled away.
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range);
      return edited < 0 || drawn.includes(edited)
        ? drawn
        : [...drawn, edited].sort((a, b) => a - b);
    },
  });
  virtualScroll.current = (index) => virtual.scrollToIndex(index);
  useHotkeys([[PROBLEM_KEY, control.nextProblem]]);
  const rowNamed = (row: number, index: number, start: number) =>
    reading && (
      <PreviewRow
        key={row}
        view={reading.view(row)}
        columns={columns}
        subject={work.subject}
        ariaIndex={index + 2}
        style={{ ...grid, transform: `translateY(${start}px)` }}
        spot={spot?.row === row ? spot : null}
        editing={editing}
        onStand={(column) => stand({ row, column }, true)}
        onFinish={finish}
      />
    );
  const hint =
    work.tab === 'problem' ? 'importing.noRowsHint.problem' : 'importing.noRowsHint.other';
  return (
    <>
      <div className={css.grid}>
        <div
          ref={scroller}
          className={css.scroller}
          role="grid"
          aria-label={t('importing.grid')}
          aria-rowcount={rows.length + 1}
          aria-colcount={columns.length + 2}
          aria-activedescendant={spot ? cellId(spot) : undefined}
          aria-busy={!isRead}
          tabIndex={0}
          onKeyDown={control.onKeyDown}
        >
          <Head work={work} grid={grid} />
          <div
            role="rowgroup"
            style={{ height: virtual.getTotalSize(), width: grid.width, position: 'relative' }}
          >
            {virtual.getVirtualItems().map(({ index, start }) => {
              const row = rows[index];
              return row === undefined ? null : rowNamed(row, index, start);
            })}
          </div>
        </div>
        {rows.length === 0 && isRead && (
          <div className={css.nothing}>
            <Empty title={t('importing.noRows')} hint={t(hint)} />
          </div>
        )}
      </div>
      <Foot work={work} control={control} />
    </>
  );
}
