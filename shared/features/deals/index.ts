export * from './decide.ts';
export * from './entity.ts';
export * from './messages.ts';
export * from './rules.ts';
export * from './stages.ts';
