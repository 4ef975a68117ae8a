import { LEVELS, SEVERITIES } from '../model/diagnostic.ts';
import { didYouMean, nearest } from '../model/nearest.ts';
import { type Outcome, unusable } from '../model/outcome.ts';
import { atLeastAsBad, diagnose } from '../rules/run.ts';
import { FORMATS } from '../views/formats/index.ts';
import type { World } from '../world.ts';
import { type Command, dayOf, folderOf, type Input, ON_OPTION, text } from './command.ts';
import { assembleHere } from './load.ts';

export const command: Command = {
  summary:
    'Finds what is wrong or missing: in the YAML, against the schemas, between the files and by the programme’s rules.',
  args: [['[paths...]', 'show only findings in these files and folders']],
  options: [
    ['--level <level>', 'how far on the work should be: draft, ready or submission (default: draft)'],
    ['--format <format>', 'pretty or json (default: pretty)'],
    ['--fail-on <severity>', 'exit with 1 from this severity on: error, warning or info (default: error)'],
    ON_OPTION,
  ],
  examples: [
    ['lem check', 'check the workspace you are in, as a draft'],
    ['lem check plan --level ready', 'what the plan still lacks before a badge is claimed'],
    ['lem check --format json --fail-on warning', 'for CI: JSON, and exit 1 on warnings too'],
  ],
  run,
};

function run(world: World, input: Input): Outcome {
  const level = choice('--level', text(input, 'level') ?? 'draft', LEVELS);
  const failOn = choice('--fail-on', text(input, 'failOn') ?? 'error', SEVERITIES);
  const formatName = choice('--format', text(input, 'format') ?? 'pretty', Object.keys(FORMATS));
  if ('refusal' in level) return level.refusal;
  if ('refusal' in failOn) return failOn.refusal;
  if ('refusal' in formatName) return formatName.refusal;
  const day = dayOf(world, input);
  if ('refusal' in day) return day.refusal;
  const here = assembleHere(world, input);
  if ('refusal' in here) return here.refusal;
  const { root, assembly } = here;
  const { sources } = assembly.state === 'ready' ? assembly.workspace : assembly;
  const within = pathsWithin(world, input, root, [...sources.keys()]);
  if ('refusal' in within) return within.refusal;
  const diagnostics = diagnose(assembly, {
    level: level.word,
    on: day.on,
  }).filter(({ file }) => within.covers(file));
  const format = FORMATS[formatName.word];
  if (format === undefined) throw new Error(`no format ${formatName.word}`);
  const files = [...sources.keys()].filter(within.covers).length;
  return {
    exit: diagnostics.some(({ severity }) => atLeastAsBad(severity, failOn.word)) ? 1 : 0,
    report: format({
      level: level.word,
      files,
      diagnostics,
      sources,
      width: world.terminal.width,
    }),
  };
}

/** Which files the paths of the command line cover: all where there are none. */
function pathsWithin(
  world: World,
  input: Input,
  root: string,
  known: readonly string[],
): { readonly covers: (file: string) => boolean } | { readonly refusal: Outcome } {
  const paths = Array.isArray(input.args[0]) ? (input.args[0] as readonly string[]) : [];
  const wanted: string[] = [];
  for (const path of paths) {
    const full = world.files.resolve(folderOf(world, input), path);
    const shown = world.files.shown(root, full);
    const inside = shown === '.' || known.some((file) => file === shown || file.startsWith(`${shown}/`));
    if (!inside && !world.files.exists(full))
      return {
        refusal: unusable(
          `There is no ${path} here.`,
          nearest(path, known) === null ? 'Paths are read from the folder you are in.' : didYouMean(path, known),
        ),
      };
    wanted.push(shown);
  }
  return {
    covers: (file) =>
      wanted.length === 0 || wanted.some((path) => path === '.' || file === path || file.startsWith(`${path}/`)),
  };
}

function choice<W extends string>(
  option: string,
  word: string,
  words: readonly W[],
): { readonly word: W } | { readonly refusal: Outcome } {
  const known = words.find((each) => each === word);
  if (known !== undefined) return { word: known };
  return {
    refusal: unusable(`${option} can’t be ${word}.`, didYouMean(word, words)),
  };
}
