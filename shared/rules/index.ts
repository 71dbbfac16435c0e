export * from './regions.ts';
export * from './rules.ts';
export * from './table.ts';
