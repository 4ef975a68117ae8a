import { err, type Line, out, run } from '../../model/block.ts';
import { inWords } from '../../model/calendar.ts';
import type { FileChange, Outcome } from '../../model/outcome.ts';
import type { World } from '../../world.ts';
import { wrote } from '../change.ts';
import { unfitToWrite } from '../check/unfit.ts';
import { flag, folderOf, type Input, text } from '../command.ts';
import type { Found } from './site-files.ts';
import { siteRefusal } from './site-refusal.ts';

/** The options of `lem badges` that write files for the school’s website. */
export const SITE_OPTIONS = [
  ['--svg <dir>', 'draw each badge and the Mark as an image for the school’s website into this folder'],
  ['--json-endpoint <dir>', 'say the same in JSON, for programs and for shields.io, into this folder'],
  ['--dry-run', 'with either: say which files would be written, and write nothing'],
] as const;

/** Whether files for the website are asked for. */
export function asksForSite(input: Input): boolean {
  return text(input, 'svg') !== undefined || text(input, 'jsonEndpoint') !== undefined;
}

type Target = FileChange & { readonly shown: string };

/** The outcome of `lem badges --svg` and `--json-endpoint`: files that replace those of an earlier day, and how to show them. */
export async function writeBadgeSite(world: World, input: Input, found: Found): Promise<Outcome> {
  const { root, workspace, on } = found;
  const refusal = siteRefusal(world, input, { settings: workspace.settings, on });
  if (refusal !== null) return refusal;
  const { siteFiles } = await import('./site-files.ts');
  const json = text(input, 'jsonEndpoint');
  const { files, tags } = siteFiles(world, found, { svg: text(input, 'svg'), json });
  const targets = files.map(({ dir, name, content }): Target => {
    const path = world.files.resolve(world.files.resolve(folderOf(world, input), dir), name);
    return { path, content, anywhere: true, shown: world.files.shown(world.cwd, path) };
  });
  for (const { path, shown } of targets) {
    const unfit = unfitToWrite(world, root, path, shown);
    if (unfit !== null) return unfit;
  }
  if (flag(input, 'dryRun')) return dryRun(world, targets);
  const again = 'Write them again after each visit and when an award lapses.';
  return {
    exit: 0,
    report: [
      out(
        ...targets.map(({ shown }) => wrote(shown)),
        ...(tags.length === 0 ? [] : ['', 'For the website’s HTML, with the images beside it:', ...tags]),
        ...(json === undefined ? [] : SHIELDS),
        '',
        [run(`They say how things stood on ${inWords(on)}. ${again}`, 'dim')],
      ),
    ],
    changes: { into: root, files: targets, replace: true },
  };
}

const SHIELDS: readonly Line[] = [
  '',
  'shields.io draws a small badge from each .json that has no .lem in its name:',
  'https://img.shields.io/endpoint?url=<the address of the file>',
];

function dryRun(world: World, targets: readonly Target[]): Outcome {
  const states = targets.map(({ path, content }): 'new' | 'as it is' | 'replaced' => {
    const there = world.files.readText(path);
    if (there === null) return 'new';
    return there.kind === 'text' && there.text === content ? 'as it is' : 'replaced';
  });
  const count = states.filter((state) => state !== 'as it is').length;
  const sum = count === 1 ? '1 file would be written; nothing was.' : `${count} files would be written; nothing was.`;
  return {
    exit: 0,
    report: [
      out(...targets.map(({ shown }, index): Line => [shown, run(`  ${states[index]}`, 'dim')])),
      err(count === 0 ? 'Nothing would change.' : sum),
    ],
  };
}
