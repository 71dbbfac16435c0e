import {
  Radar as Area,
  PolarAngleAxis,
  PolarGrid,
  PolarRadiusAxis,
  RadarChart,
  ResponsiveContainer,
} from 'recharts';
import css from './radar.module.css';

/** One axis of the web. */
export interface RadarItem {
  readonly key: string;
  readonly name: string;
  readonly value: number;
}

/** Values on the axes of a web, from zero in the middle; a table beside it says them in words. */
export function Radar({
  items,
  most,
}: {
  readonly items: readonly RadarItem[];
  /** Where the axes end. */
  readonly most: number;
}) {
  return (
    <div className={css.radar} aria-hidden="true">
      <ResponsiveContainer width="100%" height="100%">
        <RadarChart data={[...items]} outerRadius="80%" accessibilityLayer={false}>
          <PolarGrid stroke="var(--line-strong)" />
          <PolarAngleAxis dataKey="name" tick={{ fill: 'var(--ink-2)', fontSize: 12 }} />
          <PolarRadiusAxis domain={[0, most]} tick={false} axisLine={false} />
          <Area
            dataKey="value"
            stroke="var(--accent)"
            fill="var(--accent)"
            fillOpacity={0.22}
            isAnimationActive={false}
          />
        </RadarChart>
      </ResponsiveContainer>
    </div>
  );
}
