export * from './deal-document.ts';
export * from './deal-workbook.ts';
export * from './deals-document.ts';
export * from './due.ts';
export * from './messages.ts';
export * from './monthly.ts';
export * from './parts.ts';
export { reportFileName, type Wording } from './wording.ts';
