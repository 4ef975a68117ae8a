import type { WordBlock, WordCell, WordRun } from '../../../model/word-document.ts';
import type { EvidenceShown, FileShown } from '../../summary/evidence.ts';
import { headers, line, paragraph, unwritten } from '../pieces.ts';

/** The evidence index: what links from the claims lead to. */
export function evidenceSection(evidence: readonly EvidenceShown[]): readonly WordBlock[] {
  const heading = paragraph('heading-1', { text: 'Evidence index' });
  if (evidence.length === 0) return [heading, paragraph('body', unwritten('No evidence named yet'))];
  return [
    heading,
    paragraph('caption', {
      text: 'Every item that a claim or an action rests on. Under a file stands its SHA-256 fingerprint.',
    }),
    {
      kind: 'table',
      widths: [12, 60, 34, 64],
      header: headers('No.', 'Item', 'Kind and date', 'Where it is'),
      rows: evidence.map((item) => ({
        cells: [
          { blocks: [{ ...paragraph('body', { text: item.ref, bold: true, look: 'accent' }), place: item.anchor }] },
          itemCell(item),
          linesCell(
            item.kind === null ? null : [{ text: item.kind }],
            item.date === null ? null : [{ text: item.date, look: 'quiet' }],
          ),
          whereCell(item),
        ],
      })),
      hasRowHeaders: true,
    },
  ];
}

function itemCell({ title, id, fault, claims, actions }: EvidenceShown): WordCell {
  return linesCell(
    [line(title)],
    [line(id, { look: 'code' })],
    fault === null ? null : [{ text: fault, bold: true }],
    restingRuns(claims, actions),
  );
}

/** What rests on an item, with links back to it. */
function restingRuns(claims: EvidenceShown['claims'], actions: EvidenceShown['actions']): Runs {
  const numbers = claims.map(({ number, anchor }) => ({ text: String(number), to: anchor }));
  const titles = actions.map(({ title, anchor }) => line(title, { to: anchor }));
  return [
    { text: claims.length === 0 ? 'For ' : `For claim${claims.length === 1 ? '' : 's'} `, look: 'quiet' },
    ...separated(numbers),
    ...(claims.length > 0 && actions.length > 0 ? [{ text: '; ' }] : []),
    ...separated(titles),
  ];
}

function separated(runs: Runs): Runs {
  return runs.flatMap((run, index) => (index === 0 ? [run] : [{ text: ', ' }, run]));
}

function whereCell({ files, holder, link }: EvidenceShown): WordCell {
  return linesCell(
    ...files.map(fileRuns),
    holder === null ? null : [line(holder)],
    link === null ? null : [{ text: link, link }],
  );
}

function fileRuns({ path, sha256, fault }: FileShown): Runs {
  return [
    { text: path },
    ...(sha256 === null ? [] : [{ text: `\n${sha256}`, look: 'code' } as const]),
    ...(fault === null ? [] : [{ text: ` ${fault}`, bold: true }]),
  ];
}

type Runs = readonly WordRun[];

/** A cell of a paragraph for each line there is. */
function linesCell(...lines: readonly (Runs | null)[]): WordCell {
  return { blocks: lines.flatMap((runs) => (runs === null ? [] : [paragraph('body', ...runs)])) };
}
