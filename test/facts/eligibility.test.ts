import { type BadgeFacts, badgeFacts } from '../../src/facts/eligibility.ts';
import { pointer } from '../../src/model/place.ts';
import type { Proof } from '../../src/model/verdict.ts';
import { assemble } from '../../src/workspace/assemble.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { ON, type Overlay, SHIPPED, soundFiles, soundWorkspace } from '../support/sound-workspace.ts';

const STRAND = 'race';
const SUMMARY = `accreditation/2026-27/${STRAND}.yaml`;
const AUDIT = 'audit/2026-27/pupil-involvement.yaml';
/** Nothing has been decided yet, so that states before an award can be seen. */
const UNDECIDED: Overlay = { 'awards.yaml': 'visits: []\n' };

function workspace(overlay: Overlay): Workspace {
  const assembly = assemble(soundWorkspace(overlay), SHIPPED);
  if (assembly.state !== 'ready') throw new Error(JSON.stringify(assembly.problems));
  return assembly.workspace;
}

function badge(overlay: Overlay, on = ON, strand = STRAND): BadgeFacts {
  return badgeFacts(workspace(overlay), strand, on);
}

/** A sound file with one piece of its text replaced; it must have been there. */
function changed(path: string, from: string | RegExp, to: string): Overlay {
  const text = soundFiles()[path] ?? '';
  const result = text.replace(from, to);
  if (result === text) throw new Error(`${path} has no ${from}`);
  return { [path]: result };
}

/** What is not met or can't be told, each with the node that decides it. */
function open({ verdicts }: BadgeFacts): readonly string[] {
  return verdicts
    .filter(({ outcome }) => outcome !== 'met')
    .map(({ requirement, outcome, place }) => `${requirement} ${outcome} ${place.file}${pointer(place.path)}`);
}

/** The single facts of a badge that are not met or can't be told, each once. */
function openFacts({ verdicts }: BadgeFacts): readonly string[] {
  const leaves = (proof: Proof): readonly Proof[] => (proof.parts.length === 0 ? [proof] : proof.parts.flatMap(leaves));
  const facts = verdicts.flatMap(leaves).filter(({ outcome }) => outcome !== 'met');
  return [...new Set(facts.map(({ outcome, place }) => `${outcome} ${place.file}${pointer(place.path)}`))];
}

test('a complete workspace meets every requirement', () => {
  const complete = badge(UNDECIDED);
  expect(open(complete)).toEqual([]);
  expect(complete).toMatchObject({ state: 'ready', eligible: true, awarded: null });
  expect(complete.verdicts).toHaveLength(10);
});

describe('one fact broken flips one requirement, at the broken node', () => {
  test.each<[string, Overlay, string]>([
    [
      'no senior leader',
      changed('reference-group.yaml', 'represents: senior-leadership', 'represents: parents'),
      'reference-group unmet reference-group.yaml/members',
    ],
    ['no reference group', { 'reference-group.yaml': null }, 'reference-group unmet reference-group.yaml'],
    ['an element not audited', { [AUDIT]: null }, `audit-complete unmet ${AUDIT}`],
    [
      'an element still a draft',
      changed(AUDIT, 'status: complete', 'status: draft'),
      `audit-complete unmet ${AUDIT}/status`,
    ],
    [
      'a statement not judged',
      changed(AUDIT, /pupil-involvement\.3:\n {4}rating: green\n/, 'pupil-involvement.3:\n'),
      `audit-complete unmet ${AUDIT}/judgements/pupil-involvement.3/rating`,
    ],
    [
      'an old audit',
      changed(AUDIT, 'completed: 2026-10-12', 'completed: 2026-05-31'),
      `audit-current unmet ${AUDIT}/completed`,
    ],
    [
      'a cell not rated',
      changed('grid/2026-27.yaml', /pupil-involvement:\n {4}race: green\n/, 'pupil-involvement:\n'),
      'grid-complete unmet grid/2026-27.yaml/cells/pupil-involvement/race',
    ],
    [
      'a grid not completed',
      changed('grid/2026-27.yaml', 'completed: 2026-11-02\n', ''),
      'grid-complete unmet grid/2026-27.yaml/completed',
    ],
    ['no grid', { 'grid/2026-27.yaml': null }, 'grid-complete unmet grid/2026-27.yaml'],
    [
      'an action linked to nothing',
      changed('plan/new-books.yaml', /improvementPlan: .*\n/, ''),
      'plan-linked unmet plan/new-books.yaml/improvementPlan',
    ],
    [
      'an action not complete',
      changed('plan/new-books.yaml', 'status: complete', 'status: in-progress'),
      'goals-achieved unmet plan/new-books.yaml/status',
    ],
    [
      'an action without impact',
      changed('plan/new-books.yaml', /impact: .*\n/, ''),
      'impact-shown unmet plan/new-books.yaml/impact',
    ],
    [
      'an action with a blank outcome',
      changed('plan/new-books.yaml', /outcome: .*\n/, 'outcome: "  "\n'),
      'impact-shown unmet plan/new-books.yaml/outcome',
    ],
    [
      'a claim without evidence',
      changed(SUMMARY, /evidence:\n(\s+- .*\n)+/, 'evidence: []\n'),
      `evidence-live unmet ${SUMMARY}/outcomes/0/evidence`,
    ],
    ['a section left empty', changed(SUMMARY, /embedding: .*\n/, ''), `summary-complete unmet ${SUMMARY}/embedding`],
    [
      'a summary still a draft',
      changed(SUMMARY, 'status: final', 'status: draft'),
      `summary-complete unmet ${SUMMARY}/status`,
    ],
    [
      'one signature',
      changed(SUMMARY, /\s+- by: Governor 2\n\s+on: .*\n/, '\n'),
      `summary-signed unmet ${SUMMARY}/signed`,
    ],
    [
      'the same person twice',
      changed(SUMMARY, 'by: Governor 2', 'by: governor 1'),
      `summary-signed unmet ${SUMMARY}/signed`,
    ],
    [
      'a signature to come',
      changed(SUMMARY, /(by: Governor 2\n\s+on: ).*\n/, '$12027-06-02\n'),
      `summary-signed unmet ${SUMMARY}/signed`,
    ],
  ])('%s', (_what, overlay, expected) => {
    const facts = badge({ ...UNDECIDED, ...overlay });
    expect(
      open(facts).filter(
        (line) =>
          !(expected.startsWith('audit-complete') && line.startsWith('audit-current unmet') && overlay[AUDIT] === null),
      ),
    ).toEqual([expected]);
    expect(facts).toMatchObject({ eligible: false, state: 'working-towards' });
    // An audit that is not there lacks its day too; everything else is one fact, and its place the broken node.
    const [, ...words] = expected.split(' ');
    const alone = overlay[AUDIT] === null ? [words.join(' '), `${words.join(' ')}/completed`] : [words.join(' ')];
    expect(openFacts(facts).map((fact) => fact.replace(/(signed|evidence)\/\d+$/, '$1'))).toEqual(alone);
  });
});

const ITEM = 'evidence/book-count/evidence.yaml';
/** A claim that rests on one item. */
const ONLY_ITEM = changed(SUMMARY, /evidence:\n(\s+- .*\n)+/, 'evidence: [book-count]\n');

describe('evidence counts only where it is live', () => {
  test.each<[string, Overlay, string]>([
    ['it is there', { 'evidence/book-count/evidence.yaml': null }, `${SUMMARY}/outcomes/0/evidence/0`],
    ['its file is there', { 'evidence/book-count/book-count.csv': null }, `${ITEM}/files/0`],
    ['its file is as it was reviewed', { 'evidence/book-count/book-count.csv': 'changed\n' }, `${ITEM}/files/0`],
    [
      'its file lies in its own folder',
      changed('evidence/book-count/evidence.yaml', 'path: book-count.csv', 'path: ../reading-voices/evidence.yaml'),
      `${ITEM}/files/0`,
    ],
    [
      'consent is not missing',
      changed('evidence/book-count/evidence.yaml', 'consent: not-needed', 'consent: missing'),
      `${ITEM}/consent`,
    ],
    [
      'it is not too old on the day of the visit',
      changed('evidence/book-count/evidence.yaml', 'date: 2027-03-01', 'date: 2024-05-31'),
      `${ITEM}/date`,
    ],
    [
      'it has happened',
      changed('evidence/book-count/evidence.yaml', 'date: 2027-03-01', 'date: 2027-06-02'),
      `${ITEM}/date`,
    ],
  ])('%s', (_what, overlay, node) => {
    expect(open(badge({ ...UNDECIDED, ...ONLY_ITEM }))).toEqual([]);
    expect(open(badge({ ...UNDECIDED, ...ONLY_ITEM, ...overlay }))).toEqual([`evidence-live unmet ${node}`]);
  });

  test('its age is that on the day of the visit booked', () => {
    const old = changed('evidence/book-count/evidence.yaml', 'date: 2027-03-01', 'date: 2024-06-10');
    const booked = { 'calendar.yaml': `visits: [{ date: 2027-06-24, kind: accreditation, strands: [${STRAND}] }]\n` };
    expect(open(badge({ ...UNDECIDED, ...ONLY_ITEM, ...old }))).toEqual([]);
    expect(open(badge({ ...UNDECIDED, ...ONLY_ITEM, ...old, ...booked }))).toEqual([
      `evidence-live unmet ${ITEM}/date`,
    ]);
  });
});

describe('a file that can’t be read is never a no', () => {
  test.each<[string, readonly string[]]>([
    ['reference-group.yaml', ['reference-group']],
    [AUDIT, ['audit-complete', 'audit-current']],
    ['grid/2026-27.yaml', ['grid-complete']],
    ['plan/new-books.yaml', ['plan-linked', 'goals-achieved', 'impact-shown']],
    [ITEM, ['evidence-live']],
    [SUMMARY, ['goals-achieved', 'impact-shown', 'evidence-live', 'summary-complete', 'summary-signed']],
  ])('%s', (file, requirements) => {
    for (const text of ['a: "open\n', `${soundFiles()[file]}nonsense: true\n`]) {
      const facts = badge({ ...UNDECIDED, ...(file === ITEM ? ONLY_ITEM : {}), [file]: text });
      expect(open(facts)).toEqual(requirements.map((id) => `${id} unknown ${file}`));
      expect(facts.eligible).toBeNull();
    }
  });

  test('unless what can be read is enough', () => {
    expect(open(badge({ ...UNDECIDED, [ITEM]: 'a: "open\n' }))).toEqual([]);
  });

  test('but another that is plainly unmet still makes a no', () => {
    expect(badge({ ...UNDECIDED, [AUDIT]: 'a: "open\n', 'reference-group.yaml': null }).eligible).toBe(false);
  });
});

describe('where a badge stands', () => {
  const decided = (decision: string, date = '2027-05-26'): Overlay => ({
    'awards.yaml': `visits: [{ date: ${date}, kind: accreditation, decisions: { ${STRAND}: ${decision} } }]\n`,
  });
  const sent = (auditSent: string): Overlay => ({
    'calendar.yaml': `visits: [{ date: 2027-06-24, kind: accreditation, strands: [${STRAND}], auditSent: ${auditSent} }]\n`,
  });

  test.each<[string, Overlay, string, string]>([
    ['awarded', decided('awarded'), ON, 'held'],
    ['awarded later than the day asked about', decided('awarded', '2027-06-02'), ON, 'ready'],
    ['awarded on the very day', decided('awarded', ON), ON, 'held'],
    ['further evidence asked for', decided('further-evidence'), ON, 'further-evidence'],
    ['not yet', decided('not-yet'), ON, 'not-yet'],
    ['sent in', { ...UNDECIDED, ...sent('2027-05-30') }, ON, 'submitted'],
    ['to be sent in', { ...UNDECIDED, ...sent('2027-06-05') }, ON, 'ready'],
    ['sent in again after a not yet', { ...decided('not-yet'), ...sent('2027-05-30') }, ON, 'submitted'],
    ['sent in before the decision', { ...decided('not-yet'), ...sent('2027-05-20') }, ON, 'not-yet'],
  ])('%s', (_what, overlay, on, state) => {
    expect(badge(overlay, on).state).toBe(state);
  });

  test('an unknown strand has not begun', () => {
    const fresh: Overlay = Object.fromEntries(
      Object.keys(soundFiles())
        .filter((path) => /^(plan|grid|accreditation)/.test(path))
        .map((path) => [path, null]),
    );
    expect(badge({ ...UNDECIDED, ...fresh }).state).toBe('not-started');
  });
});
