export * from './decide.ts';
export * from './describe.ts';
export * from './entity.ts';
