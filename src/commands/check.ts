import type { Outcome } from '../model/outcome.ts';
import { atLeastAsBad } from '../rules/run.ts';
import { FORMATS } from '../views/formats/index.ts';
import { type Reader, readFile } from '../workspace/read-file.ts';
import type { World } from '../world.ts';
import { checkAll } from './check/all.ts';
import { changedHere } from './check/changed.ts';
import { cleanBefore } from './check/clean.ts';
import { dryRunReport, fixed, mendedReport } from './check/fix.ts';
import { type Look, look, type View } from './check/look.ts';
import { pathsWithin } from './check/paths.ts';
import { reported, type Seen, settled } from './check/report.ts';
import { type CheckRequest, readRequest } from './check/request.ts';
import { watched } from './check/watch.ts';
import { type Command, flag, type Input, ON_OPTION } from './command.ts';
import { type Listed, listHere } from './load.ts';

export const command: Command = {
  summary:
    'Finds what is wrong or missing: in the YAML, against the schemas, between the files and by the programme’s rules.',
  args: [['[paths...]', 'show only findings in these files and folders']],
  options: [
    ['--level <level>', 'how far on the work should be: draft, ready or submission (default: draft)'],
    ['--rule <rules>', 'only this rule, or this group of rules such as plan; may be given several times', 'many'],
    ['--fail-on <severity>', 'exit with 1 from this severity on: error, warning or info (default: error)'],
    [
      '--format <format[=file]>',
      'pretty, compact, json, jsonl, sarif, junit, github, gitlab or markdown, to the screen or to a file; may be given several times (default: pretty)',
      'many',
    ],
    ['--baseline <file>', 'accept the findings that this file lists: only new ones are reported'],
    ['--update-baseline', 'write what is found now to the baseline'],
    ['--changed [base]', 'only what git says has changed, since a branch or commit too, and what depends on it'],
    ['--fix', 'mend what takes no judgement, such as a misspelt id, and report what is left'],
    ['--fix-dry-run', 'show as a diff what --fix would write, and write nothing'],
    ['--all', 'every workspace below this folder, on all cores'],
    ['--watch', 'check again after every change, until Ctrl-C'],
    ON_OPTION,
  ],
  examples: [
    ['lem check', 'check the workspace you are in, as a draft'],
    ['lem check plan --level ready', 'what the plan still lacks before a badge is claimed'],
    ['lem check --rule evidence --rule plan/overdue', 'the rules of a group, and one rule'],
    ['lem check --format json --fail-on warning', 'for CI: JSON, and exit 1 on warnings too'],
    ['lem check --all -C schools', 'the workspaces of many schools, as one report'],
    ['lem check --changed main', 'what a branch changed, and what depends on it'],
    ['lem check --fix-dry-run', 'what would be mended; --fix writes it'],
    ['lem check --format github --format sarif=lem.sarif', 'two formats at once, one of them to a file'],
    [
      'lem check --baseline baseline.json --update-baseline',
      'accept what is found today; from then on, leave --update-baseline out',
    ],
  ],
  run,
};

async function run(world: World, input: Input): Promise<Outcome> {
  const request = readRequest(world, input);
  if ('refusal' in request) return request.refusal;
  if (flag(input, 'all')) return checkAll(world, input, request);
  const list = (): ReturnType<typeof listHere> => listHere(world, input);
  if (request.watch)
    return watched(world, list, (here, read) => check(world, input, request, here, read), besides(request));
  const here = list();
  if ('refusal' in here) return here.refusal;
  const clean = await cleanBefore(world, input, request, here);
  if (clean.files === null) return check(world, input, request, here, readFile, clean.remember);
  const written = reported(world, input, request, here.root, { ...NOTHING, files: clean.files });
  return 'refusal' in written ? written.refusal : settled(written, here.root, 0);
}

/** What a look at a workspace comes to in which nothing is found. */
const NOTHING: Seen = { files: 0, found: [], suppressed: [], sources: new Map(), baseline: null };

/** One check of the workspace: what was asked for is found, held against the baseline and put into every format. */
async function check(
  world: World,
  input: Input,
  request: CheckRequest,
  { root, listing }: Listed,
  read: Reader = readFile,
  remember: (files: number) => void = () => undefined,
): Promise<Outcome> {
  const { failOn } = request;
  const within = pathsWithin(world, input, root, [...listing.entries.keys()]);
  if ('refusal' in within) return within.refusal;
  const changed = await changedHere(world, request, root);
  if ('refusal' in changed) return changed.refusal;
  const view: View = { root, request, covers: within.covers, changed: changed.files, read };
  const first = look(world, view, listing);
  if ('refusal' in first) return first.refusal;
  const fails = ({ found }: Look): 0 | 1 => (found.some(({ severity }) => atLeastAsBad(severity, failOn)) ? 1 : 0);
  const mended = request.fix === null ? null : fixed(first, listing, (next) => look(world, view, next));
  if (mended !== null && 'refusal' in mended) return mended.refusal;
  if (mended !== null && request.fix === 'show') return { exit: fails(first), report: dryRunReport(world, mended) };
  const left = mended?.left ?? first;
  if (left.found.length === 0 && left.suppressed.length === 0) remember(left.files);
  const written = reported(world, input, request, root, { ...left, baseline: left.held.summary });
  if ('refusal' in written) return written.refusal;
  const done = mended === null ? [] : mendedReport(mended, besides(request));
  const report = [...done, ...written.report, ...left.held.report];
  const files = [...(mended?.files ?? []), ...left.held.files, ...written.files];
  return settled({ report, files }, root, fails(left));
}

/** Where what people read besides the report goes: to the report where it is for people too, otherwise to stderr. */
function besides({ targets }: CheckRequest): 'out' | 'err' {
  return targets.some(({ file, format }) => file === null && format === FORMATS.pretty) ? 'out' : 'err';
}
