import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Browser, Page } from 'puppeteer';
import { inkOn } from '../src/model/ink.ts';
import { type Programme, ratingWords } from '../src/model/programme.ts';
import { patternOf } from '../src/views/rating-pattern.ts';
import { type RatingShown, ratingOf } from '../src/views/summary/grid.ts';
import { schoolOf } from './golden/summary/school.ts';
import { openAsking, show } from './support/axe.ts';
import { contrast, rgbOf, seenWith, VISIONS } from './support/colours.ts';
import { everyPage } from './support/every-page.ts';
import { pairsOfColours, ringAndTint } from './support/in-page.mjs';
import { rendererOf } from './support/pages.ts';
import { programme } from './support/programmes.ts';

const LONG = 120_000;
/** WCAG 2.2, 1.4.3: for text of ordinary size. Nothing here relies on being large. */
const TEXT = 4.5;
/** WCAG 2.2, 1.4.11: for what has to be seen to be used. */
const MARK = 3;

const READING = readFileSync(new URL('programmes/reading-award/programme.yaml', import.meta.url), 'utf8');
const programmes: readonly Programme[] = [
  programme('lem-5'),
  programme('lem-6'),
  programme('reading-award', READING),
  schoolOf().programme,
];

const ratingsOf = (of: Programme): readonly RatingShown[] =>
  ratingWords(of).map((word) => {
    const rating = ratingOf(of, word);
    if (rating === null) throw new Error(word);
    return rating;
  });

describe.each(programmes.map((each) => [each.id, ratingsOf(each)] as const))('the ratings of %s', (_, ratings) => {
  test('have lettering and patterns that read on their colours', () => {
    for (const { colour } of ratings)
      expect(contrast(rgbOf(colour), rgbOf(inkOn(colour)))).toBeGreaterThanOrEqual(TEXT);
  });

  test('differ by letter, and next to each other by pattern, whatever becomes of the colours', () => {
    expect(new Set(ratings.map(({ letter }) => letter)).size).toBe(ratings.length);
    for (const [index, rating] of ratings.entries()) {
      const next = ratings[index + 1];
      if (next !== undefined) expect(patternOf(rating)).not.toBe(patternOf(next));
    }
  });

  test.each(Object.keys(VISIONS))('read as well with %s', (vision) => {
    const matrix = VISIONS[vision];
    if (matrix === undefined) throw new Error(vision);
    // What a simulation loses of the contrast must leave at least what large print needs.
    for (const { colour } of ratings)
      expect(contrast(seenWith(matrix, rgbOf(colour)), seenWith(matrix, rgbOf(inkOn(colour))))).toBeGreaterThanOrEqual(
        MARK,
      );
  });
});

test('any colour a programme may choose gets lettering that reads on it', () => {
  const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
  fc.assert(fc.property(colour, (fill) => contrast(rgbOf(fill), rgbOf(inkOn(fill))) >= TEXT));
});

test('colours alone would not do: some neighbours can’t be told apart without them', () => {
  const alike = programmes.flatMap((each) => {
    const scale = ratingsOf(each).filter(({ rank }) => rank !== null);
    return scale.slice(1).flatMap((rating, index) =>
      Object.entries(VISIONS).flatMap(([vision, matrix]) => {
        const [one, other] = [rating, scale[index] ?? rating].map(({ colour }) => seenWith(matrix, rgbOf(colour)));
        return one !== undefined && other !== undefined && contrast(one, other) < 1.5 ? [`${each.id}, ${vision}`] : [];
      }),
    );
  });
  expect(alike).not.toEqual([]);
});

test('a scale of any length has no two neighbours of one pattern', () => {
  for (let steps = 2; steps <= 12; steps++) {
    const names = Array.from({ length: steps }, (_, rank) => patternOf({ rank, steps }));
    names.forEach((name, rank) => {
      if (rank > 0) expect(name).not.toBe(names[rank - 1]);
      expect(name).not.toBe(patternOf({ rank: null, steps }));
    });
    if (steps <= 6) expect(new Set(names).size).toBe(steps);
  }
});

describe('in a browser', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openAsking();
    page = await browser.newPage();
  }, LONG);
  afterAll(() => browser?.close());

  test.each(everyPage())(
    'every text of $name stands out from what is behind it',
    async ({ html }) => {
      await show(page, html(), 1280);
      const pairs = await page.evaluate(pairsOfColours);
      expect(pairs.length).toBeGreaterThan(1);
      const faint = pairs.filter(({ text, ground }) => contrast(rgbOf(text), rgbOf(ground)) < TEXT);
      expect(faint).toEqual([]);
    },
    LONG,
  );

  test.each([2, 3, 4, 5, 6])(
    'the patterns of a scale of %i look different where colour and letter are the same',
    async (steps) => {
      for (const colour of ['#8c8c8c', '#4a4a4a']) {
        const ranks = [null, ...Array.from({ length: steps }, (_, rank) => rank)];
        const render = rendererOf<never>('report', {
          own: {
            'templates/reports/report.hbs': '<h1>{{title}}</h1>{{#each ratings}}<p>{{> rating this}}</p>{{/each}}',
          },
        });
        const ratings = ranks.map((rank) => ({ title: 'Same', letter: 'S', colour, rank, steps }));
        await show(page, render({ title: 'x', foot: [], ratings } as never), 800);
        await page.emulateVisionDeficiency('achromatopsia');
        const pictures = new Set<string>();
        for (const letter of await page.$$('.letter')) {
          const { x = 0, y = 0, height = 0 } = (await letter.boundingBox()) ?? {};
          // What stands left of the letter.
          pictures.add(await page.screenshot({ encoding: 'base64', clip: { x, y, width: 9, height } }));
        }
        await page.emulateVisionDeficiency('none');
        expect(pictures.size).toBe(ranks.length);
      }
    },
    LONG,
  );

  test(
    'what has the focus is ringed in a colour that stands out from the paper and from what is tinted',
    async () => {
      const [first] = everyPage();
      await show(page, first?.html() ?? '', 1280);
      await page.keyboard.press('Tab');
      const { ring, tint } = await page.evaluate(ringAndTint);
      for (const ground of ['#ffffff', tint]) expect(contrast(rgbOf(ring), rgbOf(ground))).toBeGreaterThanOrEqual(MARK);
    },
    LONG,
  );
});
