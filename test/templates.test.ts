import { symlinkSync, writeFileSync } from 'node:fs';
import { sampleSchool } from './support/school.ts';

const school = sampleSchool();
const RENDER = ['summary', 'render', 'race', '--format', 'html'];
const PAGE = 'build/2025-26/race.html';
const [SUMMARY, RATING] = ['templates/reports/summary.hbs', 'templates/reports/partials/rating.hbs'];

/** Renders with a template of the school’s own and gives what was said of it, and the page’s body. */
async function rendered(path: string, text: string): Promise<{ exit: number; text: string; page: string | null }> {
  school.put(path, text);
  const { exit, text: said } = await school.lem(RENDER);
  return { exit, text: said, page: school.read(PAGE)?.replace(/^[\s\S]*<main>/, '') ?? null };
}

describe('a template of the workspace’s own', () => {
  test('stands in for lem’s file by file; the rest stays', async () => {
    const { exit, page } = await rendered(RATING, '<b class="ours">{{letter}}</b>');
    expect(exit).toBe(0);
    expect(page).toContain('<b class="ours">A</b>');
    expect(page).toContain('Evidence index');
  });

  test('a style sheet stands in for that of its name, and the frame keeps what holds a page to itself', async () => {
    await rendered('templates/reports/summary.css', 'h1 { color: teal; }');
    const page = school.read(PAGE) ?? '';
    expect(page).toContain('h1 { color: teal; }');
    expect(page).toContain("default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:");
  });

  test.each([
    [
      'a field that there is not',
      SUMMARY,
      '<p>\n{{gaols}}</p>',
      `${SUMMARY}:2 It asks for gaols, which this page does not have.`,
    ],
    [
      'a field of a rating that there is not',
      RATING,
      '\n\n{{leter}}',
      `${RATING}:3 It asks for leter, which this page does not have.`,
    ],
    [
      'a condition on a field that there is not',
      SUMMARY,
      '<p>\n{{#if gaols}}x{{/if}}</p>',
      `${SUMMARY}:2 It asks for gaols, which this page does not have.`,
    ],
    [
      'a list that there is not',
      SUMMARY,
      '{{#each claimz}}x{{/each}}',
      `${SUMMARY}:1 It asks for claimz, which this page does not have.`,
    ],
    [
      'a condition in a list on a field that its items do not have',
      SUMMARY,
      '{{#each claims}}\n{{#unless evidense}}x{{/unless}}{{/each}}',
      `${SUMMARY}:2 It asks for evidense, which this page does not have.`,
    ],
    [
      'a field that there is not, asked about within a condition',
      SUMMARY,
      '{{#if (is strnd "x")}}x{{/if}}',
      `${SUMMARY}:1 It asks for strnd, which this page does not have.`,
    ],
    [
      'a field that there is not, handed to a part',
      SUMMARY,
      '\n{{> masthead kind="A" heading=strnd}}',
      `${SUMMARY}:2 It asks for strnd, which this page does not have.`,
    ],
    [
      'a field that there is not, handed to a helper',
      RATING,
      '<b class="{{fill ths}}"></b>',
      `${RATING}:1 It asks for ths, which this page does not have.`,
    ],
    ['a text that there is not', SUMMARY, '{{line null}}', `${SUMMARY}:1 It asks for a text that there is not.`],
    ['a block without an end', SUMMARY, '{{#if goals}}\n<p>', `${SUMMARY}:2 It can’t be read`],
    ['a part that there is not', SUMMARY, '<p>\n\n{{> gril}}', `${SUMMARY}:3 There is no part gril.`],
    ['three braces', SUMMARY, '<p>\n{{{goals}}}', `${SUMMARY}:2 It prints a text unescaped.`],
    ['an ampersand', SUMMARY, '{{&goals}}', `${SUMMARY}:1 It prints a text unescaped.`],
    [
      'three braces in a part that this page does not call',
      'templates/reports/partials/claims.hbs',
      '{{{claim}}}',
      'claims.hbs:1',
    ],
    ['a script', SUMMARY, '<p>\n<SCRIPT src=x></script>', `${SUMMARY}:2 A page can’t have <SCRIPT in it.`],
    [
      'a way elsewhere',
      SUMMARY,
      '<meta http-equiv=refresh content="0;url=x">',
      `${SUMMARY}:1 A page can’t have <meta in it.`,
    ],
    ['an element with a name from a file', SUMMARY, '<{{line goals}} x>', `${SUMMARY}:1 A page can’t have < in it.`],
    ['an event', SUMMARY, '<p onclick = "x">', `${SUMMARY}:1 A page can’t have onclick = in it.`],
    ['an event behind a slash', SUMMARY, '<svg/onload="x">', `${SUMMARY}:1 A page can’t have onload= in it.`],
    ['a script in an address', SUMMARY, '<a href="javascript:x">', `${SUMMARY}:1 A page can’t have javascript: in it.`],
    [
      'the end of the style',
      'templates/reports/summary.css',
      'p {}\n</style><p>',
      'templates/reports/summary.css:2 A style sheet can’t hold tags.',
    ],
    [
      'a name that stands in for nothing',
      'templates/reports/sumary.hbs',
      '',
      'Did you mean templates/reports/summary.hbs?',
    ],
    [
      'a template of what is no page of a workspace',
      'templates/reports/badge.hbs',
      '',
      'badge.hbs stands in for no template of lem’s.',
    ],
    ['the frame', 'templates/reports/frame.hbs', '', 'templates/reports/frame.hbs stands in for no template of lem’s.'],
  ])('%s is refused with its line, and nothing is written', async (_what, path, text, said) => {
    const { exit, text: told, page } = await rendered(path, text);
    expect(told).toContain(said);
    expect([exit, page]).toEqual([2, null]);
  });

  test.each([
    ['{{constructor}}'],
    ['{{#with (lookup this "constructor")}}{{name}}{{/with}}'],
    ['{{lookup goals "constructor"}}'],
    ['{{#each actions}}{{__proto__}}{{/each}}'],
    ['{{log "x"}}'],
    ['{{helperMissing}}'],
  ])('%s reaches nothing beyond what the page shows', async (text) => {
    const { page } = await rendered(SUMMARY, `<p>[${text}]</p>`);
    expect(page?.match(/<p>\[(.*)\]<\/p>/)?.[1] ?? '').toBe('');
  });

  test('a link is not followed', async () => {
    writeFileSync(school.path('secret.txt'), 'secret');
    school.put('templates/reports/summary.css', '');
    symlinkSync(school.path('secret.txt'), school.path('templates/reports/public.css'));
    const { text } = await school.lem(RENDER);
    expect(text).not.toContain('secret');
    expect(school.read(PAGE)).not.toContain('secret');
  });
});

describe('the logo', () => {
  const PNG = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const name = (path: string): void =>
    school.put('lem.yaml', (school.read('lem.yaml') ?? '').replace('school: {', `school: { logo: ${path},`));

  test('stands on the page with the school’s name, and is part of what the digest tells', async () => {
    await school.lem(RENDER);
    const digestOf = () => /lem-content" content="sha256-([0-9a-f]{64})"/.exec(school.read(PAGE) ?? '')?.[1];
    const before = digestOf();
    writeFileSync(school.path('logo.png'), PNG);
    name('logo.png');
    expect(await school.lem(RENDER)).toMatchObject({ exit: 0 });
    const [image = ''] = /<img [^>]*>/.exec(school.read(PAGE) ?? '') ?? [];
    expect(image.replaceAll('&#x3D;', '=')).toBe(
      `<img class="logo" src="data:image/png;base64,${PNG.toString('base64')}" alt="Ribble Bank Primary School">`,
    );
    expect(digestOf()).not.toBe(before);
  });

  test.each([
    ['nowhere.png', 'is not there'],
    ['../logo.png', 'lies outside the workspace'],
    ['/etc/passwd', 'lies outside the workspace'],
    ['README.md', 'is no PNG or JPEG picture'],
    ['plan', 'is not there'],
  ])('%s: the message says that it %s, and nothing is written', async (path, said) => {
    name(path);
    const { exit, text } = await school.lem(RENDER);
    expect(text).toContain(`The logo that lem.yaml names, ${path}, ${said}.`);
    expect([exit, school.read(PAGE)]).toEqual([2, null]);
  });
});
