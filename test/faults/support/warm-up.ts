/** Loads once what the processes of the suites load at each start, so that it is compiled once. */
await Promise.all([
  import('../../../electron/host/index.ts'),
  import('../../../electron/host/archive-tasks.ts'),
]);

export {};
