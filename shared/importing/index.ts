export * from './cells.ts';
export * from './columns.ts';
export * from './headers.ts';
export * from './identity.ts';
export {
  createSettling,
  type Links,
  linkKey,
  linkKeysOf,
} from './links.ts';
export * from './messages.ts';
export * from './plan.ts';
export * from './reading.ts';
export * from './rejected.ts';
export * from './rows.ts';
export * from './table.ts';
