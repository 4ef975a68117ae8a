import type { Plain } from '../../model/edit.ts';
import type { AuditFile, GridFile } from '../../model/files.generated.ts';
import type { Known } from '../../model/known.ts';
import type { SchoolYear } from '../../model/school-year.ts';
import type { Part } from '../../source/edit.ts';
import { renameKey } from '../../source/edit.ts';
import { isSame } from '../../source/edit-data.ts';
import { carryAudits } from '../../workspace/carry-audit.ts';
import { carryGrid } from '../../workspace/carry-grid.ts';
import { statementBecomes } from '../../workspace/mapping.ts';
import type { Moves } from './moves.ts';
import type { Moving } from './moving.ts';
import type { Edit } from './text-changes.ts';

/**
 * How an audit moves. One that is complete, or of an earlier year, keeps its words and notes the edition it was made
 * against; a draft of the year that counts goes on in those of the next, so that what is new can be judged too. It keeps
 * its words all the same where that would lose a judgement: with strands that are joined or end.
 */
export function moveAudit(moving: Moving, year: SchoolYear, element: string, audit: AuditFile): readonly Edit[] {
  const edition = audit.edition ?? moving.from;
  const moves = moving.movesFrom(edition);
  if (edition === moving.to || moves === null) return [];
  const isOpen = year === moving.year && (audit.status === 'draft' || moving.reopens);
  const strands = Object.values(audit.judgements ?? {}).flatMap((judgement) => Object.keys(judgement.strands ?? {}));
  if (!isOpen || !isWhole(moves, strands) || !keepsIds(moves, element, audit)) return remembers(audit.edition, edition);
  const known = { state: 'known', file: '', value: audit } as const;
  const carried = moves.way.reduce<ReadonlyMap<string, Known<AuditFile>>>(
    (audits, mapping) => carryAudits(audits, mapping, moving.programme),
    new Map([[element, known]]),
  );
  const after = carried.get(element);
  const judgements = after?.state === 'known' ? (after.value.judgements ?? {}) : {};
  const parts = Object.entries(judgements)
    .filter(([statement, judgement]) => !isSame(audit.judgements?.[statement], judgement))
    .map(([statement, judgement]): Part => ({ path: ['judgements', statement], value: judgement as unknown as Plain }));
  const reopened: readonly Part[] =
    audit.status === 'complete' ? [{ path: ['status'], value: 'draft' }, { path: ['completed'] }] : [];
  const all = [...parts, ...reopened, ...(audit.edition === undefined ? [] : [{ path: ['edition'] }])];
  return all.length === 0 ? [] : [{ parts: all }];
}

/** How a grid moves: as an audit does. */
export function moveGrid(moving: Moving, year: SchoolYear, edition: string, grid: GridFile): readonly Edit[] {
  const moves = moving.movesFrom(edition);
  if (edition === moving.to || moves === null) return [];
  const rows = Object.entries(grid.cells ?? {});
  const strands = rows.flatMap(([, row]) => Object.keys(row));
  const isOpen = year === moving.year && (grid.completed === undefined || moving.reopens);
  const keeps = rows.every(([element]) => isSame(moves.elements(element), [element]));
  if (!isOpen || !keeps || !isWhole(moves, strands)) return remembers(grid.edition, edition);
  const after = moves.way.reduce((so, mapping) => carryGrid(so, mapping, moving.programme), grid);
  return [
    // A cell keeps its place and its comments under its new name; what is split gets a cell each.
    ...rows.flatMap(([element, row]) =>
      Object.keys(row).flatMap((strand): readonly Edit[] => {
        const to = moves.renamed(strand);
        return to === null || to === strand
          ? []
          : [{ text: (source) => renameKey(source, ['cells', element, strand], to) ?? source.text }];
      }),
    ),
    {
      parts: [
        ...rows.map(
          ([element]): Part => ({ path: ['cells', element], value: (after.cells?.[element] ?? {}) as Plain }),
        ),
        ...(grid.completed === undefined ? [] : [{ path: ['completed'] }]),
        // Its audits may be of the edition before, so that it says its own.
        { path: ['edition'], value: moving.to },
      ],
    },
  ];
}

/** Whether nothing of these strands would be lost in the words of the next edition. */
function isWhole(moves: Moves, strands: readonly string[]): boolean {
  const known = [...new Set([...strands, ...(moves.way[0]?.strands.becomes.keys() ?? [])])];
  return known.every((strand) => {
    const to = moves.strands(strand);
    return (
      to.length > 0 && !known.some((other) => other !== strand && moves.strands(other).some((id) => to.includes(id)))
    );
  });
}

function keepsIds(moves: Moves, element: string, { judgements = {} }: AuditFile): boolean {
  return (
    isSame(moves.elements(element), [element]) &&
    moves.way.every(
      (mapping) =>
        (mapping.elements.comesFrom.get(element)?.length ?? 1) === 1 &&
        Object.keys(judgements).every((statement) => isSame(statementBecomes(mapping, statement), [statement])),
    )
  );
}

function remembers(edition: string | undefined, from: string): readonly Edit[] {
  return edition === undefined ? [{ parts: [{ path: ['edition'], value: from }] }] : [];
}
