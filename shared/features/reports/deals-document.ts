import type { Block, Printed } from '../../contract/printed.ts';
import { type Fen, formatYuan } from '../../core/money.ts';
import { formatPortion } from '../../core/portion.ts';
import { deal, stageName } from '../deals/index.ts';
import { enterprise } from '../enterprises/index.ts';
import type { DealParts } from './parts.ts';
import { dayText, inReportOrder, modeText, type Wording } from './wording.ts';

type Section = Omit<Printed['sections'][number], 'startsPage'>;
type PrintedTable = Extract<Block, { type: 'table' }>;

/** With more deals their facts are left to the workbook: nobody files hundreds of pages. */
const MOST_FACTS = 200;

interface Figures {
  readonly count: number;
  readonly contractFen: Fen;
  readonly technologyFen: Fen;
  readonly receivedFen: Fen;
  readonly commissionFen: Fen;
}

const figuresOf = (list: readonly DealParts[]): Figures => {
  const sum = (fen: (one: DealParts) => Fen | undefined): Fen =>
    list.reduce((total, one) => total + (fen(one) ?? 0), 0);
  return {
    count: list.length,
    contractFen: sum((one) => one.deal.contractAmountFen),
    technologyFen: sum((one) => one.deal.technologyAmountFen),
    receivedFen: sum((one) => one.receivedFen),
    commissionFen: sum((one) => one.reckoning?.totalFen),
  };
};

const amountsOf = ({ contractFen, technologyFen, receivedFen, commissionFen }: Figures) =>
  [contractFen, technologyFen, receivedFen, commissionFen].map(formatYuan);

/** A single deal's amounts: what is not known is a dash, not nothing. */
function amountTexts(one: DealParts): readonly string[] {
  const { contractAmountFen, technologyAmountFen } = one.deal;
  return [contractAmountFen, technologyAmountFen, one.receivedFen, one.reckoning?.totalFen].map(
    (fen) => (fen === undefined ? '—' : formatYuan(fen)),
  );
}

const start = (title: string, share: number) => ({ title, align: 'start', share }) as const;
const end = (title: string, share: number) => ({ title, align: 'end', share }) as const;

const amountColumns = ({ language, t }: Wording, share: number) => {
  const { contractAmountFen, technologyAmountFen } = deal.fields;
  const names = [
    contractAmountFen.label[language],
    technologyAmountFen.label[language],
    t('summary.received'),
    t('summary.commission'),
  ];
  return names.map((name) => end(t('summary.inYuan', { name }), share));
};

const stageTitle = ({ stage }: DealParts, { language, t }: Wording): string =>
  stage ? stageName(stage, language) : t('summary.noStage');

function byStage(
  groups: readonly (readonly [string, readonly DealParts[]])[],
  all: Figures,
  wording: Wording,
): Section {
  const { language, t } = wording;
  const table: PrintedTable = {
    type: 'table',
    columns: [
      start(deal.fields.stageId.label[language], 3),
      end(t('summary.count'), 1),
      ...amountColumns(wording, 3),
    ],
    rows: groups.map(([name, list]) => {
      const figures = figuresOf(list);
      return [name, String(figures.count), ...amountsOf(figures)];
    }),
    totals: [t('summary.total'), String(all.count), ...amountsOf(all)],
  };
  return { heading: t('summary.byStage'), blocks: [table] };
}

function stageSection(name: string, list: readonly DealParts[], wording: Wording): Section {
  const { language, t } = wording;
  const { fields } = deal;
  const table: PrintedTable = {
    type: 'table',
    columns: [
      start(fields.title.label[language], 8),
      start(fields.mode.label[language], 3),
      start(fields.leadBroker.label[language], 2.2),
      start(fields.signedOn.label[language], 2.6),
      ...amountColumns(wording, 3.4),
    ],
    rows: list.map((one) => [
      one.deal.lostOn === undefined ? one.deal.title : `${one.deal.title} (${t('summary.lost')})`,
      modeText(one, wording),
      one.deal.leadBroker ?? '',
      one.deal.signedOn ?? '',
      ...amountTexts(one),
    ]),
    totals: [t('summary.total'), '', '', '', ...amountsOf(figuresOf(list))],
  };
  return { heading: name, blocks: [table] };
}

/** The shares in one line: who, which part, how much. */
const sharesText = ({ shares, shareFens }: DealParts, { language }: Wording): string =>
  shares
    .map(({ beneficiary, portion }, index) => {
      const fen = shareFens?.[index];
      const amount = fen === undefined ? [] : [formatYuan(fen)];
      return [beneficiary, formatPortion(portion), ...amount].join(' ');
    })
    .join(language === 'zh' ? '；' : '; ');

function factsSection(list: readonly DealParts[], wording: Wording): Section {
  const { language, t } = wording;
  const { fields } = deal;
  const labels = [
    fields.title.label,
    enterprise.fields.uscc.label,
    fields.contractNo.label,
    fields.registrationNo.label,
  ].map((label) => label[language]);
  const [title = '', code = '', contractNo = '', registrationNo = ''] = labels;
  const table: PrintedTable = {
    type: 'table',
    columns: [
      start(title, 7),
      start(code, 4.5),
      start(contractNo, 3),
      start(registrationNo, 4),
      start(t('summary.shares'), 9),
    ],
    rows: list.map((one) => [
      one.deal.title,
      one.enterprise?.uscc ?? '',
      one.deal.contractNo ?? '',
      one.deal.registrationNo ?? '',
      sharesText(one, wording),
    ]),
    totals: null,
  };
  return { heading: t('summary.facts'), blocks: [table] };
}

/** Many deals as one document: by stage with totals, the deals of each stage, then their codes and shares. */
export function dealsDocument(list: readonly DealParts[], wording: Wording): Printed {
  const { language, t, firm } = wording;
  const deals = inReportOrder(list);
  const groups = [...Map.groupBy(deals, (one) => stageTitle(one, wording))];
  const covers = [t('summary.covers', { count: deals.length }), dayText(wording)];
  return {
    language,
    orientation: 'landscape',
    firm,
    title: t('summary.title'),
    subtitle: covers.join(' · '),
    footer: [t('summary.title'), ...covers].join(' · '),
    watermark: '',
    contents: false,
    sections: [
      byStage(groups, figuresOf(deals), wording),
      ...groups.map(([name, own]) => stageSection(name, own, wording)),
      ...(deals.length <= MOST_FACTS ? [factsSection(deals, wording)] : []),
    ].map((section) => ({ ...section, startsPage: false })),
  };
}
