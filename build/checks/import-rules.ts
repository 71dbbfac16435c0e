import type { Module, Violation } from './modules.ts';

/**
 * A capability has one name on every floor. In this order: one may use those before it, never those
 * after it.
 */
const capabilities = [
  'attachments',
  'views',
  'stars',
  'notes',
  'tasks',
  'custom-fields',
  'rules',
  'achievements',
  'ip-rights',
  'disclosures',
  'evaluations',
  'outcomes',
  'publishing',
  'packages',
  'institutions',
  'enterprises',
  'needs',
  'directory',
  'matching',
  'events',
  'deals',
  'contracts',
  'compliance',
  'commissions',
  'payouts',
  'training',
  'reports',
  'exchange',
  'settings',
];

/** Screens over many capabilities, which have no meaning of their own in `shared/features`. */
const screensOnly = ['today', 'importing', 'history', 'safety'];

interface ImportRule {
  readonly rule: string;
  /** The modules that it binds. */
  readonly from: RegExp;
  /** What they may not import: a path, `node:…`, `npm:…`, or a name from it, `npm:electron#app`. */
  readonly refuses: RegExp;
  /** What they may all the same; `$1` stands for what `from` captured. */
  readonly allows?: string;
}

const rules: readonly ImportRule[] = [
  { rule: 'shared-stands-alone', from: /^shared\//, refuses: /^(renderer|electron|build|test)\// },
  { rule: 'shared-runs-anywhere', from: /^shared\//, refuses: /^node:/ },
  {
    rule: 'shared-needs-little',
    from: /^shared\/(?!features\/[^/]+\/rules)/,
    refuses: /^npm:/,
    allows: '^npm:(zod|uuid)(#|$)',
  },
  { rule: 'rules-need-nothing', from: /^shared\/features\/[^/]+\/rules/, refuses: /^npm:/ },
  {
    rule: 'feature-has-one-door',
    from: /^(?!test\/)(?:shared\/features\/([^/]+)\/)?/,
    refuses: /^shared\/features\/[^/]+\/(?!index\.ts)/,
    allows: '^shared/features/$1/',
  },
  ...capabilities.map((name, rank) => ({
    rule: 'feature-looks-back-only',
    from: new RegExp(`^shared/features/${name}/`),
    refuses: new RegExp(
      `^shared/features/(${['\\?', ...capabilities.slice(rank + 1)].join('|')})/`,
    ),
  })),
  {
    rule: 'feature-is-known',
    from: new RegExp(
      `^shared/features/(?!(${capabilities.join('|')})/)|` +
        `^renderer/features/(?!(${[...capabilities, ...screensOnly].join('|')})/)`,
    ),
    refuses: /^/,
  },
  {
    rule: 'common-parts-name-no-feature',
    from: /^shared\/(?!features\/|registry\.ts$|rule-tables\.ts$|starting\.ts$|demo\/)/,
    refuses: /^shared\/features\//,
  },
  {
    rule: 'renderer-stays-in-the-page',
    from: /^renderer\//,
    refuses: /^(electron|build|test)\/|^node:|^npm:electron(#|$)/,
  },
  {
    rule: 'screens-stand-apart',
    from: /^renderer\/features\/([^/]+)\//,
    refuses: /^renderer\/features\//,
    allows: '^renderer/features/$1/',
  },
  {
    rule: 'pieces-know-no-screen',
    from: /^renderer\/ui\//,
    refuses: /^renderer\/features\//,
  },
  {
    rule: 'data-knows-no-screen',
    from: /^renderer\/(data|index)\//,
    refuses: /^renderer\/(features|app|ui)\//,
  },
  { rule: 'dexie-only-in-data', from: /^(?!renderer\/data\/|test\/)/, refuses: /^npm:dexie\b/ },
  {
    rule: 'recharts-only-in-charts',
    from: /^(?!renderer\/ui\/charts\b|test\/)/,
    refuses: /^npm:recharts(#|$)/,
  },
  {
    rule: 'electron-knows-no-screen',
    from: /^electron\//,
    refuses: /^(renderer|build|test)\//,
  },
  {
    rule: 'host-knows-no-runtime',
    from: /^electron\/host\//,
    refuses: /^npm:electron(#|$)|^electron\//,
    allows: '^electron/host/',
  },
  {
    rule: 'preload-is-a-bridge-only',
    from: /^electron\/preload\.ts$/,
    refuses: /^/,
    allows: '^npm:electron(#|$)|^shared/contract/',
  },
  {
    rule: 'main-alone-answers',
    from: /^(?!electron\/main\.ts$|test\/)/,
    refuses: /^npm:electron#ipcMain$/,
  },
  {
    rule: 'preload-alone-asks',
    from: /^(?!electron\/preload\.ts$|test\/)/,
    refuses: /^npm:electron#ipcRenderer$/,
  },
  { rule: 'product-needs-no-test', from: /^build\//, refuses: /^(test|renderer)\// },
];

function brokenRules(path: string, target: string): readonly string[] {
  return rules.flatMap(({ rule, from, refuses, allows }) => {
    const match = from.exec(path);
    if (!match || !refuses.test(target)) return [];
    if (allows === undefined) return [rule];
    // Where nothing was captured, `$1` becomes `?`, which is in no path.
    const allowed = new RegExp(allows.replace('$1', match[1] ?? '\\?'));
    return allowed.test(target) ? [] : [rule];
  });
}

/** Every import that its place forbids. A rule counts once for an import, however many names it takes. */
export function importViolations(modules: readonly Module[]): readonly Violation[] {
  return modules.flatMap(({ path, imports }) =>
    imports.flatMap(({ target, names, line }) => {
      const targets = [target, ...names.map((name) => `${target}#${name}`)];
      const broken = new Set(targets.flatMap((one) => brokenRules(path, one)));
      return [...broken].map((rule) => ({ rule, file: path, line, detail: target }));
    }),
  );
}

/** Modules that need one another to start. Each circle is reported once, at its first module. */
export function circleViolations(modules: readonly Module[]): readonly Violation[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const done = new Set<string>();
  const violations: Violation[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (done.has(path)) return;
    const next = [...trail, path];
    for (const { target, typeOnly, line } of byPath.get(path)?.imports ?? []) {
      if (typeOnly) continue;
      const start = next.indexOf(target);
      if (start >= 0) {
        const detail = [...next.slice(start), target].join(' -> ');
        violations.push({ rule: 'no-circles', file: path, line, detail });
      } else visit(target, next);
    }
    done.add(path);
  };
  for (const { path } of modules) visit(path, []);
  return violations;
}
