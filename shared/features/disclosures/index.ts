export * from './accept.ts';
export * from './entity.ts';
export * from './form.ts';
export * from './inventors.ts';
export * from './messages.ts';
export * from './novelty.ts';
export * from './rights.ts';
export * from './rules.ts';
