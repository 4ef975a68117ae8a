import type { Composed, Draft, Made } from '../src/commands/documents/compose.ts';
import { inTurn } from '../src/commands/documents/in-turn.ts';
import { unusable } from '../src/model/outcome.ts';

const drafts = (...names: string[]): readonly Draft[] =>
  names.map((path) => ({ path, page: 'summary' as const, view: { title: '', foot: [] } }));

/** A press that says what it was given, and fails at what is called `bad`. */
function presses(): { readonly press: (draft: Draft) => Made; readonly made: string[] } {
  const made: string[] = [];
  return {
    made,
    press: (draft) => {
      made.push(draft.path);
      if (draft.path === 'bad') return { refusal: unusable('bad', '') };
      return { ...draft, html: `html of ${draft.path}`, digest: `digest of ${draft.path}`, logo: null };
    },
  };
}

const paths = (all: ReturnType<ReturnType<typeof inTurn>['all']>): readonly string[] | string =>
  'refusal' in all ? 'refused' : all.documents.map(({ path }) => path);

describe('documents in turn', () => {
  test('each is made when it is asked for, and once', () => {
    const { press, made } = presses();
    const pages = inTurn(drafts('a', 'b', 'c'), press, true);
    expect([pages.length, made]).toEqual([3, []]);
    expect(pages.next()).toMatchObject({ path: 'a', html: 'html of a' });
    expect(made).toEqual(['a']);
    expect(paths(pages.all())).toEqual(['a', 'b', 'c']);
    expect([pages.next(), made]).toEqual([null, ['a', 'b', 'c']]);
  });

  test('what was prepared is handed out first, in its order', () => {
    const { press, made } = presses();
    const pages = inTurn(drafts('a', 'b', 'c'), press, true);
    pages.prepare();
    pages.prepare();
    expect(made).toEqual(['a', 'b']);
    expect([pages.next(), pages.next(), pages.next(), pages.next()].map((each) => each?.path)).toEqual([
      'a',
      'b',
      'c',
      undefined,
    ]);
    expect(made).toEqual(['a', 'b', 'c']);
  });

  test('HTML that is not to be written is let go, and is the same when it is wanted after all', () => {
    const { press, made } = presses();
    const pages = inTurn(drafts('a', 'b'), press, false);
    expect(pages.next()?.html).toBe('html of a');
    const all = pages.all();
    const documents: readonly Composed[] = 'documents' in all ? all.documents : [];
    expect(made).toEqual(['a', 'b']);
    expect(documents.map(({ digest }) => digest)).toEqual(['digest of a', 'digest of b']);
    expect(made).toEqual(['a', 'b']);
    expect(documents.map(({ html }) => html)).toEqual(['html of a', 'html of b']);
    expect(made).toEqual(['a', 'b', 'a', 'b']);
  });

  test('HTML that is to be written is kept', () => {
    const { press, made } = presses();
    const all = inTurn(drafts('a'), press, true).all();
    expect('documents' in all && all.documents[0]?.html).toBe('html of a');
    expect(made).toEqual(['a']);
  });

  test.each([
    ['the first', ['bad', 'b'], ['bad']],
    ['one amid others', ['a', 'bad', 'c'], ['a', 'bad']],
  ])('%s that can’t be made ends it all', (_, names, made) => {
    const { press, made: found } = presses();
    const pages = inTurn(drafts(...names), press, false);
    pages.prepare();
    pages.prepare();
    expect(paths(pages.all())).toBe('refused');
    while (pages.next() !== null);
    expect(pages.next()).toBeNull();
    expect(found).toEqual(made);
  });
});
