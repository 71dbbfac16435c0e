import type { Printed } from '../../shared/contract/index.ts';

/** Where the bundled font lacks a character, or is not there. */
const fallbacks = "'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif";

/** Around the number of a page and of all pages. */
const pageWords = { zh: ['第 ', ' 页，共 ', ' 页'], en: ['Page ', ' of ', ''] } as const;

/** All text that stands outside the body, for choosing fonts. */
export function marginText({ language, footer }: Printed): string {
  return `${footer}${pageWords[language].join('')}0123456789`;
}

/** The look of a filed document: A4, black on white, thin rules, page numbers at the foot. */
export function documentStyle(
  { language, orientation, footer }: Printed,
  family: string | null,
): string {
  const font = `${family === null ? '' : `'${family}',`}${fallbacks}`;
  const [before, between, after] = pageWords[language];
  const pages = `'${before}' counter(page) '${between}' counter(pages) '${after}'`;
  return `
@page{size:A4 ${orientation};margin:18mm 16mm 20mm;
@bottom-left{content:${cssString(footer)};font:8pt ${font};color:#555;vertical-align:top;padding-top:3mm}
@bottom-right{content:${pages};font:8pt ${font};color:#555;vertical-align:top;padding-top:3mm;white-space:nowrap}}
*{box-sizing:border-box;margin:0;padding:0}
body{font:10pt/1.55 ${font};color:#000;background:#fff;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
header{border-bottom:1.2pt solid #000;padding-bottom:4mm;margin-bottom:6mm}
h1{font-size:17pt;line-height:1.3;font-weight:650}
h2{font-size:11.5pt;font-weight:650;margin:6mm 0 2mm;break-after:avoid}
p{white-space:pre-line}
.firm{font-size:9.5pt;letter-spacing:.04em;margin-bottom:2mm}
.subtitle{margin-top:1.5mm;color:#333}
.muted{color:#555;font-size:9pt}
section>*+*{margin-top:2.5mm}
.facts{display:grid;gap:0 8mm;break-inside:avoid-page}
.of-2{grid-template-columns:repeat(2,1fr)}
.of-3{grid-template-columns:repeat(3,1fr)}
.of-4{grid-template-columns:repeat(4,1fr)}
.facts div{display:flex;gap:3mm;border-bottom:.4pt solid #bbb;padding:1.1mm 0;break-inside:avoid}
dt{flex:0 0 26mm;color:#555}
dd{flex:1;min-width:0;white-space:pre-line}
.of-3 dt,.of-4 dt{flex-basis:18mm}
table{width:100%;border-collapse:collapse;font-size:9pt;border-bottom:.8pt solid #000}
thead{display:table-header-group}
tr{break-inside:avoid}
th,td{padding:1.3mm 1.8mm;text-align:start;vertical-align:top;white-space:pre-line}
th{font-weight:650;border-top:.8pt solid #000;border-bottom:.8pt solid #000;vertical-align:bottom}
td{border-bottom:.4pt solid #bbb}
.end{text-align:end}
td.end{white-space:nowrap}
.totals td{font-weight:650;border-top:.8pt solid #000}
.signatures{display:flex;gap:12mm;margin-top:12mm;break-inside:avoid}
.signatures div{flex:1}
.rule{height:14mm;border-bottom:.6pt solid #000;margin-bottom:1.5mm}
`;
}

/** Text as a CSS string: everything that could end it, or the style element, as a code point. */
function cssString(text: string): string {
  const escaped = text.replace(
    /[^\p{L}\p{N} ]/gu,
    (character) => `\\${character.codePointAt(0)?.toString(16)} `,
  );
  return `'${escaped}'`;
}
