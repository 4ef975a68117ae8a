import { type Line, out, run } from '../model/block.ts';
import type { IsoDate } from '../model/calendar.ts';
import { seen } from '../model/known.ts';
import type { Outcome } from '../model/outcome.ts';
import { plainWord } from '../model/plain-word.ts';
import { sizeInWords } from '../model/size.ts';
import { archiveName } from '../workspace/bundle-paths.ts';
import { BUILD } from '../workspace/layout.ts';
import { submittedFiles } from '../workspace/submitted.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { World } from '../world.ts';
import { next } from './change.ts';
import { type Command, flag, folderOf, type Input, ON_OPTION, text } from './command.ts';
import { openHere } from './load.ts';
import { allNamed, dateNamed, strandNamed } from './named.ts';
import { archiveOf } from './submit/archive.ts';
import { type Checklist, checklistOf } from './submit/checklist.ts';

export const command: Command = {
  summary:
    'Makes one archive of what some badges are claimed on, for the Equality team: the files that the claims rest on and no more, the documents, and a fingerprint of each.',
  args: [['<strands...>', 'the strands, by their ids']],
  options: [
    ['--visit <date>', 'the visit that it is for (default: the one that is booked for these strands)'],
    ['--sign <key>', 'sign it with this SSH key, by ssh-keygen'],
    ['--html-only', 'no PDF, so no browser is needed'],
    ['--out <file>', 'write the archive to this file (default: in build)'],
    ['--dry-run', 'show the checklist, and write nothing'],
    ON_OPTION,
  ],
  examples: [
    ['lem submit race gender', 'check, and write build/submission-….zip'],
    ['lem submit race --visit 2026-06-25 --sign ~/.ssh/id_ed25519', 'for that visit, signed'],
    ['lem submit race --dry-run', 'only the checklist'],
  ],
  run: submit,
};

async function submit(world: World, input: Input): Promise<Outcome> {
  const here = openHere(world, input);
  if ('refusal' in here) return here.refusal;
  const { root, workspace, on } = here;
  const named = allNamed(
    input.args.flat().filter((word) => word !== undefined),
    (word) => strandNamed(workspace.programme, word),
  );
  if ('refusal' in named) return named.refusal;
  const strands = [...workspace.programme.strands.keys()].filter((id) => named.ids.includes(id));
  const asked = text(input, 'visit');
  const given = asked === undefined ? null : dateNamed('--visit', asked);
  if (given !== null && 'refusal' in given) return given.refusal;
  const visit = given?.date ?? visitOf(workspace, strands, on);

  const submitted = submittedFiles(workspace, strands, on);
  const checklist = checklistOf(workspace, strands, submitted, { on, visit, width: world.terminal.width });
  const titles = strands.map((id) => workspace.programme.strands.get(id)?.title ?? id).join(', ');
  const head: readonly Line[] = [[run(`Submission: ${titles}`, 'strong')], ...checklist.lines];
  if (!checklist.isReady)
    return { exit: 1, report: [out(...head, '', 'Nothing was written.', next(nextStep(checklist, strands)))] };
  if (flag(input, 'dryRun')) return { exit: 0, report: [out(...head, '', 'Nothing was written.')] };

  const key = text(input, 'sign');
  const archive = await archiveOf(world, {
    ...{ root, workspace, on, strands, visit, submitted },
    hasPdf: !flag(input, 'htmlOnly'),
    key: key === undefined ? null : world.files.resolve(world.cwd, key),
  });
  if ('refusal' in archive) return archive.refusal;
  const { bytes, digest, count } = archive;
  const wanted = text(input, 'out');
  const urn = seen(workspace.settings)?.school.urn ?? null;
  const path = wanted ?? `${BUILD}/${archiveName(urn, strands, on)}`;
  const place =
    wanted === undefined
      ? { path, content: bytes }
      : { path: world.files.resolve(folderOf(world, input), wanted), content: bytes, anywhere: true as const };
  return {
    exit: 0,
    report: [
      out(
        ...head,
        '',
        [run('✓ ', 'good'), run(path, 'strong'), run(`  ${sizeInWords(bytes.length)}, ${count} files`, 'dim')],
        `  sha256-${digest}`,
        key === undefined
          ? '  Unsigned: whoever gets it can tell that it is whole, and not who made it.'
          : '  Signed. Whoever has your public key can tell that it comes from you.',
        next(`lem verify ${plainWord(path, 'file')}`),
      ),
    ],
    changes: { into: root, files: [place], replace: true },
  };
}

/** The next accreditation visit that is booked for one of the strands. */
function visitOf({ calendar }: Workspace, strands: readonly string[], on: IsoDate): IsoDate | null {
  const visits = (seen(calendar)?.visits ?? []).filter(
    ({ date, kind, strands: theirs = [] }) =>
      date >= on && kind === 'accreditation' && theirs.some((strand) => strands.includes(strand)),
  );
  return visits.map(({ date }) => date).sort()[0] ?? null;
}

/** Where to go on when a submission can't be made. */
function nextStep({ faults }: Checklist, strands: readonly string[]): string {
  const [first] = faults;
  if (first === undefined) return `lem badges ${strands[0]}`;
  return `lem check ${plainWord(first.file, 'file')} --level submission`;
}
