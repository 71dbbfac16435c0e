/** Figures of a run with their raw limits of the same run, as a table. */

interface Bounds {
  /** What the same work takes at the least, by the barest means. */
  readonly raw?: number;
  readonly most?: number;
  /** So many times the raw limit at most. */
  readonly ratio?: number;
}

export type Figures = ReturnType<typeof createFigures>;

export function createFigures() {
  const table: Record<string, Record<string, string>> = {};
  const missed: string[] = [];
  return {
    /** Takes a figure into the table. */
    note: (figure: string, unit: string, measured: number, bounds: Bounds = {}): void => {
      const { raw, most, ratio } = bounds;
      const times = raw === undefined ? undefined : measured / raw;
      const isMet =
        (most === undefined || measured <= most) &&
        (ratio === undefined || times === undefined || times <= ratio);
      if (!isMet) missed.push(figure);
      const isBound = most !== undefined || ratio !== undefined;
      table[figure] = {
        measured: `${measured.toFixed(1)} ${unit}`,
        raw: raw === undefined ? '' : `${raw.toFixed(1)} ${unit}`,
        ratio: times === undefined ? '' : `${times.toFixed(2)}x`,
        bound: [most && `${most} ${unit}`, ratio && `${ratio}x`].filter(Boolean).join(', '),
        met: isBound ? (isMet ? 'yes' : 'NO') : '',
      };
    },
    /** Prints the table; answers which figures miss their bounds. */
    print: (): readonly string[] => {
      // biome-ignore lint/suspicious/noConsole: the figures are what the run is for
      console.table(table);
      return missed;
    },
  };
}

/** The value below which a share of all are. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
