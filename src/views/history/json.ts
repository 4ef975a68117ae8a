import type { Rolled } from '../../facts/history.ts';
import type { HistoryView, Moment } from '../history.ts';

/** A history as JSON: schemas/output/history.json. */
export function historyJson({ by, today, strand, moments, notes }: HistoryView): unknown {
  return {
    format: 1,
    by,
    today,
    strand,
    points: moments.map(pointJson),
    notes: notes.map(({ kind, message }) => ({ kind, message })),
  };
}

function pointJson({ label, commit, on, dated, isDoubtful, folder, programme, standing, faults }: Moment): unknown {
  return {
    label,
    commit,
    on,
    dated,
    dateTrusted: !isDoubtful,
    folder,
    programme: programme?.id ?? null,
    year: standing?.year ?? null,
    overall: rolledJson(standing?.overall),
    strands: (standing?.strands ?? []).map(({ strand, grid, badge, actions, audit }) => ({
      strand,
      grid: rolledJson(grid),
      badge,
      actions,
      audit,
    })),
    badges:
      standing === null || standing.held === null ? null : { held: standing.held, of: programme?.strands.size ?? 0 },
    actions: standing?.actions ?? null,
    audit: standing?.audit ?? null,
    faults,
  };
}

function rolledJson(rolled: Rolled | null | undefined): Rolled | null {
  if (!rolled) return null;
  const { rating, complete, provisional } = rolled;
  return { rating, complete, provisional };
}
