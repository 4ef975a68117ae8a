import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import type { ProgrammeFile } from '../../src/model/files.generated.ts';
import type { Asset, Entry, Listing } from '../../src/model/listing.ts';
import { parse } from '../../src/source/parse.ts';
import { assetPath, pathOf } from '../../src/workspace/layout.ts';

/** The day as of which the workspace checks clean at every level. */
export const ON = '2027-06-01';
const YEAR = '2026-27';
const PROGRAMMES = new URL('../../templates/programmes/', import.meta.url);

/** The editions that come with lem, by id. */
export const SHIPPED: ReadonlyMap<string, string> = new Map(
  readdirSync(PROGRAMMES).map((name) => [name.replace('.yaml', ''), readFileSync(new URL(name, PROGRAMMES), 'utf8')]),
);

/** Texts by path; null takes a file away. What lies beside an evidence item and is not YAML becomes an asset. */
export type Overlay = { readonly [path: string]: string | null };

/**
 * A small workspace that has gone through all six steps for its programme's first strand, whose badge is held, and has
 * one cell of its second strand to work on. It gives no finding at any level on the day `ON`.
 * @param overlay files to put over it
 * @param edition the programme it is made for; everything in it is derived from that
 */
export function soundWorkspace(overlay: Overlay = {}, edition = 'lem-5'): Listing {
  const texts = { ...soundFiles(edition), ...overlay };
  const entries = new Map<string, Entry>();
  const assets = new Map<string, Asset>();
  for (const [path, text] of Object.entries(texts)) {
    if (text === null) continue;
    if (path.startsWith('evidence/') && !path.endsWith('.yaml'))
      assets.set(path, { size: text.length, sha256: sha256(text) });
    else entries.set(path, { kind: 'text', text });
  }
  const own = texts['programme.yaml'];
  const digests = new Map(own == null ? [] : [['programme.yaml', sha256(own)] as const]);
  return { entries, assets, digests };
}

/** A workspace as it is on the first day: everything is there and nothing has been filled in. */
export function freshWorkspace(edition = 'lem-5'): Listing {
  const { elements } = programme(edition);
  const texts = {
    'lem.yaml': settings(edition),
    'reference-group.yaml': 'members: []\n',
    ...Object.fromEntries(elements.map(({ id }) => [pathOf.audit(YEAR, id), yaml({ element: id, status: 'draft' })])),
    [pathOf.grid(YEAR)]: yaml({ year: YEAR }),
    'awards.yaml': 'visits: []\n',
    'calendar.yaml': 'visits: []\n',
  };
  return {
    entries: new Map(Object.entries(texts).map(([path, text]) => [path, { kind: 'text', text }])),
    assets: new Map(),
  };
}

type Texts = { readonly [path: string]: string };
const made = new Map<string, Texts>();

/** The files of the sound workspace, as they are without an overlay. */
export function soundFiles(edition = 'lem-5'): Texts {
  const known = made.get(edition);
  if (known !== undefined) return known;
  const files = writeFiles(edition);
  made.set(edition, files);
  return files;
}

function writeFiles(edition: string): Texts {
  const { strands, elements, scale, referenceGroup, requirements } = programme(edition);
  const [strand = '', other = ''] = strands.map(({ id }) => id);
  const best = scale.at(-1)?.id ?? '';
  const weak = scale.findLast(({ needsAction }) => needsAction)?.id ?? '';
  const toWorkOn = elements[1]?.id ?? '';
  const signatures = requirements.find(({ kind }) => kind === 'summary-signed')?.atLeast ?? 0;
  const counted = 'Books in class libraries,Autumn,Spring\nWith a Black main character,14,61\n';
  return {
    'lem.yaml': settings(edition),
    'reference-group.yaml': yaml({
      established: '2026-09-15',
      members: referenceGroup.groups.map(({ id, title }) => ({ name: title, represents: id })),
      meetings: [{ date: '2026-10-01', notes: 'Agreed the audit teams.' }],
    }),
    ...Object.fromEntries(
      elements.map(({ id, statements }) => {
        const judgement = {
          rating: best,
          because: 'Seen in every class.',
          ...(id === toWorkOn ? { strands: { [other]: weak } } : {}),
        };
        const judgements = Object.fromEntries(statements.map((statement) => [statement.id, judgement]));
        return [pathOf.audit(YEAR, id), yaml({ element: id, status: 'complete', completed: '2026-10-12', judgements })];
      }),
    ),
    [pathOf.grid(YEAR)]: yaml({
      year: YEAR,
      completed: '2026-11-02',
      cells: Object.fromEntries(
        elements.map(({ id }) => [
          id,
          Object.fromEntries(strands.map((each) => [each.id, id === toWorkOn && each.id === other ? weak : best])),
        ]),
      ),
    }),
    [pathOf.action('new-books')]: yaml({
      title: 'Books that show every family',
      strands: [strand],
      improvementPlan: 'Priority 2: reading',
      lead: 'English lead',
      start: '2026-11-10',
      due: '2027-03-26',
      status: 'complete',
      baseline: '14 books in class libraries.',
      outcome: '61 books in class libraries.',
      impact: 'Pupils say that they find themselves in stories.',
      evidence: ['book-count', 'reading-voices'],
      completed: '2027-03-12',
    }),
    [pathOf.action('family-evening')]: yaml({
      title: 'An evening with families',
      strands: [other],
      elements: [toWorkOn],
      improvementPlan: 'Priority 4: families',
      lead: 'Headteacher',
      start: '2026-11-10',
      due: '2027-07-09',
      status: 'in-progress',
    }),
    [pathOf.evidence('book-count')]: yaml({
      title: 'Books in class libraries',
      kind: 'data',
      date: '2027-03-01',
      strands: [strand],
      files: [{ path: 'book-count.csv', sha256: sha256(counted) }],
      consent: 'not-needed',
    }),
    [assetPath('book-count', 'book-count.csv') ?? '']: counted,
    [pathOf.evidence('reading-voices')]: yaml({
      title: 'What pupils say about the new books',
      kind: 'pupil-voice',
      date: '2027-03-08',
      strands: [strand],
      holder: 'English lead, locked cabinet',
      consent: 'held',
    }),
    [pathOf.summary(YEAR, strand)]: yaml({
      strand,
      status: 'final',
      goals: 'Books in which every pupil meets families like theirs.',
      actions: ['new-books'],
      outcomes: [{ claim: 'Four times as many books.', evidence: ['book-count', 'reading-voices'] }],
      pupilVoice: 'Pupils told us that they find themselves in stories.',
      embedding: 'The book budget keeps a part for it.',
      next: 'The same for the school library.',
      signed: Array.from({ length: signatures }, (_, index) => ({ by: `Governor ${index + 1}`, on: '2027-05-12' })),
    }),
    'awards.yaml': yaml({
      visits: [{ date: '2027-05-26', kind: 'accreditation', decisions: { [strand]: 'awarded' } }],
    }),
    'calendar.yaml': yaml({
      meetings: [{ date: '2026-10-07', attended: ['J. Patel'] }],
      visits: [{ date: '2027-06-24', kind: 'accreditation', strands: [other], auditSent: '2027-05-28' }],
    }),
  };
}

function settings(edition: string): string {
  return yaml({ format: 1, programme: edition, school: { name: 'Ribble Bank Primary School', urn: '119999' } });
}

function programme(edition: string): ProgrammeFile {
  return parse(edition, SHIPPED.get(edition) ?? '').data as ProgrammeFile;
}

function yaml(value: unknown): string {
  return stringify(value, { aliasDuplicateObjects: false });
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
