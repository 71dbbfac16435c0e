export * from './commands.ts';
export * from './entity.ts';
export * from './kinds.ts';
