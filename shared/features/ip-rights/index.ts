export * from './entity.ts';
export * from './open-licence.ts';
export * from './parts.ts';
export * from './portfolio.ts';
export * from './rules.ts';
export * from './tariff.ts';
