export * from './entity.ts';
export * from './state.ts';
