import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ProgrammeFile } from '../src/model/files.generated.ts';
import { type Programme, programmeOf } from '../src/model/programme.ts';
import { parse } from '../src/source/parse.ts';
import { validate } from '../src/source/validate.ts';
import { yamlText } from '../src/source/yaml-text.ts';
import { assemble } from '../src/workspace/assemble.ts';
import { roleOf } from '../src/workspace/layout.ts';
import { scaffold } from '../src/workspace/scaffold.ts';
import type { Answers } from '../src/workspace/scaffold-answers.ts';
import { comment, fill, markdown } from '../src/workspace/scaffold-text.ts';
import { programme as shipped } from './support/programmes.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const template = (path: string): string => readFileSync(join(root, 'templates', path), 'utf8');

const five = shipped('lem-5');
const tinyFile: ProgrammeFile = {
  ...five.file,
  id: 'tiny',
  title: 'Tiny: "Award" # 1',
  team: 'Team: #1',
  strands: [
    { id: 'age', title: 'Age', badge: 'Age Badge' },
    { id: '2', title: 'Line\nbreak', badge: 'Second | Badge' },
  ],
  scale: ['1', '2', 'no', '4', '5'].map((id) => ({ id, title: `Step ${id}`, letter: id, colour: '#000000' })),
  notApplicable: { id: 'null', title: 'None', letter: '-', colour: '#000000' },
  elements: [
    {
      id: '1',
      title: 'First:\nof all',
      descriptors: { '1': 'None\n\nof it.', no: 'Some of it.' },
      statements: [
        { id: '1.1', text: 'Everyone\n# and everything.' },
        { id: '1.2', text: 'Only some.', strands: ['age'] },
      ],
    },
  ],
  referenceGroup: { groups: [{ id: '7', title: 'Us' }], advised: ['7'] },
};
const tiny = programmeOf(tinyFile);
const answersFor = (programme: Programme): Answers => ({
  name: 'A School',
  programme: programme.id,
  year: '2026-27',
  ci: 'none',
});

function made(programme: Programme): ReadonlyMap<string, string> {
  return new Map(
    scaffold(answersFor(programme), programme, template, '0.1').map(({ path, content }) => [path, String(content)]),
  );
}

function assembled(texts: ReadonlyMap<string, string>, programme: Programme) {
  const entries = [...texts]
    .filter(([path]) => roleOf(path) !== null)
    .map(([path, text]) => [path, { kind: 'text', text }] as const);
  return assemble(
    { entries: new Map(entries), assets: new Map() },
    new Map([[programme.id, JSON.stringify(programme.file)]]),
  );
}

describe.each([five, shipped('lem-6'), tiny])('for any programme', (programme) => {
  test('a workspace without a problem', () => {
    const assembly = assembled(made(programme), programme);
    expect(assembly.state).toBe('ready');
    if (assembly.state !== 'ready') return;
    const { problems, audits, grids } = assembly.workspace;
    expect(problems).toEqual([]);
    const audit = [...(audits.get('2026-27') ?? [])].map(([id, known]) => [
      id,
      known.state === 'known' ? known.value.judgements : null,
    ]);
    const empty = programme.file.elements.map(({ id, statements }) => [
      id,
      Object.fromEntries(statements.map((statement) => [statement.id, {}])),
    ]);
    expect(Object.fromEntries(audit)).toEqual(Object.fromEntries(empty));
    expect(grids.get('2026-27')).toMatchObject({
      state: 'known',
      value: { cells: Object.fromEntries(programme.file.elements.map(({ id }) => [id, {}])) },
    });
  });

  test('every YAML file names its schema, which is there', () => {
    const texts = made(programme);
    for (const [path, text] of texts) {
      if (roleOf(path) === null) continue;
      const [, schema = ''] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text) ?? [];
      expect(texts.has(join(path, '..', schema).replaceAll('\\', '/'))).toBe(true);
    }
  });

  test('what stands in comments to be taken up holds once it is', () => {
    for (const [path, text] of made(programme)) {
      const kind = roleOf(path)?.kind;
      if (kind !== 'reference-group' && kind !== 'calendar' && kind !== 'awards' && kind !== 'workspace') continue;
      const taken = text
        .replace(/: \[\]$/gm, ':')
        .replace(/^ {2}# /gm, '  ')
        .replaceAll('name: "", role: ""', 'name: A, role: B');
      const source = parse(path, taken);
      expect([...source.problems, ...validate(kind, source).problems]).toEqual([]);
      expect(JSON.stringify(source.data)).not.toMatch(/\[\]/);
    }
  });

  test('the settings of Visual Studio Code name every schema', () => {
    const texts = made(programme);
    const settings = JSON.parse(texts.get('.vscode/settings.json') ?? '') as {
      readonly 'yaml.schemas': { readonly [path: string]: string };
    };
    const named = Object.keys(settings['yaml.schemas']).map((path) => path.replace(/^\.\//, ''));
    expect(named.sort()).toEqual([...texts.keys()].filter((path) => path.startsWith('.lem/schemas/')).sort());
  });

  test('text files end with one line end and have no stray spaces', () => {
    for (const [path, text] of made(programme)) {
      const sound = path.endsWith('.gitkeep') || (text.endsWith('\n') && !/[ \t]$|\r|\n\n$(?!.)/m.test(text.trimEnd()));
      expect([path, sound]).toEqual([path, true]);
    }
  });
});

test('comments are wrapped, and nothing breaks out of them', () => {
  expect(
    comment(`${'word '.repeat(30)}\nkey: value`, '  ', '1. ')
      .split('\n')
      .every((line) => /^ {2}# /.test(line) && line.length <= 100),
  ).toBe(true);
});

test('a template with a mark that nothing is given for is a fault', () => {
  expect(() => fill('{{name}} {{toString}}', { name: 'A' })).toThrow(/toString/);
});

test('texts are safe in Markdown and in YAML', () => {
  expect(markdown('a | <b>\n*c* #')).toBe('a \\| \\<b\\> \\*c\\* \\#');
  expect(yamlText('No')).toBe('"No"');
  expect(yamlText('J. Patel')).toBe('J. Patel');
});
