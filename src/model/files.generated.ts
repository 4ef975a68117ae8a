// Generated from schemas/*.json by `npm run generate`. Do not edit.

/**
 * A rating, or an object with a rating and the reason for it.
 */
export type Cell =
  | string
  | {
      /**
       * A step of the programme's scale, or its word for not applicable.
       */
      readonly rating: string;
      /**
       * The reason, needed where the rating differs from what the audit suggests.
       */
      readonly because?: string;
    };

export interface Files {
  readonly WorkspaceFile?: WorkspaceFile;
  readonly ReferenceGroupFile?: ReferenceGroupFile;
  readonly AuditFile?: AuditFile;
  readonly GridFile?: GridFile;
  readonly ActionFile?: ActionFile;
  readonly EvidenceFile?: EvidenceFile;
  readonly SummaryFile?: SummaryFile;
  readonly AwardsFile?: AwardsFile;
  readonly CalendarFile?: CalendarFile;
  readonly ProgrammeFile?: ProgrammeFile;
  readonly MappingFile?: MappingFile;
  readonly AnswersFile?: AnswersFile;
  readonly SubmissionFile?: SubmissionFile;
  readonly ResponseFile?: ResponseFile;
}
/**
 * lem.yaml: the school, its co-ordinators and the programme edition it works to.
 */
export interface WorkspaceFile {
  /**
   * The version of the workspace's file format. Always 1 for now.
   */
  readonly format: 1;
  /**
   * The id of a programme edition: one that comes with lem, or that of programme.yaml in this workspace.
   */
  readonly programme: string;
  /**
   * The fingerprint of programme.yaml as it was taken over, so that a change to it does not go unseen.
   */
  readonly programmeDigest?: string;
  readonly school: School;
  /**
   * The staff who co-ordinate the work and can be reached about it.
   */
  readonly coordinators?: readonly CoOrdinator[];
}
/**
 * The school whose workspace this is.
 */
export interface School {
  /**
   * The school's name, as it should stand on its Accreditation Summaries.
   */
  readonly name: string;
  /**
   * The unique reference number: six digits, in quotes because it is a name and not an amount.
   */
  readonly urn?: string;
  /**
   * URNs the school had before, for example before it became an academy.
   *
   * Items: Six digits in quotes.
   */
  readonly previousUrns?: readonly string[];
  /**
   * The LAESTAB or DfE number: seven digits in quotes.
   */
  readonly dfeNumber?: string;
  /**
   * The phase of education.
   */
  readonly phase?:
    'nursery' | 'primary' | 'middle' | 'secondary' | 'all-through' | 'special' | 'alternative-provision' | 'post-16';
  /**
   * The school's logo for its documents: a PNG or JPEG file in the workspace, by its path from lem.yaml.
   */
  readonly logo?: string;
  /**
   * The local authority whose Equality team accredits the school.
   */
  readonly localAuthority?: string;
}
/**
 * One co-ordinator.
 */
export interface CoOrdinator {
  /**
   * The co-ordinator's name.
   */
  readonly name: string;
  /**
   * Their role in the school.
   */
  readonly role?: string;
  /**
   * A work address, such as the school office's.
   */
  readonly email?: string;
}
/**
 * reference-group.yaml: step 1, who belongs to the Equality Reference Group and when it met.
 */
export interface ReferenceGroupFile {
  /**
   * The day the group was set up.
   */
  readonly established?: string;
  /**
   * How often the group has agreed to meet, in its own words.
   */
  readonly meets?: string;
  /**
   * The members of the group. Staff, governors and parents by name or role; pupils by role only.
   */
  readonly members: readonly Member[];
  /**
   * Meetings the group has held.
   */
  readonly meetings?: readonly Meeting[];
}
/**
 * One member of the group.
 */
export interface Member {
  /**
   * A name, or for pupils a role such as School council.
   */
  readonly name: string;
  /**
   * What they do in the school or its community.
   */
  readonly role?: string;
  /**
   * The group they speak for: one of the programme's reference-group ids.
   */
  readonly represents: string;
}
/**
 * One meeting.
 */
export interface Meeting {
  /**
   * A calendar date, year first, such as 2026-10-12. No time and no zone.
   */
  readonly date: string;
  /**
   * Names or roles of adults.
   *
   * Items: A name or a role, as the school writes it. Never a pupil's name.
   */
  readonly attended?: readonly string[];
  /**
   * Text of any length in Markdown: paragraphs, lists, emphasis and links; no raw HTML.
   */
  readonly notes?: string;
}
/**
 * audit/<year>/<element>.yaml: step 2, the judgements on one element's statements in one school year.
 */
export interface AuditFile {
  /**
   * The id of one of the programme's audit elements, such as learning-and-teaching.
   */
  readonly element: string;
  /**
   * The programme edition the audit was made against, when it is not the workspace's present one.
   */
  readonly edition?: string;
  /**
   * draft while the team is still judging, complete once every statement is judged and agreed.
   */
  readonly status: 'draft' | 'complete';
  /**
   * The day the team agreed the audit of this element.
   */
  readonly completed?: string;
  /**
   * Who judged, by role.
   *
   * Items: A name or a role, as the school writes it. Never a pupil's name.
   */
  readonly assessors?: readonly string[];
  /**
   * What the team judged, by statement id.
   */
  readonly judgements?: {
    readonly [k: string]: Judgement;
  };
}
/**
 * The judgement on one statement.
 */
export interface Judgement {
  /**
   * A step of the programme's scale, or its word for not applicable.
   */
  readonly rating?: string;
  /**
   * The rating of each strand for which it differs from the rating above.
   */
  readonly strands?: {
    /**
     * A step of the programme's scale, or its word for not applicable.
     */
    readonly [k: string]: string;
  };
  /**
   * The reason for the judgement: what was seen, heard or read. Needed for not applicable.
   */
  readonly because?: string;
  /**
   * Ids of evidence items, each once.
   *
   * Items: The id of an evidence item: the name of its folder in evidence/.
   */
  readonly evidence?: readonly string[];
  /**
   * Judgements of members of the team who did not agree.
   */
  readonly dissent?: readonly DissentingJudgement[];
}
/**
 * One dissenting judgement.
 */
export interface DissentingJudgement {
  /**
   * A name or a role, as the school writes it. Never a pupil's name.
   */
  readonly who: string;
  /**
   * A step of the programme's scale, or its word for not applicable.
   */
  readonly rating: string;
  /**
   * Their reason.
   */
  readonly because?: string;
}
/**
 * grid/<year>.yaml: step 3, the Equality Summary Grid: one rating for each element and strand.
 */
export interface GridFile {
  /**
   * A school year, such as 2026-27. 2026/27 and 2026-2027 are read too.
   */
  readonly year: string;
  /**
   * The programme edition the grid was made against, when it is not the workspace's present one.
   */
  readonly edition?: string;
  /**
   * The day the grid was agreed. It is completed after the audit.
   */
  readonly completed?: string;
  /**
   * The ratings by element, then by strand.
   */
  readonly cells?: {
    /**
     * The cells of one element, by strand.
     */
    readonly [k: string]: {
      readonly [k: string]: Cell;
    };
  };
}
/**
 * plan/<action>.yaml: steps 4 and 5, one action of the Equality Action Plan.
 */
export interface ActionFile {
  /**
   * What will be done, in a line.
   */
  readonly title: string;
  /**
   * The strands that this concerns, each once.
   *
   * Items: The id of one of the programme's strands, such as disability.
   */
  readonly strands: readonly string[];
  /**
   * The audit elements that this concerns, each once.
   *
   * Items: The id of one of the programme's audit elements, such as learning-and-teaching.
   */
  readonly elements?: readonly string[];
  /**
   * The priority of the School Improvement Plan that the action serves.
   */
  readonly improvementPlan?: string;
  /**
   * What the Equality team recommended and the action takes up, each as it stands in awards.yaml; lem plan suggest then no longer offers it.
   *
   * Items: The text of a recommendation in awards.yaml.
   */
  readonly recommendations?: readonly string[];
  /**
   * Who answers for the action, by role or name.
   */
  readonly lead?: string;
  /**
   * The day work begins.
   */
  readonly start?: string;
  /**
   * The day it should be done by.
   */
  readonly due?: string;
  /**
   * planned, in-progress, complete, or stopped (with the reason in outcome).
   */
  readonly status: 'planned' | 'in-progress' | 'complete' | 'stopped';
  /**
   * Money or time set aside.
   */
  readonly resources?: string;
  /**
   * The starting point, recorded before work began.
   */
  readonly baseline?: string;
  /**
   * How the school will know that it worked.
   */
  readonly success?: string;
  /**
   * What changed, against the baseline. Needed once complete.
   */
  readonly outcome?: string;
  /**
   * What difference it made to people. Needed once complete.
   */
  readonly impact?: string;
  /**
   * Ids of evidence items, each once.
   *
   * Items: The id of an evidence item: the name of its folder in evidence/.
   */
  readonly evidence?: readonly string[];
  /**
   * The day it was done.
   */
  readonly completed?: string;
}
/**
 * evidence/<item>/evidence.yaml: what an evidence item is; its files lie beside it, or a pointer says who holds them.
 */
export interface EvidenceFile {
  /**
   * What the item is, in a line.
   */
  readonly title: string;
  /**
   * What kind of evidence it is.
   */
  readonly kind: 'document' | 'photo' | 'data' | 'pupil-voice' | 'staff-voice' | 'parent-voice' | 'observation' | 'link';
  /**
   * When the thing happened, not when it was filed.
   */
  readonly date: string;
  /**
   * The strands that this concerns, each once.
   *
   * Items: The id of one of the programme's strands, such as disability.
   */
  readonly strands?: readonly string[];
  /**
   * The audit elements that this concerns, each once.
   *
   * Items: The id of one of the programme's audit elements, such as learning-and-teaching.
   */
  readonly elements?: readonly string[];
  /**
   * The item's files, relative to its folder and never outside it.
   */
  readonly files?: readonly File[];
  /**
   * Who keeps the item and where, for what must not be committed; otherwise null.
   */
  readonly holder?: string | null;
  /**
   * The address of something that is public elsewhere; otherwise null.
   */
  readonly link?: string | null;
  /**
   * Whether consent of the people shown or quoted is needed and held.
   */
  readonly consent?: 'not-needed' | 'held' | 'missing';
  readonly reviewed?: Reviewed;
}
/**
 * One file and its fingerprint.
 */
export interface File {
  /**
   * The file's path within the item's folder, with / between folders.
   */
  readonly path: string;
  /**
   * The file's fingerprint when it was last reviewed: 64 hexadecimal digits.
   */
  readonly sha256?: string;
}
/**
 * Who last read the item through, and when.
 */
export interface Reviewed {
  /**
   * A name or a role, as the school writes it. Never a pupil's name.
   */
  readonly by: string;
  /**
   * A calendar date, year first, such as 2026-10-12. No time and no zone.
   */
  readonly on: string;
}
/**
 * accreditation/<year>/<strand>.yaml: step 6, what was done for one strand and what came of it, for the Equality team to verify at a visit.
 */
export interface SummaryFile {
  /**
   * The id of one of the programme's strands, such as disability.
   */
  readonly strand: string;
  /**
   * The programme edition the summary was written for, when it is not the workspace's present one.
   */
  readonly edition?: string;
  /**
   * draft while it is being written, final once it is agreed.
   */
  readonly status: 'draft' | 'final';
  /**
   * What the school set out to achieve, and why. Markdown.
   */
  readonly goals?: string;
  /**
   * Ids of the actions the summary reports on.
   *
   * Items: The id of an action: the name of its file in plan/ without .yaml.
   */
  readonly actions?: readonly string[];
  /**
   * What the school claims to have changed, each claim with its evidence.
   */
  readonly outcomes?: readonly Outcome[];
  /**
   * What pupils said, without names. Markdown.
   */
  readonly pupilVoice?: string;
  /**
   * How the change will last. Markdown.
   */
  readonly embedding?: string;
  /**
   * What comes next. Markdown.
   */
  readonly next?: string;
  /**
   * Who signed the summary, and when.
   */
  readonly signed?: readonly Signature[];
}
/**
 * One claim and what shows it.
 */
export interface Outcome {
  /**
   * What changed, in a sentence.
   */
  readonly claim: string;
  /**
   * Ids of evidence items, each once.
   *
   * Items: The id of an evidence item: the name of its folder in evidence/.
   */
  readonly evidence?: readonly string[];
}
/**
 * One signature.
 */
export interface Signature {
  /**
   * A name or a role, as the school writes it. Never a pupil's name.
   */
  readonly by: string;
  /**
   * A calendar date, year first, such as 2026-10-12. No time and no zone.
   */
  readonly on: string;
}
/**
 * awards.yaml: what the Equality team decided at each visit. The only source of badges.
 */
export interface AwardsFile {
  /**
   * Visits that have taken place, with what was decided.
   */
  readonly visits: readonly Visit[];
}
/**
 * One visit.
 */
export interface Visit {
  /**
   * A calendar date, year first, such as 2026-10-12. No time and no zone.
   */
  readonly date: string;
  /**
   * accreditation: strands are decided. advisory: the team advises, nothing is decided.
   */
  readonly kind: 'accreditation' | 'advisory';
  /**
   * The programme edition whose strands the visit decided on, when it is not the workspace's present one.
   */
  readonly edition?: string;
  /**
   * Who visited for the Equality team.
   */
  readonly assessor?: string;
  /**
   * What was decided, by strand.
   */
  readonly decisions?: {
    /**
     * awarded, further-evidence or not-yet; withdrawn takes back an award that was made before.
     */
    readonly [k: string]: 'awarded' | 'further-evidence' | 'not-yet' | 'withdrawn';
  };
  /**
   * Why it was so decided, by strand, in the team's words.
   */
  readonly because?: {
    /**
     * Text of any length in Markdown: paragraphs, lists, emphasis and links; no raw HTML.
     */
    readonly [k: string]: string;
  };
  /**
   * Text of any length in Markdown: paragraphs, lists, emphasis and links; no raw HTML.
   */
  readonly notes?: string;
  /**
   * What the team recommends.
   */
  readonly recommendations?: readonly Recommendation[];
  /**
   * The submissions that were decided on, written by lem award apply: a response is recorded once.
   *
   * Items: What a submission is known by: the SHA-256 of its manifest, as lem submit and lem verify show it.
   */
  readonly submissions?: readonly string[];
}
/**
 * One recommendation.
 */
export interface Recommendation {
  /**
   * The recommendation.
   */
  readonly text: string;
  /**
   * The id of one of the programme's strands, such as disability.
   */
  readonly strand?: string;
}
/**
 * calendar.yaml: fixed events: terms, co-ordinators' meetings and visits booked.
 */
export interface CalendarFile {
  /**
   * The school's terms.
   */
  readonly terms?: readonly Term[];
  /**
   * Co-ordinators' meetings of the programme, past and to come.
   */
  readonly meetings?: readonly CoOrdinatorsMeeting[];
  /**
   * Visits agreed with the Equality team.
   */
  readonly visits?: readonly VisitBooked[];
}
/**
 * One term.
 */
export interface Term {
  /**
   * The term's name.
   */
  readonly name: string;
  /**
   * Its first day.
   */
  readonly from: string;
  /**
   * Its last day.
   */
  readonly to: string;
}
/**
 * One meeting.
 */
export interface CoOrdinatorsMeeting {
  /**
   * A calendar date, year first, such as 2026-10-12. No time and no zone.
   */
  readonly date: string;
  /**
   * Names or roles of adults.
   *
   * Items: A name or a role, as the school writes it. Never a pupil's name.
   */
  readonly attended?: readonly string[];
}
/**
 * One visit.
 */
export interface VisitBooked {
  /**
   * A calendar date, year first, such as 2026-10-12. No time and no zone.
   */
  readonly date: string;
  /**
   * accreditation: strands are decided. advisory: the team advises, nothing is decided.
   */
  readonly kind: 'accreditation' | 'advisory';
  /**
   * The strands that this concerns, each once.
   *
   * Items: The id of one of the programme's strands, such as disability.
   */
  readonly strands?: readonly string[];
  /**
   * The day the up-to-date audit went to the Equality team.
   */
  readonly auditSent?: string;
}
/**
 * A programme edition as data: its strands, elements, scale and rules. Nothing of this stands in code.
 */
export interface ProgrammeFile {
  /**
   * The version of the file format. Always 1 for now.
   */
  readonly format: 1;
  /**
   * The edition's id, named in lem.yaml and in audits.
   */
  readonly id: string;
  /**
   * The programme's title.
   */
  readonly title: string;
  /**
   * What this edition is and where its wording comes from.
   */
  readonly about?: string;
  /**
   * Who accredits: the name used for the accrediting team.
   */
  readonly team?: string;
  readonly schoolYear: SchoolYear;
  /**
   * The strands, in the order in which they are shown.
   *
   * @minItems 1
   */
  readonly strands: readonly Strand[];
  /**
   * The ratings, worst first.
   *
   * @minItems 2
   */
  readonly scale: readonly Rating[];
  readonly notApplicable: NotApplicable;
  /**
   * median: the middle rating, an even split takes the worse. worst: the worst rating. majority: the rating held most often, ties take the worse.
   */
  readonly rollUp: 'median' | 'worst' | 'majority';
  /**
   * The audit elements, in the order in which they are shown.
   *
   * @minItems 1
   */
  readonly elements: readonly Element[];
  readonly referenceGroup: ReferenceGroup;
  /**
   * What must be met before a badge may be claimed, in the order in which it is shown. The kinds are a closed list.
   *
   * @minItems 1
   */
  readonly requirements: readonly Requirement[];
  readonly mark: Mark;
  readonly visits?: Visits;
  readonly evidence?: Evidence;
  readonly summary?: Summary;
  readonly meetings?: CoOrdinatorsMeetings;
  readonly privacy?: Privacy;
  /**
   * Severities of check rules that this programme sets otherwise, by rule id and level.
   */
  readonly severities?: {
    readonly [k: string]: SeveritiesOfARule;
  };
}
/**
 * When a school year begins.
 */
export interface SchoolYear {
  /**
   * Month and day of its first day, in quotes.
   */
  readonly starts: string;
}
/**
 * One strand and its badge.
 */
export interface Strand {
  /**
   * Lower-case words joined by hyphens, such as adjustment-passports. It is also the file or folder name.
   */
  readonly id: string;
  /**
   * The strand's name.
   */
  readonly title: string;
  /**
   * The name of its badge.
   */
  readonly badge: string;
  /**
   * What the strand covers, in a sentence.
   */
  readonly about?: string;
  /**
   * Other words for it, offered when an unknown strand is met.
   *
   * Items: One other word.
   */
  readonly aliases?: readonly string[];
  /**
   * Whether facts about the strand are special-category personal data.
   */
  readonly specialCategory?: boolean;
}
/**
 * One step of the scale.
 */
export interface Rating {
  /**
   * Lower-case words joined by hyphens, such as adjustment-passports. It is also the file or folder name.
   */
  readonly id: string;
  /**
   * The rating's name.
   */
  readonly title: string;
  /**
   * What stands for it where colour can't be seen: one or two characters, different for each.
   */
  readonly letter: string;
  /**
   * Its colour, as six hexadecimal digits. White or black lettering is chosen by contrast.
   */
  readonly colour: string;
  /**
   * What it says about practice, in a sentence.
   */
  readonly means?: string;
  /**
   * Whether a cell with this rating calls for an open action.
   */
  readonly needsAction?: boolean;
}
/**
 * The word for a statement or cell that does not apply. It always needs a reason and is left out of roll-ups.
 */
export interface NotApplicable {
  /**
   * Lower-case words joined by hyphens, such as adjustment-passports. It is also the file or folder name.
   */
  readonly id: string;
  /**
   * Its name.
   */
  readonly title: string;
  /**
   * What stands for it where colour can't be seen.
   */
  readonly letter: string;
  /**
   * Its colour, as six hexadecimal digits.
   */
  readonly colour: string;
}
/**
 * One element of the audit.
 */
export interface Element {
  /**
   * Lower-case words joined by hyphens, such as adjustment-passports. It is also the file or folder name.
   */
  readonly id: string;
  /**
   * The element's name.
   */
  readonly title: string;
  /**
   * What each rating looks like for this element, by rating id.
   */
  readonly descriptors?: {
    /**
     * What this rating looks like.
     */
    readonly [k: string]: string;
  };
  /**
   * The statements that the audit judges.
   *
   * @minItems 1
   */
  readonly statements: readonly Statement[];
}
/**
 * One statement.
 */
export interface Statement {
  /**
   * The element's id, a dot and a number that never changes.
   */
  readonly id: string;
  /**
   * The statement.
   */
  readonly text: string;
  /**
   * The strands that this concerns, each once.
   *
   * Items: The id of one of the programme's strands, such as disability.
   */
  readonly strands?: readonly string[];
}
/**
 * Whom the reference group brings together (step 1).
 */
export interface ReferenceGroup {
  /**
   * The groups that a member can represent.
   *
   * @minItems 1
   */
  readonly groups: readonly Group[];
  /**
   * Ids of groups that must be represented.
   *
   * Items: Lower-case words joined by hyphens, such as adjustment-passports. It is also the file or folder name.
   */
  readonly mustInclude?: readonly string[];
  /**
   * Ids of groups whose presence is advised.
   *
   * Items: Lower-case words joined by hyphens, such as adjustment-passports. It is also the file or folder name.
   */
  readonly advised?: readonly string[];
}
/**
 * One group.
 */
export interface Group {
  /**
   * Lower-case words joined by hyphens, such as adjustment-passports. It is also the file or folder name.
   */
  readonly id: string;
  /**
   * The group's name.
   */
  readonly title: string;
}
/**
 * One requirement and its settings.
 */
export interface Requirement {
  /**
   * The kind of requirement, which is also its id.
   */
  readonly kind:
    | 'reference-group'
    | 'audit-complete'
    | 'audit-current'
    | 'grid-complete'
    | 'plan-linked'
    | 'goals-achieved'
    | 'impact-shown'
    | 'evidence-live'
    | 'summary-complete'
    | 'summary-signed';
  /**
   * required (the usual): without it no claim. advised: reported, but does not stop a claim.
   */
  readonly severity?: 'required' | 'advised';
  /**
   * An ISO 8601 duration in years, months, weeks or days, such as P3Y for three years.
   */
  readonly within?: string;
  /**
   * How many are needed: completed actions for goals-achieved, signatures for summary-signed, evidence items for each claim for evidence-live.
   */
  readonly atLeast?: number;
  /**
   * The sections that summary-complete wants filled in.
   *
   * Items: A key of the summary file.
   */
  readonly sections?: readonly ('goals' | 'actions' | 'outcomes' | 'pupilVoice' | 'embedding' | 'next')[];
}
/**
 * What makes the Mark.
 */
export interface Mark {
  /**
   * The Mark's name.
   */
  readonly title: string;
  /**
   * How many different badges make the Mark: all, or a number.
   */
  readonly badges?: string | number;
  /**
   * An ISO 8601 duration in years, months, weeks or days, such as P3Y for three years.
   */
  readonly window: string;
  /**
   * Whether the day on which the window ends still counts. inclusive is the usual.
   */
  readonly anniversary?: 'inclusive' | 'exclusive';
  /**
   * An ISO 8601 duration in years, months, weeks or days, such as P3Y for three years.
   */
  readonly validFor?: string;
  /**
   * An ISO 8601 duration in years, months, weeks or days, such as P3Y for three years.
   */
  readonly badgeValidFor?: string;
}
/**
 * Rules for visits.
 */
export interface Visits {
  /**
   * How many visits a school has in a year.
   */
  readonly perYear?: number;
  /**
   * How many strands one visit can decide at most.
   */
  readonly mostStrands?: number;
  /**
   * How long before an accreditation visit the up-to-date audit should be with the team, such as P14D.
   */
  readonly auditBefore?: string;
  /**
   * How long before an accreditation visit the Accreditation Summary of each of its strands should be begun, such as P21D.
   */
  readonly summaryBefore?: string;
}
/**
 * Rules for evidence.
 */
export interface Evidence {
  /**
   * How large a file beside an evidence item may be, in megabytes.
   */
  readonly largestFile?: number;
}
/**
 * Rules for Accreditation Summaries.
 */
export interface Summary {
  /**
   * How long a section of an Accreditation Summary should be at most, in characters.
   */
  readonly longestSection?: number;
}
/**
 * Rules for the programme's co-ordinators' meetings.
 */
export interface CoOrdinatorsMeetings {
  /**
   * How many there are in a term.
   */
  readonly perTerm?: number;
  /**
   * How many people from one school may come.
   */
  readonly mostFromSchool?: number;
}
/**
 * Thresholds for publishing numbers about people.
 */
export interface Privacy {
  /**
   * Counts below this are not published. Never under 5.
   */
  readonly smallNumber?: number;
}
/**
 * The severity at each level; a level left out keeps the rule's own.
 */
export interface SeveritiesOfARule {
  /**
   * Severity at level draft.
   */
  readonly draft?: 'error' | 'warning' | 'info' | 'off';
  /**
   * Severity at level ready.
   */
  readonly ready?: 'error' | 'warning' | 'info' | 'off';
  /**
   * Severity at level submission.
   */
  readonly submission?: 'error' | 'warning' | 'info' | 'off';
}
/**
 * How a school moves from one programme edition to the next: what each strand, element and statement becomes.
 */
export interface MappingFile {
  /**
   * The version of the file format. Always 1 for now.
   */
  readonly format: 1;
  /**
   * The id of the edition that is left.
   */
  readonly from: string;
  /**
   * The id of the edition that is moved to.
   */
  readonly to: string;
  /**
   * Where the mapping comes from.
   */
  readonly about?: string;
  /**
   * Every strand of both editions, once each.
   */
  readonly strands: readonly StrandCarriedOn[];
  /**
   * Elements whose ids differ between the editions; one with the same id stays as it is.
   */
  readonly elements?: readonly ElementCarriedOn[];
  /**
   * Statements whose ids differ; one with the same id, or the same number in a renamed element, stays as it is.
   */
  readonly statements?: readonly StatementCarriedOn[];
}
/**
 * What becomes of a strand: from and to name one each, or one of them several (split or joined). Without from it is new; without to it ends.
 */
export interface StrandCarriedOn {
  /**
   * The strand, or a list where several are joined.
   *
   * @minItems 1
   */
  readonly from?: string | readonly string[];
  /**
   * The strand, or a list where several are made of one.
   *
   * @minItems 1
   */
  readonly to?: string | readonly string[];
  /**
   * Whether what was awarded before counts on: carry (the usual), for joined strands once all of them were awarded; or none.
   */
  readonly awards?: 'carry' | 'none';
}
/**
 * What becomes of an element: from and to name one each, or one of them several (split or joined). Without from it is new; without to it ends.
 */
export interface ElementCarriedOn {
  /**
   * The element, or a list where several are joined.
   *
   * @minItems 1
   */
  readonly from?: string | readonly string[];
  /**
   * The element, or a list where several are made of one.
   *
   * @minItems 1
   */
  readonly to?: string | readonly string[];
}
/**
 * What becomes of a statement: from and to name one each, or one of them several (split or joined). Without from it is new; without to it ends.
 */
export interface StatementCarriedOn {
  /**
   * The statement, or a list where several are joined.
   *
   * @minItems 1
   */
  readonly from?: string | readonly string[];
  /**
   * The statement, or a list where several are made of one.
   *
   * @minItems 1
   */
  readonly to?: string | readonly string[];
}
/**
 * The answers lem init takes from a file with --answers. Each has a flag and a question of the same meaning.
 */
export interface AnswersFile {
  /**
   * The school's name.
   */
  readonly name?: string;
  /**
   * The unique reference number: six digits, in quotes.
   */
  readonly urn?: string;
  /**
   * The phase of education.
   */
  readonly phase?:
    'nursery' | 'primary' | 'middle' | 'secondary' | 'all-through' | 'special' | 'alternative-provision' | 'post-16';
  /**
   * The id of the programme edition.
   */
  readonly programme?: string;
  /**
   * The local authority.
   */
  readonly localAuthority?: string;
  /**
   * The co-ordinator's name.
   */
  readonly coordinator?: string;
  /**
   * A work address for the co-ordinator.
   */
  readonly email?: string;
  /**
   * A school year, such as 2026-27. 2026/27 and 2026-2027 are read too.
   */
  readonly year?: string;
  /**
   * Which CI file to write.
   */
  readonly ci?: 'github' | 'gitlab' | 'none';
}
/**
 * manifest.json of a submission: what is in the archive, and what the school claims on it.
 */
export interface SubmissionFile {
  /**
   * The version of the format. Always 1 for now.
   */
  readonly format: 1;
  /**
   * Says that this is a submission.
   */
  readonly kind: 'submission';
  readonly tool: Tool;
  readonly school: School1;
  readonly programme: Programme;
  /**
   * The day that everything is judged as on.
   */
  readonly on: string;
  /**
   * The day of the visit that the submission is for; left out where none is booked.
   */
  readonly visit?: string;
  /**
   * The git commit of the workspace; null where there is none, or files were not committed.
   */
  readonly commit: string | null;
  /**
   * What is claimed of each strand, in the programme's order.
   *
   * @minItems 1
   * @maxItems 100
   */
  readonly strands: readonly Claim[];
  /**
   * Files of evidence that stay out because somebody else holds the item.
   *
   * @maxItems 10000
   */
  readonly withheld: readonly Item[];
  /**
   * Every file of the archive but this one, in the order of their paths.
   *
   * @maxItems 100000
   */
  readonly files: readonly File2[];
}
/**
 * What made the archive.
 */
export interface Tool {
  /**
   * The program's name.
   */
  readonly name: 'lem';
  /**
   * Its version.
   */
  readonly version: string;
}
/**
 * The school whose submission this is.
 */
export interface School1 {
  /**
   * The school's name.
   */
  readonly name: string;
  /**
   * Its unique reference number; null where it gives none.
   */
  readonly urn: string | null;
}
/**
 * The edition that the school works to.
 */
export interface Programme {
  /**
   * The edition's id.
   */
  readonly id: string;
  /**
   * The fingerprint of the edition's text, with plain line ends.
   */
  readonly sha256: string;
}
/**
 * What is claimed of a strand.
 */
export interface Claim {
  /**
   * A strand's id.
   */
  readonly strand: string;
  /**
   * The school year of its Accreditation Summary.
   */
  readonly year: string;
  /**
   * Whether every requirement is met; null where that can't be told.
   */
  readonly eligible: boolean | null;
  /**
   * Each requirement, in the programme's order.
   *
   * @maxItems 100
   */
  readonly requirements: readonly Requirement1[];
  readonly rollUp: RollUp;
  /**
   * The fingerprint of what the strand's Accreditation Summary shows; it stands on every page of the documents.
   */
  readonly summary: string;
}
/**
 * One requirement.
 */
export interface Requirement1 {
  /**
   * The requirement's id.
   */
  readonly id: string;
  /**
   * Whether it is met; null where that can't be told.
   */
  readonly met: boolean | null;
}
/**
 * The strand's ratings in the grid, rolled up.
 */
export interface RollUp {
  /**
   * The roll-up's rating; null where cells are missing.
   */
  readonly rating: string | null;
  /**
   * Whether every cell has a rating.
   */
  readonly complete: boolean;
  /**
   * How many cells have each rating, and how many none.
   */
  readonly counts: {
    /**
     * How many cells.
     */
    readonly [k: string]: number;
  };
}
/**
 * An evidence item.
 */
export interface Item {
  /**
   * The item's id.
   */
  readonly item: string;
  /**
   * Its files that stay out.
   *
   * @maxItems 10000
   */
  readonly files: readonly File1[];
}
/**
 * One file, told by its fingerprint.
 */
export interface File1 {
  /**
   * Its path, relative to the item's folder.
   */
  readonly path: string;
  /**
   * Its length in bytes.
   */
  readonly size: number;
  /**
   * The fingerprint of its bytes; null where it is too large for one.
   */
  readonly sha256: string | null;
}
/**
 * One file.
 */
export interface File2 {
  /**
   * Its path in the archive.
   */
  readonly path: string;
  /**
   * Its length in bytes.
   */
  readonly size: number;
  /**
   * The fingerprint of its bytes.
   */
  readonly sha256: string;
}
/**
 * What the Equality team answers to a submission: written by lem review, recorded in the school's awards.yaml by lem award apply.
 */
export interface ResponseFile {
  /**
   * The version of the format. Always 1 for now.
   */
  readonly format: 1;
  /**
   * Says that this is a response.
   */
  readonly kind: 'response';
  /**
   * What a submission is known by: the SHA-256 of its manifest, as lem submit and lem verify show it.
   */
  readonly submission: string;
  readonly school: School2;
  /**
   * The id of the edition that the school works to.
   */
  readonly programme: string;
  readonly visit: Visit1;
  /**
   * What was decided, by strand.
   */
  readonly decisions: {
    readonly [k: string]: Decision;
  };
  /**
   * What the team says of places in the school's files.
   *
   * @maxItems 1000
   */
  readonly comments?: readonly Comment[];
  /**
   * What the team recommends; lem plan suggest offers each as an action.
   *
   * @maxItems 1000
   */
  readonly recommendations?: readonly Recommendation1[];
}
/**
 * The school that is answered.
 */
export interface School2 {
  /**
   * The school's name.
   */
  readonly name: string;
  /**
   * Its unique reference number; null where it gives none.
   */
  readonly urn: string | null;
}
/**
 * The visit at which it was decided.
 */
export interface Visit1 {
  /**
   * A calendar date, year first, such as 2026-10-12. No time and no zone.
   */
  readonly date: string;
  /**
   * accreditation: strands are decided. advisory: the team advises, nothing is decided.
   */
  readonly kind: 'accreditation' | 'advisory';
  /**
   * Who visited for the Equality team.
   */
  readonly assessor?: string;
  /**
   * Text of any length in Markdown: paragraphs, lists, emphasis and links; no raw HTML.
   */
  readonly notes?: string;
}
/**
 * What was decided on one strand.
 */
export interface Decision {
  /**
   * awarded, further-evidence or not-yet.
   */
  readonly decision: 'awarded' | 'further-evidence' | 'not-yet';
  /**
   * Text of any length in Markdown: paragraphs, lists, emphasis and links; no raw HTML.
   */
  readonly because?: string;
}
/**
 * One comment.
 */
export interface Comment {
  /**
   * A file of the school's workspace.
   */
  readonly file: string;
  /**
   * The place in it, as a JSON Pointer such as lem check --json shows; left out for the whole file.
   */
  readonly pointer?: string;
  /**
   * Text of any length in Markdown: paragraphs, lists, emphasis and links; no raw HTML.
   */
  readonly text: string;
}
/**
 * One recommendation.
 */
export interface Recommendation1 {
  /**
   * The recommendation.
   */
  readonly text: string;
  /**
   * The id of one of the programme's strands, such as disability.
   */
  readonly strand?: string;
}
