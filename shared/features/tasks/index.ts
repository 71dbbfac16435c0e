export * from './entity.ts';
export * from './rules.ts';
