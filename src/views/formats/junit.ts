import { type Diagnostic, SEVERITIES } from '../../model/diagnostic.ts';
import { type CheckReport, type Format, sentence } from './report.ts';

/**
 * JUnit's XML, as CI servers read it: a suite for each file in which something was found, and one for all the rest. A
 * finding fails where it makes the check fail; others stand in the output of their suite. It holds against the schemas
 * of both Ant and Jenkins, so the time is that of the day judged by, at midnight.
 */
export const junit: Format = (report) => {
  const files = [...new Set(report.diagnostics.map(({ file }) => file))];
  const suites = [rest(report, files.length), ...files.map((file) => ofFile(report, file))];
  const text = suites.map((suite, id) => suiteText(suite, id, report)).join('');
  return [{ kind: 'text', text: `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${text}</testsuites>\n` }];
};

interface Suite {
  readonly name: string;
  readonly tests: readonly { readonly name: string; readonly failure: Diagnostic | null }[];
  readonly said: readonly string[];
}

function rest({ files }: CheckReport, found: number): Suite {
  const sound = Math.max(0, files - found);
  return {
    name: 'workspace',
    tests: [{ name: `nothing to mend in ${sound} of ${files} ${files === 1 ? 'file' : 'files'}`, failure: null }],
    said: [],
  };
}

function ofFile({ diagnostics, failOn, prefix }: CheckReport, file: string): Suite {
  const found = diagnostics.filter((diagnostic) => diagnostic.file === file);
  const fails = ({ severity }: Diagnostic): boolean => SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn);
  return {
    name: `${prefix}${file}`,
    tests: found.map((diagnostic) => ({
      name: `${diagnostic.rule} ${diagnostic.line}:${diagnostic.column}`,
      failure: fails(diagnostic) ? diagnostic : null,
    })),
    said: found.filter((diagnostic) => !fails(diagnostic)).map((diagnostic) => lineOf(diagnostic, prefix)),
  };
}

function suiteText({ name, tests, said }: Suite, id: number, { level, on, version, prefix }: CheckReport): string {
  const failures = tests.filter(({ failure }) => failure !== null).length;
  const attributes = {
    name,
    package: 'lem',
    id,
    tests: tests.length,
    failures,
    errors: 0,
    time: 0,
    timestamp: `${on}T00:00:00`,
    hostname: 'localhost',
  };
  const properties = Object.entries({ level, version }).map(([key, value]) => tag('property', { name: key, value }));
  return element('  ', 'testsuite', attributes, [
    element(
      '    ',
      'properties',
      {},
      properties.map((property) => `      ${property}\n`),
    ),
    ...tests.map(({ name: test, failure }) => {
      const own = { name: test, classname: name, time: 0 };
      if (failure === null) return `    ${tag('testcase', own)}\n`;
      const { rule, message } = failure;
      const body = `<failure type="${escaped(rule)}" message="${escaped(message)}">${escaped(lineOf(failure, prefix))}</failure>`;
      return element('    ', 'testcase', own, [`      ${body}\n`]);
    }),
    `    <system-out>${escaped(said.join('\n'))}</system-out>\n    <system-err></system-err>\n`,
  ]);
}

function lineOf(diagnostic: Diagnostic, prefix: string): string {
  const { file, line, column, severity } = diagnostic;
  return `${prefix}${file}:${line}:${column}: ${severity} ${sentence(diagnostic)}`;
}

type Attributes = { readonly [name: string]: string | number };

function element(indent: string, name: string, attributes: Attributes, children: readonly string[]): string {
  return `${indent}<${name}${listed(attributes)}>\n${children.join('')}${indent}</${name}>\n`;
}

function tag(name: string, attributes: Attributes): string {
  return `<${name}${listed(attributes)}/>`;
}

function listed(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');
}

/** What XML 1.0 has no way to write, even escaped: most control characters and lone surrogates. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const ENTITIES: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\r': '&#13;',
};

function escaped(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[&<>"'\r]/g, (character) => ENTITIES[character] ?? '');
}
