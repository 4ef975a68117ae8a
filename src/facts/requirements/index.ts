import type { Requirement } from '../../model/files.generated.ts';
import { auditComplete } from './audit-complete.ts';
import { auditCurrent } from './audit-current.ts';
import { evidenceLive } from './evidence-live.ts';
import { goalsAchieved } from './goals-achieved.ts';
import { gridComplete } from './grid-complete.ts';
import { impactShown } from './impact-shown.ts';
import { planLinked } from './plan-linked.ts';
import { referenceGroup } from './reference-group.ts';
import type { RequirementKind } from './requirement.ts';
import { summaryComplete } from './summary-complete.ts';
import { summarySigned } from './summary-signed.ts';

/** Every requirement kind of the programme schema: one that is missing here does not compile. */
export const REQUIREMENTS: {
  readonly [kind in Requirement['kind']]: RequirementKind;
} = {
  'reference-group': referenceGroup,
  'audit-complete': auditComplete,
  'audit-current': auditCurrent,
  'grid-complete': gridComplete,
  'plan-linked': planLinked,
  'goals-achieved': goalsAchieved,
  'impact-shown': impactShown,
  'evidence-live': evidenceLive,
  'summary-complete': summaryComplete,
  'summary-signed': summarySigned,
};
