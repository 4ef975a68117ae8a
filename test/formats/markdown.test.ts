import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { markdown } from '../../src/views/formats/markdown.ts';
import { ANY_FINDINGS, formatted, MIXED, reportOf, reportWith } from '../support/report.ts';

/** As generous as a site can be: HTML counts, and whatever looks like an address becomes a link. */
const site = new MarkdownIt({ html: true, linkify: true });
const USUAL = new Set(['p', 'strong', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'code']);

function tagsOf(text: string): ReadonlySet<string> {
  return new Set([...site.render(text).matchAll(/<\/?([a-z!][a-z0-9-]*)/gi)].map(([, tag = '']) => tag.toLowerCase()));
}

test('sums up, with a table for each file', () => {
  const report = reportOf(MIXED);
  const text = formatted(markdown, report);
  expect(text.split('\n')[0]).toMatch(/^\*\*\d+ errors, .*\*\* in \d+ files checked at level submission\.$/);
  const html = site.render(text);
  expect(html.match(/<table>/g)).toHaveLength(new Set(report.diagnostics.map(({ file }) => file)).size);
  expect(html.match(/<tr>\n<td/g)).toHaveLength(report.diagnostics.length);
  expect(html).toContain('<strong>plan/a &amp;amp;'.replace('&amp;amp;', '&amp;'));
  expect(formatted(markdown, reportOf({}))).toMatch(/^\*\*Nothing to mend\*\* in \d+ files checked/);
});

test('hostile words stay words', () => {
  fc.assert(
    fc.property(ANY_FINDINGS, (found) => {
      const text = formatted(markdown, reportWith(found));
      expect([...tagsOf(text)].filter((tag) => !USUAL.has(tag))).toEqual([]);
      expect(site.render(text).match(/<tr>\n<td/g)?.length ?? 0).toBe(found.length);
      expect(text).not.toMatch(/[@#!~$][\p{L}\p{N}]|\bGH-\d|&(?!amp;)/u);
    }),
    { numRuns: 300 },
  );
});

test('a comment that would be too long says how much is left out', () => {
  const [one] = reportOf(MIXED).diagnostics;
  const many = Array.from({ length: 2000 }, () => one).flatMap((each) => each ?? []);
  const text = formatted(markdown, reportWith(many));
  expect(text.length).toBeLessThan(65_536);
  const shown = text.match(/^\| \d/gm)?.length ?? 0;
  expect(text).toContain(`And ${2000 - shown} more, which \`lem check\` shows.`);
});
