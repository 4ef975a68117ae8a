import { type Line, type Run, run } from '../model/block.ts';
import { type IsoDate, inWords } from '../model/calendar.ts';
import { at } from '../model/place.ts';
import type { Found, Proof, Verdict } from '../model/verdict.ts';
import { wrap } from '../model/width.ts';
import { decisionsOn } from '../workspace/select.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { position, STATES } from './badges.ts';
import { paragraphs } from './paragraphs.ts';

/** Of parts of which some are enough, so many more than are needed are shown. */
const MOST_SPARE = 2;

/** How a finding is marked: a sign that needs no colour. */
const SIGNS: { readonly [found in Found]: Run } = {
  met: run('✓', 'good'),
  unmet: run('✗', 'bad'),
  unknown: run('?', 'warn'),
};

/** Why a badge may or may not be claimed: every requirement, and of what is open every part down to the node that decides it. */
export function whyLines(workspace: Workspace, verdicts: readonly Verdict[], width: number): readonly Line[] {
  return verdicts.flatMap((verdict): readonly Line[] => {
    const advised = verdict.required ? '' : ', advised only';
    return [
      ['  ', SIGNS[verdict.outcome], ' ', run(verdict.requirement, 'strong'), run(advised, 'dim')],
      ...(verdict.outcome === 'met' || verdict.parts.length === 0
        ? factLines(workspace, verdict, 1, width)
        : partLines(workspace, verdict, 1, width)),
    ];
  });
}

/**
 * What was last decided on a badge that was not awarded, and why; nothing of one that has never been decided on, or that
 * was awarded.
 */
export function decisionLines(workspace: Workspace, strand: string, on: IsoDate, width: number): readonly Line[] {
  const last = decisionsOn(workspace, strand, on).at(-1);
  if (last === undefined || (last.decision !== 'further-evidence' && last.decision !== 'not-yet')) return [];
  const { file, line, column } = position(
    workspace,
    at(workspace.awards.file, 'visits', last.index, 'decisions', strand),
  );
  const [words] = STATES[last.decision];
  return [
    [`Decided on ${inWords(last.date)}: `, run(words, 'warn')],
    ...(last.because === null ? [] : paragraphs(last.because, '  ', width)),
    [run(`  ${file}:${line}:${column}`, 'dim')],
    '',
  ];
}

/** The places that decide it and the commands that help, as a numbered list. */
export function wayLines(workspace: Workspace, facts: readonly Proof[], width: number): readonly Line[] {
  return facts.flatMap((fact, index): readonly Line[] => {
    const number = `  ${index + 1}. `;
    const indent = ' '.repeat(number.length);
    const lines = wrap(fact.message, Math.max(20, width - number.length));
    return [
      ...lines.map((line, at): Line => `${at === 0 ? number : indent}${line}`),
      [run(`${indent}${placeOf(workspace, fact)}`, 'dim')],
      ...(fact.fix === null ? [] : [[run(`${indent}→ `, 'accent'), fact.fix] as Line]),
    ];
  });
}

function partLines(workspace: Workspace, proof: Proof, depth: number, width: number): readonly Line[] {
  const open = proof.parts.filter(({ outcome }) => outcome !== 'met');
  // Of several that would do, a few are enough to look at.
  const shown = proof.needed < proof.parts.length ? open.slice(0, proof.needed + MOST_SPARE) : open;
  const more = open.length - shown.length;
  return [
    ...(proof.parts.length === 1 ? [] : [tally(proof, proof.parts.length - open.length, depth)]),
    ...shown.flatMap((part) => branchLines(workspace, part, depth, width)),
    ...(more === 0
      ? []
      : [[run(`${indent(depth)}… or ${more === 1 ? 'one other' : `${more} others`}`, 'dim')] as Line]),
  ];
}

function branchLines(workspace: Workspace, part: Proof, depth: number, width: number): readonly Line[] {
  if (part.parts.length === 0) return factLines(workspace, part, depth, width);
  if (part.parts.length === 1) return partLines(workspace, part, depth, width);
  return [[indent(depth), SIGNS[part.outcome], ` ${part.message}`], ...partLines(workspace, part, depth + 1, width)];
}

/** `3 of 10 met`, and how many it takes where it does not take all. */
function tally({ parts, needed }: Proof, met: number, depth: number): Line {
  const of = needed < parts.length ? `; ${needed === 1 ? 'one is' : `${needed} are`} enough` : '';
  return [run(`${indent(depth)}${met} of ${parts.length} met${of}:`, 'dim')];
}

function factLines(workspace: Workspace, fact: Proof, depth: number, width: number): readonly Line[] {
  const margin = indent(depth);
  const lines = wrap(fact.message, Math.max(20, width - margin.length - 2));
  return [
    ...lines.map(
      (line, index): Line => (index === 0 ? [margin, SIGNS[fact.outcome], ` ${line}`] : `${margin}  ${line}`),
    ),
    [run(`${margin}  ${placeOf(workspace, fact)}`, 'dim')],
    ...(fact.fix === null ? [] : [[run(`${margin}  → `, 'accent'), fact.fix] as Line]),
  ];
}

function indent(depth: number): string {
  return '  '.repeat(depth + 1);
}

/** `plan/passports.yaml:9:1`, or the file alone where it is not there. */
function placeOf(workspace: Workspace, { place }: Proof): string {
  const { file, line, column } = position(workspace, place);
  return line === null ? String(file) : `${file}:${line}:${column}`;
}
