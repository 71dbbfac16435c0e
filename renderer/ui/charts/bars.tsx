import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import css from './bars.module.css';

/** What a bar is drawn in; the colours are the tokens of the theme. */
export type BarTone = 'accent' | 'soft';
const fills: Record<BarTone, string> = { accent: 'var(--accent)', soft: 'var(--bar-soft)' };

/** One place on the chart, with a value for each series. */
export interface BarItem {
  readonly key: string;
  readonly name: string;
  readonly values: readonly number[];
  /** All of it in words, for the ear and on hover. */
  readonly spoken: string;
  /** Stands at the end of the bar, where there is room for it. */
  readonly figure?: ReactNode;
}

interface Props {
  readonly label: string;
  readonly items: readonly BarItem[];
  readonly tones: readonly BarTone[];
  readonly onOpen: (key: string) => void;
}

/** Recharts reads its data by key; the series have none of their own. */
const rowsOf = (items: readonly BarItem[]) =>
  items.map(({ name, values }) => ({ name, ...Object.fromEntries(values.entries()) }));

const barsOf = (
  tones: readonly BarTone[],
  radius: [number, number, number, number],
  size: number,
) =>
  tones.map((tone, index) => (
    <Bar
      key={tone}
      dataKey={String(index)}
      fill={fills[tone]}
      radius={radius}
      maxBarSize={size}
      isAnimationActive={false}
    />
  ));

function Opener({ item, onOpen }: { readonly item: BarItem; readonly onOpen: Props['onOpen'] }) {
  const empty = item.values.every((value) => value === 0);
  return (
    <Tooltip label={item.spoken} events={{ hover: true, focus: true, touch: true }}>
      <button
        type="button"
        className={css.opener}
        aria-label={item.spoken}
        aria-disabled={empty}
        onClick={() => empty || onOpen(item.key)}
      >
        <span className={css.name}>{item.name}</span>
        {item.figure !== undefined && <span className={css.figure}>{item.figure}</span>}
      </button>
    </Tooltip>
  );
}

/** Bars that lie, one row each, named at the left and with their figures at the right. */
export function LyingBars({ label, items, tones, onOpen }: Props) {
  return (
    <div className={css.lying} style={{ height: `calc(${items.length} * var(--bar-row))` }}>
      <div className={css.plot} aria-hidden="true">
        <ResponsiveContainer width="100%" height="100%">
          <BarChart
            layout="vertical"
            data={rowsOf(items)}
            margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
            barCategoryGap={6}
            barGap={1}
            accessibilityLayer={false}
          >
            <XAxis type="number" hide domain={[0, (most: number) => Math.max(1, most)]} />
            <YAxis type="category" dataKey="name" hide />
            {barsOf(tones, [0, 3, 3, 0], 12)}
          </BarChart>
        </ResponsiveContainer>
      </div>
      <ul className={css.rows} aria-label={label}>
        {items.map((item) => (
          <li key={item.key}>
            <Opener item={item} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </div>
  );
}

const AXIS = 44;

/** Bars that stand side by side, named below. */
export function StandingBars({
  label,
  items,
  tones,
  onOpen,
  axis,
}: Props & {
  /** The text of a value on the axis. */
  readonly axis: (value: number) => string;
}) {
  return (
    <div className={css.standing}>
      <div className={css.plotAll} aria-hidden="true">
        <ResponsiveContainer width="100%" height="100%">
          <BarChart
            data={rowsOf(items)}
            margin={{ top: 8, right: 0, bottom: 0, left: 0 }}
            accessibilityLayer={false}
          >
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <XAxis dataKey="name" hide />
            <YAxis
              width={AXIS}
              tickCount={4}
              tickLine={false}
              axisLine={false}
              tickFormatter={axis}
              tick={{ fill: 'var(--ink-3)', fontSize: 11 }}
            />
            {barsOf(tones, [3, 3, 0, 0], 30)}
          </BarChart>
        </ResponsiveContainer>
      </div>
      <ul className={css.columns} style={{ marginLeft: AXIS }} aria-label={label}>
        {items.map((item) => (
          <li key={item.key}>
            <Opener item={item} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </div>
  );
}
