export * from './decide.ts';
export * from './entity.ts';
export * from './indicators.ts';
export * from './phrases.ts';
export * from './rules.ts';
