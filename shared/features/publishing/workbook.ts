import type { Block, Printed } from '../../contract/printed.ts';
import type { Workbook } from '../../contract/spreadsheet.ts';
import type { Translate } from '../../core/messages.ts';

type Row = readonly [string, string];

function rowsOf(block: Block, heading: string): readonly Row[] {
  switch (block.type) {
    case 'paragraph':
      return [[heading, block.text]];
    case 'facts':
      return block.facts.map(({ name, value }) => [name, value]);
    case 'table':
      return block.rows.map((cells) => [
        heading,
        block.columns
          .map(({ title }, index) => `${title} ${cells[index] ?? ''}`.trim())
          .join(' · '),
      ]);
    // No one-pager has these.
    case 'signatures':
    case 'picture':
      return [];
  }
}

/** A redacted document as a table of names and values: it holds what the document holds, and no more. */
export function workbookOf(document: Printed, t: Translate): Workbook {
  const { title, language, subtitle, footer, firm } = document;
  const rows = document.sections.flatMap(({ heading, blocks }) =>
    blocks.flatMap((block) => rowsOf(block, heading)),
  );
  return {
    title,
    language,
    tables: [
      {
        name: t('onePager.sheet'),
        heading: [title, subtitle, [firm, footer].filter(Boolean).join(' · ')],
        columns: [
          { key: 'item', title: t('onePager.item'), kind: 'text', width: 18 },
          { key: 'content', title: t('onePager.content'), kind: 'text', width: 80 },
        ],
        rows: rows.map(([name, value]) => [name, value]),
        totals: null,
      },
    ],
  };
}
