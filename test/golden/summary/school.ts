import { readFileSync } from 'node:fs';
import type { Entry, Listing } from '../../../src/model/listing.ts';
import { assemble } from '../../../src/workspace/assemble.ts';
import type { Workspace } from '../../../src/workspace/workspace.ts';

/** A small award of another kind than the county's: two strands, two elements, a scale of four. */
const PROGRAMME = `
format: 1
id: harbour-2
title: Harbour Schools’ Fairness Award
schoolYear: { starts: "08-01" }
strands:
  - { id: language, title: Home Language, badge: Home Language Badge }
  - { id: care, title: Young Carers, badge: Young Carers Badge }
scale:
  - { id: absent, title: Absent, letter: "1", colour: "#7a1f1f", needsAction: true }
  - { id: begun, title: Begun, letter: "2", colour: "#ffd166", needsAction: true }
  - { id: sound, title: Sound, letter: "3", colour: "#8ecae6" }
  - { id: shared, title: Shared, letter: "4", colour: "#023047" }
notApplicable: { id: none, title: Does not apply, letter: "–", colour: "#5f6368" }
rollUp: median
referenceGroup: { groups: [{ id: staff, title: Staff }] }
requirements:
  - { kind: goals-achieved, atLeast: 1 }
  - { kind: evidence-live, atLeast: 1 }
  - { kind: summary-complete, sections: [goals, actions, outcomes] }
  - { kind: summary-signed, atLeast: 2, severity: advised }
mark: { title: Fairness Award, window: P2Y }
elements:
  - id: welcome
    title: Welcome & Arrival
    descriptors: { sound: Every family is greeted in a language it speaks. }
    statements: [{ id: welcome.1, text: Families are greeted. }]
  - id: lessons
    title: Lessons
    statements: [{ id: lessons.1, text: Lessons use home languages. }]
`;

const FILES: { readonly [path: string]: string } = {
  'programme.yaml': PROGRAMME,
  'lem.yaml': 'format: 1\nprogramme: harbour-2\nschool: { name: "Saint Brannock\'s & All Souls" }\n',
  'grid/2025-26.yaml': 'year: 2025-26\ncells:\n  welcome: { language: begun, care: none }\n  lessons: { language: shared }\n',
  'grid/2026-27.yaml': 'year: 2026-27\ncells:\n  welcome: { language: sound, care: none }\n  lessons: { language: { rating: begun, because: "Two new teachers; the *old* habits went." } }\n',
  'plan/greeters.yaml': `
title: Pupils who greet in eleven languages
strands: [language]
elements: [welcome]
lead: Office manager
start: 2026-09-07
completed: 2027-02-01
status: complete
baseline: Nobody in the office spoke anything but English.
success: Every family hears its own language on its first visit.
outcome: Eleven languages at the door, every morning.
impact: |
  Families stay and ask.

  - Fewer late slips
  - More coffee
evidence: [door-diary, visitors-words]
`,
  'plan/word-walls.yaml': 'title: Word walls in every room\nstrands: [language]\nstatus: in-progress\ndue: 2027-06-01\n',
  'evidence/door-diary/evidence.yaml': `
title: The door diary
kind: data
date: 2027-01-29
strands: [language]
files: [{ path: diary.csv, sha256: "${'ab12'.repeat(16)}" }, { path: lost.csv }]
`,
  'evidence/visitors-words/evidence.yaml': 'title: What visitors said\nkind: pupil-voice\ndate: 2027-01-15\nstrands: [language]\nholder: Office manager, in the blue folder\nlink: "https://example.org/a?b=1&c=2"\n',
  'accreditation/2026-27/language.yaml': `
strand: language
status: final
goals: |
  Every family should hear a word it knows at the door.

  1. A greeter each morning
  2. A *written* welcome, see [the poster](https://example.org/poster)
actions: [greeters, vanished]
outcomes:
  - { claim: Eleven languages are heard at the door., evidence: [door-diary, visitors-words, gone] }
  - claim: Families say they were expected.
pupilVoice: '"They said *good morning* right."'
signed: [{ by: Headteacher, on: 2027-05-20 }]
`,
  'accreditation/2026-27/care.yaml': 'strand: care\nstatus: draft\n',
};

const ASSETS = new Map([['evidence/door-diary/diary.csv', { size: 120, sha256: 'ab12'.repeat(16) }]]);

/** The small school on paper, with files of its own laid over it; an empty text takes a file away. */
export function listingOf(files: { readonly [path: string]: string } = {}): Listing {
  const entries = Object.entries({ ...FILES, ...files }).filter(([, text]) => text !== '');
  return { entries: new Map(entries.map(([path, text]): [string, Entry] => [path, { kind: 'text', text }])), assets: ASSETS };
}

export function schoolOf(files: { readonly [path: string]: string } = {}): Workspace {
  const assembly = assemble(listingOf(files), new Map());
  if (assembly.state !== 'ready') throw new Error(assembly.problems.map(({ message }) => message).join(' '));
  return assembly.workspace;
}

/** A text that comes with lem. */
export function shipped(path: string): string {
  return readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
}
