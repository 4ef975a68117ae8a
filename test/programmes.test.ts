import { readdirSync, readFileSync } from 'node:fs';
import { assemble } from '../src/workspace/assemble.ts';
import { programmeProblems } from '../src/workspace/programme-problems.ts';
import { programme } from './support/programmes.ts';
import { SHIPPED, soundWorkspace } from './support/sound-workspace.ts';

const FOLDER = new URL('../templates/programmes/', import.meta.url);
const names = readdirSync(FOLDER).map((name) => name.replace('.yaml', ''));

test('both editions are shipped', () => {
  expect(names).toEqual(['lem-5', 'lem-6']);
});

describe.each(names)('%s', (name) => {
  const edition = programme(name);

  test('is sound: it is read without being checked again', () => {
    expect(edition.id).toBe(name);
    expect(programmeProblems(`${name}.yaml`, edition.file)).toEqual([]);
    expect(assemble(soundWorkspace({}, name), SHIPPED)).toMatchObject({ state: 'ready', workspace: { problems: [] } });
  });

  test('has ten elements of five statements, each rating described', () => {
    expect(edition.elements.size).toBe(10);
    expect(edition.statements.size).toBe(50);
    for (const { id, statements, descriptors } of edition.elements.values()) {
      expect(statements.map((statement) => statement.id)).toEqual([1, 2, 3, 4, 5].map((number) => `${id}.${number}`));
      expect(Object.keys(descriptors ?? {})).toEqual([...edition.ranks.keys()]);
    }
  });

  test('says that its wording is not the county’s', () => {
    expect(readFileSync(new URL(`${name}.yaml`, FOLDER), 'utf8')).toContain('samples written for lem');
  });
});

test('the editions have the strands of the programme', () => {
  expect([...programme('lem-5').strands.values()].map(({ badge }) => badge)).toEqual([
    'Race Equality Badge',
    'Gender Equality Badge',
    'Disability Equality Badge',
    'Sexual Orientation Equality Badge',
    'Religion and Belief Equality Badge',
  ]);
  expect([...programme('lem-6').strands.values()].map(({ title }) => title)).toEqual([
    'Race',
    'Sex',
    'Disability',
    'Socio-economic',
    'Sexual Orientation and Gender Re-assignment',
    'Religion and Belief',
  ]);
});
