import { type Block, err, type Line, out, run } from '../model/block.ts';
import { type FileChange, type Outcome, unusable } from '../model/outcome.ts';
import type { Programme } from '../model/programme.ts';
import { schoolYearOf } from '../model/school-year.ts';
import { WORKSPACE_FILE } from '../workspace/layout.ts';
import { CI_FILES, scaffold } from '../workspace/scaffold.ts';
import { type Answers, DEFAULTS, type Given, settle } from '../workspace/scaffold-answers.ts';
import type { World } from '../world.ts';
import { argument, type Command, flag, folderOf, type Input } from './command.ts';
import { givenAnswers } from './init-given.ts';
import { interview } from './init-interview.ts';
import { programmesAt } from './init-programmes.ts';
import { versionOf } from './version.ts';

export const command: Command = {
  summary: 'Begins a workspace in a folder: asks for what it needs, or takes flags or a file of answers.',
  args: [['[dir]', 'the folder, which need not exist (default: this one)']],
  options: [
    ['--name <name>', 'the school’s name'],
    ['--urn <digits>', 'its unique reference number'],
    ['--phase <phase>', 'its phase of education, such as primary'],
    ['--local-authority <name>', `its local authority (default: ${DEFAULTS.localAuthority})`],
    ['--programme <edition>', `the programme edition (default: ${DEFAULTS.programme})`],
    ['--year <year>', 'the school year to begin with (default: this one)'],
    ['--coordinator <name>', 'the co-ordinator’s name'],
    ['--email <address>', 'a work address for the co-ordinator'],
    ['--ci <service>', `github, gitlab or none: where every push is checked (default: ${DEFAULTS.ci})`],
    ['--answers <file>', 'take the answers from a YAML file; flags go before it'],
    ['-y, --yes', 'ask nothing: the usual for what is not given'],
  ],
  examples: [
    ['lem init equality', 'asks, then writes the workspace to the folder equality'],
    ['lem init --name "Ribble Bank Primary School" --phase primary --yes', 'asks nothing and writes it to this folder'],
    ['lem init equality --answers school.yaml', 'takes the answers from a file'],
  ],
  run: init,
};

async function init(world: World, input: Input): Promise<Outcome> {
  const folder = folderOf(world, input);
  if (!world.files.exists(folder))
    return unusable(`There is no folder ${world.files.shown(world.cwd, folder)}.`, 'Check the path after -C.');
  const target = world.files.resolve(folder, argument(input, 0) ?? '.');
  const unfit = unfitTarget(world, target);
  if (unfit !== null) return unfit;
  const programmes = programmesAt(world, target);
  if ('refusal' in programmes) return programmes.refusal;
  const given = givenAnswers(world, input, folder, programmes.editions);
  if ('refusal' in given) return given.refusal;

  const make = (
    answers: Given,
  ): { readonly answers: Answers; readonly programme: Programme; readonly files: readonly FileChange[] } | null => {
    const programme = programmes.editions.get(answers.programme ?? programmes.usual);
    const settled =
      programme &&
      settle(answers, { programme: programme.id, year: schoolYearOf(world.today, programme.file.schoolYear.starts) });
    if (!programme || !settled) return null;
    const template = (path: string): string => world.files.shipped(`templates/${path}`);
    return { answers: settled, programme, files: scaffold(settled, programme, template, installedVersion(world)) };
  };
  // What stands in the way is said before a question is asked.
  const early = conflicts(world, target, make({ ...given.answers, name: given.answers.name ?? '?' })?.files ?? []);
  if (early !== null) return early;

  const asks = world.terminal.interactive && !flag(input, 'yes');
  const answers = asks ? await interview(world, given.answers, programmes) : given.answers;
  if (answers === null)
    return unusable(
      'Nothing was written: the questions were broken off.',
      'Begin again with lem init, or give the answers as flags: lem init --help.',
    );
  const made = make(answers);
  if (made === null)
    return unusable(
      'The school’s name is missing.',
      'Give it with --name, such as --name "Ribble Bank Primary School".',
    );
  if (answers.email && !answers.coordinator)
    return unusable(
      'The e-mail address is no one’s: no co-ordinator is named.',
      'Name the co-ordinator with --coordinator.',
    );
  const late = conflicts(world, target, made.files);
  if (late !== null) return late;
  return {
    exit: 0,
    report: [...(asks ? [out('')] : []), written(world, target, made.answers, made.programme, made.files)],
    changes: { into: target, files: made.files, replace: false },
  };
}

/** The version that a CI file installs: any release that keeps the same contract, `0.1`. */
function installedVersion(world: World): string {
  return versionOf(world).split('.').slice(0, 2).join('.');
}

function unfitTarget({ cwd, files }: World, target: string): Outcome | null {
  for (let here = target, last = ''; here !== last; last = here, here = files.resolve(here, '..')) {
    if (isFile(files, here))
      return unusable(
        `${files.shown(cwd, here)} is a file, and a workspace needs a folder.`,
        'Name another folder: lem init <dir>.',
      );
  }
  const above = files.findUp(files.resolve(target, '..'), WORKSPACE_FILE);
  if (above === null || above === target) return null;
  return unusable(
    `${files.shown(cwd, target)} lies inside another workspace: ${files.shown(cwd, above)}.`,
    'A workspace can’t hold another. Name a folder outside it.',
  );
}

/** What already stands where the workspace's files would go, every path of it, or null. */
function conflicts({ cwd, files }: World, target: string, wanted: readonly FileChange[]): Outcome | null {
  const there = new Set<string>();
  for (const { path } of wanted) {
    const steps = path.split('/');
    const folders = steps.slice(1).map((_, index) => steps.slice(0, index + 1).join('/'));
    const inTheWay = folders.find((folder) => isFile(files, files.resolve(target, folder)));
    if (inTheWay !== undefined) there.add(inTheWay);
    else if (files.exists(files.resolve(target, path))) there.add(path);
  }
  if (there.size === 0) return null;
  const where = files.shown(cwd, target);
  const lines: Line[] = [
    [
      run('lem: ', 'bad'),
      `Nothing was written: ${there.size === 1 ? 'a file is' : `${there.size} files are`} in the way in ${where === '.' ? 'this folder' : where}.`,
    ],
    ...[...there].map((path) => `  ${path}`),
    [
      run(
        there.has(WORKSPACE_FILE)
          ? '  There is a workspace here already: see lem status, or name another folder.'
          : '  Move them elsewhere, or name another folder: lem init <dir>.',
        'dim',
      ),
    ],
  ];
  return { exit: 2, report: [err(...lines)] };
}

function isFile(files: World['files'], path: string): boolean {
  return files.readBytes(path) !== null;
}

function written(
  { cwd, files }: World,
  target: string,
  { name, year, ci }: Answers,
  { file, elements, strands, statements }: Programme,
  changes: readonly FileChange[],
): Block {
  const where = files.shown(cwd, target);
  const ciFile = CI_FILES[ci];
  const repository = files.findUp(target, '.git');
  const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;
  const rows: readonly (readonly [path: string, what: string])[] = [
    [WORKSPACE_FILE, `the school, and its programme: ${file.id}`],
    ['reference-group.yaml', 'step 1: who belongs to the group'],
    [`audit/${year}/`, `step 2: ${count(elements.size, 'element')}, ${count(statements.size, 'statement')} to judge`],
    [`grid/${year}.yaml`, `step 3: ${count(elements.size, 'element')} by ${count(strands.size, 'strand')}`],
    ['plan/  evidence/', 'steps 4 and 5, empty so far'],
    ['accreditation/', 'step 6, empty so far'],
    ['README.md', 'for colleagues: who edits what, and how'],
    ...(ciFile === null ? [] : [[ciFile, 'checks every push'] as const]),
  ];
  const width = Math.max(...rows.map(([path]) => path.length)) + 2;
  const elsewhere = ciFile !== null && repository !== null && repository !== target;
  return out(
    [run('Written: ', 'good'), `${changes.length} files for ${name}${where === '.' ? '' : ` in ${where}`}`],
    '',
    ...rows.map(([path, what]): Line => [run(`  ${path.padEnd(width)}`, 'accent'), what]),
    ...(elsewhere ? ['', ...elsewhereNote(ciFile, quoted(files.shown(repository, target)))] : []),
    '',
    'Next:',
    ...(where === '.' ? [] : [`  cd ${quoted(where)}`]),
    '  lem status    shows where you stand; begin with reference-group.yaml',
    '  lem check     finds what is wrong or missing',
  );
}

function elsewhereNote(ciFile: string, workspace: string): readonly Line[] {
  return [
    [run(`  ${ciFile} works only at the top of the repository:`, 'warn')],
    [run(`  move it there, and let it run lem check -C ${workspace} --level draft`, 'warn')],
  ];
}

/** A path as a shell takes it. */
function quoted(path: string): string {
  if (/^[\p{L}\p{N}_./:\\+-]+$/u.test(path)) return path;
  return /["$`!]/.test(path) ? `'${path.replaceAll("'", "'\\''")}'` : `"${path}"`;
}
