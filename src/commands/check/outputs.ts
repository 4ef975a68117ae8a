import { type Block, err, run } from '../../model/block.ts';
import { didYouMean } from '../../model/nearest.ts';
import { type FileChange, type Outcome, unusable } from '../../model/outcome.ts';
import { FORMATS } from '../../views/formats/index.ts';
import type { CheckReport, Format } from '../../views/formats/report.ts';
import { plainText } from '../../views/plain-text.ts';
import type { World } from '../../world.ts';
import { unfitToWrite } from './unfit.ts';

/** A format with where it goes: a file as it was named, or null for the screen. */
export interface Target {
  readonly format: Format;
  readonly file: string | null;
}

type Refused = { readonly refusal: Outcome };

const USUAL = 'pretty';

/**
 * Reads `--format`: each is a format, or a format, = and a file. Where all go to files, the usual one is printed too,
 * so that whoever reads the log of a CI job sees what was found.
 */
export function readTargets(words: readonly string[]): { readonly targets: readonly Target[] } | Refused {
  const targets: Target[] = [];
  const names = Object.keys(FORMATS);
  for (const word of words) {
    const [, name = '', , file = null] = /^([^=]*)(=(.*))?$/s.exec(word) ?? [];
    const format = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
    if (format === undefined) return { refusal: unusable(`--format can’t be ${name}.`, didYouMean(name, names)) };
    if (file === '')
      return { refusal: unusable(`--format ${word} names no file.`, `Name it: --format ${name}=lem.txt.`) };
    if (file === null && targets.some((target) => target.file === null))
      return { refusal: unusable('Only one format can go to the screen.', `Name a file: --format ${name}=lem.txt.`) };
    targets.push({ format, file });
  }
  const usual = FORMATS[USUAL];
  if (usual !== undefined && !targets.some(({ file }) => file === null)) targets.push({ format: usual, file: null });
  return { targets };
}

/** What goes to the screen and the files to write; or why they can't be written, before anything is. */
export function outputs(
  world: World,
  {
    folder,
    root,
    targets,
    taken,
    report,
  }: {
    readonly folder: string;
    readonly root: string;
    readonly targets: readonly Target[];
    /** Paths that have another use. */
    readonly taken: readonly string[];
    readonly report: Omit<CheckReport, 'prefix'>;
  },
): { readonly report: readonly Block[]; readonly files: readonly FileChange[] } | Refused {
  const full: CheckReport = { ...report, prefix: prefixOf(world, root) };
  const printed: Block[] = [];
  const files: FileChange[] = [];
  const names: string[] = [];
  for (const { format, file } of targets) {
    const blocks = format(full);
    if (file === null) {
      printed.push(...blocks);
      continue;
    }
    const path = world.files.resolve(folder, file);
    const unfit = [...taken, ...files.map((other) => other.path)].includes(path)
      ? unusable(`Two things can’t go to ${file}.`, 'Give each a file of its own.')
      : unfitToWrite(world, root, path, file);
    if (unfit !== null) return { refusal: unfit };
    files.push({ path, content: plainText(blocks), anywhere: true });
    names.push(file);
  }
  if (names.length > 0) printed.push(err([run(`Written: ${names.join(', ')}`, 'dim')]));
  return { report: printed, files };
}

/** From the folder that lem was called in to the workspace: what programs that open the files look them up by. */
function prefixOf({ cwd, files }: World, root: string): string {
  const shown = files.shown(cwd, root);
  return shown === '.' || shown === root ? '' : `${shown}/`;
}
