import { auditProgress, type ElementProgress, openIn } from '../../facts/audit-progress.ts';
import { canTell } from '../../facts/audit-years.ts';
import { count } from '../../facts/requirements/requirement.ts';
import { err, type Line, run } from '../../model/block.ts';
import { type IsoDate, inWords } from '../../model/calendar.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { wrap } from '../../model/width.ts';
import type { Part } from '../../source/edit.ts';
import { openLines } from '../../views/audit-element.ts';
import type { World } from '../../world.ts';
import { outsideYear } from '../calendar/outside-year.ts';
import { changing, DRY_RUN_OPTION, next, type TextChange, wrote } from '../change.ts';
import { type Command, flag, type Input, YEAR_OPTION } from '../command.ts';
import { editFile } from '../edit-file.ts';
import { afterAudit } from '../grid/go-on.ts';
import { allNamed, elementNamed } from '../named.ts';
import { type AuditRequest, auditRequest, yearFlag } from './year.ts';

export const completeAudit: Command = {
  summary: 'Marks the audit of elements complete, once every statement is judged, with the day; or reopens it.',
  args: [['[elements...]', 'ids or titles of elements']],
  options: [
    ['--all', 'every element of the year'],
    ['--reopen', 'make them drafts again, to go on judging'],
    ['--on <date>', 'the day the team agreed it (default: today)'],
    YEAR_OPTION,
    DRY_RUN_OPTION,
  ],
  examples: [
    ['lem audit complete learning-and-teaching', 'agreed today'],
    ['lem audit complete --all --on 2026-10-12', 'every element, agreed on that day'],
    ['lem audit complete pupil-involvement --reopen', 'a draft again'],
  ],
  run: complete,
};

function complete(world: World, input: Input): Outcome {
  const request = auditRequest(world, input);
  if ('refusal' in request) return request.refusal;
  const { root, workspace, on, audit } = request;
  const elements = auditProgress(audit);
  const chosen = chosenFrom(request, elements, input);
  if ('refusal' in chosen) return chosen.refusal;
  const reopen = flag(input, 'reopen');
  const years = yearFlag(workspace, audit.year, on);
  const unfit = refuse(request, chosen, reopen, world.terminal.width);
  if (unfit !== null) return unfit;
  const isDone = ({ status, completed }: ElementProgress): boolean =>
    reopen ? status === 'draft' && completed === null : status === 'complete' && completed !== null;
  const changes: TextChange[] = [];
  for (const { file } of chosen.filter((element) => !isDone(element))) {
    const change = editFile(workspace, file, reopen ? REOPENED : completedOn(on));
    if ('refusal' in change) return change.refusal;
    changes.push(change);
  }
  const words = reopen ? 'A draft again' : `Complete, agreed on ${inWords(on)}`;
  const already = chosen.filter(isDone);
  const isLast = !reopen && elements.every((each) => each.status === 'complete' || chosen.includes(each));
  const notes = [
    ...(changes.length === 0 ? [] : [`${words}: ${titles(chosen.filter((each) => !isDone(each)))}.`]),
    ...(already.length === 0 ? [] : [`${reopen ? 'Drafts' : 'Complete'} already, and left: ${titles(already)}.`]),
    ...(changes.length === 0 || reopen ? [] : outsideYear(workspace, audit.year, on)),
  ];
  return changing(world, input, {
    root,
    texts: changes,
    said: [
      ...changes.map(({ path }) => wrote(path)),
      ...notes.flatMap((note) => wrap(note, world.terminal.width - 2)).map((line): Line => `  ${line}`),
      next(isLast ? afterAudit({ workspace, year: audit.year, yearFlag: years }) : `lem audit show${years}`),
    ],
  });
}

const REOPENED: readonly Part[] = [{ path: ['status'], value: 'draft' }, { path: ['completed'] }];

function completedOn(on: IsoDate): readonly Part[] {
  return [
    { path: ['status'], value: 'complete' },
    { path: ['completed'], value: on },
  ];
}

/** The elements that were named, or all. */
function chosenFrom(
  { audit }: AuditRequest,
  elements: readonly ElementProgress[],
  input: Input,
): readonly ElementProgress[] | { readonly refusal: Outcome } {
  if (flag(input, 'all')) return elements;
  const [words] = input.args;
  const named = allNamed(Array.isArray(words) ? words : [], (word) => elementNamed(audit.programme, word));
  if ('refusal' in named) return named;
  if (named.ids.length === 0)
    return {
      refusal: unusable(
        'No element was named.',
        'Name those that are complete, or say --all: lem audit show tells which are.',
      ),
    };
  return elements.filter(({ element }) => named.ids.includes(element.id));
}

/** Why some of the elements can't be marked, each with what is open in it; null where nothing stands in the way. */
function refuse(
  { workspace, audit, on }: AuditRequest,
  chosen: readonly ElementProgress[],
  reopen: boolean,
  width: number,
): Outcome | null {
  const unfit = chosen.filter(
    (each) => !canTell(each) || each.state === 'absent' || (!reopen && openIn(each).length > 0),
  );
  const [first] = unfit;
  if (first === undefined) return null;
  const can = reopen ? 'can’t be reopened' : 'can’t be complete yet';
  const remedy =
    first.state === 'absent'
      ? `Write the files that are missing with lem audit start ${audit.year}.`
      : canTell(first)
        ? `Judge what is open with lem audit answer ${first.element.id}${yearFlag(workspace, audit.year, on)}.`
        : `lem check ${first.file} says what is wrong.`;
  return {
    exit: 2,
    report: [
      err(
        [run('lem: ', 'bad'), `${count(unfit.length, 'element')} ${can}, so nothing was written.`],
        ...unfit.flatMap((each) => openLines(each, width)),
        [run(`  ${remedy}`, 'dim')],
      ),
    ],
  };
}

function titles(elements: readonly ElementProgress[]): string {
  return elements.map(({ element }) => element.title).join(', ');
}
