import { posix, win32 } from 'node:path';

/** What finding a browser depends on; the shell fills it in, and tests their own. */
export interface Surroundings {
  /** As in `process.platform`. */
  readonly platform: string;
  /** As in `process.arch`. */
  readonly arch: string;
  readonly env: { readonly [name: string]: string | undefined };
  /** The user's home folder. */
  readonly home: string;
  /** Whether a program file stands at a path. */
  readonly isThere: (path: string) => boolean;
  /** Whether the browser that can be installed with lem is installed. */
  readonly hasEmbedded: boolean;
}

export type Found =
  | { readonly state: 'path'; readonly path: string; readonly name: string }
  | { readonly state: 'embedded'; readonly name: string }
  | { readonly state: 'none'; readonly message: string; readonly remedy: string };

/** What to write in LEM_BROWSER for the browser that can be installed with lem. */
const EMBEDDED = 'embedded';
const EMBEDDED_NAME = 'Chromium of @sparticuz/chromium';

/**
 * The browser to print with: the one the user names, then the leanest of those there are. A headless shell starts
 * fastest; the one that can be installed with lem comes last because it is older than the system's own.
 */
export function findBrowser(around: Surroundings): Found {
  for (const variable of ['LEM_BROWSER', 'PUPPETEER_EXECUTABLE_PATH']) {
    const wanted = around.env[variable]?.trim();
    if (wanted !== undefined && wanted !== '') return named(variable, wanted, around);
  }
  for (const { name, programs, places } of browsersOf(around)) {
    const path = [...programs.flatMap((program) => onPath(program, around)), ...places].find(around.isThere);
    if (path !== undefined) return { state: 'path', path, name };
  }
  if (canEmbed(around)) return { state: 'embedded', name: EMBEDDED_NAME };
  return {
    state: 'none',
    message: 'There is no browser here to make a PDF with.',
    remedy: 'Install Chrome, Edge or Chromium, or name one in LEM_BROWSER; --html-only does without.',
  };
}

/** The user's own choice is never replaced by another browser in silence. */
function named(variable: string, wanted: string, around: Surroundings): Found {
  if (wanted === EMBEDDED) {
    if (canEmbed(around)) return { state: 'embedded', name: EMBEDDED_NAME };
    return {
      state: 'none',
      message: `${variable} asks for the browser of @sparticuz/chromium, which is not installed or does not run here.`,
      remedy: `Unset ${variable}, or give the path of a browser.`,
    };
  }
  const { isAbsolute, basename } = around.platform === 'win32' ? win32 : posix;
  const path = (/[\\/]/.test(wanted) || isAbsolute(wanted) ? [wanted] : onPath(wanted, around)).find(around.isThere);
  if (path !== undefined) return { state: 'path', path, name: basename(path) };
  return {
    state: 'none',
    message: `There is no browser at ${wanted}, which ${variable} names.`,
    remedy: `Correct ${variable}, or unset it to have lem look for one.`,
  };
}

/** It is made for one kind of machine only. */
function canEmbed({ hasEmbedded, platform, arch }: Surroundings): boolean {
  return hasEmbedded && platform === 'linux' && arch === 'x64';
}

interface Browser {
  readonly name: string;
  /** Names to look for on the PATH. */
  readonly programs: readonly string[];
  /** Usual places. */
  readonly places: readonly string[];
}

function browsersOf({ platform, env, home }: Surroundings): readonly Browser[] {
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (root) => root !== undefined && root !== '',
    );
    const under = (path: string): string[] => roots.map((root) => win32.join(root as string, path));
    return [
      { name: 'chrome-headless-shell', programs: ['chrome-headless-shell.exe'], places: [] },
      { name: 'Chrome', programs: ['chrome.exe'], places: under('Google\\Chrome\\Application\\chrome.exe') },
      { name: 'Edge', programs: ['msedge.exe'], places: under('Microsoft\\Edge\\Application\\msedge.exe') },
      { name: 'Chromium', programs: ['chromium.exe'], places: under('Chromium\\Application\\chrome.exe') },
    ];
  }
  if (platform === 'darwin') {
    const app = (name: string): string[] =>
      ['', home].map((root) =>
        posix.join(root === '' ? '/' : root, 'Applications', `${name}.app`, 'Contents/MacOS', name),
      );
    return [
      { name: 'chrome-headless-shell', programs: ['chrome-headless-shell'], places: [] },
      { name: 'Chrome', programs: [], places: app('Google Chrome') },
      { name: 'Edge', programs: [], places: app('Microsoft Edge') },
      { name: 'Chromium', programs: ['chromium'], places: app('Chromium') },
    ];
  }
  return [
    {
      name: 'chrome-headless-shell',
      programs: ['chrome-headless-shell', 'chromium-headless-shell', 'headless_shell'],
      places: ['/usr/bin/chrome-headless-shell', '/usr/bin/chromium-headless-shell'],
    },
    {
      name: 'Chrome',
      programs: ['google-chrome-stable', 'google-chrome'],
      places: ['/usr/bin/google-chrome-stable', '/usr/bin/google-chrome', '/opt/google/chrome/chrome'],
    },
    {
      name: 'Edge',
      programs: ['microsoft-edge-stable', 'microsoft-edge'],
      places: ['/usr/bin/microsoft-edge-stable', '/usr/bin/microsoft-edge', '/opt/microsoft/msedge/msedge'],
    },
    {
      name: 'Chromium',
      programs: ['chromium', 'chromium-browser'],
      places: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/lib/chromium/chromium', '/snap/bin/chromium'],
    },
  ];
}

/** Where a program would stand on the PATH. A relative folder there is passed over: it could be anyone's. */
function onPath(program: string, { platform, env }: Surroundings): readonly string[] {
  const path = platform === 'win32' ? win32 : posix;
  const folders = (env.PATH ?? env.Path ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  return folders.map((folder) => path.join(folder, program));
}
