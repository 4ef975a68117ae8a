import { type Known, seen } from '../../../model/known.ts';
import { nameIn, plain } from '../../../model/names.ts';
import { isAlsoSurname } from '../../../model/words.ts';
import type { Workspace } from '../../../workspace/workspace.ts';

/** What tells names of people from other words in a workspace. */
export interface Names {
  /** The words of every name that stands where the workspace keeps names, as `plain` has them. */
  readonly known: ReadonlySet<string>;
  /** Whether a word is one of the language: it is known for one, or the programme’s own texts have it without a capital. */
  readonly isOrdinary: (word: string) => boolean;
  /** Whether a capital letter is no sign of a name: so the programme or the school’s own name has it, or people write it without. */
  readonly isExplained: (word: string) => boolean;
}

/** The names of the people that a workspace mentions by name or role, wherever it does. */
export function namesOf(workspace: Workspace): Names {
  const ordinary = new Set(smallWords(programmeTexts(workspace)));
  const school = seen(workspace.settings)?.school;
  const explained = new Set([
    ...wordsIn([...programmeTexts(workspace), school?.name ?? '', school?.localAuthority ?? '']),
    ...smallWords(proseOf(workspace)),
  ]);
  const has = (words: ReadonlySet<string>, word: string): boolean =>
    words.has(word) || words.has(word.replace(/'s?$/, ''));
  const isOrdinary = (word: string): boolean => has(ordinary, word) || isAlsoSurname(word);
  return {
    known: new Set(peopleOf(workspace).flatMap((who) => nameIn(who, isOrdinary))),
    isOrdinary,
    isExplained: (word) => has(explained, word),
  };
}

/** Every text that says who somebody is: members, those who came, co-ordinators, assessors, leads, reviewers, signatories. */
function peopleOf(workspace: Workspace): readonly string[] {
  const { members = [], meetings = [] } = seen(workspace.referenceGroup) ?? {};
  const people: readonly (string | null | undefined)[] = [
    ...members.flatMap(({ name, role }) => [name, role]),
    ...meetings.flatMap(({ attended = [] }) => attended),
    ...(seen(workspace.settings)?.coordinators ?? []).flatMap(({ name, role }) => [name, role]),
    ...(seen(workspace.calendar)?.meetings ?? []).flatMap(({ attended = [] }) => attended),
    ...(seen(workspace.awards)?.visits ?? []).map(({ assessor }) => assessor),
    ...each(workspace.audits).flatMap(({ assessors = [], judgements = {} }) => [
      ...assessors,
      ...Object.values(judgements).flatMap((judgement) => (judgement?.dissent ?? []).map(({ who }) => who)),
    ]),
    ...values(workspace.actions).map(({ lead }) => lead),
    ...values(workspace.evidence).flatMap(({ reviewed, holder }) => [reviewed?.by, holder]),
    ...each(workspace.summaries).flatMap(({ signed = [] }) => signed.map(({ by }) => by)),
  ];
  return people.filter((who) => typeof who === 'string');
}

/** What people write in sentences. */
function proseOf(workspace: Workspace): readonly string[] {
  const texts = [
    ...values(workspace.actions).flatMap(({ title, success, baseline, outcome, impact }) => [
      ...[title, success, baseline, outcome, impact],
    ]),
    ...each(workspace.audits).flatMap(({ judgements = {} }) => Object.values(judgements).map((each) => each?.because)),
    ...each(workspace.summaries).flatMap(({ goals, pupilVoice, embedding, next }) => [
      goals,
      pupilVoice,
      embedding,
      next,
    ]),
  ];
  return texts.filter((text) => typeof text === 'string');
}

function programmeTexts({ programme: { file } }: Workspace): readonly string[] {
  return [
    ...[file.title, file.mark.title, file.team ?? ''],
    ...file.strands.flatMap(({ title, badge, about = '', aliases = [] }) => [title, badge, about, ...aliases]),
    ...file.elements.flatMap(({ title, statements, descriptors = {} }) => [
      ...[title, ...Object.values(descriptors)],
      ...statements.map(({ text }) => text),
    ]),
    ...file.scale.map(({ title }) => title),
    ...(file.referenceGroup?.groups ?? []).map(({ title }) => title),
  ];
}

function wordsIn(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => plain(text).match(/\p{L}{2,}/gu) ?? []);
}

/** The words that begin with a small letter. Ids and addresses are no words: what is joined on is left out. */
function smallWords(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => text.match(/(?<![^\s("“‘])\p{Ll}\p{L}+(?![\p{N}\p{M}@._/-]\S)/gu) ?? []).map(plain);
}

function values<T>(files: ReadonlyMap<string, Known<T>>): readonly T[] {
  return [...files.values()].flatMap((file) => seen(file) ?? []);
}

function each<T>(years: ReadonlyMap<string, ReadonlyMap<string, Known<T>>>): readonly T[] {
  return [...years.values()].flatMap(values);
}
