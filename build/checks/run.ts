import { dirname } from 'node:path';
import { check } from './check.ts';

const { violations, longFiles, moduleCount } = check(dirname(dirname(import.meta.dirname)));
for (const { rule, file, line, detail } of violations) {
  console.error(`${file}:${line} ${rule}: ${detail}`);
}
for (const file of longFiles) console.warn(`long: ${file}`);
console.log(`${moduleCount} modules, ${violations.length} violations`);
if (violations.length > 0) process.exitCode = 1;
