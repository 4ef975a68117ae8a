import type { DissentingJudgement, Judgement } from '../../model/files.generated.ts';
import type { Part } from '../../source/edit.ts';
import { ratingKeys } from '../interview/keys.ts';
import type { Came } from '../interview/questions.ts';
import type { AtStatement } from './answer-statement.ts';

/** The judgements of members of the team who did not agree, one after another. */
export async function askDissent({ prompts, programme, now, put }: AtStatement): Promise<Came> {
  for (;;) {
    const others = now().dissent?.length ?? 0;
    const isDissent = await prompts.confirm({
      message: `Did anyone ${others === 0 ? '' : 'else '}judge it differently?`,
      default: false,
    });
    if (isDissent === null) return 'stop';
    if (!isDissent) return 'on';
    const named = await prompts.text({ message: 'Who, by role or an adult’s name (Enter to leave it out):' });
    if (named === null) return 'stop';
    const who = named.trim();
    if (who === '') return 'on';
    const rating = await prompts.key({ message: 'Their rating:', keys: ratingKeys(programme) });
    if (rating === null) return 'stop';
    const added = await put(({ dissent = [] }) => [{ path: ['dissent', dissent.length], value: { who, rating } }]);
    if (added !== 'on') return added;
    const because = await prompts.text({ message: 'Their reason (Enter to leave it out):' });
    if (because === null) return 'stop';
    const reason = because.trim();
    const said = reason === '' ? 'on' : await put((judgement) => partsFor(judgement, { who, rating }, reason));
    if (said !== 'on') return said;
  }
}

/** The reason where the dissent now stands: another program may have added one before it, or taken it out. */
function partsFor({ dissent = [] }: Judgement, { who, rating }: DissentingJudgement, value: string): readonly Part[] {
  const index = dissent.findLastIndex((each) => each.who === who && each.rating === rating);
  return index === -1 ? [] : [{ path: ['dissent', index, 'because'], value }];
}
