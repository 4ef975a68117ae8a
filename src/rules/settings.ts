import type { Requirement } from '../model/files.generated.ts';
import type { Programme } from '../model/programme.ts';

/** The programme's settings of a requirement, or undefined where it does not ask for it: its rules are then silent. */
export function settingsOf(programme: Programme, kind: Requirement['kind']): Requirement | undefined {
  return programme.file.requirements.find((requirement) => requirement.kind === kind);
}
