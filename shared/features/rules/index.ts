export * from './decide.ts';
export * from './effective.ts';
export * from './entity.ts';
export * from './read.ts';
