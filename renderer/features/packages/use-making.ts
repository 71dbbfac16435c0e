import { createElement, useState } from 'react';
import { fileNameOf } from '../../../shared/core/file-names.ts';
import {
  achievementPackage,
  type Brochure,
  type BrochureFormat,
  type PackageItem,
  type Picture,
  packageEdition,
  textsByPage,
} from '../../../shared/features/packages/index.ts';
import type { Check } from '../../../shared/features/publishing/index.ts';
import { useWords } from '../../app/i18n.ts';
import { recordsById } from '../../data/read.ts';
import { printsOf } from '../../ui/document-words.ts';
import { notify } from '../../ui/notify.ts';
import { pictureOf } from '../../ui/pictures.ts';
import { freshId, useSave } from '../../ui/save.ts';
import { useWriteDocument } from '../../ui/write-document.ts';
import { WritingDocument } from '../../ui/writing-document.tsx';
import { type Checked, finishBrochure, goingIn, type Wanted } from './making.ts';

export type Reasons = Readonly<Partial<Record<Check, string>>>;

/** What is done sooner needs no word about being under way. */
const QUICK_MS = 400;

/** So many are fetched while others are drawn. */
const AT_ONCE = 4;

interface Drawn {
  readonly pictures: ReadonlyMap<string, readonly Picture[]>;
  /** How many could not be read. */
  readonly lost: number;
}

/** Draws the pictures of the items anew; null when it was cancelled. */
async function draw(
  items: readonly PackageItem[],
  onProgress: (percent: number) => void,
  signal: AbortSignal,
): Promise<Drawn | null> {
  const wanted = items.flatMap(({ id, pictures = [] }) => pictures.map((file) => ({ id, file })));
  const files = await recordsById(
    'attachment',
    wanted.map(({ file }) => file),
  );
  const byId = new Map(files.map((one) => [one.id, one]));
  const pictures = new Map<string, Picture[]>();
  let lost = 0;
  for (let from = 0; from < wanted.length; from += AT_ONCE) {
    const some = wanted.slice(from, from + AT_ONCE);
    const drawn = await Promise.all(
      some.map(async ({ id, file }) => {
        const attachment = byId.get(file);
        return { id, picture: attachment ? await pictureOf(attachment) : null };
      }),
    );
    if (signal.aborted) return null;
    for (const { id, picture } of drawn) {
      if (picture) pictures.set(id, [...(pictures.get(id) ?? []), picture]);
      else lost += 1;
    }
    onProgress((100 * (from + some.length)) / wanted.length);
  }
  return { pictures, lost };
}

/** Draws pictures with a word about how far that is, and the way to end it. */
function useDrawing(): (items: readonly PackageItem[]) => Promise<Drawn | null> {
  const { t } = useWords();
  return async (items) => {
    const ending = new AbortController();
    const working = notify.working(
      (percent) =>
        createElement(WritingDocument, {
          ...{ name: t('package.drawing'), percent },
          onCancel: () => ending.abort(),
        }),
      QUICK_MS,
    );
    try {
      return await draw(items, working.reached, ending.signal);
    } finally {
      working.end();
    }
  };
}

export interface Making {
  readonly checked: Checked;
  readonly wanted: Wanted;
  readonly format: BrochureFormat;
  readonly reasons: Reasons;
}

/** Makes a brochure and records it: an edition of its own, with the reasons why it went on in spite of warnings. */
export function useMaking(): {
  readonly isMaking: boolean;
  readonly make: (making: Making) => Promise<boolean>;
} {
  const { t } = useWords();
  const save = useSave();
  const write = useWriteDocument();
  const drawing = useDrawing();
  const [isMaking, setMaking] = useState(false);

  const record = async (
    { checked, wanted, format, reasons }: Making,
    brochure: Brochure,
    file: { readonly name: string; readonly sha256: string },
  ): Promise<boolean> => {
    const { pkg } = checked;
    const { number, on, layer, language, firm, leftOut } = wanted;
    const included = goingIn(checked.sheets, leftOut);
    const overrides = Object.entries(reasons).map(([check, reason]) => `${check}=${reason.trim()}`);
    const edition = {
      ...{ packageId: pkg.id, number, madeOn: on, layer, language, format },
      ...{ count: included.length, name: file.name, sha256: file.sha256 },
      ...(leftOut.length === 0 ? {} : { leftOut: leftOut.length }),
      ...(overrides.length === 0 ? {} : { overrides }),
      signed: firm === '' ? 'no' : 'yes',
      ...(await printsOf(textsByPage(brochure, included))),
    };
    const isDraft = pkg.state === undefined || pkg.state === 'draft';
    return save.changes({ key: 'makeEdition', params: { title: pkg.title, number } }, [
      { put: packageEdition.name, id: freshId(), value: edition },
      ...(isDraft
        ? [{ patch: achievementPackage.name, id: pkg.id, set: { state: 'published' } }]
        : []),
    ]);
  };

  const run = async (making: Making): Promise<boolean> => {
    const { checked, wanted, format } = making;
    const { pkg, sheets } = checked;
    const { number, on, leftOut } = wanted;
    const items = goingIn(sheets, leftOut).map(({ item }) => item);
    const drawn = await drawing(items);
    if (drawn === null) return false;
    const brochure = await finishBrochure(checked, wanted, drawn.pictures);
    if (brochure === null) {
      notify.problem(t('package.leak'), { stays: true });
      return false;
    }
    const name = fileNameOf(t('package.fileName', { title: pkg.title, number, on }));
    const file = await write({ name, format, document: brochure.document });
    if (file === null) return false;
    const isRecorded = await record(making, brochure, file);
    if (drawn.lost > 0) notify.problem(t('package.unreadable', { count: drawn.lost }));
    if (isRecorded) notify.done(t('package.recorded', { number }));
    else notify.problem(t('package.notRecorded'), { stays: true });
    return isRecorded;
  };

  return {
    isMaking,
    make: async (making) => {
      setMaking(true);
      try {
        return await run(making);
      } finally {
        setMaking(false);
      }
    },
  };
}
