import type { Printed } from '../../shared/contract/index.ts';
import { documentWords } from './document-words.ts';

/** Where the bundled font lacks a character, or is not there. */
const fallbacks = "'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif";

const fontOf = (family: string | null): string =>
  `${family === null ? '' : `'${family}',`}${fallbacks}`;

/** All text that stands outside the body, for choosing fonts. */
export function marginText({ language, firm, title, footer }: Printed): string {
  return `${firm}${title}${footer}${documentWords[language].page.join('')}0123456789`;
}

/** A document on paper: A4 with page numbers, and from the second page on a head that says whose. */
export function paperStyle(printed: Printed, family: string | null): string {
  return pageRules(printed, fontOf(family)) + contentStyle(fontOf(family));
}

/** The same on a screen: a sheet in the middle of the window, and paper when it is printed. */
export function screenStyle(printed: Printed): string {
  const font = fontOf(null);
  return `${pageRules(printed, font)}${contentStyle(font)}
@media screen{html{background:#eceae5}
body{max-width:${printed.orientation === 'portrait' ? 210 : 297}mm;margin:0 auto;padding:18mm 16mm;min-height:100vh;box-shadow:0 0 0 1px #0001,0 2px 12px #0001}
.contents b,.contents i{display:none}}
@media screen and (max-width:700px){body{padding:8mm 5mm}.facts{grid-template-columns:1fr!important}}`;
}

function pageRules({ language, orientation, firm, title, footer }: Printed, font: string): string {
  const [before, between, after] = documentWords[language].page;
  const pages = `'${before}' counter(page) '${between}' counter(pages) '${after}'`;
  const margin = (text: string, more: string): string =>
    `{content:${text};font:8pt ${font};color:#555;${more}}`;
  const top = 'vertical-align:bottom;padding-bottom:3mm';
  const bottom = 'vertical-align:top;padding-top:3mm';
  return `
@page{size:A4 ${orientation};margin:20mm 16mm;
@top-left${margin(cssString(firm), top)}
@top-right${margin(cssString(title), top)}
@bottom-left${margin(cssString(footer), bottom)}
@bottom-right${margin(pages, `${bottom};white-space:nowrap`)}}
@page:first{@top-left{content:''}@top-right{content:''}}`;
}

/** Black on white, thin rules. */
const contentStyle = (font: string): string => `
*{box-sizing:border-box;margin:0;padding:0}
body{font:10pt/1.6 ${font};color:#000;background:#fff;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
header{border-bottom:1.2pt solid #000;padding-bottom:4mm;margin-bottom:6mm}
h1{font-size:17pt;line-height:1.3;font-weight:650}
h2{font-size:12pt;line-height:1.4;font-weight:650;margin:6mm 0 2mm;break-after:avoid}
.starts-page{break-before:page}
.starts-page h2{font-size:15pt;margin:0 0 4mm}
p{white-space:pre-line}
.firm{font-size:9.5pt;letter-spacing:.04em;margin-bottom:2mm}
.subtitle{margin-top:1.5mm;color:#333}
.muted{color:#555;font-size:9pt}
section>*+*{margin-top:2.5mm}
section>h2+*{margin-top:0}
.contents{margin-bottom:6mm}
.contents>p{font-size:12pt;font-weight:650;margin-bottom:2mm}
.contents ol{list-style:none}
.contents li{break-inside:avoid}
.contents a{display:flex;align-items:flex-end;gap:2mm;padding:.7mm 0;color:inherit;text-decoration:none}
.contents i{flex:1;min-width:8mm;border-bottom:.8pt dotted #777;margin-bottom:.45em}
.contents b{font-weight:400;white-space:nowrap}
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
figure{break-inside:avoid;text-align:center}
img{max-width:100%;max-height:95mm;width:auto;height:auto;vertical-align:top}
figcaption{margin-top:1.5mm;font-size:9pt;color:#555}
.signatures{display:flex;gap:12mm;margin-top:12mm;break-inside:avoid}
.signatures div{flex:1}
.rule{height:14mm;border-bottom:.6pt solid #000;margin-bottom:1.5mm}
.watermark{position:fixed;inset:0;z-index:1;display:flex;flex-direction:column;justify-content:space-around;overflow:hidden;pointer-events:none;text-align:center;font-size:18pt;line-height:1.4;color:#000;opacity:.1}
.watermark p{transform:rotate(-24deg)}`;

/** Text as a CSS string: everything that could end it, or the style element, as a code point. */
function cssString(text: string): string {
  const escaped = text.replace(
    /[^\p{L}\p{N} ]/gu,
    (character) => `\\${character.codePointAt(0)?.toString(16)} `,
  );
  return `'${escaped}'`;
}
