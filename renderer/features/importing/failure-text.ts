import { useWords, type Words } from '../../app/i18n.ts';
import type { OpenFailure } from './sheet-file.ts';

const BYTES_PER_MB = 1024 * 1024;

function textOf(why: OpenFailure, { t, language }: Words): string {
  switch (why.type) {
    case 'emptyFile':
    case 'damaged':
    case 'passwordProtected':
    case 'unknownEncoding':
    case 'closed':
      return t(`importing.why.${why.type}`);
    case 'notASpreadsheet':
      return t(`importing.why.notASpreadsheet.${why.looksLike}`);
    case 'tooLarge': {
      const perUnit = { bytes: BYTES_PER_MB, cells: 1, unpacked: BYTES_PER_MB, time: 1000 };
      const allowed = Math.round(why.allowed / perUnit[why.limit]).toLocaleString(language);
      return t(`importing.why.tooLarge.${why.limit}`, { allowed });
    }
    case 'badInput':
    case 'unknownCall':
    case 'internal':
    case 'unreachable':
      return t('importing.why.other', { reason: why.type });
  }
}

/** Says why a file could not be read, and the way out. */
export function useFailureText(): (why: OpenFailure) => string {
  const words = useWords();
  return (why) => textOf(why, words);
}
