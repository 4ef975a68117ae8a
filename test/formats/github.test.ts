import fc from 'fast-check';
import { visible } from '../../src/model/visible.ts';
import { github } from '../../src/views/formats/github.ts';
import { ANY_FINDINGS, formatted, MIXED, reportOf, reportWith } from '../support/report.ts';

interface Command {
  readonly name: string;
  readonly properties: { readonly [name: string]: string };
  readonly message: string;
}

/** Reads a line as GitHub's runner does: a command's name, its properties and its message, each unescaped. */
function commandOf(line: string): Command | null {
  const text = line.trimStart();
  if (!text.startsWith('::')) return null;
  const end = text.indexOf('::', 2);
  if (end === -1) return null;
  const [name = '', ...rest] = text.slice(2, end).split(' ');
  const properties = Object.fromEntries(
    rest
      .join(' ')
      .split(',')
      .map((pair) => [pair.slice(0, pair.indexOf('=')), unescaped(pair.slice(pair.indexOf('=') + 1))]),
  );
  return { name, properties, message: unescaped(text.slice(end + 2)) };
}

function unescaped(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
}

const KINDS = { error: 'error', warning: 'warning', info: 'notice' };

test('annotations say what was found and where', () => {
  const report = reportOf(MIXED, { prefix: 'school/' });
  const lines = formatted(github, report).trimEnd().split('\n');
  expect(lines.at(-1)).toMatch(/^\d+ errors, .* in \d+ files checked at level submission\.$/);
  expect(lines.slice(0, -1).map(commandOf)).toEqual(
    report.diagnostics.map(({ severity, file, line, endLine, column, endColumn, rule, message, hint }) => ({
      name: KINDS[severity],
      properties: {
        file: `school/${file}`,
        line: String(line),
        endLine: String(endLine),
        ...(line === endLine ? { col: String(column), endColumn: String(endColumn) } : {}),
        title: rule,
      },
      message: `${message}\n${hint}`,
    })),
  );
});

test('no finding can give a command of its own', () => {
  fc.assert(
    fc.property(ANY_FINDINGS, (found) => {
      const lines = formatted(github, reportWith(found)).split(/\r\n|[\n\r]/);
      expect(lines).toHaveLength(found.length + 2);
      const commands = lines.map(commandOf).filter((command) => command !== null);
      expect(commands.map(({ properties }) => properties.file)).toEqual(found.map(({ file }) => visible(file)));
      expect(commands.map(({ message }) => message)).toEqual(
        found.map(({ message, hint }) =>
          [message, hint]
            .flatMap((part) => part ?? [])
            .map(visible)
            .join('\n'),
        ),
      );
    }),
  );
});
