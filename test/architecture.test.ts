/**
 * Who may import whom. FOLDERS below is the rule, and README.md shows the same table; to change the rule,
 * change both. The README's table has one row for each row here, in this order:
 *
 *   | folder | may import | packages |
 *   | --- | --- | --- |
 *   | base | – | – |
 *   | schedule | base | zod |
 *   | store | base, schedule, program, trace, export, worker | zustand, immer, idb-keyval; in `use*.ts`: react |
 *
 * When they differ, the failing test prints the table as it should be, to be pasted.
 */
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';

interface Row {
  readonly folders: readonly string[];
  readonly mayImport: readonly string[];
  /** Any file of the folder may use these. */
  readonly packages: readonly string[];
  /** Only `.tsx` and `use*.ts` may use these. */
  readonly reactPackages?: readonly string[];
}

const CORE = [
  'words',
  'base',
  'schedule',
  'program',
  'reactor',
  'trace',
  'traceFile',
  'lint',
  'simulator',
  'export',
];
const VIEWS = ['timeline', 'graph', 'inspector', 'chain', 'lessons'];
const SEEN_BY_EXPLAIN = ['words', 'base', 'schedule', 'trace', 'lint', 'store', 'ui', 'commands'];
const SEEN_BY_FINDINGS = [...SEEN_BY_EXPLAIN, 'explain'];
const SEEN_BY_VIEWS = [...SEEN_BY_FINDINGS, 'findings'];
const VIEW_PACKAGES = ['react', 'lucide-react', 'radix-ui', 'react-window'];

const FOLDERS: readonly Row[] = [
  { folders: ['words'], mayImport: [], packages: ['i18next'] },
  { folders: ['base'], mayImport: ['words'], packages: [] },
  { folders: ['schedule'], mayImport: ['words', 'base'], packages: ['zod'] },
  { folders: ['reactor'], mayImport: ['base'], packages: [] },
  { folders: ['trace'], mayImport: ['words', 'base'], packages: [] },
  { folders: ['lint'], mayImport: ['words', 'base', 'schedule', 'trace'], packages: [] },
  { folders: ['traceFile'], mayImport: ['words', 'base', 'trace'], packages: ['zod'] },
  { folders: ['program'], mayImport: ['base', 'schedule'], packages: [] },
  {
    folders: ['simulator'],
    mayImport: ['base', 'program', 'reactor', 'trace'],
    packages: ['@noble/hashes'],
  },
  { folders: ['export'], mayImport: ['base', 'schedule', 'program', 'trace'], packages: [] },
  {
    folders: ['worker'],
    mayImport: ['base', 'program', 'schedule', 'simulator', 'trace'],
    packages: [],
  },
  {
    folders: ['store'],
    mayImport: ['words', 'base', 'schedule', 'program', 'trace', 'lint', 'export', 'worker'],
    packages: ['zustand', 'immer', 'idb-keyval'],
    reactPackages: ['react'],
  },
  {
    folders: ['ui'],
    mayImport: ['words', 'base'],
    packages: ['@lezer/highlight', '@lezer/python'],
    reactPackages: [
      'react',
      'radix-ui',
      'lucide-react',
      'react-resizable-panels',
      'react-window',
      'sonner',
    ],
  },
  {
    folders: ['commands'],
    mayImport: ['words', 'base', 'ui'],
    packages: [],
    reactPackages: ['react', 'lucide-react'],
  },
  {
    folders: ['explain'],
    mayImport: SEEN_BY_EXPLAIN,
    packages: [],
    reactPackages: ['react', 'lucide-react'],
  },
  {
    folders: ['findings', 'editors'],
    mayImport: SEEN_BY_FINDINGS,
    packages: [],
    reactPackages: ['react', 'lucide-react', 'radix-ui'],
  },
  {
    folders: ['timeline', 'chain'],
    mayImport: SEEN_BY_VIEWS,
    packages: [],
    reactPackages: VIEW_PACKAGES,
  },
  {
    folders: ['lessons'],
    mayImport: [...SEEN_BY_VIEWS, 'editors'],
    packages: ['zod'],
    reactPackages: VIEW_PACKAGES,
  },
  {
    folders: ['inspector'],
    mayImport: [...SEEN_BY_VIEWS, 'editors'],
    packages: [],
    reactPackages: VIEW_PACKAGES,
  },
  {
    folders: ['graph'],
    mayImport: [...SEEN_BY_VIEWS, 'editors'],
    packages: ['@xyflow/react', '@dagrejs/dagre'],
    reactPackages: VIEW_PACKAGES,
  },
  {
    folders: ['app'],
    mayImport: [
      ...CORE,
      'worker',
      'store',
      'ui',
      'commands',
      'explain',
      'findings',
      'editors',
      ...VIEWS,
    ],
    packages: [],
    reactPackages: [
      ...VIEW_PACKAGES,
      'react-dom',
      'cmdk',
      'react-markdown',
      'react-resizable-panels',
      'sonner',
    ],
  },
  {
    folders: ['cli'],
    mayImport: ['base', 'schedule', 'program', 'simulator', 'trace', 'traceFile', 'lint', 'export'],
    packages: ['node'],
  },
];

/** Files that stand in src itself. */
const ROOT_FILES: Readonly<Record<string, Omit<Row, 'folders'>>> = {
  'main.tsx': { mayImport: ['words', 'app', 'store', 'ui'], packages: ['react', 'react-dom'] },
};

const PURE_IN = new Set([...VIEWS, 'editors', 'ui', 'commands', 'app']);

const sources = rawFiles(
  import.meta.glob('../src/**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true }),
);
const otherTexts = rawFiles(
  import.meta.glob(
    [
      '../src/**/*.json',
      '../{scripts,test}/**/*.{ts,tsx,mjs,py}',
      '../docs/**/*.md',
      '../*.{ts,json,md,html}',
      '../public/**/*.{js,json,webmanifest}',
    ],
    { query: '?raw', import: 'default', eager: true },
  ),
);
const readme = otherTexts.find((file) => file.path === 'README.md')?.text;

interface SourceFile {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
}

describe('the table of folders', () => {
  test('names every folder of src', () => {
    const known = new Set(FOLDERS.flatMap((row) => row.folders));
    const found = sources.map((file) => folderOf(file.path)).filter((name) => name !== null);
    expect([...new Set(found)].filter((name) => !known.has(name))).toEqual([]);
  });

  test('names every file that stands in src itself', () => {
    const found = sources.filter((file) => folderOf(file.path) === null);
    expect(found.map(nameOf).filter((name) => ROOT_FILES[name] === undefined)).toEqual([]);
  });

  test('is acyclic: a folder never imports one that comes to import it', () => {
    const reached = (name: string): string[] =>
      (rowOf(name)?.mayImport ?? []).flatMap((next) => [next, ...reached(next)]);
    const names = FOLDERS.flatMap((row) => row.folders);
    expect(names.filter((name) => reached(name).includes(name))).toEqual([]);
  });

  test('stands in README.md, the same', () => {
    const table = tableInMarkdown();
    const lines = (readme ?? '').split('\n').map((line) => line.trim());
    const shown = lines.slice(lines.indexOf(table[0] ?? ''));
    const end = shown.findIndex((line) => !line.startsWith('|'));
    const hint = `README.md must hold this table:\n\n${table.join('\n')}\n\n`;
    expect(shown.slice(0, end === -1 ? undefined : end), hint).toEqual(table);
  });
});

describe('every import in src', () => {
  test('of another folder or a package is in the table', () => {
    expect(faults(tableFault)).toEqual([]);
  });

  test("is './x.ts' within a folder, '#folder/x.ts' across folders, with its extension", () => {
    expect(faults(spellingFault)).toEqual([]);
  });

  test('of React or a store is from a .tsx or use*.ts file', () => {
    expect(faults(reactFault)).toEqual([]);
  });
});

describe('every file', () => {
  test('is imported itself: there are no barrels', () => {
    const barrels = sources.filter((file) => /^index\.tsx?$/.test(nameOf(file)));
    expect(barrels.map((file) => file.path)).toEqual([]);
  });

  test('of src stays within its folder: no string begins with ../', () => {
    expect(pathsWith(sources, /['"`]\.\.\//)).toEqual([]);
  });

  test("tells nothing of the place where it was written: no absolute path of a developer's", () => {
    // The brackets keep this file from finding itself.
    const places = /[/]work[/]|\.\.[/]shared|[/]Users[/]/;
    expect(pathsWith([...sources, ...otherTexts], places)).toEqual([]);
  });
});

type FindFault = (specifier: string, file: SourceFile) => string | null;

function faults(find: FindFault): string[] {
  return sources.flatMap((file) =>
    importsOf(file).flatMap((specifier) => {
      const fault = find(specifier, file);
      return fault === null ? [] : [`${file.path} imports ${specifier}: ${fault}`];
    }),
  );
}

function tableFault(specifier: string, file: SourceFile): string | null {
  if (specifier.startsWith('.')) return null;
  const folder = folderOf(file.path);
  const rule = folder === null ? ROOT_FILES[nameOf(file)] : rowOf(folder);
  if (rule === undefined) return null; // The test of the folders' names reports it.
  if (specifier.startsWith('#')) {
    const target = specifier.slice(1).split('/')[0] ?? '';
    const allowed = target === folder || rule.mayImport.includes(target);
    return allowed ? null : `${folder ?? nameOf(file)} may not import ${target}`;
  }
  const name = packageOf(specifier);
  if (rule.packages.includes(name)) return null;
  if (rule.reactPackages?.includes(name) !== true) {
    return `${folder ?? nameOf(file)} may not use ${name}`;
  }
  return isReactFile(file) ? null : `only a .tsx or use*.ts file may use ${name}`;
}

function spellingFault(specifier: string, file: SourceFile): string | null {
  const own = specifier.startsWith('#') || specifier.startsWith('.');
  if (!own) return null;
  if (specifier.includes('../')) return "write '#folder/x.ts'";
  if (!/\.(?:tsx?|css|json|md|svg)(?:\?[a-z]+)?$/.test(specifier)) return 'write the extension';
  const directory = file.path.slice('src/'.length, file.path.lastIndexOf('/'));
  if (specifier.startsWith(`#${directory}/`)) return "write './x.ts'";
  return null;
}

function reactFault(specifier: string, file: SourceFile): string | null {
  const folder = folderOf(file.path);
  if (folder === null || !PURE_IN.has(folder) || isReactFile(file)) return null;
  const foreign = ['react', 'react-dom', 'zustand'].includes(packageOf(specifier));
  return foreign || specifier.startsWith('#store/') ? 'a pure file knows neither' : null;
}

function importsOf(file: SourceFile): string[] {
  const { module, errors } = parseSync(file.path, file.text);
  if (errors.length > 0) throw new Error(`${file.path}: ${errors[0]?.message ?? 'cannot be read'}`);
  return [
    ...module.staticImports.map((statement) => statement.moduleRequest.value),
    ...module.staticExports.flatMap((statement) =>
      statement.entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
    ),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) =>
      file.text.slice(start, end).replaceAll(/^['"`]|['"`]$/g, ''),
    ),
  ];
}

function rowOf(folder: string): Row | undefined {
  return FOLDERS.find((row) => row.folders.includes(folder));
}

/** The folder below src; null for a file in src itself. */
function folderOf(path: string): string | null {
  const [, folder, rest] = path.split('/');
  return rest === undefined ? null : (folder ?? null);
}

function nameOf(file: SourceFile): string {
  return file.path.slice(file.path.lastIndexOf('/') + 1);
}

function isReactFile(file: SourceFile): boolean {
  return /\.tsx$|^use[A-Z]\w*\.ts$/.test(nameOf(file));
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node';
  const [scope = '', name = ''] = specifier.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}

function pathsWith(files: readonly SourceFile[], pattern: RegExp): string[] {
  return files.filter((file) => pattern.test(file.text)).map((file) => file.path);
}

function rawFiles(files: Record<string, unknown>): SourceFile[] {
  return Object.entries(files).map(([path, text]) => ({
    // A file beside this one is './x', all others are '../y/x'.
    path: path.startsWith('./') ? `test/${path.slice(2)}` : path.slice('../'.length),
    text: String(text),
  }));
}

function tableInMarkdown(): string[] {
  const list = (names: readonly string[]) => names.join(', ');
  const rows = FOLDERS.map(({ folders, mayImport, packages, reactPackages = [] }) => {
    const inReact = reactPackages.length === 0 ? [] : [`in \`use*.ts\`: ${list(reactPackages)}`];
    const used = folders[0] === 'store' ? [list(packages), ...inReact].join('; ') : '';
    const cells = [
      list(folders),
      list(mayImport) || '–',
      used || list([...packages, ...reactPackages]) || '–',
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return ['| folder | may import | packages |', '| --- | --- | --- |', ...rows];
}
