// Bundles src/ into dist/: one small entry, and a chunk for each command and each heavy library, loaded when called for.
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
rmSync(`${root}/dist`, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ['src/main.ts', 'src/worker.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  minify: true,
  keepNames: false,
  legalComments: 'linked',
  // The same library as modules, of which only what is used goes into the bundle.
  alias: { yaml: `${root}/node_modules/yaml/browser/dist/index.js` },
  external: ['puppeteer', '@sparticuz/chromium'],
  // CommonJS libraries in the bundle reach Node's own modules through require.
  banner: {
    js: "import { createRequire as lemRequire } from 'node:module'; let lemRequired; const require = (id) => (lemRequired ??= lemRequire(import.meta.url))(id);",
  },
  logLevel: 'warning',
  metafile: true,
});
// What is remembered from one run to the next is forgotten with the next build.
const hash = createHash('sha256');
for (const path of Object.keys(metafile.outputs).sort()) hash.update(readFileSync(`${root}/${path}`));
writeFileSync(`${root}/dist/build-id`, hash.digest('hex'));
