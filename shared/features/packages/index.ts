export * from './brochure.ts';
export * from './check.ts';
export * from './editions.ts';
export * from './entity.ts';
export * from './items.ts';
export * from './messages.ts';
export * from './parts.ts';
