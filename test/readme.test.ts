import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inFolder, play, readScenario, type Step } from './support/scenario.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const README = `${ROOT}README.md`;
const text = readFileSync(README, 'utf8');

/** A fenced block of the README: a console session, or a file that its heading comment names. */
interface Block {
  readonly start: number;
  readonly end: number;
  readonly steps: readonly Step[];
}

const BLOCK = /(?:<!-- file: (\S+) -->\n)?```(console|yaml)\n([\s\S]*?)```/g;
const blocks: readonly Block[] = [...text.matchAll(BLOCK)].flatMap((match): readonly Block[] => {
  const [all, path, language, content = ''] = match;
  const start = match.index;
  if (language === 'console') return [{ start, end: start + all.length, steps: readScenario(content) }];
  return path === undefined
    ? []
    : [{ start, end: start + all.length, steps: [{ kind: 'write', path, text: content }] }];
});

test('every console block of the README prints what it says', () => {
  const steps = blocks.flatMap((block) => block.steps);
  expect(steps.filter(({ kind }) => kind === 'run').length).toBeGreaterThan(10);
  const played = [...inFolder((folder) => play(steps, folder))];
  if (process.env.UPDATE_GOLDEN === '1') {
    let updated = text;
    const sessions = blocks.map(({ start, end, steps: own }) => ({
      start,
      end,
      content: own.flatMap((step) => {
        if (step.kind !== 'run') return [];
        const ran = played.shift();
        return [`$ ${step.line}`, ...(ran?.printed ?? []), ...(ran?.exit === 0 ? [] : [`? ${ran?.exit}`])];
      }),
    }));
    for (const { start, end, content } of sessions.reverse()) {
      if (content.length > 0)
        updated = `${updated.slice(0, start)}\`\`\`console\n${content.join('\n')}\n\`\`\`${updated.slice(end)}`;
    }
    writeFileSync(README, updated);
    return;
  }
  for (const { step, printed, exit } of played) {
    expect({ line: step.line, exit, printed }).toEqual({ line: step.line, exit: step.exit, printed: step.printed });
  }
});

test('CI runs the README’s test command', () => {
  const [, command] = /^npm ci && (npm test)$/m.exec(text) ?? [];
  expect(command).toBe('npm test');
  expect(readFileSync(`${ROOT}.ci/run`, 'utf8')).toContain('npm ci && npm test');
});

test('what the README links to is there', () => {
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map(([, link = '']) => link.split('#')[0] ?? '');
  expect(links.length).toBeGreaterThan(3);
  for (const link of links) expect(() => readFileSync(`${ROOT}${link}`)).not.toThrow(/ENOENT/);
});
