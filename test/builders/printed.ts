import type { Printed } from '../../shared/contract/index.ts';
import { onePixel } from './one-pixel.ts';

export const blankDocument: Printed = {
  language: 'zh',
  orientation: 'portrait',
  firm: '',
  title: '',
  subtitle: '',
  footer: '',
  watermark: '',
  contents: false,
  sections: [],
};

/** The same text at every place of a document that takes text. */
export function everywhere(text: string): Printed {
  return {
    ...blankDocument,
    firm: text,
    title: text,
    subtitle: text,
    footer: text,
    watermark: text,
    contents: true,
    sections: [
      {
        heading: text,
        startsPage: true,
        blocks: [
          { type: 'paragraph', text, muted: false },
          { type: 'facts', columns: 2, facts: [{ name: text, value: text }] },
          {
            type: 'table',
            columns: [{ title: text, align: 'end', share: 1 }],
            rows: [[text]],
            totals: [text],
          },
          { type: 'signatures', names: [text] },
          {
            type: 'picture',
            bytes: new Uint8Array(Buffer.from(onePixel, 'base64')),
            mime: 'image/png',
            width: 1,
            height: 1,
            caption: text,
          },
        ],
      },
    ],
  };
}
