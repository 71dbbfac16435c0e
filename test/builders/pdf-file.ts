/**
 * A PDF of some pages, each with lines of text in a Chinese font that is not in the file. `trailer`
 * is what else the trailer says.
 */
export function pdfFile(pages: readonly string[], trailer = ''): Uint8Array<ArrayBuffer> {
  const hex = (text: string): string =>
    [...text].map((char) => char.charCodeAt(0).toString(16).padStart(4, '0')).join('');
  const kids = pages.map((_text, index) => `${5 + 2 * index} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    // The reader must know the table of this encoding to find the characters.
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light ' +
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> ' +
      '/FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 90 >> >>',
    ...pages.flatMap((text, index) => {
      const lines = text.split('\n').map((line) => `<${hex(line)}> Tj`);
      const content = `BT /F1 28 Tf 60 760 Td ${lines.join(' 0 -40 Td ')} ET`;
      return [
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ' +
          `/Resources << /Font << /F1 3 0 R >> >> /Contents ${6 + 2 * index} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const entries = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  body +=
    `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}` +
    `trailer << /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${body.length}\n%%EOF\n`;
  return new Uint8Array([...body].map((char) => char.charCodeAt(0)));
}

/** The same under a password, as far as a reader gets that does not know it. */
export const lockedPdfFile = (pages: readonly string[]): Uint8Array<ArrayBuffer> =>
  pdfFile(
    pages,
    '/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 ' +
      `/O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`,
  );
