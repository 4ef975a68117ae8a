import { standingOn, unreadableIn } from '../../facts/history.ts';
import type { IsoDate } from '../../model/calendar.ts';
import type { Entry, Listing } from '../../model/listing.ts';
import { locate } from '../../source/locate.ts';
import type { Problem, Source } from '../../source/source.ts';
import type { Moment } from '../../views/history.ts';
import { assemble } from '../../workspace/assemble.ts';
import { WORKSPACE_FILE } from '../../workspace/layout.ts';
import { type Reader, type ReadFile, readFile } from '../../workspace/read-file.ts';

/** Where the school stood by the files of a moment, the programme it worked to, and what of it can't be read and why. */
export type Judged = Pick<Moment, 'programme' | 'standing' | 'faults'>;

/**
 * Judges listings one after another. What is read of a file is kept as long as the file's entry is, so that a text which
 * stands in many commits is parsed once.
 * @param shipped the programme editions that come with lem, by id: past moments are judged by them as they are today
 */
export function judging(shipped: ReadonlyMap<string, string>): (listing: Listing, on: IsoDate) => Judged {
  const read = readingOnce();
  return (listing, on) => {
    const assembly = assemble(listing, shipped, read);
    if (assembly.state === 'unusable') {
      const { problems, sources } = assembly;
      const first = problems.find(({ where }) => DECIDING.includes(where.file)) ?? problems[0];
      const fault = first === undefined ? `${WORKSPACE_FILE} is not there.` : said(first, sources);
      return { programme: null, standing: null, faults: [fault] };
    }
    const { workspace } = assembly;
    const faults = unreadableIn(workspace).map((file) => {
      const problem = workspace.problems.find(({ where }) => where.file === file);
      return problem === undefined ? `${file} can’t be read.` : said(problem, workspace.sources);
    });
    return { programme: workspace.programme, standing: standingOn(workspace, on), faults };
  };
}

const DECIDING: readonly string[] = [WORKSPACE_FILE, 'programme.yaml'];

function said({ where, message }: Problem, sources: ReadonlyMap<string, Source>): string {
  const source = sources.get(where.file);
  if (source === undefined) return `${where.file} ${message}`;
  const { line, column } = locate(source, where);
  return `${where.file}:${line}:${column} ${message}`;
}

function readingOnce(): Reader {
  const known = new WeakMap<Entry, Map<string, ReadFile>>();
  return (path, entry) => {
    const paths = known.get(entry) ?? new Map<string, ReadFile>();
    const read = paths.get(path) ?? readFile(path, entry);
    known.set(entry, paths.set(path, read));
    return read;
  };
}
