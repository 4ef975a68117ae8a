import type { Listing, ReadingList } from '../../model/listing.ts';
import { withIds } from '../../model/recommendation-ids.ts';
import { boundsOf, schoolYearOf } from '../../model/school-year.ts';
import { parse } from '../../source/parse.ts';
import { AWARDS_FILE, READING_LIST, roleOf, WORKSPACE_FILE } from '../../workspace/layout.ts';
import type { World } from '../../world.ts';
import type { Candidate } from './book.ts';

/** What of the world completion sees. */
export type Seen = Pick<World, 'cwd' | 'today' | 'files'>;

/**
 * The words of a workspace, by the name of the placeholder that stands for them. Ids are the names of files and folders,
 * and those of the programme are read without a further look: what is broken has no words, and says nothing.
 */
export const WORKSPACE_WORDS: { readonly [name: string]: (world: Seen, root: string) => readonly Candidate[] } = {
  strand: (world, root) => titled(programmeOf(world, root).strands),
  document: (world, root) => titled(programmeOf(world, root).strands),
  element: (world, root) => titled(programmeOf(world, root).elements),
  statement: (world, root) => entries(programmeOf(world, root).elements).flatMap((each) => titled(each.statements)),
  rating: (world, root) => {
    const { scale, notApplicable } = programmeOf(world, root);
    return [...titled(scale), ...titled([notApplicable])];
  },
  action: (world, root) => idsIn(world, root, 'plan'),
  item: (world, root) => idsIn(world, root, 'evidence'),
  recommendation: recommended,
  year: years,
};

type Data = { readonly [key: string]: unknown };

/** The programme that the workspace works to, as far as it can be read. */
function programmeOf(world: Seen, root: string): Data {
  const { programme: id } = dataAt(world, root, WORKSPACE_FILE);
  const own = dataAt(world, root, 'programme.yaml');
  if (typeof id !== 'string' || own.id === id) return own;
  return entry(parse(id, shippedText(world, id)).data);
}

/** The text of an edition that comes with lem. */
function shippedText({ files }: Seen, id: string): string {
  const name = files.walk(files.shippedFolder('templates/programmes')).find((each) => each === `${id}.yaml`);
  return name === undefined ? '' : files.shipped(`templates/programmes/${name}`);
}

function dataAt({ files }: Seen, root: string, path: string): Data {
  const read = files.readText(files.resolve(root, path));
  return read?.kind === 'text' ? entry(parse(path, read.text).data) : {};
}

/** Whatever a file holds, as a map or as a list of maps. */
function entry(value: unknown): Data {
  return value !== null && typeof value === 'object' ? (value as Data) : {};
}

function entries(value: unknown): readonly Data[] {
  return Array.isArray(value) ? value.map(entry) : [];
}

/** The ids of a list, with their titles or texts. */
function titled(value: unknown): readonly Candidate[] {
  return entries(value).flatMap(({ id, title, text }): readonly Candidate[] => {
    const note = title ?? text;
    return typeof id === 'string' ? [[id, typeof note === 'string' ? note : '']] : [];
  });
}

/** The files of some folders, as they are read for every command: no link is followed. */
function listed({ files }: Seen, root: string, folders: ReadingList['folders']): Listing['entries'] {
  return files.list(root, { files: [], pinned: [], folders, assets: '', isOwn: () => true }).entries;
}

/** The ids that the files of a folder stand for, with their titles. */
function idsIn(world: Seen, root: string, folder: 'plan' | 'evidence'): readonly Candidate[] {
  const depth = READING_LIST.folders[folder] ?? 1;
  return [...listed(world, root, { [folder]: depth })].flatMap(([path, read]): readonly Candidate[] => {
    const id = roleOf(path)?.id;
    const [, title = ''] = (read.kind === 'text' && /^title: *(.*)$/m.exec(read.text)) || [];
    return id === undefined ? [] : [[id, title.replace(/^(["'])(.*)\1$/, '$2')]];
  });
}

/** What the Equality team recommended, by its number. */
function recommended(world: Seen, root: string): readonly Candidate[] {
  const visits = entries(dataAt(world, root, AWARDS_FILE).visits).flatMap(({ date, recommendations }) =>
    typeof date === 'string' ? [{ date, recommendations: entries(recommendations) }] : [],
  );
  return withIds(visits).map(({ id, recommendation: { text } }) => [id, typeof text === 'string' ? text : '']);
}

/** The school years that there are files of, the present one and the next. */
function years(world: Seen, root: string): readonly Candidate[] {
  const { audit = 0, grid = 0, accreditation = 0 } = READING_LIST.folders;
  const paths = [...listed(world, root, { audit, grid, accreditation }).keys()];
  const there = paths.flatMap((path) => roleOf(path)?.year ?? []);
  const { starts } = entry(programmeOf(world, root).schoolYear);
  if (typeof starts !== 'string') return [...new Set(there)].sort().map((year) => [year, '']);
  const now = schoolYearOf(world.today, starts);
  const next = schoolYearOf(boundsOf(now, starts).before, starts);
  return [...new Set([...there, now, next])].sort().map((year) => [year, year === now ? 'this year' : '']);
}
