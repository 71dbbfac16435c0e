import type { Block, Printed } from '../../contract/printed.ts';
import type { Bilingual } from '../../core/language.ts';
import { type Fen, fenToCapitals, formatYuan } from '../../core/money.ts';
import { compareToWhole, formatPortion } from '../../core/portion.ts';
import { formatField } from '../../entities/kinds.ts';
import { achievement } from '../achievements/index.ts';
import { explainText, share, termsText, whyNothingText } from '../commissions/index.ts';
import { deal, introduction, receipt } from '../deals/index.ts';
import { enterprise } from '../enterprises/index.ts';
import type { DealParts } from './parts.ts';
import { dayText, modeText, roleText, stageText, type Wording } from './wording.ts';

type Facts = Extract<Block, { type: 'facts' }>['facts'];
type Section = Omit<Printed['sections'][number], 'startsPage'>;
type PrintedTable = Extract<Block, { type: 'table' }>;

const DASH = '—';

const facts = (
  list: readonly (readonly [name: string | Bilingual, value: string | undefined])[],
  { language }: Wording,
): Block => ({
  type: 'facts',
  columns: 2,
  facts: list.map(([name, value]): Facts[number] => ({
    name: typeof name === 'string' ? name : name[language],
    value: value === undefined || value === '' ? DASH : value,
  })),
});

const paragraph = (text: string, muted = false): Block => ({ type: 'paragraph', text, muted });

const start = (title: string, share: number) => ({ title, align: 'start', share }) as const;
const end = (title: string, share: number) => ({ title, align: 'end', share }) as const;

function subjectOf(parts: DealParts, wording: Wording): Section {
  const { deal: record, achievement: what, enterprise: who, contact: person } = parts;
  const { language, t } = wording;
  const { fields } = deal;
  const separator = language === 'zh' ? '，' : ', ';
  const stage = stageText(parts, wording);
  return {
    heading: t('summary.subject'),
    blocks: [
      facts(
        [
          [fields.achievementId.label, what?.title],
          [fields.enterpriseId.label, who?.name],
          [
            achievement.fields.units.label,
            formatField(achievement.fields.units, what?.units, language),
          ],
          [enterprise.fields.uscc.label, who?.uscc],
          [achievement.fields.leader.label, what?.leader],
          [
            fields.contactId.label,
            person ? [person.name, person.role].filter(Boolean).join(separator) : undefined,
          ],
          [
            achievement.fields.patents.label,
            formatField(achievement.fields.patents, what?.patents, language),
          ],
          [enterprise.fields.address.label, who?.address],
          [fields.mode.label, modeText(parts, wording)],
          [fields.leadBroker.label, record.leadBroker],
          [
            fields.stageId.label,
            record.stageSince === undefined
              ? stage
              : t('summary.stageSince', { stage, date: record.stageSince }),
          ],
          [fields.mandateSignedOn.label, record.mandateSignedOn],
        ],
        wording,
      ),
    ],
  };
}

function contractOf({ deal: record }: DealParts, wording: Wording): Section {
  const { t } = wording;
  const { fields } = deal;
  const {
    contractAmountFen,
    technologyAmountFen,
    publicityFrom: from,
    publicityUntil: until,
  } = record;
  const yuan = (fen: Fen | undefined) =>
    fen === undefined ? undefined : t('summary.yuan', { amount: formatYuan(fen) });
  return {
    heading: t('summary.contract'),
    blocks: [
      facts(
        [
          [fields.contractAmountFen.label, yuan(contractAmountFen)],
          [
            t('summary.capitals'),
            contractAmountFen === undefined ? undefined : fenToCapitals(contractAmountFen),
          ],
          [fields.technologyAmountFen.label, yuan(technologyAmountFen)],
          [fields.signedOn.label, record.signedOn],
          [fields.contractNo.label, record.contractNo],
          [
            t('summary.publicity'),
            from === undefined && until === undefined
              ? undefined
              : t('summary.publicityOf', { from: from ?? DASH, until: until ?? DASH }),
          ],
          [fields.registrationNo.label, record.registrationNo],
          [fields.registeredOn.label, record.registeredOn],
        ],
        wording,
      ),
    ],
  };
}

function commissionOf(parts: DealParts, { t }: Wording): Section {
  const heading = t('summary.how');
  const { commission: terms, reckoning } = parts;
  if (!terms || !reckoning) return { heading, blocks: [paragraph(t('summary.noPlan'))] };
  const plan = paragraph(
    t('summary.plan', { plan: terms.planName, terms: termsText(terms, t) }),
    true,
  );
  if (reckoning.whyNothing) {
    return { heading, blocks: [plan, paragraph(whyNothingText(reckoning.whyNothing, t))] };
  }
  const table: PrintedTable = {
    type: 'table',
    columns: [start(t('summary.howLine'), 3), end(t('summary.amount'), 1)],
    rows: reckoning.lines.map((line) => {
      const text = explainText(line, t);
      const noted = line.type === 'deduction' && terms.deductionNote !== undefined;
      return [noted ? `${text} (${terms.deductionNote})` : text, formatYuan(line.fen)];
    }),
    totals: [t('explain.total'), formatYuan(reckoning.totalFen)],
  };
  return { heading, blocks: [plan, table] };
}

function sharesOf(parts: DealParts, wording: Wording): Section {
  const { language, t } = wording;
  const heading = t('summary.shares');
  const { shares, shareFens, reckoning } = parts;
  if (shares.length === 0) return { heading, blocks: [paragraph(t('summary.noShares'))] };
  const { beneficiary, role, portion } = share.fields;
  const table: PrintedTable = {
    type: 'table',
    columns: [
      start(beneficiary.label[language], 3),
      start(role.label[language], 2),
      end(portion.label[language], 1),
      end(t('summary.amount'), 2),
    ],
    rows: shares.map((one, index) => {
      const fen = shareFens?.[index];
      return [
        one.beneficiary,
        roleText(one.role, wording),
        formatPortion(one.portion),
        fen === undefined ? DASH : formatYuan(fen),
      ];
    }),
    totals: shareFens && [t('summary.total'), '', '100%', formatYuan(reckoning?.totalFen ?? 0)],
  };
  const { kind } = compareToWhole(shares.map((one) => one.portion));
  const missing = paragraph(t('summary.notWhole'), true);
  return { heading, blocks: kind === 'whole' ? [table] : [table, missing] };
}

function receiptsOf({ receipts, receivedFen }: DealParts, { language, t }: Wording): Section {
  const heading = t('summary.receipts');
  if (receipts.length === 0) return { heading, blocks: [paragraph(t('summary.noReceipts'))] };
  const { receivedOn, note } = receipt.fields;
  const table: PrintedTable = {
    type: 'table',
    columns: [
      start(receivedOn.label[language], 1),
      start(note.label[language], 3),
      end(t('summary.amount'), 2),
    ],
    rows: receipts.map((one) => [one.receivedOn, one.note ?? '', formatYuan(one.amountFen)]),
    totals: [t('summary.total'), '', formatYuan(receivedFen)],
  };
  return { heading, blocks: [table] };
}

function introductionsOf({ introductions }: DealParts, { language, t }: Wording): Section {
  const heading = t('summary.introductions');
  if (introductions.length === 0) {
    return { heading, blocks: [paragraph(t('summary.noIntroductions'))] };
  }
  const { introducedOn, way, what, persons, proof } = introduction.fields;
  const table: PrintedTable = {
    type: 'table',
    columns: [
      start(introducedOn.label[language], 2),
      start(way.label[language], 2),
      start(what.label[language], 5),
      start(persons.label[language], 3),
      start(proof.label[language], 3),
    ],
    rows: introductions
      .toSorted((a, b) => (a.introducedOn < b.introducedOn ? -1 : 1))
      .map((one) => [
        one.introducedOn,
        formatField(way, one.way, language),
        one.what,
        one.persons ?? '',
        one.proof ?? '',
      ]),
    totals: null,
  };
  return { heading, blocks: [table] };
}

/** One deal as a document to print, sign and file. */
export function dealDocument(parts: DealParts, wording: Wording): Printed {
  const { language, t, firm } = wording;
  const { title } = parts.deal;
  const names = [t('summary.sign.broker'), t('summary.sign.checked'), t('summary.sign.house')];
  const sections: readonly Section[] = [
    subjectOf(parts, wording),
    contractOf(parts, wording),
    commissionOf(parts, wording),
    sharesOf(parts, wording),
    receiptsOf(parts, wording),
    introductionsOf(parts, wording),
    { heading: '', blocks: [{ type: 'signatures', names }] },
  ];
  return {
    language,
    orientation: 'portrait',
    firm,
    title: t('summary.title'),
    subtitle: title,
    footer: `${title} · ${dayText(wording)}`,
    watermark: '',
    contents: false,
    sections: sections.map((section) => ({ ...section, startsPage: false })),
  };
}
