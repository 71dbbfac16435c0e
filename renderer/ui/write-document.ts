import { createElement } from 'react';
import {
  MAX_PICTURES_BYTES,
  type Printed,
  picturesBytes,
  type SavedFile,
} from '../../shared/contract/index.ts';
import { useWords } from '../app/i18n.ts';
import { host } from '../data/host.ts';
import { runJob } from '../data/job.ts';
import { notify } from './notify.ts';
import { useTellSaved } from './saved-file.tsx';
import { sizeText } from './size.ts';
import { WritingDocument } from './writing-document.tsx';

export interface WantedDocument {
  /** Without ending; the format adds it. */
  readonly name: string;
  readonly format: 'pdf' | 'docx' | 'html';
  readonly document: Printed;
}

/** What is done sooner needs no word about being under way. */
const QUICK_MS = 400;

/**
 * Writes a document where the user wants it. Says how far it is, with the way to end it, then where
 * it was saved or why it was not. Null when nothing was written.
 */
export function useWriteDocument(): (wanted: WantedDocument) => Promise<SavedFile | null> {
  const { t } = useWords();
  const tell = useTellSaved();
  return async (wanted) => {
    if (picturesBytes(wanted.document) > MAX_PICTURES_BYTES) {
      notify.problem(t('write.tooManyPictures', { size: sizeText(MAX_PICTURES_BYTES) }));
      return null;
    }
    const ending = new AbortController();
    const working = notify.working(
      (percent) =>
        createElement(WritingDocument, {
          ...{ name: wanted.name, percent },
          onCancel: () => ending.abort(),
        }),
      QUICK_MS,
    );
    const answer = await runJob((job) => host.writeDocument({ job, ...wanted }), {
      onProgress: (done, total) => {
        if (done > 0) working.reached((100 * done) / total);
      },
      signal: ending.signal,
    });
    working.end();
    if (!answer.ok) {
      const { error } = answer;
      if (error.type === 'cancelled') notify.done(t('write.cancelled'));
      else tell({ ok: false, error });
      return null;
    }
    tell(answer);
    return answer.value.place === 'cancelled' ? null : answer.value;
  };
}
