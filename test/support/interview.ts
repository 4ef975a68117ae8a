import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { World } from '../../src/world.ts';
import { type Answer, answering, lemIn, worldIn } from './in-process.ts';

const AWARD = fileURLToPath(new URL('../programmes/reading-award/programme.yaml', import.meta.url));

/** A question by how it begins, and its answer; what happens just before it is answered. */
export type Turn = readonly [question: string, answer?: Answer, before?: (() => void) | undefined];

/** What an interview came to. */
export interface Interviewed {
  readonly exit: number;
  readonly text: string;
  /** Everything that was shown before and between the questions. */
  readonly shown: string;
  readonly asked: readonly string[];
}

/** A workspace in a folder, for interviews. */
export interface School {
  readonly put: (path: string, text: string) => void;
  readonly read: (path: string) => string;
  /** Runs lem with an interview that takes just these turns. */
  readonly interview: (
    words: readonly string[],
    turns: readonly Turn[],
    change?: (world: World) => World,
  ) => Promise<Interviewed>;
}

/** A school in a folder that works to the award of the tests, with no audit yet. */
export function schoolIn(folder: string): School {
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  cpSync(AWARD, join(folder, 'programme.yaml'));
  put('lem.yaml', 'format: 1\nprogramme: reading-award\nschool: { name: Hazel Lane }\n');
  return {
    put,
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    interview: async (words, turns, change = (world) => world) => {
      const left = [...turns];
      const { prompts, asked, shown } = answering((message) => {
        const [question, answer, before] = left.shift() ?? ['nothing more'];
        if (!message.startsWith(question)) throw new Error(`Asked “${message}”, where “${question}” was to come`);
        before?.();
        return answer;
      });
      const world = change(worldIn(folder, { prompts, today: '2026-06-08' }));
      const ended = await lemIn(world, words);
      if (left.length > 0)
        throw new Error(`Never asked: ${left.map(([question]) => question).join(', ')}\n${ended.text}`);
      return { ...ended, shown: shown.join(''), asked };
    },
  };
}
