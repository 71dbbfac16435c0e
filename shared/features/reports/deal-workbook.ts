import type { ColumnKind, Table, Workbook } from '../../contract/spreadsheet.ts';
import type { Bilingual, Language } from '../../core/language.ts';
import { formatPortion } from '../../core/portion.ts';
import { customNamesOf } from '../../entities/custom.ts';
import { type AnyEntity, fieldOf } from '../../entities/entity.ts';
import type { Field } from '../../entities/field.ts';
import { formatField } from '../../entities/kinds.ts';
import { achievement } from '../achievements/index.ts';
import { commission, share } from '../commissions/index.ts';
import { deal, receipt, stage } from '../deals/index.ts';
import { enterprise } from '../enterprises/index.ts';
import type { DealParts } from './parts.ts';
import { dayText, inReportOrder, modeText, roleText, stageText, type Wording } from './wording.ts';

type Value = Table['rows'][number][number];

/** The deal as the desk has it, and the names of the records that its own fields refer to, by id. */
export interface OwnFields {
  readonly entity: AnyEntity;
  readonly names: Readonly<Record<string, string>>;
}

/** A column of a table over rows of one shape. */
interface Column<R> {
  readonly key: string;
  readonly title: string | Bilingual;
  readonly kind: ColumnKind;
  readonly width: number;
  readonly value: (row: R) => Value | undefined;
}

function tableOf<R>(
  name: string,
  columns: readonly Column<R>[],
  rows: readonly R[],
  deals: number,
  wording: Wording,
): Table {
  const { language, t, firm } = wording;
  const cells = rows.map((row) => columns.map(({ value }) => value(row) ?? null));
  const totalOf = (kind: ColumnKind, index: number): Value => {
    if (index === 0) return t('summary.total');
    if (kind !== 'fen') return null;
    return cells.reduce((sum, row) => sum + Number(row[index] ?? 0), 0);
  };
  const covers = [t('summary.covers', { count: deals }), dayText(wording)];
  return {
    name,
    heading: [
      `${t('summary.title')} · ${name}`,
      [...(firm === '' ? [] : [firm]), ...covers].join(' · '),
    ],
    columns: columns.map(({ key, title, kind, width }) => {
      const text = typeof title === 'string' ? title : title[language];
      return {
        key,
        title: kind === 'fen' ? t('summary.inYuan', { name: text }) : text,
        kind,
        width,
      };
    }),
    rows: cells,
    totals: rows.length === 0 ? null : columns.map(({ kind }, index) => totalOf(kind, index)),
  };
}

const { fields } = deal;

function dealColumns(wording: Wording): readonly Column<DealParts>[] {
  const { language, t } = wording;
  // biome-ignore format: one column a line reads as a table
  return [
    { key: 'title', title: fields.title.label, kind: 'text', width: 40, value: (one) => one.deal.title },
    { key: 'achievement', title: fields.achievementId.label, kind: 'text', width: 32, value: (one) => one.achievement?.title },
    { key: 'units', title: achievement.fields.units.label, kind: 'text', width: 20, value: (one) => one.achievement?.units?.join('；') },
    { key: 'patents', title: achievement.fields.patents.label, kind: 'text', width: 18, value: (one) => one.achievement?.patents?.join('；') },
    { key: 'enterprise', title: fields.enterpriseId.label, kind: 'text', width: 28, value: (one) => one.enterprise?.name },
    { key: 'creditCode', title: enterprise.fields.uscc.label, kind: 'text', width: 21, value: (one) => one.enterprise?.uscc },
    { key: 'mode', title: fields.mode.label, kind: 'text', width: 14, value: (one) => modeText(one, wording) || null },
    { key: 'stage', title: stage.label, kind: 'text', width: 14, value: (one) => stageText(one, wording) },
    { key: 'leadBroker', title: fields.leadBroker.label, kind: 'text', width: 12, value: (one) => one.deal.leadBroker },
    { key: 'contractNo', title: fields.contractNo.label, kind: 'text', width: 16, value: (one) => one.deal.contractNo },
    { key: 'signedOn', title: fields.signedOn.label, kind: 'date', width: 12, value: (one) => one.deal.signedOn },
    { key: 'contractAmountFen', title: fields.contractAmountFen.label, kind: 'fen', width: 18, value: (one) => one.deal.contractAmountFen },
    { key: 'technologyAmountFen', title: fields.technologyAmountFen.label, kind: 'fen', width: 18, value: (one) => one.deal.technologyAmountFen },
    { key: 'receivedFen', title: t('summary.received'), kind: 'fen', width: 18, value: (one) => one.receivedFen },
    { key: 'plan', title: commission.fields.planId.label, kind: 'text', width: 22, value: (one) => one.commission?.planName },
    { key: 'commissionFen', title: t('summary.commission'), kind: 'fen', width: 16, value: (one) => one.reckoning?.totalFen },
    { key: 'mandateSignedOn', title: fields.mandateSignedOn.label, kind: 'date', width: 14, value: (one) => one.deal.mandateSignedOn },
    { key: 'publicityFrom', title: fields.publicityFrom.label, kind: 'date', width: 12, value: (one) => one.deal.publicityFrom },
    { key: 'publicityUntil', title: fields.publicityUntil.label, kind: 'date', width: 12, value: (one) => one.deal.publicityUntil },
    { key: 'registrationNo', title: fields.registrationNo.label, kind: 'text', width: 20, value: (one) => one.deal.registrationNo },
    { key: 'registeredOn', title: fields.registeredOn.label, kind: 'date', width: 12, value: (one) => one.deal.registeredOn },
    { key: 'nextStep', title: fields.nextStep.label, kind: 'text', width: 24, value: (one) => one.deal.nextStep },
    { key: 'nextOn', title: fields.nextOn.label, kind: 'date', width: 12, value: (one) => one.deal.nextOn },
    { key: 'lostOn', title: fields.lostOn.label, kind: 'date', width: 12, value: (one) => one.deal.lostOn },
    { key: 'lostReason', title: fields.lostReason.label, kind: 'text', width: 16, value: (one) => formatField(fields.lostReason, one.deal.lostReason, language) || null },
  ];
}

/** How the values of a kind of field are written; as text where spreadsheets have no such thing. */
const kindOf = (field: Field): ColumnKind =>
  field.kind === 'money'
    ? 'fen'
    : field.kind === 'date' || field.kind === 'number'
      ? field.kind
      : 'text';

/** Columns of the fields that users gave the deals, behind the app's own. */
function customColumns(
  { entity, names }: OwnFields,
  language: Language,
): readonly Column<DealParts>[] {
  return customNamesOf(entity).flatMap((name): Column<DealParts>[] => {
    const field = fieldOf(entity, name);
    if (!field) return [];
    const kind = kindOf(field);
    const textOf = (value: unknown): string =>
      field.kind === 'ref' ? (names[String(value)] ?? '') : formatField(field, value, language);
    return [
      {
        key: name,
        title: field.label,
        kind,
        width: 18,
        value: ({ deal: record }) => {
          const value: unknown = { ...record }[name];
          if (kind === 'text') return value === undefined ? null : textOf(value) || null;
          return typeof value === 'number' || typeof value === 'string' ? value : null;
        },
      },
    ];
  });
}

interface ShareRow {
  readonly of: DealParts;
  readonly share: DealParts['shares'][number];
  /** Null while the portions do not make a whole. */
  readonly fen: number | null;
}

const shareRows = (of: DealParts): readonly ShareRow[] =>
  of.shares.map((one, index) => ({ of, share: one, fen: of.shareFens?.[index] ?? null }));

// biome-ignore format: one column a line reads as a table
const shareColumns = (wording: Wording): readonly Column<ShareRow>[] => [
  { key: 'deal', title: deal.label, kind: 'text', width: 40, value: ({ of }) => of.deal.title },
  { key: 'contractNo', title: fields.contractNo.label, kind: 'text', width: 16, value: ({ of }) => of.deal.contractNo },
  { key: 'beneficiary', title: share.fields.beneficiary.label, kind: 'text', width: 26, value: (row) => row.share.beneficiary },
  { key: 'role', title: share.fields.role.label, kind: 'text', width: 14, value: (row) => roleText(row.share.role, wording) },
  // As text: a third is no decimal number.
  { key: 'portion', title: share.fields.portion.label, kind: 'text', width: 10, value: (row) => formatPortion(row.share.portion) },
  { key: 'amountFen', title: share.label, kind: 'fen', width: 16, value: ({ fen }) => fen },
  { key: 'note', title: share.fields.note.label, kind: 'text', width: 24, value: (row) => row.share.note },
];

interface ReceiptRow {
  readonly of: DealParts;
  readonly receipt: DealParts['receipts'][number];
}

const receiptRows = (of: DealParts): readonly ReceiptRow[] =>
  of.receipts.map((one) => ({ of, receipt: one }));

// biome-ignore format: one column a line reads as a table
const receiptColumns: readonly Column<ReceiptRow>[] = [
  { key: 'deal', title: deal.label, kind: 'text', width: 40, value: ({ of }) => of.deal.title },
  { key: 'contractNo', title: fields.contractNo.label, kind: 'text', width: 16, value: ({ of }) => of.deal.contractNo },
  { key: 'receivedOn', title: receipt.fields.receivedOn.label, kind: 'date', width: 12, value: (row) => row.receipt.receivedOn },
  { key: 'amountFen', title: receipt.fields.amountFen.label, kind: 'fen', width: 18, value: (row) => row.receipt.amountFen },
  { key: 'note', title: receipt.fields.note.label, kind: 'text', width: 30, value: (row) => row.receipt.note },
];

/**
 * The deal summary as a workbook: deals, their shares, their receipts. Codes are text, amounts fen,
 * dates civil; column keys are the same in both languages. Contacts of persons stay out of it.
 */
export function dealWorkbook(
  list: readonly DealParts[],
  wording: Wording,
  own: OwnFields = { entity: deal, names: {} },
): Workbook {
  const { language, t } = wording;
  const deals = inReportOrder(list);
  const count = deals.length;
  const columns = [...dealColumns(wording), ...customColumns(own, language)];
  return {
    title: t('summary.title'),
    language,
    tables: [
      tableOf(t('summary.deals'), columns, deals, count, wording),
      tableOf(t('summary.shares'), shareColumns(wording), deals.flatMap(shareRows), count, wording),
      tableOf(t('summary.receipts'), receiptColumns, deals.flatMap(receiptRows), count, wording),
    ],
  };
}
