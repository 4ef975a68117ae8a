import type { FileKind } from '../../src/source/file-kinds.ts';
import { parse } from '../../src/source/parse.ts';
import { validate } from '../../src/source/validate.ts';

/** What of a faulty file is still looked at. */
function partial(kind: FileKind, text: string): unknown {
  const { known } = validate(kind, parse('f.yaml', text));
  return known.state === 'unreadable' ? known.partial : known;
}

test.each<[string, FileKind, string, unknown]>([
  ['a school', 'workspace', 'format: 1\nprogramme: lem-5\n', { format: 1, programme: 'lem-5', school: { name: '' } }],
  [
    'a co-ordinator’s name',
    'workspace',
    'format: 1\nprogramme: lem-5\nschool: { name: A }\ncoordinators: [{ role: Head }]\n',
    { format: 1, programme: 'lem-5', school: { name: 'A' }, coordinators: [{ role: 'Head', name: '' }] },
  ],
  ['a title', 'action', 'strands: [race]\nstatus: planned\n', { title: '', strands: ['race'], status: 'planned' }],
  ['a status', 'action', 'title: A\nstrands: [race]\n', { title: 'A', strands: ['race'], status: '' }],
  [
    'a status that is none',
    'action',
    'title: A\nstrands: [race]\nstatus: dnoe\n',
    { title: 'A', strands: ['race'], status: '' },
  ],
  ['a kind', 'evidence', 'title: A\ndate: 2026-02-01\n', { title: 'A', kind: '', date: '2026-02-01' }],
  [
    'the kind of a visit',
    'awards',
    'visits: [{ date: 2026-02-01, decisions: { race: awarded } }]\n',
    { visits: [{ date: '2026-02-01', kind: '', decisions: { race: 'awarded' } }] },
  ],
  [
    'a rating',
    'grid',
    'year: 2026-27\ncells: { learning: { race: { because: Thin. } } }\n',
    { year: '2026-27', cells: { learning: { race: { because: 'Thin.', rating: '' } } } },
  ],
  ['a strand', 'summary', 'status: draft\n', { strand: '', status: 'draft' }],
  ['a group', 'reference-group', 'members: [{ name: A. Khan }]\n', { members: [{ name: 'A. Khan', represents: '' }] }],
])('%s that is missing is nothing, and never made up', (_what, kind, text, expected) => {
  expect(partial(kind, text)).toEqual(expected);
});

test('nothing is seen of a file whose dates are missing: an empty one would come before all others', () => {
  expect(partial('awards', 'visits: [{ kind: accreditation, decisions: { race: awarded } }]\n')).toBeNull();
});
