export * from './decide.ts';
export * from './entity.ts';
