/** Where the keys are among cards that stand in rows. */
interface Place {
  readonly at: number;
  readonly total: number;
  /** Cards in a row. */
  readonly lanes: number;
  /** Rows in sight. */
  readonly page: number;
}

/** The number of the card that a key leads to; null for keys that lead nowhere. */
export function cardAfter(key: string, { at, total, lanes, page }: Place): number | null {
  const leads: Readonly<Record<string, number>> = {
    ArrowLeft: at - 1,
    ArrowRight: at + 1,
    ArrowUp: at - lanes,
    ArrowDown: at + lanes,
    PageUp: at - lanes * page,
    PageDown: at + lanes * page,
    Home: 0,
    End: total - 1,
  };
  const to = leads[key];
  return to === undefined ? null : Math.max(0, Math.min(total - 1, to));
}
