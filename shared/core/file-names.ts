/** Longer names are cut: with folder and ending they must fit what file systems allow. */
const LONGEST = 80;

/** A text as a file name without ending: what no system allows in one becomes a dash. */
export const fileNameOf = (text: string): string =>
  [...text.replace(/[\\/:*?"<>|\p{Cc}]/gu, '-')].slice(0, LONGEST).join('').trim();
