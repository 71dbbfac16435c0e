export * from './compare.ts';
export * from './decide.ts';
export * from './duplicates.ts';
export * from './entity.ts';
export * from './parts.ts';
export * from './registration.ts';
export * from './rules.ts';
