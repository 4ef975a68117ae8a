import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder, lem } from './support/scenario.ts';

const SETTINGS = 'format: 1\nprogramme: lem-5\nschool: { name: Ribble Bank }\n';
const ACTION = 'title: A story corner\nstrands: [rase]\nstatus: planned\n';

/** A workspace in the folder `school` with one fault, for the length of a callback. */
function inSchool(use: (folder: string) => void): void {
  inFolder((folder) => {
    mkdirSync(join(folder, 'school/plan'), { recursive: true });
    writeFileSync(join(folder, 'school/lem.yaml'), SETTINGS);
    writeFileSync(join(folder, 'school/plan/a.yaml'), ACTION);
    use(folder);
  });
}

test('each format goes to its file, anywhere, in folders that need not exist', () => {
  inSchool((folder) => {
    const school = join(folder, 'school');
    const elsewhere = join(folder, 'other folder/lem.xml');
    const args = ['--format', 'json=out/é/a.json', '--format', `junit=${elsewhere}`, '--format', 'sarif=../b.sarif'];
    const run = lem(school, ['check', ...args, '--format', 'json']);
    expect(run.exit).toBe(1);
    expect(run.err).toBe(`Written: out/é/a.json, ${elsewhere}, ../b.sarif\n`);
    // What goes to a file is, byte for byte, what goes to the screen.
    expect(readFileSync(join(school, 'out/é/a.json'), 'utf8')).toBe(run.out);
    expect(JSON.parse(readFileSync(join(folder, 'b.sarif'), 'utf8')).runs[0].results).toHaveLength(1);
    expect(readFileSync(elsewhere, 'utf8')).toContain('<failure ');
    expect(lem(school, ['check', '--format', 'junit']).out).toBe(readFileSync(elsewhere, 'utf8'));
    expect(lem(school, ['check', '--format', 'json=out/é/a.json']).exit).toBe(1);
  });
});

test('with -C, files are named from that folder', () => {
  inSchool((folder) => {
    expect(lem(folder, ['check', '-C', 'school', '--format', 'jsonl=a.jsonl']).exit).toBe(1);
    expect(existsSync(join(folder, 'school/a.jsonl'))).toBe(true);
  });
});

test.each([
  ['an unknown format', ['--format', 'sarif=a.sarif', '--format', 'xml=b.xml']],
  ['an unknown rule', ['--format', 'sarif=a.sarif', '--rule', 'plan/no-such']],
  ['a folder', ['--format', 'sarif=a.sarif', '--format', 'json=plan']],
  ['the folder itself', ['--format', 'sarif=a.sarif', '--format', 'json=.']],
  ['a file of the workspace', ['--format', 'sarif=a.sarif', '--format', 'json=plan/a.yaml']],
  ['a new file among those of the workspace', ['--format', 'sarif=a.sarif', '--format', 'json=Evidence/x/photo.jpg']],
  ['what lies below a file', ['--format', 'sarif=a.sarif', '--format', 'json=lem.yaml/a.json']],
  ['the same file twice', ['--format', 'sarif=a.sarif', '--format', 'json=plan/../a.sarif']],
  ['a baseline that is none', ['--format', 'sarif=a.sarif', '--baseline', 'lem.yaml', '--update-baseline']],
  ['no baseline', ['--format', 'sarif=a.sarif', '--baseline', 'b.json']],
])('%s: a line that says so, exit 2, and nothing is written', (_name, args) => {
  inSchool((folder) => {
    const school = join(folder, 'school');
    const run = lem(school, ['check', ...args]);
    expect([run.exit, run.out]).toEqual([2, '']);
    expect(run.err).toMatch(/^lem: [^\n]*\.\n( {2}[^\n]*\n)?$/);
    expect(run.err).not.toContain('fault of lem');
    expect(readdirSync(school, { recursive: true }).sort()).toEqual(['lem.yaml', 'plan', 'plan/a.yaml']);
    expect(readFileSync(join(school, 'lem.yaml'), 'utf8')).toBe(SETTINGS);
    expect(readFileSync(join(school, 'plan/a.yaml'), 'utf8')).toBe(ACTION);
  });
});

test('a link to a file of the workspace is not followed', () => {
  inSchool((folder) => {
    const school = join(folder, 'school');
    symlinkSync('lem.yaml', join(school, 'a.json'));
    expect(lem(school, ['check', '--format', 'json=a.json']).exit).toBe(2);
    expect(readFileSync(join(school, 'lem.yaml'), 'utf8')).toBe(SETTINGS);
  });
});

test('what can’t be read is not accepted', () => {
  inSchool((folder) => {
    const school = join(folder, 'school');
    writeFileSync(join(school, 'plan/b.yaml'), 'title: "open\n');
    const args = ['check', '--baseline', 'b.json', '--format', 'compact'];
    expect(lem(school, [...args, '--update-baseline']).err).toBe('✓ b.json: 1 finding accepted; 1 can’t be\n');
    const run = lem(school, args);
    expect([run.exit, run.out.trimEnd().split('\n').length]).toEqual([1, 1]);
    expect(run.out).toContain('[yaml/syntax]');
  });
});
