export * from './apply.ts';
export * from './change.ts';
export * from './commit.ts';
export * from './history.ts';
export * from './tally.ts';
export * from './undo.ts';
