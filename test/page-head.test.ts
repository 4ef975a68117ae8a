import { everyPage } from './support/every-page.ts';

/** The texts of the first header of a page, each as it stands there. */
function headOf(html: string): readonly string[] {
  const head = /<header class="(?:masthead|cover)">(.*?)<\/header>/s.exec(html)?.[1] ?? '';
  const texts = head.matchAll(/<(?:span|p|dt|dd)[^>]*>([^<]*)</g);
  return [...texts].map(([, text = '']) => text.trim()).filter((text) => text !== '');
}

test.each(everyPage())('the head of $name says nothing twice', ({ html }) => {
  const texts = headOf(html());
  expect(texts.length).toBeGreaterThan(4);
  expect(new Set(texts).size).toBe(texts.length);
});

test('a head names its school, as its heading or below it', () => {
  const ofTheSample = everyPage().filter(({ name }) => / sample$/.test(name));
  expect(ofTheSample.length).toBeGreaterThan(8);
  for (const { html } of ofTheSample) expect(headOf(html())).toContain('Ribble Bank Primary School');
});
