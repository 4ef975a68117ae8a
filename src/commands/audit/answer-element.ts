import {
  auditProgress,
  type ElementProgress,
  isJudged,
  openIn,
  peopleIn,
  type StatementProgress,
} from '../../facts/audit-progress.ts';
import { earlierJudgement } from '../../facts/earlier.ts';
import { count, filled } from '../../facts/requirements/requirement.ts';
import { inWords } from '../../model/calendar.ts';
import type { Judgement } from '../../model/files.generated.ts';
import { seen } from '../../model/known.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Part } from '../../source/edit.ts';
import { statementLines } from '../../views/interview-audit.ts';
import type { Choice, Prompts, World } from '../../world.ts';
import { editFile } from '../edit-file.ts';
import { goOn } from '../grid/go-on.ts';
import { type Held, hold, type Standing, settled } from '../interview/held.ts';
import { askAgreed } from '../interview/questions.ts';
import { type Move, walk } from '../interview/walk.ts';
import { evidenceChoices } from './answer-evidence.ts';
import { type AtStatement, askStatement, missing } from './answer-statement.ts';
import { type AuditRequest, yearFlag } from './year.ts';

/** What to ask: what is missing, or everything; a statement to begin with. */
export interface Asked {
  readonly all: boolean;
  readonly statement: string | null;
}

interface Interview {
  readonly world: World;
  readonly prompts: Prompts;
  readonly request: AuditRequest;
  readonly held: Held;
  /** The element as it stands. */
  readonly now: () => ElementProgress;
}

/** The interview on an element, from where it was left to its end or wherever the user stops. */
export async function answerElement(
  world: World,
  prompts: Prompts,
  request: AuditRequest,
  { element, file }: ElementProgress,
  asked: Asked,
): Promise<Outcome> {
  const { root, workspace, audit } = request;
  const held = hold(world, prompts, { root, workspace, file }, (now, parts) => editFile(now, file, parts));
  const now = (): ElementProgress => {
    const value = seen(held.workspace().audits.get(audit.year)?.get(element.id));
    const files = new Map(audit.files).set(element.id, { file, state: 'known', value });
    return auditProgress({ ...audit, files }).find((each) => each.element.id === element.id) as ElementProgress;
  };
  const interview: Interview = { world, prompts, request, held, now };
  const move = await askStatements(interview, asked);
  const end = move === 'next' ? await askAgreement(interview) : move;
  return settled(held, end, standing(interview), world.terminal.width);
}

/** Goes through the statements that are open, or all of them. */
function askStatements(interview: Interview, { all, statement }: Asked): Promise<Move> {
  const { world, prompts, request, held, now } = interview;
  const { element } = now();
  const first = element.statements.findIndex(({ id }) => id === statement);
  const evidence = evidenceChoices(held.workspace(), element.id);
  const isOpen = (stop: number): boolean => {
    const each = at(interview, stop);
    // Once an audit is complete, a reason that was left out was meant to be.
    return all || (now().status === 'complete' ? !isJudged(each) || each.lacksReason : missing(each) !== null);
  };
  return walk(element.statements.length, first === -1 ? null : first, isOpen, async (stop, isBack) => {
    const each = at(interview, stop);
    const { id } = each.statement;
    const last = earlierJudgement(held.workspace(), element.id, id, request.audit.year);
    await prompts.show(...statementLines(request.audit, now(), each, last, world.terminal.width));
    const isAnew = all || isBack || id === statement;
    return askStatement(atStatement(interview, stop, evidence), isAnew ? 'rating' : (missing(each) ?? 'rating'));
  });
}

function at({ now }: Interview, stop: number): StatementProgress {
  return now().statements[stop] as StatementProgress;
}

function atStatement(interview: Interview, stop: number, evidence: readonly Choice[]): AtStatement {
  const { prompts, request, held } = interview;
  const { statement, ratings } = at(interview, stop);
  const now = (): Judgement => at(interview, stop).judgement ?? {};
  const inFile = (parts: readonly Part[]): readonly Part[] =>
    parts.map((part) => ({ ...part, path: ['judgements', statement.id, ...part.path] }));
  return {
    prompts,
    programme: request.audit.programme,
    strands: ratings.map(({ strand }) => strand),
    evidence,
    isFirst: stop === 0,
    now,
    put: (parts) => held.put(typeof parts === 'function' ? () => inFile(parts(now())) : inFile(parts)),
  };
}

/** Once everything is judged: whether the team agrees on it. An audit that was changed has to be agreed anew. */
function askAgreement({ prompts, request: { on }, held, now }: Interview): Move | Promise<Move> {
  const { element, status, completed } = now();
  const isComplete = status === 'complete';
  if (openIn(now()).length > 0 || (isComplete && !held.isChanged())) return 'next';
  const was = completed === null ? '' : ` on ${inWords(completed)}`;
  const message = isComplete
    ? `The audit of ${element.title} was complete${was}. Does the team agree on it as it is now?`
    : `Every statement of ${element.title} is judged. Does the team agree that its audit is complete?`;
  const agreed = [
    { path: ['status'], value: 'complete' },
    { path: ['completed'], value: on },
  ];
  const open = [{ path: ['status'], value: 'draft' }, { path: ['completed'] }];
  return askAgreed(prompts, message, (isAgreed) => held.put(isAgreed ? agreed : open));
}

/** How far the element has come, and what to go on with. */
function standing({ request: { audit, workspace, on }, held, now }: Interview): Standing {
  const { year } = audit;
  const flag = yearFlag(workspace, year, on);
  const { element, statements, status, completed } = now();
  const isComplete = status === 'complete';
  const isStale = isComplete && held.isChanged() && completed !== on;
  const unsaid = statements.filter((each) => isJudged(each) && !filled(each.judgement?.because)).length;
  const judged = `${statements.filter(isJudged).length} of ${count(statements.length, 'statement')} judged`;
  const state = !isComplete ? 'draft' : `complete${completed === null ? '' : `, agreed on ${inWords(completed)}`}`;
  const next = (): string => {
    if (openIn(now()).length > 0) return `lem audit answer ${element.id}${flag}`;
    if (isStale) return `lem audit complete ${element.id} --reopen${flag}`;
    if (!isComplete) return `lem audit complete ${element.id}${flag}`;
    const drafts = auditProgress(audit).filter((each) => each.status === 'draft' && each.element.id !== element.id);
    const own = drafts.find((each) => each.assessors.length === 0 || isShared(each, now()));
    if (own !== undefined) return `lem audit answer ${own.element.id}${flag}`;
    if (drafts.length > 0) return `lem audit show${flag}`;
    return goOn({ workspace: held.workspace(), year, yearFlag: flag });
  };
  return {
    said: [
      `${element.title}, ${year}: ${judged}; ${state}.`,
      ...(unsaid === 0 ? [] : [`${count(unsaid, 'judgement has', 'judgements have')} no reason yet.`]),
      ...(isStale ? ['It was agreed before these changes: reopen it, and agree on it anew.'] : []),
      ...(isComplete && !held.isChanged() ? ['Go through it again with --all, or go to one with --statement.'] : []),
    ],
    command: next(),
  };
}

/** Whether somebody judges both elements. */
function isShared(one: ElementProgress, other: ElementProgress): boolean {
  return peopleIn([one, other]).some(({ elements }) => elements.length > 1);
}
