import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  InternalHyperlink,
  type IParagraphOptions,
  convertMillimetersToTwip as mm,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TabStopType,
  TextRun,
} from 'docx';
import { TextWatermark } from 'docx/watermarks';
import type { Printed } from '../../shared/contract/index.ts';
import { anchorOf, listedIn } from './document-body.ts';
import { blockToWord, fonts, GREY, linesOf, plain } from './document-docx-blocks.ts';
import { escapeMarkup } from './document-markup.ts';
import { documentWords } from './document-words.ts';

const A4 = { width: 11_906, height: 16_838 };
const MARGIN = { top: mm(20), bottom: mm(20), left: mm(16), right: mm(16) };

/** A document as a DOCX file, which says of itself its title and its firm alone, and of no time. */
export async function toDocx(printed: Printed): Promise<Uint8Array> {
  const width = textWidth(printed);
  const file = new Document({
    styles,
    // What the library would put in by itself: its own name, twice.
    creator: plain(printed.firm),
    lastModifiedBy: plain(printed.firm),
    compatabilityModeVersion: 15,
    sections: [
      {
        properties: {
          page: { size: { ...A4, orientation: orientationOf(printed) }, margin: MARGIN },
          titlePage: true,
        },
        headers: { first: firstHeader(printed), default: header(printed, width) },
        footers: { first: footer(printed, width), default: footer(printed, width) },
        children: [
          ...titleOf(printed),
          ...contentsOf(printed),
          ...printed.sections.flatMap((section, index) => sectionOf(printed, section, index)),
        ],
      },
    ],
  });
  const packed = await Packer.toBuffer(file, false, [
    { path: 'docProps/core.xml', data: described(printed) },
    { path: 'docProps/app.xml', data: NOTHING_SAID },
  ]);
  return undated(packed);
}

const orientationOf = ({ orientation }: Printed) =>
  orientation === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE;

/** In twips. */
const textWidth = ({ orientation }: Printed): number =>
  (orientation === 'portrait' ? A4.width : A4.height) - MARGIN.left - MARGIN.right;

const styles = {
  default: {
    document: {
      run: { font: fonts.text, size: 21 },
      paragraph: { spacing: { line: 320, lineRule: 'auto', after: 120 } },
    },
    title: {
      run: { font: fonts.heading, size: 36, bold: true, color: '000000' },
      paragraph: { spacing: { before: 0, after: 60, line: 320, lineRule: 'auto' } },
    },
    heading1: {
      run: { font: fonts.heading, size: 26, bold: true, color: '000000' },
      paragraph: { spacing: { before: 280, after: 120 }, keepNext: true },
    },
    hyperlink: { run: { color: '000000' } },
  },
} as const;

function titleOf({ firm, title, subtitle }: Printed): readonly Paragraph[] {
  const rule = { bottom: { style: BorderStyle.SINGLE, size: 10, color: '000000', space: 8 } };
  const grey = { font: fonts.heading, color: '333333' };
  const own = { spacing: { after: 240 }, border: rule };
  return [
    ...(firm === ''
      ? []
      : [
          new Paragraph({ spacing: { after: 60 }, children: linesOf(firm, { ...grey, size: 19 }) }),
        ]),
    new Paragraph({
      heading: HeadingLevel.TITLE,
      children: linesOf(title, {}),
      ...(subtitle === '' ? own : {}),
    }),
    ...(subtitle === '' ? [] : [new Paragraph({ ...own, children: linesOf(subtitle, grey) })]),
  ];
}

/** Links without numbers of pages: Word would ask each reader whether it may fill them in. */
function contentsOf(printed: Printed): readonly Paragraph[] {
  const listed = listedIn(printed);
  if (listed.length === 0) return [];
  const title = new Paragraph({
    spacing: { before: 120, after: 120 },
    keepNext: true,
    children: linesOf(documentWords[printed.language].contents, {
      font: fonts.heading,
      size: 26,
      bold: true,
    }),
  });
  const links = listed.map((index) => {
    const children = linesOf(printed.sections[index]?.heading ?? '', {});
    return new Paragraph({
      spacing: { after: 40 },
      children: [new InternalHyperlink({ anchor: anchorOf(index), children })],
    });
  });
  return [title, ...links];
}

function sectionOf(
  printed: Printed,
  { heading, startsPage, blocks }: Printed['sections'][number],
  index: number,
): readonly (Paragraph | Table)[] {
  const broken: Pick<IParagraphOptions, 'pageBreakBefore'> = startsPage
    ? { pageBreakBefore: true }
    : {};
  const top =
    heading === ''
      ? startsPage
        ? [new Paragraph({ ...broken, spacing: { line: 20, lineRule: 'exact', after: 0 } })]
        : []
      : [
          new Paragraph({
            heading: HeadingLevel.HEADING_1,
            ...broken,
            children: [new Bookmark({ id: anchorOf(index), children: linesOf(heading, {}) })],
          }),
        ];
  const given = { width: textWidth(printed), language: printed.language };
  return [...top, ...blocks.flatMap((block) => blockToWord(block, given))];
}

const small = { font: fonts.heading, size: 16, color: GREY };

function firstHeader(printed: Printed): Header {
  return new Header({ children: [new Paragraph({ children: watermarkOf(printed) })] });
}

function header(printed: Printed, width: number): Header {
  const { firm, title } = printed;
  return new Header({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children: [
          ...watermarkOf(printed),
          new TextRun({ ...small, children: [flat(firm), '\t', flat(title)] }),
        ],
      }),
    ],
  });
}

function footer({ footer, language }: Printed, width: number): Footer {
  const [before, between, after] = documentWords[language].page;
  const pages = [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after];
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        alignment: AlignmentType.LEFT,
        children: [new TextRun({ ...small, children: [flat(footer), '\t', ...pages] })],
      }),
    ],
  });
}

/** A line of the margin has no line breaks, and its one tabulator is ours. */
const flat = (text: string): string => plain(text).replace(/\s+/g, ' ');

/** Of the page's width, in points. */
const WATERMARK_WIDTH = 460;

function watermarkOf({ watermark }: Printed): readonly TextWatermark[] {
  const text = flat(watermark);
  if (text === '') return [];
  // A Chinese character is as wide as it is high, a letter about half.
  const ems = [...text].reduce((sum, character) => sum + (character < '\u2e80' ? 0.55 : 1), 0);
  const size = Math.min(WATERMARK_WIDTH / ems, 48);
  return [
    new TextWatermark({
      ...{ text, font: fonts.heading.eastAsia, color: '808080', opacity: 0.25 },
      ...{ width: ems * size, height: size * 1.25, rotation: -35 },
    }),
  ];
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const NOTHING_SAID = `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>`;

/** Title and firm; no time, and no name of a program (ECMA-376-2, 11). */
function described({ title, firm }: Printed): string {
  const [said, whose] = [title, firm].map((text) => escapeMarkup(flat(text)));
  return `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${said}</dc:title><dc:creator>${whose}</dc:creator></cp:coreProperties>`;
}

const DIRECTORY_ENTRY = 0x02_01_4b_50;
const END_OF_DIRECTORY = 'PK\u0005\u0006';
/** How the archive says the first of January 1980, 0:00: the first time that it knows. */
const NO_TIME = 0x00_21_00_00;

/** An archive without the times at which its parts were packed (APPNOTE.TXT 6.3.10, 4.3). */
function undated(zip: Buffer): Uint8Array {
  const end = zip.lastIndexOf(END_OF_DIRECTORY);
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  for (let entry = 0; entry < count && zip.readUInt32LE(at) === DIRECTORY_ENTRY; entry += 1) {
    zip.writeUInt32LE(NO_TIME, at + 12);
    zip.writeUInt32LE(NO_TIME, zip.readUInt32LE(at + 42) + 10);
    at += 46 + [28, 30, 32].reduce((sum, field) => sum + zip.readUInt16LE(at + field), 0);
  }
  return zip;
}
