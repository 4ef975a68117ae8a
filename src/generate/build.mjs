// Bundles src/ into dist/: one small entry, and a chunk for each command and each heavy library, loaded when called for.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
rmSync(`${root}/dist`, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: ['src/main.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  minify: true,
  keepNames: false,
  legalComments: 'linked',
  external: ['puppeteer', '@sparticuz/chromium'],
  // CommonJS libraries in the bundle reach Node's own modules through require.
  banner: {
    js: "import { createRequire as lemRequire } from 'node:module'; const require = lemRequire(import.meta.url);",
  },
  logLevel: 'warning',
});
