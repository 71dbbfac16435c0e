import type { CivilDate } from '../../core/dates.ts';
import { fileNameOf } from '../../core/file-names.ts';
import type { Language } from '../../core/language.ts';
import type { Translate } from '../../core/messages.ts';
import { formatField } from '../../entities/kinds.ts';
import { share } from '../commissions/index.ts';
import { deal, stageName } from '../deals/index.ts';
import type { DealParts } from './parts.ts';

/** What a report is worded with. */
export interface Wording {
  readonly language: Language;
  readonly t: Translate;
  /** The day on which it is made; of the past, the day at whose end the desk stood so. */
  readonly today: CivilDate;
  readonly isPast?: boolean;
  /** The firm in whose name it is filed; may be empty. */
  readonly firm: string;
}

/** Of which day it is. */
export const dayText = ({ t, today, isPast }: Wording): string =>
  t(isPast ? 'summary.asOf' : 'summary.madeOn', { date: today });

/** The name of a deal's stage; a lost deal says so beside the stage that it had reached. */
export function stageText(
  { deal: { lostOn }, stage }: DealParts,
  { language, t }: Wording,
): string {
  const name = stage ? stageName(stage, language) : t('summary.noStage');
  return lostOn === undefined ? name : `${name} · ${t('summary.lost')}`;
}

export const modeText = ({ deal: { mode } }: DealParts, { language }: Wording): string =>
  formatField(deal.fields.mode, mode, language);

export const roleText = (role: string, { language }: Wording): string =>
  formatField(share.fields.role, role, language);

/** In the order of the pipeline, a stage's deals by title; those of no stage come last. */
export const inReportOrder = (list: readonly DealParts[]): readonly DealParts[] =>
  list.toSorted(
    (a, b) =>
      (a.stage?.position ?? Number.MAX_SAFE_INTEGER) -
        (b.stage?.position ?? Number.MAX_SAFE_INTEGER) ||
      (a.deal.title < b.deal.title ? -1 : a.deal.title > b.deal.title ? 1 : 0),
  );

/** A report's name as a file name without ending. */
export function reportFileName(list: readonly DealParts[], { t, today }: Wording): string {
  const only = list.length === 1 ? ` ${list[0]?.deal.title ?? ''}` : '';
  return `${fileNameOf(`${t('summary.title')}${only}`)} ${today}`;
}
