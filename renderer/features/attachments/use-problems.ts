import { useCallback, useEffect, useState } from 'react';
import type { CallOutput } from '../../../shared/contract/index.ts';
import { host } from '../../data/host.ts';

export type FileProblem = CallOutput<'checkFiles'>['problems'][number]['problem'];

export interface Problems {
  readonly of: (hash: string) => FileProblem | undefined;
  /** Asks the vault once more. */
  readonly check: () => Promise<void>;
}

/** Which of some contents are missing from the vault or not what they were. */
export function useProblems(hashes: readonly string[]): Problems {
  const [problems, setProblems] = useState<ReadonlyMap<string, FileProblem>>(new Map());
  const key = [...new Set(hashes)].sort().join();
  const check = useCallback(async (): Promise<void> => {
    if (key === '') return setProblems(new Map());
    const answer = await host.checkFiles({ hashes: key.split(',') });
    // Not being able to ask is no problem of the files: opening one will say what is wrong.
    if (!answer.ok) return;
    setProblems(new Map(answer.value.problems.map(({ hash, problem }) => [hash, problem])));
  }, [key]);
  useEffect(() => {
    void check();
  }, [check]);
  return { of: (hash) => problems.get(hash), check };
}
