/** What a long piece of work is given: how to say how far it is, and when to stop. */
export interface Job {
  readonly signal: AbortSignal;
  readonly report: (progress: Progress) => void;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
}

export interface Jobs {
  /** Does the work under that name; the job is gone when it ends, however it ends. */
  readonly run: <T>(id: string, work: (job: Job) => Promise<T>) => Promise<T>;
  /** Null when there is no job of that name. */
  readonly progress: (id: string) => Progress | null;
  readonly cancel: (id: string) => void;
  readonly cancelAll: () => void;
}

/** Work that nobody watches and nobody ends. */
export const unwatched = (): Job => ({
  signal: new AbortController().signal,
  report: () => undefined,
});

export function createJobs(): Jobs {
  const running = new Map<string, { progress: Progress; readonly controller: AbortController }>();
  return {
    run: async (id, work) => {
      const controller = new AbortController();
      const entry = { progress: { done: 0, total: 0 }, controller };
      running.set(id, entry);
      try {
        return await work({
          signal: controller.signal,
          report: (progress) => {
            entry.progress = progress;
          },
        });
      } finally {
        running.delete(id);
      }
    },
    progress: (id) => running.get(id)?.progress ?? null,
    cancel: (id) => running.get(id)?.controller.abort(),
    cancelAll: () => {
      for (const { controller } of running.values()) controller.abort();
    },
  };
}
