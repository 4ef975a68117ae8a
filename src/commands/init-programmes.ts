import { type Outcome, unusable } from '../model/outcome.ts';
import { type Programme, programmeOf } from '../model/programme.ts';
import { locate } from '../source/locate.ts';
import { failed, parse } from '../source/parse.ts';
import { validate } from '../source/validate.ts';
import { programmeProblems } from '../workspace/programme-problems.ts';
import { DEFAULTS } from '../workspace/scaffold-answers.ts';
import type { World } from '../world.ts';
import { shippedProgrammes } from './load.ts';

/** The editions a new workspace can work to, by id, and the one it works to where none is named. */
export interface Programmes {
  readonly editions: ReadonlyMap<string, Programme>;
  readonly usual: string;
}

/** The editions that come with lem, and before them that of a programme.yaml which already lies in the folder. */
export function programmesAt(world: World, target: string): Programmes | { readonly refusal: Outcome } {
  const editions = new Map<string, Programme>();
  for (const [id, text] of shippedProgrammes(world)) {
    const { known } = validate('programme', parse(`${id}.yaml`, text));
    if (known.state === 'known') editions.set(id, programmeOf(known.value));
  }
  const path = world.files.resolve(target, 'programme.yaml');
  const entry = world.files.readText(path);
  if (entry === null) return { editions, usual: DEFAULTS.programme };
  const shown = world.files.shown(world.cwd, path);
  const source =
    entry.kind === 'text' ? parse(shown, entry.text) : failed(shown, '', entry.code, entry.message, entry.hint);
  const { known, problems } = validate('programme', source);
  const all = [
    ...source.problems,
    ...problems,
    ...(known.state === 'known' ? programmeProblems(shown, known.value) : []),
  ];
  const [first] = all;
  if (known.state !== 'known' || first !== undefined) {
    const { line, column } = first === undefined ? { line: 1, column: 1 } : locate(source, first.where);
    return {
      refusal: unusable(`${shown}:${line}:${column} ${first?.message ?? 'This programme can’t be used.'}`, first?.hint),
    };
  }
  return { editions: new Map([...editions, [known.value.id, programmeOf(known.value)]]), usual: known.value.id };
}
