export * from './decide.ts';
export * from './entity.ts';
export * from './explain.ts';
export * from './messages.ts';
export * from './presets.ts';
export * from './rules.ts';
