import { type Deadline, deadlinesOn } from '../facts/deadlines.ts';
import { gridFacts } from '../facts/grid.ts';
import { markFacts } from '../facts/mark.ts';
import { badgesOn, stepsOn, todosOn } from '../facts/progress.ts';
import { type Line, run } from '../model/block.ts';
import { daysBetween, type IsoDate, inWords } from '../model/calendar.ts';
import { seen } from '../model/known.ts';
import { cut, pad, wrap } from '../model/width.ts';
import { yearOn } from '../workspace/select.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { position, STATES } from './badges.ts';
import { rollUpLetter } from './grid.ts';

const MOST_TODOS = 3;
const MOST_DEADLINES = 5;

/** Where the school stands as JSON: schemas/output/status.json. */
export function statusJson(workspace: Workspace, on: IsoDate): unknown {
  const year = yearOn(workspace, on);
  const steps = stepsOn(workspace, on);
  const { state, deadline } = markFacts(workspace, on);
  return {
    format: 1,
    on,
    year,
    programme: workspace.programme.id,
    school: seen(workspace.settings)?.school.name ?? '',
    step: currentStep(steps),
    steps,
    grid: gridFacts(workspace, year).strands.map(({ strand, rating, complete, provisional }) => ({
      strand,
      rating,
      complete,
      provisional,
    })),
    badges: badgesOn(workspace, on).map(({ strand, state: badge, eligible }) => ({ strand, state: badge, eligible })),
    mark: { state, deadline },
    deadlines: deadlinesOn(workspace, on).map(({ kind, date, what, overdue, place }) => {
      const { file, line } = position(workspace, place ?? undefined);
      return { kind, date, what, overdue, file, line };
    }),
    next: todosOn(workspace, on).slice(0, MOST_TODOS),
  };
}

/** Where the school stands, on one screen. */
export function statusLines(workspace: Workspace, on: IsoDate, width: number): readonly Line[] {
  const { programme } = workspace;
  const year = yearOn(workspace, on);
  const steps = stepsOn(workspace, on);
  const now = currentStep(steps);
  const rolls = gridFacts(workspace, year).strands;
  const badges = badgesOn(workspace, on);
  const title = Math.max(...[...programme.strands.values()].map((strand) => strand.title.length)) + 2;
  const mark = markFacts(workspace, on);
  const deadlines = deadlinesOn(workspace, on);
  const todos = todosOn(workspace, on).slice(0, MOST_TODOS);
  return [
    [
      run(seen(workspace.settings)?.school.name ?? '', 'strong'),
      run(`  ${programme.file.title}, ${year}, as on ${inWords(on)}`, 'dim'),
    ],
    '',
    ...steps.map(({ step, title: name, done, detail }): Line => {
      const sign =
        done === null
          ? run('?', 'warn')
          : done
            ? run('✓', 'good')
            : run(step === now ? '›' : '·', step === now ? 'accent' : 'dim');
      return [
        '  ',
        sign,
        ` ${step}  `,
        run(pad(name, 21), step === now ? 'strong' : 'plain'),
        run(cut(detail, width - 29), 'dim'),
      ];
    }),
    '',
    ...badges.map(({ strand, state }, index): Line => {
      const [words, tone] = STATES[state];
      const roll = rolls[index];
      return [
        '  ',
        ...(roll === undefined ? [] : rollUpLetter(programme, roll)),
        '  ',
        pad(programme.strands.get(strand)?.title ?? strand, title),
        run(words, tone),
      ];
    }),
    ...(mark.deadline === null
      ? []
      : [
          [
            run(`  ${cut(`${programme.file.mark.title}: the rest by ${inWords(mark.deadline)}`, width - 2)}`, 'dim'),
          ] as Line,
        ]),
    '',
    ...(deadlines.length === 0
      ? []
      : [
          [run('Dates', 'strong')] as Line,
          ...deadlines.slice(0, MOST_DEADLINES).map((deadline) => deadlineLine(deadline, on, width)),
          ...moreDates(deadlines),
          '',
        ]),
    [run('Next', 'strong')],
    ...(todos.length === 0
      ? ['  Nothing is open.']
      : todos.flatMap(({ what, command }, index) => todoLines(index + 1, what, command, width))),
  ];
}

/** The step the school is at: the first that is not done, or the last. */
function currentStep(steps: readonly { readonly step: number; readonly done: boolean | null }[]): number {
  return steps.find(({ done }) => done !== true)?.step ?? steps.at(-1)?.step ?? 1;
}

function deadlineLine({ date, what, overdue }: Deadline, on: IsoDate, width: number): Line {
  const days = daysBetween(on, date);
  const when =
    days === 0
      ? 'today'
      : overdue
        ? `${-days} ${-days === 1 ? 'day' : 'days'} ago`
        : `in ${days} ${days === 1 ? 'day' : 'days'}`;
  return ['  ', date, '  ', run(pad(when, 14), overdue ? 'bad' : 'dim'), cut(what, width - 28)];
}

function moreDates(deadlines: readonly Deadline[]): readonly Line[] {
  const more = deadlines.length - MOST_DEADLINES;
  return more > 0 ? [[run(`  … and ${more} more: lem status --json`, 'dim')]] : [];
}

function todoLines(number: number, what: string, command: string | null, width: number): readonly Line[] {
  return [
    ...wrap(what, width - 5).map((part, index): Line => `${index === 0 ? `  ${number}. ` : '     '}${part}`),
    ...(command === null ? [] : [[run('     → ', 'accent'), command] as Line]),
  ];
}
