import type { Level } from '../../src/model/diagnostic.ts';
import { RULES } from '../../src/rules/index.ts';
import { isSuppressible } from '../../src/rules/rule.ts';
import { type Diagnosis, diagnosis } from '../../src/rules/run.ts';
import { assemble } from '../../src/workspace/assemble.ts';
import { ON, type Overlay, SHIPPED, soundWorkspace } from '../support/sound-workspace.ts';

function check(overlay: Overlay, level: Level = 'draft', on = ON): Diagnosis {
  return diagnosis(assemble(soundWorkspace(overlay), SHIPPED), { level, on });
}

/** What is found in an action whose strands are misspelt, `above` being the lines before them; and what is suppressed. */
function checkAction(
  above: string,
  level: Level = 'draft',
): { readonly found: string[]; readonly suppressed: string[] } {
  const text = `title: A story corner\n${above}strands: [rase, genders]\nstatus: planned\n`;
  const { found, suppressed } = check({ 'plan/a.yaml': text }, level);
  const shown = (list: Diagnosis['found']): string[] => list.map(({ rule, line }) => `${line} ${rule}`);
  return { found: shown(found), suppressed: shown(suppressed) };
}

const UNKNOWN = 'plan/unknown-strand';
const SOUND = `# lem-ignore ${UNKNOWN}: They are to be joined.\n`;

describe('a suppression', () => {
  test.each([
    ['right above', SOUND, 3],
    ['with a day to come', `# lem-ignore ${UNKNOWN}: To be joined. (until ${ON})\n`, 3],
    ['indented, with tabs and several signs', `   ##\tlem-ignore\t${UNKNOWN} : To be joined.\n`, 3],
    ['under and above other comments', `# One.\n${SOUND}# Two.\n`, 5],
    ['with Windows’ ends of line', SOUND.replace('\n', '\r\n'), 3],
  ])('%s applies to every finding of its rule in the line', (_name, above, line) => {
    expect(checkAction(above)).toEqual({
      found: [],
      suppressed: [`${line} ${UNKNOWN}`, `${line} ${UNKNOWN}`],
    });
  });

  test('leaves the findings of other rules', () => {
    const above = '# lem-ignore plan/overdue: So.\n# lem-ignore plan/unknown-strand: So.\n';
    const text = `title: A\nstatus: planned\n${above}strands: [rase]\n# lem-ignore plan/due-before-start: So.\ndue: 2026-01-01\n`;
    const { found } = check({ 'plan/a.yaml': text });
    expect(found.map(({ rule, line }) => [rule, line])).toEqual([
      ['suppression/unused', 3],
      ['suppression/unused', 6],
      ['plan/overdue', 7],
    ]);
  });

  test.each([
    ['far above', `${SOUND}\n`, ['2 suppression/unused', `4 ${UNKNOWN}`, `4 ${UNKNOWN}`]],
    ['without a reason', `# lem-ignore ${UNKNOWN}\n`, ['2 suppression/no-reason', `3 ${UNKNOWN}`, `3 ${UNKNOWN}`]],
    [
      'with an empty reason',
      `# lem-ignore ${UNKNOWN}: (until 2030-01-01)\n`,
      ['2 suppression/no-reason', `3 ${UNKNOWN}`, `3 ${UNKNOWN}`],
    ],
    [
      'with no colon',
      `# lem-ignore ${UNKNOWN} They are to be joined.\n`,
      ['2 suppression/no-reason', `3 ${UNKNOWN}`, `3 ${UNKNOWN}`],
    ],
    [
      'that has ended',
      `# lem-ignore ${UNKNOWN}: So. (until 2027-05-31)\n`,
      ['2 suppression/expired', `3 ${UNKNOWN}`, `3 ${UNKNOWN}`],
    ],
    [
      'until no day',
      `# lem-ignore ${UNKNOWN}: So. (until Easter)\n`,
      ['2 suppression/expired', `3 ${UNKNOWN}`, `3 ${UNKNOWN}`],
    ],
    ['of no rule', '# lem-ignore\n', ['2 suppression/unknown-rule', `3 ${UNKNOWN}`, `3 ${UNKNOWN}`]],
    ['of a group', '# lem-ignore plan: So.\n', ['2 suppression/unknown-rule', `3 ${UNKNOWN}`, `3 ${UNKNOWN}`]],
    ['of the same again', `${SOUND}${SOUND}`, ['3 suppression/unused']],
    [
      'of another thing with that beginning',
      '# lem-ignored plan/unknown-strand: So.\n# we lem-ignore this\n',
      [`4 ${UNKNOWN}`, `4 ${UNKNOWN}`],
    ],
    ['inside a text', `success: |\n  # lem-ignore ${UNKNOWN}: So.\n`, [`4 ${UNKNOWN}`, `4 ${UNKNOWN}`]],
    ['inside quotes', `success: "a\n  # lem-ignore ${UNKNOWN}: So."\n`, [`4 ${UNKNOWN}`, `4 ${UNKNOWN}`]],
    ['behind a value', `lead: A # lem-ignore ${UNKNOWN}: So.\n`, [`3 ${UNKNOWN}`, `3 ${UNKNOWN}`]],
  ])('%s does nothing', (_name, above, found) => {
    expect(checkAction(above).found).toEqual(found);
  });

  test('is of use only to a rule that speaks at this level', () => {
    const text = '# lem-ignore plan/no-lead: So.\ntitle: A\nstrands: [race]\nstatus: planned\n';
    expect(check({ 'plan/a.yaml': text }, 'draft').found).toEqual([]);
    expect(check({ 'plan/a.yaml': text.replace('status', 'lead: B\nstatus') }, 'ready').found).toContainEqual(
      expect.objectContaining({ rule: 'suppression/unused', line: 1 }),
    );
    expect(check({ 'plan/a.yaml': text }, 'ready').suppressed).toMatchObject([{ rule: 'plan/no-lead' }]);
  });

  test('is not said to be of no use in a file that is not sound', () => {
    const text = '# lem-ignore plan/overdue: So.\ntitle: "A\nstatus: planned\n';
    expect(check({ 'plan/a.yaml': text }).found.map(({ rule }) => rule)).toEqual(['yaml/syntax']);
  });

  test.each(RULES.filter((rule) => !isSuppressible(rule)).map(({ id }) => id))('is not allowed for %s', (id) => {
    const { found } = check({ 'plan/a.yaml': `# lem-ignore ${id}: So.\ntitle: A\nstrands: [race]\nstatus: planned\n` });
    expect(found.filter(({ rule }) => rule.startsWith('suppression/')).map(({ rule }) => rule)).toEqual([
      'suppression/not-allowed',
    ]);
  });

  test('can’t hide what can’t be suppressed', () => {
    const text = '# lem-ignore yaml/duplicate-key: So.\ntitle: A\n# lem-ignore yaml/duplicate-key: So.\ntitle: B\n';
    expect(check({ 'plan/a.yaml': text }).found.map(({ rule }) => rule)).toContain('yaml/duplicate-key');
  });

  test('quotes no stranger’s words', () => {
    const { found } = check({ 'plan/a.yaml': `# lem-ignore \u001b[31mhush: So.\ntitle: A\nstatus: planned\n` });
    expect(found.map(({ message }) => message)).toContain('There is no such rule.');
  });

  test('takes time in proportion to the text', () => {
    const text = `title: A\nstatus: planned\n${SOUND.repeat(15_000)}`;
    const { found } = check({ 'plan/a.yaml': text });
    expect(found.length).toBeGreaterThan(14_000);
  }, 20_000);
});

test('privacy and what can’t be read are never suppressible', () => {
  const not = RULES.filter((rule) => !isSuppressible(rule)).map(({ id }) => id);
  expect(not).toEqual(expect.arrayContaining(['yaml/syntax', 'file/unreadable', 'suppression/unused']));
  const [first] = RULES;
  expect(first && isSuppressible({ ...first, id: 'privacy/any', unsuppressible: undefined as never })).toBe(false);
});
