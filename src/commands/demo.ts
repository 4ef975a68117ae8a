import { type Block, out, run } from '../model/block.ts';
import { inWords } from '../model/calendar.ts';
import { type FileChange, type Outcome, unusable } from '../model/outcome.ts';
import { editorFiles } from '../workspace/scaffold-editor.ts';
import type { World } from '../world.ts';
import { command as badges } from './badges.ts';
import { command as check } from './check.ts';
import { argument, type Command, folderOf, type Input } from './command.ts';
import { command as grid } from './grid.ts';
import { loadWorkspace } from './load.ts';
import { renderSummary } from './summary/render.ts';

/** The sample school, and the day on which it stands. */
const SAMPLE = 'examples/ribble-bank';
const DAY = '2026-06-08';
const FOLDER = 'lem-demo';

export const command: Command = {
  summary: 'Puts a sample school into a folder, checks it, rolls it up and renders its Accreditation Summaries.',
  args: [['[dir]', `the folder to make (default: ${FOLDER})`]],
  examples: [
    ['lem demo', `the sample school in ${FOLDER}`],
    ['lem demo ../sample', 'in another folder'],
  ],
  run: demo,
};

/** What the demo runs, each as a user would: what is typed, and the command with its input. */
const TOUR: readonly { readonly typed: string; readonly command: Command | undefined; readonly input: Input }[] = [
  { typed: 'lem check', command: check, input: { args: [[]], options: {} } },
  { typed: 'lem grid show', command: grid.verbs?.show, input: { args: [], options: {} } },
  { typed: 'lem badges', command: badges, input: { args: [undefined], options: {} } },
  { typed: 'lem summary render --all', command: renderSummary, input: { args: [undefined], options: { all: true } } },
];

async function demo(world: World, input: Input): Promise<Outcome> {
  const { files } = world;
  const target = files.resolve(folderOf(world, input), argument(input, 0) ?? FOLDER);
  const shown = files.shown(world.cwd, target);
  if (files.exists(target) && (files.readBytes(target) !== null || files.walk(target).length > 0)) {
    return unusable(`${shown} is already there and not empty.`, 'Name another folder: lem demo <dir>.');
  }
  const sample = files.shippedFolder(SAMPLE);
  const loaded = loadWorkspace(world, { args: [], options: { C: sample } });
  if ('refusal' in loaded) return loaded.refusal;
  const written: FileChange[] = [
    ...files.walk(sample).map((path) => ({ path, content: files.readBytes(files.resolve(sample, path)) ?? '' })),
    { path: '.gitignore', content: files.shipped('templates/workspace/gitignore') },
    ...editorFiles(loaded.workspace.programme).map(([path, content]) => ({ path, content })),
  ];
  const report: Block[] = [];
  let exit: Outcome['exit'] = 0;
  for (const { typed, command: each, input: given } of TOUR) {
    if (each?.run === undefined) throw new Error(`${typed} is not there`);
    const outcome = await each.run(world, { ...given, options: { ...given.options, C: sample, on: DAY } });
    report.push(out([run(`› ${typed} --on ${DAY}`, 'accent')]), ...outcome.report, out(''));
    written.push(...(outcome.changes?.files ?? []));
    if (outcome.exit > exit) exit = outcome.exit;
  }
  return {
    exit,
    report: [...report, ...farewell(shown, written)],
    changes: { into: target, files: written, replace: false },
  };
}

function farewell(shown: string, written: readonly FileChange[]): readonly Block[] {
  const pdfs = written.map(({ path }) => path).filter((path) => path.startsWith('build/') && path.endsWith('.pdf'));
  const [first] = pdfs;
  return [
    out(
      [
        run(`The sample school is in ${shown}.`, 'strong'),
        ` It stands on ${inWords(DAY)}: add --on ${DAY} to your commands.`,
      ],
      first === undefined
        ? 'There is no PDF yet: lem summary render says what is needed.'
        : `Open ${shown}/${first}, then look around:`,
      `  cd ${shown.includes(' ') ? `"${shown}"` : shown}`,
      `  lem status --on ${DAY}`,
    ),
  ];
}
