import { useState } from 'react';
import {
  type Check,
  type OnePager,
  recordHandout,
  workbookOf,
} from '../../../shared/features/publishing/index.ts';
import { useWords } from '../../app/i18n.ts';
import { host } from '../../data/host.ts';
import { printsOf, wordingIn } from '../../ui/document-words.ts';
import { notify } from '../../ui/notify.ts';
import { freshId, useSave } from '../../ui/save.ts';
import { useTellSaved } from '../../ui/saved-file.tsx';
import { useWriteDocument } from '../../ui/write-document.ts';
import type { Wanted } from './recipient-fields.tsx';

/** A one-pager that passed its guard. */
export interface Ready {
  readonly achievementId: string;
  readonly number: string;
  readonly wanted: Wanted;
  readonly made: OnePager;
  readonly on: string;
  readonly isSigned: boolean;
  readonly reasons: Readonly<Partial<Record<Check, string>>>;
}

/** Writes the file; null when it was not written. The name tells nothing but the number. */
function useFile(): (ready: Ready) => Promise<{ readonly sha256: string } | null> {
  const write = useWriteDocument();
  const tell = useTellSaved();
  return async ({ number, wanted: { format, language }, made: { document } }) => {
    if (format !== 'xlsx' && format !== 'json') return write({ name: number, format, document });
    const workbook = workbookOf(document, wordingIn(language, '').t);
    const answer = await host.writeSpreadsheet({ name: number, format, workbook });
    tell(answer);
    return answer.ok && answer.value.place === 'file' ? answer.value : null;
  };
}

/** Makes a handout and records it: what went out, to whom, in which version, and why in spite of warnings. */
export function useHandOut(): {
  readonly isWriting: boolean;
  readonly handOut: (ready: Ready) => Promise<boolean>;
} {
  const { t } = useWords();
  const save = useSave();
  const writeFile = useFile();
  const [isWriting, setWriting] = useState(false);
  const record = async (ready: Ready, sha256: string): Promise<boolean> => {
    const { wanted, made, number, achievementId, on, isSigned, reasons } = ready;
    const { recipient, enterpriseId, contactId, layer, language, format, ndaNo, ndaOn } = wanted;
    const { version, prints } = await printsOf(made.told);
    const change = recordHandout(
      {
        achievementId,
        number,
        recipient,
        layer,
        language,
        format,
        sentOn: on,
        version,
        prints,
        pieces: made.told.slice(1).map(({ name }) => name),
        signed: isSigned ? 'yes' : 'no',
        overrides: Object.entries(reasons).map(([check, reason]) => `${check}=${reason.trim()}`),
        ...(enterpriseId === null ? {} : { enterpriseId }),
        ...(contactId === null ? {} : { contactId }),
        sha256,
        ...(layer === 'L0' ? {} : { ndaNo, ndaOn }),
      },
      freshId,
    );
    return save.changes({ key: 'handOut', params: { number, recipient } }, [change]);
  };
  const handOut = async (ready: Ready): Promise<boolean> => {
    setWriting(true);
    try {
      const file = await writeFile(ready);
      if (file === null) return false;
      const { number, wanted } = ready;
      const isRecorded = await record(ready, file.sha256);
      if (isRecorded)
        notify.done(t('publishing.recorded', { number, recipient: wanted.recipient }));
      else notify.problem(t('publishing.notRecorded'), { stays: true });
      return isRecorded;
    } finally {
      setWriting(false);
    }
  };
  return { isWriting, handOut };
}
