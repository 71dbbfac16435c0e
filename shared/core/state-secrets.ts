/**
 * How documents are marked that hold state secrets (国家秘密标志): the level, often with ★ and the
 * years behind it. 商业秘密 and 技术秘密 are none.
 */
const MARKS = [
  /^\s*(?:绝密|机密|秘密)(?:级)?\s*$/,
  /(?:绝密|机密|(?<!商业|技术|工作)秘密)(?:级)?\s*[★☆]/,
  /(?:密级|保密级别)\s*[:：]\s*(?:绝密|机密|秘密)/,
] as const;

/**
 * Whether a text says of itself that it is a state secret (绝密, 机密, 秘密). Such a text may not be
 * taken in: an ordinary computer may not hold it (保守国家秘密法). That no mark is found proves nothing.
 */
export const marksStateSecret = (text: string): boolean =>
  text.includes('密') && MARKS.some((mark) => mark.test(text));
