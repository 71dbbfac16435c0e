import { formatYuan, parseFen } from '../core/money.ts';
import { err, ok, type Result } from '../core/result.ts';
import { halfWidth, tidy } from '../core/text.ts';
import type { Tier } from './field.ts';
import type { Problem } from './problem.ts';

const LINE = /^(?:(?:<=|≤)\s*(.+?)|(?:>|其余|above))\s*[:：]\s*(\d{1,3}(?:\.\d{1,2})?)\s*%$/i;

/** Reads tiers as one line each: `≤ 1,000,000: 5%`, the open last one `> : 2%`. */
export function parseTiers(text: string): Result<readonly Tier[], Problem> {
  const tiers: Tier[] = [];
  for (const line of text.split(/[\n;；]/)) {
    const plain = halfWidth(tidy(line));
    if (plain === '') continue;
    const match = LINE.exec(plain);
    if (!match) return err({ type: 'notTiers', text: line });
    const rateBp = Math.round(Number(match[2]) * 100);
    if (match[1] === undefined) {
      tiers.push({ upToFen: null, rateBp });
      continue;
    }
    const upToFen = parseFen(match[1], 'yuan');
    if (!upToFen.ok) return err({ type: 'notTiers', text: line });
    tiers.push({ upToFen: upToFen.value, rateBp });
  }
  return tiers.length > 0 ? ok(tiers) : err({ type: 'notTiers', text });
}

/** One line each, as `parseTiers` reads them. */
export function formatTiers(tiers: readonly Tier[]): string {
  return tiers
    .map(({ upToFen, rateBp }) => {
      const rate = `${Math.trunc(rateBp / 100)}.${String(rateBp % 100).padStart(2, '0')}%`;
      return upToFen === null ? `> : ${rate}` : `≤ ${formatYuan(upToFen)}: ${rate}`;
    })
    .join('\n');
}
