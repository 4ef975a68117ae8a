import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));

/** Each layer with those it may import from, besides itself. The pure ones hold no effects. */
const LAYERS: { readonly [layer: string]: { readonly from: readonly string[]; readonly pure: boolean } } = {
  model: { from: [], pure: true },
  source: { from: ['model'], pure: true },
  workspace: { from: ['model', 'source'], pure: true },
  facts: { from: ['model', 'source', 'workspace'], pure: true },
  rules: { from: ['model', 'source', 'workspace', 'facts'], pure: true },
  views: { from: ['model', 'source', 'workspace', 'facts', 'rules'], pure: true },
  'world.ts': { from: ['model'], pure: true },
  commands: { from: ['model', 'source', 'workspace', 'facts', 'rules', 'views', 'world.ts'], pure: false },
  shell: { from: ['model', 'world.ts'], pure: false },
  'cli.ts': { from: ['model', 'commands', 'world.ts'], pure: false },
  'make-world.ts': { from: ['model', 'shell', 'world.ts'], pure: false },
  'app.ts': { from: ['commands', 'shell', 'make-world.ts'], pure: false },
  'complete.ts': { from: ['model', 'commands', 'shell'], pure: false },
  'main.ts': { from: ['model', 'cli.ts', 'commands', 'app.ts', 'complete.ts', 'world.ts'], pure: false },
  'worker.ts': { from: ['commands', 'shell', 'make-world.ts', 'world.ts'], pure: false },
};

/** Each outside thing with the one place that may import it. */
const OWNERS: { readonly [module: string]: RegExp } = {
  yaml: /^source\//,
  ajv: /^source\/validate|^source\/(validators|county-school)\.generated|^source\/(explain-schema-error|fix-schema-error|repair|schema-path)/,
  handlebars: /^views\/html\//,
  'markdown-it': /^views\/html\//,
  'node:fs': /^shell\/|^main\.ts$/,
  chalk: /^shell\/colour/,
  inquirer: /^shell\/prompts/,
  '@inquirer/core': /^shell\/prompts/,
  sharp: /^shell\/photos/,
  'ical-generator': /^views\/calendar-file/,
  papaparse: /^(views\/csv|source\/sheet-csv)/,
  fflate: /^shell\/(sheets|word|bundle)/,
  docx: /^shell\/word/,
  'read-excel-file': /^shell\/sheets/,
  'write-excel-file': /^shell\/sheets/,
  puppeteer: /^shell\/browser/,
  '@sparticuz/chromium': /^shell\/browser/,
  commander: /^cli\.ts$/,
  'node:process': /^(main|make-world)\.ts$|^shell\//,
};

interface Import {
  readonly file: string;
  readonly target: string;
}

const files = sources(SRC).filter((file) => !file.startsWith('generate/'));
const imports = files.flatMap(importsOf);

test('there are files to look at', () => {
  expect(files.length).toBeGreaterThan(40);
  expect(imports.length).toBeGreaterThan(100);
});

test('every layer imports only from those before it', () => {
  const wrong = imports.filter(({ file, target }) => {
    if (!target.startsWith('.')) return false;
    const to = relative(SRC, join(SRC, dirname(file), target));
    const from = layerOf(file);
    return layerOf(to) !== from && !LAYERS[from]?.from.includes(layerOf(to));
  });
  expect(wrong).toEqual([]);
});

test('every file belongs to a layer', () => {
  expect(files.filter((file) => LAYERS[layerOf(file)] === undefined)).toEqual([]);
});

test('every outside thing has one owner', () => {
  const wrong = imports.filter(({ file, target }) => {
    const owner =
      OWNERS[target] ??
      OWNERS[
        target
          .split('/')
          .slice(0, target.startsWith('@') ? 2 : 1)
          .join('/')
      ];
    return owner !== undefined && !owner.test(file);
  });
  expect(wrong).toEqual([]);
});

test('the pure layers hold no effects', () => {
  const effects =
    /\bfrom 'node:|\bprocess\.|\bconsole\.|\bDate\.now\b|\bnew Date\b|\bMath\.random\b|\basync\b|\bawait\b|\bTemporal\.Now\b/;
  const wrong = files.filter(
    (file) => LAYERS[layerOf(file)]?.pure && !file.endsWith('.generated.js') && effects.test(code(file)),
  );
  expect(wrong.filter((file) => file !== 'world.ts')).toEqual([]);
});

test('no strand, element, rating or span of the shipped programmes stands in the code', () => {
  const ids = readdirSync(join(SRC, '../templates/programmes')).flatMap((name) => {
    const text = readFileSync(join(SRC, '../templates/programmes', name), 'utf8');
    return [...text.matchAll(/^ {2}- id: (\S+)/gm)].map(([, id]) => id ?? '');
  });
  expect(ids.length).toBeGreaterThan(20);
  const word = new RegExp(`['"\`](${[...new Set(ids)].join('|')}|P3Y)['"\`]`);
  const wrong = files
    .filter((file) => !/\.generated\.(js|ts|d\.ts)$/.test(file) && !file.startsWith('rules/'))
    .filter((file) => word.test(code(file)));
  expect(wrong).toEqual([]);
});

function layerOf(file: string): string {
  return file.split('/')[0] ?? '';
}

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|js)$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

/** A file's code without its comments. */
function code(file: string): string {
  return readFileSync(join(SRC, file), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '');
}

function importsOf(file: string): readonly Import[] {
  return [...code(file).matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map(([, target = '']) => ({
    file,
    target,
  }));
}
