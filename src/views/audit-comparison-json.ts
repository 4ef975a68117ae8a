import type { AuditComparison, Moved, MovedCells } from '../facts/audit-comparison.ts';
import type { RollUp } from '../facts/rollup.ts';

/** What moved between two years' audits as JSON: schemas/output/audit-compare.json. */
export function comparisonJson(comparison: AuditComparison): unknown {
  const { before, after, cells, strands, elements, overall, statements, remarks } = comparison;
  return {
    format: 1,
    before,
    after,
    overall: cellsJson(overall),
    strands: strands.map(({ strand, ...roll }) => ({ strand: strand.id, ...cellsJson(roll) })),
    elements: elements.map(({ element, ...roll }) => ({ element: element.id, ...cellsJson(roll) })),
    cells: cells.map(({ element, strand, ...moved }) => ({
      element: element.id,
      strand: strand.id,
      ...movedJson(moved),
    })),
    statements: statements.map(({ element, statement, strands: moved, because }) => ({
      element: element.id,
      statement: statement.id,
      strands: moved.map(({ strand, ...rest }) => ({ strand: strand.id, ...rest })),
      because,
    })),
    remarks,
  };
}

function cellsJson({ counts, ...moved }: MovedCells) {
  return { ...movedJson(moved), counts };
}

function movedJson({ move, before, after }: Moved) {
  return { move, before: rollUpJson(before), after: rollUpJson(after) };
}

function rollUpJson({ rating, provisional }: RollUp) {
  return { rating, provisional };
}
