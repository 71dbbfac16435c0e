import { globSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, posix, sep } from 'node:path';
import { type ESTree, type ParseResult, parseSync, Visitor } from 'vite';

/** What one module takes from another. */
export interface Import {
  /** A file of the project (`shared/core/money.ts`), `node:fs`, or `npm:dexie`. */
  readonly target: string;
  readonly names: readonly string[];
  /** Gone when the program runs. */
  readonly typeOnly: boolean;
  readonly line: number;
}

export interface Module {
  /** From the project's root, with `/`. */
  readonly path: string;
  readonly source: string;
  readonly program: ESTree.Program;
  readonly comments: ParseResult['comments'];
  readonly imports: readonly Import[];
  /** Line of an offset into the source, from 1. */
  readonly lineAt: (offset: number) => number;
}

/** One broken rule at one place. */
export interface Violation {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly detail: string;
}

const notOurs =
  /(^|\/)(node_modules|dist|release|coverage|test-results|playwright-report|fixtures\/violations)(\/|$)/;

const toPosix = (path: string) => path.split(sep).join('/');

/** The project's own files below `root`; deliberate violations are not its own. */
export function listFiles(root: string, pattern: string): readonly string[] {
  return globSync(pattern, { cwd: root, exclude: (path) => notOurs.test(toPosix(path)) })
    .map(toPosix)
    .sort();
}

function targetOf(specifier: string, from: string): string {
  const name = specifier.replace(/\?.*$/, '');
  if (name.startsWith('.')) return posix.join(posix.dirname(from), name);
  if (isBuiltin(name)) return name.startsWith('node:') ? name : `node:${name}`;
  const parts = name.split('/');
  return `npm:${parts.slice(0, name.startsWith('@') ? 2 : 1).join('/')}`;
}

function specifierName(specifier: ESTree.ImportDeclarationSpecifier | ESTree.ExportSpecifier) {
  if (specifier.type === 'ImportDefaultSpecifier') return 'default';
  if (specifier.type === 'ImportNamespaceSpecifier') return '*';
  const name = specifier.type === 'ImportSpecifier' ? specifier.imported : specifier.local;
  return name.type === 'Literal' ? name.value : name.name;
}

function importsOf(path: string, program: ESTree.Program, lineAt: Module['lineAt']) {
  const imports: Import[] = [];
  const add = (source: ESTree.Expression, typeOnly: boolean, names: readonly string[]) => {
    if (source.type !== 'Literal' || typeof source.value !== 'string') return;
    const target = targetOf(source.value, path);
    imports.push({ target, names, typeOnly, line: lineAt(source.start) });
  };
  new Visitor({
    ImportDeclaration({ source, importKind, specifiers }) {
      add(source, importKind === 'type', specifiers.map(specifierName));
    },
    ExportNamedDeclaration({ source, exportKind, specifiers }) {
      if (source) add(source, exportKind === 'type', specifiers.map(specifierName));
    },
    ExportAllDeclaration({ source, exportKind }) {
      add(source, exportKind === 'type', ['*']);
    },
    ImportExpression({ source }) {
      add(source, false, ['*']);
    },
    TSImportType({ source }) {
      add(source, true, ['*']);
    },
  }).visit(program);
  return imports;
}

/** Throws when the source does not parse. */
export function parseModule(path: string, source: string): Module {
  const { program, comments, errors } = parseSync(path, source);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  const starts = [...source.matchAll(/^/gm)].map((match) => match.index);
  const lineAt = (offset: number) => starts.findLastIndex((start) => start <= offset) + 1;
  return { path, source, program, comments, lineAt, imports: importsOf(path, program, lineAt) };
}

export function readModules(root: string): readonly Module[] {
  return listFiles(root, '{shared,electron,renderer,build,test}/**/*.{ts,tsx,mjs}').map((path) =>
    parseModule(path, readFileSync(join(root, path), 'utf8')),
  );
}
