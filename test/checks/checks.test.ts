import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../../build/checks/check.ts';
import { listFiles, parseModule } from '../../build/checks/modules.ts';
import { longFiles, sourceViolations } from '../../build/checks/source-rules.ts';

const project = join(import.meta.dirname, '../..');
const violations = join(project, 'test/fixtures/violations');

/** What the comments `// breaks: rule` in a folder announce, as `file:line rule`. */
function announced(root: string): readonly string[] {
  return listFiles(root, '**/*.{ts,tsx}').flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .flatMap((text, index) => {
        const rule = /\/\/ breaks: ([\w-]+)$/.exec(text)?.[1];
        return rule ? [`${file}:${index + 1} ${rule}`] : [];
      }),
  );
}

function found(root: string): readonly string[] {
  return check(root).violations.map(({ file, line, rule }) => `${file}:${line} ${rule}`);
}

test('every rule is broken once in the illegal project, and each breach is found at its line', () => {
  const root = join(violations, 'illegal');
  const expected = announced(root);
  expect([...found(root)].sort()).toEqual([...expected].sort());

  const rules = expected.map((place) => place.split(' ')[1]);
  expect(new Set(rules).size).toBe(rules.length);
  const sources = ['import-rules.ts', 'source-rules.ts'].map((file) =>
    readFileSync(join(project, 'build/checks', file), 'utf8'),
  );
  const known = sources.join().matchAll(/(?:rule: |report\(\s*)'([\w-]+)'/g);
  const elsewhere = ['files-are-short'];
  expect([...rules, ...elsewhere].sort()).toEqual(
    [...new Set([...known].map((match) => match[1]))].sort(),
  );
});

test('what is close to a breach, and allowed, passes', () => {
  const root = join(violations, 'legal');
  expect(found(root)).toEqual([]);
  expect(check(root).moduleCount).toBe(listFiles(root, '**/*.{ts,tsx}').length);
});

test('a file of 500 lines passes, one of 501 does not, and both are called long', () => {
  const most = parseModule('shared/core/most.ts', 'export {};\n'.repeat(500));
  const more = parseModule('shared/core/more.ts', 'export {};\n'.repeat(501));
  expect(sourceViolations(most)).toEqual([]);
  expect(sourceViolations(more).map(({ rule }) => rule)).toEqual(['files-are-short']);
  expect(longFiles([most, more])).toHaveLength(2);
});

test('lines are counted right after Chinese text and astral characters', () => {
  const module = parseModule('shared/core/x.ts', "const a = '成果😀𠮷';\n\nMath.random();\n");
  expect(sourceViolations(module).map(({ line }) => line)).toEqual([3]);
});
