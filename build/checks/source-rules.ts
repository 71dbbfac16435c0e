import { type ESTree, Visitor, type VisitorObject } from 'vite';
import type { Module, Violation } from './modules.ts';

/** Beyond this a file says too much; see also `longFiles`. */
const MOST_LINES = 500;
const WISHED_LINES = 400;

const han = /\p{Script=Han}/u;

type Report = (rule: string, offset: number, detail: string) => void;

function lineCount({ source }: Module): number {
  return source.trimEnd().split('\n').length;
}

function isCallOf(node: ESTree.CallExpression, object: string, property: string): boolean {
  const { callee } = node;
  return (
    callee.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    callee.object.name === object &&
    callee.property.type === 'Identifier' &&
    callee.property.name === property
  );
}

/** A comment that holds `pattern` on the line of `offset` or on the one above it. */
function hasComment({ comments, lineAt }: Module, offset: number, pattern: RegExp): boolean {
  const line = lineAt(offset);
  return comments.some(
    ({ value, start, end }) =>
      pattern.test(value) && (lineAt(start) === line || lineAt(end) === line - 1),
  );
}

/**
 * `shared/` gets time and chance as arguments, so that the same input gives the same answer in a
 * test, on a colleague's desk and next year. Expected failures are values there: what is thrown is
 * a bug, and says so.
 */
function purity(module: Module, report: Report): VisitorObject {
  let inAssertNever = false;
  return {
    CallExpression(node) {
      if (isCallOf(node, 'Date', 'now')) report('shared-has-no-clock', node.start, 'Date.now()');
      if (isCallOf(node, 'Math', 'random')) {
        report('shared-has-no-chance', node.start, 'Math.random()');
      }
      if (node.callee.type === 'Identifier' && node.callee.name === 'Date') {
        report('shared-has-no-clock', node.start, 'Date()');
      }
    },
    NewExpression(node) {
      const isDate = node.callee.type === 'Identifier' && node.callee.name === 'Date';
      if (isDate && node.arguments.length === 0) {
        report('shared-has-no-clock', node.start, 'new Date()');
      }
    },
    Identifier(node) {
      if (node.name === 'console') report('shared-prints-nothing', node.start, 'console');
    },
    FunctionDeclaration(node) {
      if (node.id?.name === 'assertNever') inAssertNever = true;
    },
    'FunctionDeclaration:exit'(node) {
      if (node.id?.name === 'assertNever') inAssertNever = false;
    },
    ThrowStatement(node) {
      if (!inAssertNever && !hasComment(module, node.start, /^\s*bug:/)) {
        report('shared-throws-bugs-only', node.start, 'throw without a comment `// bug: …`');
      }
    },
  };
}

/** Screens take their words from messages, which are there in both languages. */
function wordless(report: Report): VisitorObject {
  const check = (text: string, offset: number) => {
    if (han.test(text)) report('screens-take-words-from-messages', offset, text.trim());
  };
  return {
    Literal(node) {
      if (typeof node.value === 'string') check(node.value, node.start);
    },
    TemplateElement(node) {
      check(node.value.raw, node.start);
    },
    JSXText(node) {
      check(node.value, node.start);
    },
  };
}

/** What is wrong inside one module, whatever it imports. */
export function sourceViolations(module: Module): readonly Violation[] {
  const { path, program, comments, lineAt } = module;
  const violations: Violation[] = [];
  const report: Report = (rule, offset, detail) =>
    violations.push({ rule, file: path, line: lineAt(offset), detail });

  if (path.startsWith('shared/')) new Visitor(purity(module, report)).visit(program);
  if (path.startsWith('renderer/') && !path.endsWith('/messages.ts')) {
    new Visitor(wordless(report)).visit(program);
  }
  for (const { value, start } of comments) {
    if (/\b(TODO|FIXME|XXX)\b/.test(value)) report('nothing-left-to-do', start, value.trim());
  }
  if (/\.(test|spec)\.tsx?$/.test(path) && !path.startsWith('test/')) {
    report('tests-live-in-test', 0, path);
  }
  const lines = lineCount(module);
  if (lines > MOST_LINES) report('files-are-short', 0, `${lines} lines, ${MOST_LINES} at most`);
  return violations;
}

/** Files longer than wished for, the longest first: to be looked at, not refused. */
export function longFiles(modules: readonly Module[]): readonly string[] {
  return modules
    .map((module) => ({ path: module.path, lines: lineCount(module) }))
    .filter(({ lines }) => lines > WISHED_LINES)
    .sort((a, b) => b.lines - a.lines)
    .map(({ path, lines }) => `${path} (${lines} lines)`);
}

const machinePath = /(?<![\w.~-])\/(?:work|tmp|home|root|Users)\/[\w.-]+|\b[A-Z]:\\Users\\/;
const registry = /\bhttps?:\/\/[^\s'"]*(?:registry|npmjs|npmmirror|mirrors?)\b|"resolved":\s*"http/;

/** Nothing written here may hold only on the machine where it was written. */
export function textViolations(path: string, text: string): readonly Violation[] {
  return text.split('\n').flatMap((content, index) => {
    const place = { file: path, line: index + 1, detail: content.trim().slice(0, 100) };
    return [
      ...(machinePath.test(content) ? [{ rule: 'no-path-of-one-machine', ...place }] : []),
      ...(registry.test(content) ? [{ rule: 'no-download-address', ...place }] : []),
    ];
  });
}
