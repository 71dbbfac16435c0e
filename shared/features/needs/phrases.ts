import { tidy } from '../../core/text.ts';

/** What stands before the first indicator, or before each: 主要技术指标：. */
const HEADING =
  /^(?:主要|核心|关键|预期|拟达到的?|需达到的?)*(?:技术|考核|性能|经济|质量|产品)*(?:指标|参数|要求)(?:如下|为|包括)?\s*[:：]\s*/;
const HAN_NUMBER = '[一二三四五六七八九十]{1,3}';
const NUMBERING = new RegExp(
  `^(?:[(（]\\s*(?:\\d{1,2}|${HAN_NUMBER})\\s*[)）]|(?:\\d{1,2}|${HAN_NUMBER})\\s*[.．)）](?!\\d)|[①-⑳⑴-⒛]|[•·●▪■◆]|[-*]\\s+(?=\\D))\\s*`,
);
const NUMBER_ALONE = new RegExp(`^(?:\\d{1,2}|${HAN_NUMBER})$`);
const BEGINS_WITH_RELATION = /^(?:[≥≧⩾≤≦⩽><＞＜=＝±≈]|不[低高大小少超])/;

interface Piece {
  readonly text: string;
  /** The mark behind it. */
  readonly mark: string;
}

const CIRCLED = /[①-⑳⑴-⒛]/;

/** Cuts at the marks that stand outside brackets and before ①; a comma inside 1,000 is none. */
function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if ('(（[【'.includes(char)) depth += 1;
    if (')）]】'.includes(char)) depth = Math.max(0, depth - 1);
    const isThousands =
      char === ',' && /\d$/.test(text.slice(0, at)) && /^\d{3}(?!\d)/.test(text.slice(at + 1));
    if (CIRCLED.test(char) && at > start) {
      pieces.push({ text: text.slice(start, at), mark: '' });
      start = at;
      continue;
    }
    // A bracket that is never closed ends with its line.
    const isMark = char === '\n' || (depth === 0 && '；;。，,、'.includes(char) && !isThousands);
    if (!isMark) continue;
    if (char === '\n') depth = 0;
    pieces.push({ text: text.slice(start, at), mark: char });
    start = at + 1;
  }
  return [...pieces, { text: text.slice(start), mark: '' }];
}

const bare = (text: string): string =>
  text.trim().replace(HEADING, '').replace(NUMBERING, '').replace(HEADING, '').trim();

/**
 * The statements that a text makes, one for each indicator at most: without headings and numbering.
 * A name that stands apart from its number (拉伸、弯曲强度≥50MPa) is kept with it.
 */
export function phrasesOf(text: string): readonly string[] {
  const phrases: string[] = [];
  let waiting = '';
  for (const { text: piece, mark } of piecesOf(tidy(text))) {
    const phrase = bare(piece);
    if (mark === '、' && NUMBER_ALONE.test(phrase)) continue;
    const whole = waiting + phrase;
    waiting = '';
    if (whole === '') continue;
    if (mark === '、' && !/\d/.test(whole)) {
      waiting = `${whole}、`;
      continue;
    }
    const before = phrases.at(-1);
    if (before !== undefined && BEGINS_WITH_RELATION.test(whole) && !/\d/.test(before)) {
      phrases[phrases.length - 1] = before + whole;
    } else phrases.push(whole);
  }
  const rest = waiting.slice(0, -1);
  return rest === '' ? phrases : [...phrases, rest];
}
