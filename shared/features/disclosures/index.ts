export * from './accept.ts';
export * from './entity.ts';
export * from './inventors.ts';
export * from './novelty.ts';
export * from './rights.ts';
