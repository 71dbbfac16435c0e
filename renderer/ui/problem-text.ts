import { problemText } from '../../shared/entities/messages.ts';
import type { Problem } from '../../shared/entities/problem.ts';
import { useWords } from '../app/i18n.ts';

/** Says a problem in the language in use. */
export function useProblemText(): (problem: Problem) => string {
  const { tAny } = useWords();
  return (problem) => problemText(problem, tAny);
}
