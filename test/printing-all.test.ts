import type { Composed } from '../src/commands/documents/compose.ts';
import { printAll } from '../src/commands/documents/print-all.ts';
import type { BrowserOpened, Printed, World } from '../src/world.ts';
import { worldIn } from './support/in-process.ts';

const documents = (count: number): readonly Composed[] =>
  Array.from({ length: count }, (_, index) => ({
    path: `${index}`,
    page: 'summary' as const,
    view: { title: '', foot: [] },
    html: `${index}`,
    digest: '',
    logo: null,
  }));

/** A browser that is told when and how each document ends. */
function browserOf(): {
  readonly browser: BrowserOpened;
  readonly asked: string[];
  readonly finish: (html: string, failing?: string) => Promise<void>;
} {
  const asked: string[] = [];
  const ends = new Map<string, (printed: Printed) => void>();
  return {
    asked,
    browser: {
      state: 'open',
      name: 'a fake',
      print: ({ html }) => {
        asked.push(html);
        return new Promise((resolve) => ends.set(html, resolve));
      },
      close: async () => undefined,
    },
    finish: async (html, failing) => {
      ends.get(html)?.(
        failing === undefined
          ? { state: 'printed', pdf: Buffer.from(html), pages: Number(html) }
          : { state: 'failed', message: failing, remedy: '' },
      );
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

function watched(): { readonly world: World; readonly said: string[] } {
  const said: string[] = [];
  const world = worldIn('/');
  return { said, world: { ...world, terminal: { ...world.terminal, progress: (line) => void said.push(line) } } };
}

const shown = (pdfs: readonly ({ readonly content: Uint8Array } | null)[]): readonly (string | null)[] =>
  pdfs.map((pdf) => (pdf === null ? null : Buffer.from(pdf.content).toString()));

describe('printing several documents', () => {
  test('two are printed at once; each PDF comes in the place of its document', async () => {
    const { browser, asked, finish } = browserOf();
    const { world, said } = watched();
    const all = printAll(world, browser, documents(4), '2027-06-01');
    expect(asked).toEqual(['0', '1']);
    await finish('1');
    expect(asked).toEqual(['0', '1', '2']);
    await finish('2');
    await finish('3');
    await finish('0');
    const { pdfs, fault } = await all;
    expect(shown(pdfs)).toEqual(['0', '1', '2', '3']);
    expect(fault).toBeNull();
    expect(said).toEqual([1, 2, 3, 4].map((number) => `Rendering ${number} of 4 …`));
  });

  test('the first fault ends it: no other is begun, and what is done is kept', async () => {
    const { browser, asked, finish } = browserOf();
    const all = printAll(watched().world, browser, documents(6), '2027-06-01');
    await finish('0');
    await finish('1', 'first');
    await finish('2', 'second');
    const { pdfs, fault } = await all;
    expect(asked).toEqual(['0', '1', '2']);
    expect(shown(pdfs)).toEqual(['0', null, null, null, null, null]);
    expect(fault?.message).toBe('first');
  });

  test('one that is under way when another fails is kept where it comes off', async () => {
    const { browser, finish } = browserOf();
    const all = printAll(watched().world, browser, documents(3), '2027-06-01');
    await finish('0', 'first');
    await finish('1');
    expect(shown((await all).pdfs)).toEqual([null, '1', null]);
  });

  test('of one document nothing is said meanwhile', async () => {
    const { browser, finish } = browserOf();
    const { world, said } = watched();
    const all = printAll(world, browser, documents(1), '2027-06-01');
    await finish('0');
    expect(shown((await all).pdfs)).toEqual(['0']);
    expect(said).toEqual([]);
  });
});
