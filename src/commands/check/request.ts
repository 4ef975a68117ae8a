import type { IsoDate } from '../../model/calendar.ts';
import { LEVELS, type Level, SEVERITIES, type Severity } from '../../model/diagnostic.ts';
import { didYouMean } from '../../model/nearest.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { RULES } from '../../rules/index.ts';
import type { World } from '../../world.ts';
import { dayOf, flag, folderOf, type Input, text, texts } from '../command.ts';
import { readTargets, type Target } from './outputs.ts';
import { pathsOf } from './paths.ts';
import { readWays, type Ways } from './ways.ts';

/** What a check was asked for. */
export interface CheckRequest extends Ways {
  readonly level: Level;
  readonly on: IsoDate;
  /** From which severity on the check fails. */
  readonly failOn: Severity;
  /** Whether a rule's findings are asked for. */
  readonly concerns: (rule: string) => boolean;
  readonly targets: readonly Target[];
  readonly baseline: BaselineRequest | null;
}

/** Which baseline to hold the findings against, and whether to write it anew first. */
export interface BaselineRequest {
  /** As it was given. */
  readonly shown: string;
  readonly path: string;
  readonly update: boolean;
}

type Refused = { readonly refusal: Outcome };

/** Reads the options of `lem check`. */
export function readRequest(world: World, input: Input): CheckRequest | Refused {
  const level = choice('--level', text(input, 'level') ?? 'draft', LEVELS);
  if ('refusal' in level) return level;
  const failOn = choice('--fail-on', text(input, 'failOn') ?? 'error', SEVERITIES);
  if ('refusal' in failOn) return failOn;
  const targets = readTargets(texts(input, 'format'));
  if ('refusal' in targets) return targets;
  const rules = readRules(texts(input, 'rule'));
  if ('refusal' in rules) return rules;
  const baseline = readBaseline(world, input);
  if (baseline !== null && 'refusal' in baseline) return baseline;
  const day = dayOf(world, input);
  if ('refusal' in day) return day;
  const ways = readWays(input);
  if ('refusal' in ways) return ways;
  return {
    ...ways,
    level: level.word,
    on: day.on,
    failOn: failOn.word,
    concerns: rules.concerns,
    targets: targets.targets,
    baseline,
  };
}

function choice<W extends string>(option: string, word: string, words: readonly W[]): { readonly word: W } | Refused {
  const known = words.find((each) => each === word);
  if (known !== undefined) return { word: known };
  return { refusal: unusable(`${option} can’t be ${word}.`, didYouMean(word, words)) };
}

/** Rules by id or by group, the part before the slash; all where none is named. */
function readRules(words: readonly string[]): Pick<CheckRequest, 'concerns'> | Refused {
  const groups = [...new Set(RULES.map(({ id }) => groupOf(id)))];
  const ids = RULES.map(({ id }) => id);
  for (const word of words) {
    if (ids.includes(word) || groups.includes(word)) continue;
    const known = word.includes('/') ? ids : groups;
    return { refusal: unusable(`There is no rule ${word}, nor a group of rules.`, didYouMean(word, known)) };
  }
  const wanted = new Set(words);
  return { concerns: (rule) => wanted.size === 0 || wanted.has(rule) || wanted.has(groupOf(rule)) };
}

function groupOf(rule: string): string {
  return rule.split('/')[0] ?? rule;
}

function readBaseline(world: World, input: Input): BaselineRequest | Refused | null {
  const shown = text(input, 'baseline');
  const update = flag(input, 'updateBaseline');
  if (shown === undefined) {
    if (!update) return null;
    return {
      refusal: unusable(
        '--update-baseline needs a file.',
        'Name it with --baseline, such as --baseline baseline.json.',
      ),
    };
  }
  if (update && (pathsOf(input).length > 0 || texts(input, 'rule').length > 0))
    return {
      refusal: unusable(
        'A baseline is written of the whole workspace.',
        'Leave out the paths and --rule, which would drop what they don’t cover.',
      ),
    };
  return { shown, path: world.files.resolve(folderOf(world, input), shown), update };
}
