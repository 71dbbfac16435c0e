import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { circleViolations, importViolations } from './import-rules.ts';
import { listFiles, readModules, type Violation } from './modules.ts';
import { longFiles, sourceViolations, textViolations } from './source-rules.ts';

const texts = '**/*.{ts,tsx,mjs,css,html,json,yml,md,sh}';

export interface Findings {
  readonly violations: readonly Violation[];
  readonly longFiles: readonly string[];
  readonly moduleCount: number;
}

/** Holds the project below `root` against all rules of this folder. */
export function check(root: string): Findings {
  const modules = readModules(root);
  const product = modules.filter(({ path }) => !path.startsWith('test/'));
  return {
    violations: [
      ...importViolations(modules),
      ...circleViolations(product),
      ...modules.flatMap(sourceViolations),
      ...[...listFiles(root, texts), ...listFiles(root, '.ci/*')].flatMap((path) =>
        textViolations(path, readFileSync(join(root, path), 'utf8')),
      ),
    ],
    longFiles: longFiles(modules),
    moduleCount: modules.length,
  };
}
