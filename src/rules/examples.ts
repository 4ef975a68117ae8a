/** Texts that the examples of several rules share: each is what a school would write, in the words of lem-5. */

/** One element's audit, judged throughout; `head` is what comes before the judgements. */
export function auditOf(head: string): string {
  return `element: learning-and-teaching
${head}
judgements:
  learning-and-teaching.1: { rating: green, because: Seen in every class. }
  learning-and-teaching.2: { rating: green, because: Cover staff know the adjustments. }
  learning-and-teaching.3: { rating: green, because: Praise is counted each term. }
  learning-and-teaching.4: { rating: green, because: Teachers told us of examples. }
  learning-and-teaching.5: { rating: green, because: The walk found them in every room. }
`;
}

/** An Accreditation Summary with every section; `tail` is what comes after them. */
export function summaryOf(tail: string): string {
  return `strand: gender
status: final
goals: As many girls as boys in the science club.
actions: [science-club]
outcomes:
  - { claim: Half of the club are girls., evidence: [book-count] }
pupilVoice: Girls told us that they feel it is theirs.
embedding: The club has a named leader and a budget.
next: The same for computing.
${tail}`;
}

/** The action that this summary reports on. */
export const SCIENCE_CLUB = {
  'plan/science-club.yaml': `title: A science club that girls choose
strands: [gender]
improvementPlan: "Priority 1: science"
lead: Science lead
due: 2027-03-26
status: complete
baseline: 4 of 20 were girls.
outcome: 10 of 20 are girls.
impact: Girls say that science is for them.
completed: 2027-03-12
`,
} as const;

/** An action that is late, with a comment above the day it was due. */
export function lateAction(comment: string): { readonly 'plan/story-corner.yaml': string } {
  return {
    'plan/story-corner.yaml': `title: A story corner
strands: [race]
status: in-progress
${comment}
due: 2027-03-26
`,
  };
}
