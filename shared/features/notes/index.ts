export * from './entity.ts';
export * from './mentions.ts';
export * from './order.ts';
