import { LEVELS, SEVERITIES } from '../../model/diagnostic.ts';
import { RULES } from '../../rules/index.ts';
import { schemaAt } from '../../source/schema-at.ts';
import { FORMATS } from '../../views/formats/index.ts';
import { ACTION_KEYS } from '../../workspace/draft-action.ts';
import { CI_CHOICES, PHASES } from '../../workspace/scaffold-answers.ts';
import type { World } from '../../world.ts';
import type { Command } from '../command.ts';
import { FORMATS as DOCUMENT_FORMATS } from '../documents/formats.ts';
import { WAYS } from '../history/points.ts';
import { COMMANDS } from '../index.ts';
import { shippedProgrammes } from '../load.ts';
import { LOADED } from '../loaded.ts';
import { LOADED_LATER } from '../loaded-later.ts';
import { REPORT_WORDS } from '../preview.ts';
import { READERS } from '../report.ts';
import type { Book, Candidate, Shape } from './book.ts';
import { SHELLS } from './shells.ts';

const RULES_BY_ID = RULES.map(({ id, title }): Candidate => [id, title]);

/** Puts together what completion knows from the commands themselves. */
export function makeBook(world: World): Book {
  const loaded: { readonly [name: string]: Command } = { ...LOADED, ...LOADED_LATER };
  const commands = COMMANDS.flatMap(({ name, summary }): readonly [string, Shape][] => {
    const command = loaded[name];
    return command === undefined ? [] : [[name, shapeOf(command, summary)]];
  });
  return {
    commands: { ...Object.fromEntries(commands), help: HELP },
    words: {
      command: COMMANDS.map(({ name, summary }): Candidate => [name, summary]),
      rule: RULES_BY_ID,
      rules: [...ruleGroups(), ...RULES_BY_ID],
      level: plain(LEVELS),
      severity: plain(SEVERITIES),
      format: plain(Object.keys(FORMATS)),
      formats: plain(DOCUMENT_FORMATS),
      reader: plain(Object.keys(READERS)),
      document: plain(REPORT_WORDS),
      edition: plain([...shippedProgrammes(world).keys()]),
      phase: plain(PHASES),
      service: plain(CI_CHOICES),
      shell: Object.keys(SHELLS).map((shell): Candidate => [shell, '']),
      status: plain(schemaAt('action', ['status'])?.enum),
      key: plain(ACTION_KEYS),
      way: plain(WAYS),
      'sheet-format': plain(['csv', 'xlsx']),
      consent: plain(schemaAt('evidence', ['consent'])?.enum),
      'evidence-kind': plain(schemaAt('evidence', ['kind'])?.enum),
      'visit-kind': plain(schemaAt('calendar', ['visits', 0, 'kind'])?.enum),
    },
  };
}

const HELP: Shape = { summary: 'print the help of a command', args: [['[command]', 'a command']] };

/** A command without what runs. */
function shapeOf({ args = [], options = [], verbs }: Command, summary: string): Shape {
  const shape = { summary, args, options };
  if (verbs === undefined) return shape;
  const children = Object.entries(verbs).map(([verb, child]) => [verb, shapeOf(child, child.summary)]);
  return { ...shape, verbs: Object.fromEntries(children) };
}

function plain(words: readonly string[] = []): readonly Candidate[] {
  return words.map((word) => [word, '']);
}

/** The groups of rules, such as `plan`, which `lem check --rule` takes too. */
function ruleGroups(): readonly Candidate[] {
  const groups = new Set(RULES.map(({ id }) => id.split('/')[0] ?? id));
  return [...groups].map((group) => [group, 'every rule of this group']);
}
