import type { Plain } from '../../model/edit.ts';
import type { Step } from '../../model/place.ts';
import { isSame } from '../../source/edit-data.ts';
import { valueAt } from '../../source/schema-path.ts';
import { validate } from '../../source/validate.ts';
import { roleOf } from '../layout.ts';
import type { Workspace } from '../workspace.ts';
import { short } from './plain.ts';
import type { Cell, Fault } from './rows.ts';

/** A value that a sheet would put into a file, and what stands there now. */
export interface Setting {
  readonly file: string;
  readonly path: readonly Step[];
  readonly value: Plain;
  readonly before: unknown;
}

/** What a sheet comes to. */
export interface Reading {
  /** What would change, file by file in the order of the sheet. */
  readonly settings: readonly Setting[];
  /** How many values the files hold already. */
  readonly same: number;
  readonly faults: readonly Fault[];
  /** Files that the sheet has something for and that have a fault of their own. */
  readonly unreadable: readonly string[];
}

/** Takes what the rows of a sheet say, and holds it against the workspace and against what other rows said. */
export interface Gathering {
  readonly set: (file: string, path: readonly Step[], value: Plain, cell: Cell) => void;
  readonly fault: (cell: { readonly row: number; readonly column: number | null }, message: string) => void;
  /** The value in a file now. */
  readonly now: (file: string, ...path: readonly Step[]) => unknown;
  readonly reading: () => Reading;
}

/** Begins to gather. @param faults that the sheet has already */
export function gathering({ sources }: Workspace, faults: readonly Fault[]): Gathering {
  const said = new Map<string, Setting & { readonly cell: Cell }>();
  const found = [...faults];
  const unreadable = new Map<string, boolean>();
  const isUnreadable = (file: string): boolean => {
    const source = sources.get(file);
    const kind = roleOf(file)?.kind;
    return source !== undefined && kind !== undefined && validate(kind, source).known.state !== 'known';
  };
  const now: Gathering['now'] = (file, ...path) => valueAt(sources.get(file)?.data, path);
  const fault: Gathering['fault'] = ({ row, column }, message) => void found.push({ row, column, message });
  return {
    now,
    fault,
    set: (file, path, written, cell) => {
      const value = lineEnds(written) as Plain;
      const key = JSON.stringify([file, path]);
      const first = said.get(key);
      if (first !== undefined) {
        if (!isSame(first.value, value))
          fault(cell, `row ${first.cell.row + 1} says otherwise of the same thing: “${short(first.cell.text)}”.`);
        return;
      }
      if (!unreadable.has(file)) unreadable.set(file, isUnreadable(file));
      said.set(key, { file, path, value, before: now(file, ...path), cell });
    },
    reading: () => {
      const all = [...said.values()].map(({ cell: _, ...setting }) => setting);
      const settings = all.filter(({ before, value }) => !isSame(lineEnds(before), value));
      return {
        settings,
        same: all.length - settings.length,
        faults: found.sort((a, b) => a.row - b.row || (a.column ?? 0) - (b.column ?? 0)),
        unreadable: [...unreadable].flatMap(([file, is]) => (is ? [file] : [])),
      };
    },
  };
}

/** A value with the line ends that YAML has: spreadsheet programs write them otherwise. */
function lineEnds(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\r\n?/g, '\n');
  if (Array.isArray(value)) return value.map(lineEnds);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, lineEnds(child)]));
}
