import { auditCompleteButUnjudged } from './audit/complete-but-unjudged.ts';
import { auditCompleteWithoutDate } from './audit/complete-without-date.ts';
import { auditCompletedInFuture } from './audit/completed-in-future.ts';
import { auditDateWithoutComplete } from './audit/date-without-complete.ts';
import { auditElementMismatch } from './audit/element-mismatch.ts';
import { auditNotApplicableWithoutReason } from './audit/not-applicable-without-reason.ts';
import { auditNotComplete } from './audit/not-complete.ts';
import { auditOutdated } from './audit/outdated.ts';
import { auditOutsideYear } from './audit/outside-year.ts';
import { auditRatingWithoutReason } from './audit/rating-without-reason.ts';
import { auditUnknownElement } from './audit/unknown-element.ts';
import { auditUnknownEvidence } from './audit/unknown-evidence.ts';
import { auditUnknownRating } from './audit/unknown-rating.ts';
import { auditUnknownStatement } from './audit/unknown-statement.ts';
import { auditUnknownStrand } from './audit/unknown-strand.ts';
import { awardsBeforeSummary } from './awards/before-summary.ts';
import { awardsDecidedAtAdvisory } from './awards/decided-at-advisory.ts';
import { awardsInFuture } from './awards/in-future.ts';
import { awardsOutOfOrder } from './awards/out-of-order.ts';
import { awardsReasonWithoutDecision } from './awards/reason-without-decision.ts';
import { awardsTooManyStrands } from './awards/too-many-strands.ts';
import { awardsUnknownStrand } from './awards/unknown-strand.ts';
import { calendarAuditNotSent } from './calendar/audit-not-sent.ts';
import { calendarAuditSentAfterVisit } from './calendar/audit-sent-after-visit.ts';
import { calendarTooManyAtMeeting } from './calendar/too-many-at-meeting.ts';
import { calendarTooManyStrands } from './calendar/too-many-strands.ts';
import { calendarTooManyVisits } from './calendar/too-many-visits.ts';
import { calendarUnknownStrand } from './calendar/unknown-strand.ts';
import { calendarVisitWithoutSummary } from './calendar/visit-without-summary.ts';
import { evidenceConsentMissing } from './evidence/consent-missing.ts';
import { evidenceDatedInFuture } from './evidence/dated-in-future.ts';
import { evidenceFileChanged } from './evidence/file-changed.ts';
import { evidenceFileMissing } from './evidence/file-missing.ts';
import { evidenceFileOutside } from './evidence/file-outside.ts';
import { evidenceFileUnlisted } from './evidence/file-unlisted.ts';
import { evidenceNoFingerprint } from './evidence/no-fingerprint.ts';
import { evidenceNothingHeld } from './evidence/nothing-held.ts';
import { evidenceTooLarge } from './evidence/too-large.ts';
import { evidenceTooOld } from './evidence/too-old.ts';
import { evidenceUnknownElement } from './evidence/unknown-element.ts';
import { evidenceUnknownStrand } from './evidence/unknown-strand.ts';
import { evidenceUnused } from './evidence/unused.ts';
import { fileNotText } from './file/not-text.ts';
import { fileTooLarge } from './file/too-large.ts';
import { fileUnexpected } from './file/unexpected.ts';
import { fileUnreadable } from './file/unreadable.ts';
import { gridBeforeAudit } from './grid/before-audit.ts';
import { gridCellMissing } from './grid/cell-missing.ts';
import { gridDiffersUnexplained } from './grid/differs-unexplained.ts';
import { gridNotApplicableWithoutReason } from './grid/not-applicable-without-reason.ts';
import { gridNotComplete } from './grid/not-complete.ts';
import { gridStuckAtWorst } from './grid/stuck-at-worst.ts';
import { gridUnknownElement } from './grid/unknown-element.ts';
import { gridUnknownRating } from './grid/unknown-rating.ts';
import { gridUnknownStrand } from './grid/unknown-strand.ts';
import { gridYearMismatch } from './grid/year-mismatch.ts';
import { planCellUncovered } from './plan/cell-uncovered.ts';
import { planCompleteWithoutOutcome } from './plan/complete-without-outcome.ts';
import { planCompletedBeforeStart } from './plan/completed-before-start.ts';
import { planCompletedInFuture } from './plan/completed-in-future.ts';
import { planDueBeforeStart } from './plan/due-before-start.ts';
import { planNoDueDate } from './plan/no-due-date.ts';
import { planNoLead } from './plan/no-lead.ts';
import { planNoStrand } from './plan/no-strand.ts';
import { planNotLinked } from './plan/not-linked.ts';
import { planOutcomeWithoutBaseline } from './plan/outcome-without-baseline.ts';
import { planOverdue } from './plan/overdue.ts';
import { planStoppedWithoutReason } from './plan/stopped-without-reason.ts';
import { planUnknownElement } from './plan/unknown-element.ts';
import { planUnknownEvidence } from './plan/unknown-evidence.ts';
import { planUnknownRecommendation } from './plan/unknown-recommendation.ts';
import { planUnknownStrand } from './plan/unknown-strand.ts';
import { privacyContact } from './privacy/contact.ts';
import { privacyDateOfBirth } from './privacy/date-of-birth.ts';
import { privacyOnlyPupil } from './privacy/only-pupil.ts';
import { privacySmallNumber } from './privacy/small-number.ts';
import { privacyUpn } from './privacy/upn.ts';
import { programmeDigestDiffers } from './programme/digest-differs.ts';
import { programmeMappingUnsound } from './programme/mapping-unsound.ts';
import { programmeUnsound } from './programme/unsound.ts';
import { referenceGroupAdvisedGroupMissing } from './reference-group/advised-group-missing.ts';
import { referenceGroupMissingGroup } from './reference-group/missing-group.ts';
import { referenceGroupNoMeeting } from './reference-group/no-meeting.ts';
import { referenceGroupUnknownGroup } from './reference-group/unknown-group.ts';
import type { Rule } from './rule.ts';
import { schemaBadDate } from './schema/bad-date.ts';
import { schemaMissingKey } from './schema/missing-key.ts';
import { schemaUnknownKey } from './schema/unknown-key.ts';
import { schemaWrongType } from './schema/wrong-type.ts';
import { schemaWrongValue } from './schema/wrong-value.ts';
import { summaryActionOfOtherStrand } from './summary/action-of-other-strand.ts';
import { summaryClaimEvidenceDead } from './summary/claim-evidence-dead.ts';
import { summaryClaimWithoutEvidence } from './summary/claim-without-evidence.ts';
import { summarySectionMissing } from './summary/section-missing.ts';
import { summarySignedAsDraft } from './summary/signed-as-draft.ts';
import { summaryStrandMismatch } from './summary/strand-mismatch.ts';
import { summaryTooLong } from './summary/too-long.ts';
import { summaryUnknownAction } from './summary/unknown-action.ts';
import { summaryUnknownEvidence } from './summary/unknown-evidence.ts';
import { summaryUnknownStrand } from './summary/unknown-strand.ts';
import { summaryUnsigned } from './summary/unsigned.ts';
import { suppressionExpired } from './suppression/expired.ts';
import { suppressionNoReason } from './suppression/no-reason.ts';
import { suppressionNotAllowed } from './suppression/not-allowed.ts';
import { suppressionUnknownRule } from './suppression/unknown-rule.ts';
import { suppressionUnused } from './suppression/unused.ts';
import { workspaceSameThingTwice } from './workspace/same-thing-twice.ts';
import { workspaceUnknownFile } from './workspace/unknown-file.ts';
import { workspaceUnknownProgramme } from './workspace/unknown-programme.ts';
import { yamlAnchor } from './yaml/anchor.ts';
import { yamlBooleanWord } from './yaml/boolean-word.ts';
import { yamlConflict } from './yaml/conflict.ts';
import { yamlDuplicateKey } from './yaml/duplicate-key.ts';
import { yamlEmpty } from './yaml/empty.ts';
import { yamlMergeKey } from './yaml/merge-key.ts';
import { yamlOctalNumber } from './yaml/octal-number.ts';
import { yamlSyntax } from './yaml/syntax.ts';
import { yamlTab } from './yaml/tab.ts';

/** Every rule, by group. This is the only place where a rule is registered. */
export const RULES: readonly Rule[] = [
  fileUnreadable,
  fileNotText,
  fileTooLarge,
  fileUnexpected,
  workspaceUnknownProgramme,
  workspaceSameThingTwice,
  workspaceUnknownFile,
  programmeUnsound,
  programmeMappingUnsound,
  programmeDigestDiffers,
  yamlSyntax,
  yamlConflict,
  yamlDuplicateKey,
  yamlEmpty,
  yamlTab,
  yamlMergeKey,
  yamlAnchor,
  yamlOctalNumber,
  yamlBooleanWord,
  schemaUnknownKey,
  schemaMissingKey,
  schemaWrongType,
  schemaWrongValue,
  schemaBadDate,
  referenceGroupMissingGroup,
  referenceGroupUnknownGroup,
  referenceGroupAdvisedGroupMissing,
  referenceGroupNoMeeting,
  auditElementMismatch,
  auditUnknownElement,
  auditUnknownStatement,
  auditUnknownStrand,
  auditUnknownRating,
  auditUnknownEvidence,
  auditNotApplicableWithoutReason,
  auditRatingWithoutReason,
  auditCompleteButUnjudged,
  auditCompleteWithoutDate,
  auditDateWithoutComplete,
  auditNotComplete,
  auditOutdated,
  auditCompletedInFuture,
  auditOutsideYear,
  gridYearMismatch,
  gridUnknownElement,
  gridUnknownStrand,
  gridUnknownRating,
  gridNotApplicableWithoutReason,
  gridCellMissing,
  gridNotComplete,
  gridDiffersUnexplained,
  gridBeforeAudit,
  gridStuckAtWorst,
  planUnknownStrand,
  planNoStrand,
  planUnknownElement,
  planUnknownEvidence,
  planUnknownRecommendation,
  planNotLinked,
  planNoLead,
  planNoDueDate,
  planDueBeforeStart,
  planCompletedBeforeStart,
  planCompletedInFuture,
  planOverdue,
  planCompleteWithoutOutcome,
  planOutcomeWithoutBaseline,
  planStoppedWithoutReason,
  planCellUncovered,
  evidenceUnknownStrand,
  evidenceUnknownElement,
  evidenceNothingHeld,
  evidenceFileMissing,
  evidenceFileOutside,
  evidenceFileChanged,
  evidenceNoFingerprint,
  evidenceConsentMissing,
  evidenceUnused,
  evidenceFileUnlisted,
  evidenceDatedInFuture,
  evidenceTooOld,
  evidenceTooLarge,
  summaryStrandMismatch,
  summaryUnknownStrand,
  summaryUnknownAction,
  summaryUnknownEvidence,
  summaryActionOfOtherStrand,
  summaryClaimWithoutEvidence,
  summaryClaimEvidenceDead,
  summaryUnsigned,
  summarySectionMissing,
  summaryTooLong,
  summarySignedAsDraft,
  awardsUnknownStrand,
  awardsReasonWithoutDecision,
  awardsDecidedAtAdvisory,
  awardsInFuture,
  awardsBeforeSummary,
  awardsTooManyStrands,
  awardsOutOfOrder,
  calendarUnknownStrand,
  calendarTooManyAtMeeting,
  calendarAuditNotSent,
  calendarAuditSentAfterVisit,
  calendarVisitWithoutSummary,
  calendarTooManyVisits,
  calendarTooManyStrands,
  privacyUpn,
  privacyDateOfBirth,
  privacyContact,
  privacyOnlyPupil,
  privacySmallNumber,
  suppressionUnknownRule,
  suppressionNotAllowed,
  suppressionNoReason,
  suppressionExpired,
  suppressionUnused,
];

/** Those that can be asked of a submission, which leaves out what its claims do not rest on. */
export const SUBMISSION_RULES: readonly Rule[] = RULES.filter(({ needsWhole }) => needsWhole !== true);
