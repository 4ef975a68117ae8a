// Bundles src/ into dist/: a small entry, the command line, all commands in one file, and a file for each heavy library.
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import * as yaml from 'yaml';

const root = fileURLToPath(new URL('../..', import.meta.url));
/**
 * Most runs never need the full YAML parser: sound files are read the quick way, and places are worked out only where
 * something is said of them. So it stands in a file of its own, which the first call of any of its functions loads.
 */
const lateYaml = {
  name: 'late-yaml',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^yaml$/ }, () => ({ path: 'yaml', namespace: 'late' }));
    onLoad({ filter: /.*/, namespace: 'late' }, () => ({
      contents: [
        "import { createRequire } from 'node:module';",
        'let loaded;',
        "const late = () => (loaded ??= createRequire(import.meta.url)('./yaml.cjs'));",
        ...Object.entries(yaml)
          .filter(([, value]) => typeof value === 'function')
          .map(([name, { prototype }]) =>
            prototype === undefined || /^[a-z]/.test(name)
              ? `export const ${name} = (...all) => late().${name}(...all);`
              : `export const ${name} = new Proxy(class {}, { construct: (_, all) => new (late().${name})(...all) });`,
          ),
      ].join('\n'),
    }));
  },
};

/** commander can start other programs as commands, and lem has none: what that takes is not loaded. */
const noOtherPrograms = {
  name: 'no-other-programs',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes('commander') ? { path: 'nothing', namespace: 'nothing' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/**
 * `puppeteer` is puppeteer-core under its name: the whole of it runs a configuration file of the folder that it is called
 * in, which may be a stranger's. It can also reach browsers over a socket, unpack them and speak BiDi. lem starts what is
 * there and leads it through a pipe, so what that takes is not loaded: it is most of what there is.
 */
const onlyTheBrowserThatIsThere = {
  name: 'only-the-browser-that-is-there',
  setup({ onResolve }) {
    const theirs = /[\\/](puppeteer|@puppeteer)[\\/]/;
    onResolve(
      { filter: /^(yargs|proxy-agent|extract-zip|tar-fs|progress|semver|ws|chromium-bidi)(\/|$)|\/bidi\.js$/ },
      ({ importer }) => (theirs.test(importer) ? { path: 'nothing', namespace: 'nothing' } : undefined),
    );
  },
};

/** The files of the bundle, and the sources that are loaded from each when they are asked for. */
const FILES = {
  main: ['src/main.ts'],
  cli: ['src/cli.ts'],
  app: ['src/app.ts', 'src/commands/loaded.ts'],
  later: ['src/commands/loaded-later.ts'],
  book: ['src/generate/book.ts'],
  complete: ['src/complete.ts'],
  worker: ['src/worker.ts'],
  prompts: ['src/shell/prompts.ts'],
  browser: ['src/shell/browser.ts'],
  preview: ['src/shell/preview.ts'],
  pages: ['src/views/html/page.ts'],
  county: ['src/views/html/county.ts'],
  csv: ['src/views/csv.ts'],
  'calendar-file': ['src/views/calendar-file.ts'],
  sheets: ['src/shell/sheets.ts'],
  bundle: ['src/shell/bundle.ts'],
  photos: ['src/shell/photos.ts'],
  word: ['src/shell/word.ts'],
  'word-pages': ['src/views/word/summary.ts'],
};
/** These share what both need, in a file of its own: the commands of `later` come on top of those of `app`. */
const SHARING = ['app', 'later'];

/** Leaves what another file of the bundle holds to that file. */
const otherFiles = {
  name: 'other-files',
  setup({ onResolve }) {
    onResolve({ filter: /^\.{1,2}\// }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined;
      const source = relative(root, resolve(resolveDir, path)).replaceAll('\\', '/');
      const [file] = Object.entries(FILES).find(([, sources]) => sources.includes(source)) ?? [];
      return file === undefined ? undefined : { path: `./${file}.js`, external: true };
    });
  },
};

rmSync(`${root}/dist`, { recursive: true, force: true });
const outputs = [];
for (const sharing of [true, false]) {
  const files = Object.entries(FILES).filter(([out]) => SHARING.includes(out) === sharing);
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: files.map(([out, [source]]) => ({ in: source, out })),
    outdir: 'dist',
    bundle: true,
    splitting: sharing,
    chunkNames: 'shared-[hash]',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    minify: true,
    keepNames: false,
    legalComments: 'linked',
    plugins: [lateYaml, noOtherPrograms, onlyTheBrowserThatIsThere, otherFiles],
    external: ['@sparticuz/chromium', 'sharp'],
    // CommonJS libraries in the bundle reach Node's own modules through require.
    banner: {
      js: "import { createRequire as lemRequire } from 'node:module'; let lemRequired; const require = (id) => (lemRequired ??= lemRequire(import.meta.url))(id);",
    },
    logLevel: 'warning',
    metafile: true,
  });
  outputs.push(...Object.keys(metafile.outputs));
}
await build({
  absWorkingDir: root,
  entryPoints: ['yaml'],
  outfile: 'dist/yaml.cjs',
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minify: true,
  legalComments: 'linked',
  logLevel: 'warning',
});
// What completion knows of the commands is told by the commands themselves.
const { book } = await import(`${pathToFileURL(root)}dist/book.js`);
writeFileSync(`${root}/dist/completion.json`, JSON.stringify(book()));
for (const file of ['book.js', 'book.js.LEGAL.txt']) rmSync(`${root}/dist/${file}`, { force: true });
// What is remembered from one run to the next is forgotten with the next build.
const hash = createHash('sha256');
for (const path of outputs.filter((each) => !each.startsWith('dist/book.')).sort())
  hash.update(readFileSync(`${root}/${path}`));
writeFileSync(`${root}/dist/build-id`, hash.digest('hex'));
