import { seen } from '../../model/known.ts';
import { pad, widthOf } from '../../model/width.ts';
import type { Part } from '../../source/edit.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Choice } from '../../world.ts';
import type { Came } from '../interview/questions.ts';
import type { AtStatement } from './answer-statement.ts';

/** The evidence items of a workspace to choose from, those of an element first. */
export function evidenceChoices({ evidence }: Workspace, element: string): readonly Choice[] {
  const items = [...evidence].map(([id, known]) => ({ id, item: seen(known) }));
  const isOwn = ({ item }: (typeof items)[number]): boolean => item?.elements?.includes(element) === true;
  const column = Math.min(MOST, Math.max(...items.map(({ id }) => widthOf(id)))) + 2;
  return [...items.filter(isOwn), ...items.filter((each) => !isOwn(each))].map(({ id, item }) => ({
    value: id,
    name: item === null ? id : `${pad(id, column)}${item.title}`,
    short: id,
  }));
}

/** The most columns that the ids take before the titles. */
const MOST = 30;

/** What the judgement rests on: items one by one, each of which can be taken back by choosing it again. */
export async function askEvidence({ prompts, evidence, now, put }: AtStatement): Promise<Came> {
  for (;;) {
    const { evidence: chosen = [] } = now();
    const gone = chosen.filter((id) => !evidence.some(({ value }) => value === id));
    const items = [...evidence, ...gone.map((id): Choice => ({ value: id, name: id }))];
    if (items.length === 0) return 'on';
    const picked = await prompts.search({
      message: 'Evidence (type to search):',
      choices: [
        {
          value: GO_ON,
          name: chosen.length === 0 ? 'none: go on' : 'that is all: go on',
          short: chosen.join(', ') || 'none',
        },
        ...items.map(({ value, name, short = name }) =>
          chosen.includes(value)
            ? { value, name: `[x] ${name}`, short: `${short} (taken back)` }
            : { value, name: `[ ] ${name}`, short },
        ),
      ],
    });
    if (picked === null) return 'stop';
    if (picked === GO_ON) return 'on';
    const came = await put(({ evidence: list = [] }) => toggled(list, picked));
    if (came !== 'on') return came;
  }
}

/** No item has this id. */
const GO_ON = '';

function toggled(list: readonly string[], id: string): readonly Part[] {
  const index = list.indexOf(id);
  if (index === -1) return [{ path: ['evidence', list.length], value: id }];
  return [{ path: list.length === 1 ? ['evidence'] : ['evidence', index] }];
}
