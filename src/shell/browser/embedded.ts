import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

/** The browser of @sparticuz/chromium, unpacked: its program and what only its own process needs in its environment. */
export interface Embedded {
  readonly path: string;
  readonly env: { readonly [name: string]: string };
}

/** Where the optional package @sparticuz/chromium is installed, or null. */
export function embeddedModule(): string | null {
  try {
    return createRequire(import.meta.url).resolve('@sparticuz/chromium');
  } catch {
    return null;
  }
}

/**
 * Unpacks the browser into a folder of the user's own, once for each version.
 *
 * Left to itself the package unpacks into the folder for temporary files that everyone shares, and runs whatever
 * program already stands there under the right name. So it works in a thread with an environment of its own, in a
 * new folder that nobody else can write, which gets its final name only when all is unpacked.
 * @param module where the package is
 * @param cache the user's cache folder
 * @throws where the folder can't be written, or is not the user's own
 */
export async function unpackEmbedded(module: string, cache: string): Promise<Embedded> {
  const { version } = JSON.parse(readFileSync(join(dirname(module), '../../package.json'), 'utf8')) as {
    version: string;
  };
  const home = join(cache, 'equality-mark');
  const folder = join(home, `chromium-${version}`);
  mkdirSync(home, { recursive: true, mode: 0o700 });
  chmodSync(home, 0o700);
  mustBeOwn(home);
  if (!existsSync(folder)) {
    const fresh = mkdtempSync(join(home, 'unpacking-'));
    try {
      await unpack(module, fresh);
      writeFileSync(join(fresh, 'fonts', 'fonts.conf'), fontSettings(folder));
      if (!existsSync(folder)) renameSync(fresh, folder);
    } finally {
      rmSync(fresh, { recursive: true, force: true });
    }
  }
  mustBeOwn(folder);
  return {
    path: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      // The system's own fonts are wanted wherever it has settings for them.
      ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }),
    },
  };
}

const UNPACK = `
const { workerData, parentPort } = require('node:worker_threads');
import(workerData)
  .then(({ default: main }) => (main.default ?? main).executablePath())
  .then(() => parentPort.postMessage(null), (error) => parentPort.postMessage(String(error)));
`;

function unpack(module: string, into: string): Promise<void> {
  return new Promise((resolve, reject) => {
    // The name of a runtime makes the package unpack the libraries too that a bare machine lacks.
    const env = { TMPDIR: into, HOME: into, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' };
    const worker = new Worker(UNPACK, { eval: true, env, workerData: pathToFileURL(module).href });
    worker.once('message', (fault: string | null) => (fault === null ? resolve() : reject(new Error(fault))));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('It broke off.')));
  });
}

function mustBeOwn(folder: string): void {
  const stat = lstatSync(folder);
  if (!stat.isDirectory() || stat.uid !== userInfo().uid || (stat.mode & 0o022) !== 0)
    throw new Error(`${folder} is not a folder of your own.`);
}

function fontSettings(folder: string): string {
  const escaped = folder.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <dir prefix="xdg">fonts</dir>
  <dir>${escaped}/fonts</dir>
  <cachedir>${escaped}/fonts-cache</cachedir>
</fontconfig>
`;
}
