import {
  AlignmentType,
  BorderStyle,
  type IBorderOptions,
  ImageRun,
  type IRunOptions,
  convertMillimetersToTwip as mm,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Block, Printed } from '../../shared/contract/index.ts';
import { type Picture, sharesOf } from './document-body.ts';
import { documentWords } from './document-words.ts';

/** By the names under which Word on a Chinese Windows has them. */
export const fonts = {
  text: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' },
  heading: { ascii: '等线', hAnsi: '等线', eastAsia: '等线' },
} as const;

export const GREY = '555555';

/** Without what XML has no way to say: it could not be opened. */
export const plain = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');

/** Text as runs, each line on a line of its own. */
export const linesOf = (text: string, look: IRunOptions): TextRun[] =>
  plain(text)
    .split(/\r\n?|\n/)
    .map((line, index) => new TextRun({ ...look, text: line, ...(index > 0 && { break: 1 }) }));

interface Given {
  /** Of the text, in twips. */
  readonly width: number;
  readonly language: Printed['language'];
}

export function blockToWord(block: Block, given: Given): readonly (Paragraph | Table)[] {
  switch (block.type) {
    case 'paragraph':
      return [
        new Paragraph({
          children: linesOf(block.text, block.muted ? { color: GREY, size: 18 } : {}),
        }),
      ];
    case 'facts':
      return [factsTable(block, given), gap()];
    case 'table':
      return [table(block, given), gap()];
    case 'signatures':
      return [gap(), signatures(block.names, given)];
    case 'picture':
      return pictureOf(block, given);
  }
}

/** Two tables in a row would become one, and what follows would touch it. */
const gap = (): Paragraph => new Paragraph({ spacing: { line: 120, lineRule: 'exact', after: 0 } });

const thin = { style: BorderStyle.SINGLE, size: 3, color: 'BBBBBB' };
const thick = { style: BorderStyle.SINGLE, size: 7, color: '000000' };
const no = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const unlined = {
  ...{ top: no, bottom: no, left: no, right: no, insideHorizontal: no, insideVertical: no },
};

interface CellLook {
  readonly run?: IRunOptions;
  readonly end?: boolean;
  readonly top?: IBorderOptions;
  readonly bottom?: IBorderOptions;
}

function cell(text: string, width: number, look: CellLook = {}): TableCell {
  const { run = {}, end = false, top = no, bottom = no } = look;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    borders: { top, bottom, left: no, right: no },
    margins: { top: 50, bottom: 50, left: 90, right: 90 },
    verticalAlign: VerticalAlign.TOP,
    children: [
      new Paragraph({
        spacing: { line: 280, lineRule: 'auto', after: 0 },
        alignment: end ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: linesOf(text, { size: 19, ...run }),
      }),
    ],
  });
}

const wholeTable = (rows: readonly TableRow[], columnWidths: readonly number[]): Table =>
  new Table({
    rows,
    columnWidths,
    width: { size: columnWidths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: unlined,
  });

function factsTable(block: Extract<Block, { type: 'facts' }>, { width }: Given): Table {
  const { columns, facts } = block;
  const pair = Math.floor(width / columns);
  const name = Math.min(mm(columns > 2 ? 18 : 26), Math.floor(pair / 2));
  const widths = Array.from({ length: columns }, () => [name, pair - name]).flat();
  const rows = Array.from({ length: Math.max(1, Math.ceil(facts.length / columns)) }, (_, row) => {
    const cells = Array.from({ length: columns }, (_, column) => {
      const fact = facts[row * columns + column];
      const bottom = fact ? thin : no;
      return [
        cell(fact?.name ?? '', name, { bottom, run: { color: GREY } }),
        cell(fact?.value ?? '', pair - name, { bottom }),
      ];
    });
    return new TableRow({ cantSplit: true, children: cells.flat() });
  });
  return wholeTable(rows, widths);
}

function table(block: Extract<Block, { type: 'table' }>, { width }: Given): Table {
  const { columns, rows, totals } = block;
  const widths = sharesOf(columns).map((share) => Math.floor(share * width));
  const row = (texts: readonly string[], look: CellLook, tableHeader = false): TableRow =>
    new TableRow({
      tableHeader,
      cantSplit: true,
      children: columns.map(({ align }, index) =>
        cell(texts[index] ?? '', widths[index] ?? 0, { ...look, end: align === 'end' }),
      ),
    });
  const bold = { bold: true, font: fonts.heading };
  const titles = columns.map(({ title }) => title);
  const last = totals === null ? rows.length - 1 : rows.length;
  return wholeTable(
    [
      row(titles, { run: bold, top: thick, bottom: thick }, true),
      ...rows.map((texts, index) => row(texts, { bottom: index === last ? thick : thin })),
      ...(totals === null ? [] : [row(totals, { run: bold, top: thick, bottom: thick })]),
    ],
    widths,
  );
}

function signatures(names: readonly string[], { width, language }: Given): Table {
  const between = mm(10);
  const count = Math.max(1, names.length);
  const each = Math.floor((width - between * (count - 1)) / count);
  const grey = { color: GREY, size: 18 };
  /** A cell for each name, with empty ones between them. */
  const row = (cellOf: (name: string) => TableCell): readonly TableCell[] =>
    names.flatMap((name, index) => (index === 0 ? [] : [cell('', between)]).concat(cellOf(name)));
  const rows = [
    new TableRow({
      height: { value: mm(20), rule: 'atLeast' },
      cantSplit: true,
      children: row((name) => cell(name, each, { bottom: thick })),
    }),
    new TableRow({
      children: row(() => cell(documentWords[language].date, each, { run: grey })),
    }),
  ];
  const widths = names.flatMap((_, index) => (index === 0 ? [each] : [between, each]));
  return wholeTable(rows, widths);
}

/** 96 to the inch, as Word takes a picture's pixels; 1,440 twips to the inch. */
const TWIPS_PER_PX = 15;
/** 95 mm, as on paper. */
const HIGHEST_PX = 359;

function pictureOf(picture: Picture, { width }: Given): readonly Paragraph[] {
  const { bytes, mime, caption } = picture;
  const fit = Math.min(1, width / TWIPS_PER_PX / picture.width, HIGHEST_PX / picture.height);
  const image = new ImageRun({
    type: mime === 'image/png' ? 'png' : 'jpg',
    data: bytes,
    transformation: {
      width: Math.max(1, Math.round(picture.width * fit)),
      height: Math.max(1, Math.round(picture.height * fit)),
    },
    altText: { name: 'picture', description: plain(caption), title: '' },
  });
  const middle = { alignment: AlignmentType.CENTER } as const;
  return [
    new Paragraph({
      ...middle,
      spacing: { line: 240, lineRule: 'auto', before: 60, after: 60 },
      keepNext: caption !== '',
      children: [image],
    }),
    ...(caption === ''
      ? []
      : [new Paragraph({ ...middle, children: linesOf(caption, { color: GREY, size: 18 }) })]),
  ];
}
