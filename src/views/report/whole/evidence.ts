import { evidenceWithin } from '../../../facts/evidence-age.ts';
import { evidenceItems, type ItemFacts } from '../../../facts/evidence-items.ts';
import { count } from '../../../facts/requirements/requirement.ts';
import { type IsoDate, inWords, spanInWords } from '../../../model/calendar.ts';
import type { Workspace } from '../../../workspace/workspace.ts';
import type { Figure } from '../../summary.ts';
import { unreadAt } from './unreadable.ts';

/** The evidence as a whole, and what in it wants looking at. */
export interface EvidenceOverview {
  readonly said: readonly string[];
  readonly figures: readonly Figure[];
  readonly concerns: readonly Concern[];
  readonly unread: readonly string[];
}

/** Items that have the same thing the matter. */
export interface Concern {
  readonly title: string;
  readonly items: readonly { readonly id: string; readonly title: string; readonly detail: string | null }[];
}

/** How much evidence there is, what of it no longer counts or soon won’t, and what nothing names. */
export function evidenceOverview(workspace: Workspace, on: IsoDate): EvidenceOverview {
  const items = evidenceItems(workspace, on);
  const within = evidenceWithin(workspace.programme);
  const isUseTold = items.every(({ isUnused }) => isUnused !== null);
  const named = items.filter(({ isUnused }) => isUnused === false).length;
  return {
    said: [
      ...(items.length === 0 ? [] : [kindsOf(items)]),
      ...(within === undefined ? [] : [`The programme counts evidence for ${spanInWords(within)} from its date.`]),
      ...(isUseTold
        ? []
        : ['Whether some items are used can’t be told, because a file that may name them can’t be read.']),
    ],
    figures: [
      { value: String(items.length), of: null, label: items.length === 1 ? 'evidence item' : 'evidence items' },
      {
        value: String(named),
        of: `of ${items.length}`,
        label: isUseTold ? 'in use' : 'in use, as far as can be told',
      },
      { value: String(items.filter(isSound).length), of: `of ${items.length}`, label: 'in order' },
    ],
    concerns: CONCERNS.map(({ title, detail }) => ({
      title,
      items: items.flatMap((item) => {
        const said = detail(item, on);
        return said === null
          ? []
          : [{ id: item.id, title: item.item?.title ?? item.id, detail: said === '' ? null : said }];
      }),
    })).filter((concern) => concern.items.length > 0),
    unread: unreadAt(workspace, 'evidence'),
  };
}

/** What can be the matter with an item: its words, empty where the heading says it all, or null where it is not. */
const CONCERNS: readonly {
  readonly title: string;
  readonly detail: (item: ItemFacts, on: IsoDate) => string | null;
}[] = [
  { title: 'Can’t be read', detail: ({ item, file }) => (item === null ? file : null) },
  { title: 'A file is not there', detail: ({ missing }) => (missing.length === 0 ? null : missing.join(', ')) },
  {
    title: 'A file has changed since it was read through',
    detail: ({ changed }) => (changed.length === 0 ? null : changed.join(', ')),
  },
  { title: 'Consent is missing', detail: ({ item }) => (item?.consent === 'missing' ? '' : null) },
  {
    title: 'Dated in the future',
    detail: ({ item }, on) => (item !== null && item.date > on ? inWords(item.date) : null),
  },
  {
    title: 'Too old to count',
    detail: ({ age }) => (age?.state === 'too-old' ? `counted until ${inWords(age.until)}` : null),
  },
  {
    title: 'Ageing',
    detail: ({ age }) => {
      if (age?.state !== 'ageing') return null;
      const visit = age.visit === null ? '' : `, and the visit is on ${inWords(age.visit)}`;
      return `counts until ${inWords(age.until)}${visit}`;
    },
  },
  { title: 'Not yet read through', detail: ({ item }) => (item !== null && item.reviewed === undefined ? '' : null) },
  { title: 'Unused: nothing names it', detail: ({ isUnused }) => (isUnused === true ? '' : null) },
];

function isSound(facts: ItemFacts): boolean {
  const { item, missing, changed, age, isUnused } = facts;
  return (
    item !== null &&
    missing.length + changed.length === 0 &&
    item.consent !== 'missing' &&
    (age === null || age.state === 'recent') &&
    isUnused === false
  );
}

/** `7 items: document 4, data 3.`, the most first. */
function kindsOf(items: readonly ItemFacts[]): string {
  const counts = new Map<string, number>();
  for (const { item } of items) if (item !== null) counts.set(item.kind, (counts.get(item.kind) ?? 0) + 1);
  const said = [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([kind, number]) => `${kind.replaceAll('-', ' ')} ${number}`);
  return `${count(items.length, 'item')}: ${said.join(', ')}.`;
}
