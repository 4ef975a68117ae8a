import type { IsoDate } from '../../model/calendar.ts';
import type { Finding } from '../../model/diagnostic.ts';
import type { CalendarFile } from '../../model/files.generated.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import type { Rule } from '../../rules/rule.ts';
import { yearOn } from '../../workspace/select.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/**
 * What rules find in a calendar as it would become that they don't find in it as it is, as a refusal; null for nothing.
 * @param rules each with what to do instead, as the command was not run yet
 */
export function objection(
  workspace: Workspace,
  calendar: CalendarFile,
  on: IsoDate,
  rules: readonly (readonly [rule: Rule, remedy: string])[],
): Outcome | null {
  const { file } = workspace.calendar;
  const changed: Workspace = { ...workspace, calendar: { state: 'known', file, value: calendar } };
  for (const [rule, remedy] of rules) {
    const [found] = newFindings(rule, workspace, changed, on);
    if (found !== undefined) return unusable(found.message, remedy);
  }
  return null;
}

/** What a rule finds in a workspace as it would become that it does not find in it as it is. */
export function newFindings(rule: Rule, workspace: Workspace, changed: Workspace, on: IsoDate): readonly Finding[] {
  const year = yearOn(workspace, on);
  const findings = (each: Workspace): readonly Finding[] => [...(rule.check?.({ workspace: each, on, year }) ?? [])];
  const before = new Set(findings(workspace).map(keyOf));
  return findings(changed).filter((finding) => !before.has(keyOf(finding)));
}

function keyOf({ message, place }: Finding): string {
  return `${place.path.join('/')} ${message}`;
}
