// Runs src/generate/generate.ts: bundles it in memory first, because Node 20 can't read TypeScript.
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const outfile = fileURLToPath(new URL('../../node_modules/.cache/lem/generate.mjs', import.meta.url));
mkdirSync(fileURLToPath(new URL('.', pathToFileURL(outfile))), { recursive: true });
await build({
  entryPoints: [`${here}/generate.ts`],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
});
const { generate } = await import(pathToFileURL(outfile).href);
process.exitCode = await generate(fileURLToPath(new URL('../..', import.meta.url)), process.argv.slice(2));
rmSync(outfile);
