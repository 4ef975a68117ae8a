import { recommendations } from '../../facts/recommendations.ts';
import { nearest } from '../../model/nearest.ts';
import { at } from '../../model/place.ts';
import { plainWord } from '../../model/plain-word.ts';
import { oneLine } from '../../workspace/scaffold-text.ts';
import { each } from '../files.ts';
import { always, type Rule } from '../rule.ts';

export const planUnknownRecommendation: Rule = {
  id: 'plan/unknown-recommendation',
  title: 'A recommendation that an action takes up stands in awards.yaml.',
  why: 'What the Equality team recommends at a visit is suggested as an action until one takes it up (step 6). One that names it in other words does not: it is suggested again.',
  severity: always('error'),
  wrong: {
    'awards.yaml':
      'visits:\n  - { date: 2027-05-26, kind: accreditation, decisions: { race: awarded }, recommendations: [{ text: Share your books. }] }\n',
    'plan/share-books.yaml':
      'title: Books for other schools\nstrands: [race]\nrecommendations: [Share the books.]\nstatus: planned\n',
  },
  right: {
    'awards.yaml':
      'visits:\n  - { date: 2027-05-26, kind: accreditation, decisions: { race: awarded }, recommendations: [{ text: Share your books. }] }\n',
    'plan/share-books.yaml':
      'title: Books for other schools\nstrands: [race]\nrecommendations: [Share your books.]\nstatus: planned\n',
  },
  *check({ workspace }) {
    const { awards } = workspace;
    if (awards.state === 'unreadable') return;
    const made = recommendations(workspace);
    for (const { id, file, value } of each(workspace.actions)) {
      for (const [index, text] of (value.recommendations ?? []).entries()) {
        if (made.some((known) => known.text === oneLine(text))) continue;
        const near = nearest(
          text,
          made.map((known) => [known.text, known.id] as const),
        );
        yield {
          place: at(file, 'recommendations', index),
          message: `This recommendation does not stand in ${awards.file}.`,
          hint: `Write it as it stands there: lem plan update ${plainWord(id, 'action')} --recommendation ${near ?? '…'}`,
        };
      }
    }
  },
};
