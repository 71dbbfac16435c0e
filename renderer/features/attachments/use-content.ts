import { useEffect, useState } from 'react';
import { type FetchFailure, fetchFile } from '../../data/upload.ts';

export type Content =
  | { readonly at: 'loading' }
  | { readonly at: 'here'; readonly blob: Blob }
  | { readonly at: 'failed'; readonly why: FetchFailure };

/** The content of an attachment, fetched anew for each. */
export function useContent(hash: string, mediaType: string): Content {
  const [content, setContent] = useState<Content>({ at: 'loading' });
  useEffect(() => {
    const ending = new AbortController();
    setContent({ at: 'loading' });
    void fetchFile(hash, mediaType, ending.signal).then((answer) => {
      if (ending.signal.aborted) return;
      setContent(
        answer.ok ? { at: 'here', blob: answer.value } : { at: 'failed', why: answer.error },
      );
    });
    return () => ending.abort();
  }, [hash, mediaType]);
  return content;
}
