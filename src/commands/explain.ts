import { type Line, out, run } from '../model/block.ts';
import { didYouMean } from '../model/nearest.ts';
import { type Outcome, unusable } from '../model/outcome.ts';
import { pad, wrap } from '../model/width.ts';
import { RULES } from '../rules/index.ts';
import type { ExampleFiles, Rule } from '../rules/rule.ts';
import type { World } from '../world.ts';
import { argument, type Command, type Input } from './command.ts';

export const command: Command = {
  summary: 'Says why a rule exists and shows a wrong and a right example; without a rule, lists them all.',
  args: [['[rule]', 'a rule’s id, as lem check shows it']],
  examples: [
    ['lem explain', 'all rules, by group'],
    ['lem explain plan/unknown-strand', 'one rule, with examples'],
  ],
  run: explain,
};

function explain(world: World, input: Input): Outcome {
  const id = argument(input, 0);
  if (id === undefined) return { exit: 0, report: [out(...ruleList(world.terminal.width))] };
  const rule = RULES.find((each) => each.id === id);
  if (rule === undefined)
    return unusable(
      `There is no rule ${id}.`,
      didYouMean(
        id,
        RULES.map((each) => each.id),
      ),
    );
  return { exit: 0, report: [out(...ruleText(rule, world.terminal.width))] };
}

function ruleList(width: number): readonly Line[] {
  const column = Math.max(...RULES.map(({ id }) => id.length)) + 2;
  return RULES.flatMap(({ id, title }) =>
    wrap(title, Math.max(20, width - column)).map(
      (part, index): Line => [run(pad(index === 0 ? id : '', column), 'strong'), part],
    ),
  );
}

function ruleText({ id, title, why, severity, wrong, right }: Rule, width: number): readonly Line[] {
  const levels = Object.entries(severity).map(([level, word]) => `${level}: ${word}`);
  return [
    [run(id, 'strong')],
    ...wrap(title, width),
    '',
    ...wrap(why, width),
    '',
    [run(`Severity by level: ${levels.join(', ')}`, 'dim')],
    ...example('Wrong', wrong),
    ...example('Right', right),
  ];
}

function example(title: string, files: ExampleFiles): readonly Line[] {
  return Object.entries(files).flatMap(([path, text]): readonly Line[] => {
    const heading: Line = [run(title, title === 'Right' ? 'good' : 'bad'), `  ${path}`];
    if (text === null) return ['', [...heading, run('  (not there)', 'dim')]];
    return [
      '',
      heading,
      ...text
        .trimEnd()
        .split('\n')
        .map((line) => `    ${line}`),
    ];
  });
}
