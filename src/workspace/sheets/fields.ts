/** A column that lem writes, and takes back under that name or another. */
export interface Field {
  readonly key: string;
  readonly header: string;
  /** Other names for it in schools' own forms, in small letters. */
  readonly words: readonly string[];
  /** How wide it is written, in characters. */
  readonly width: number;
}

export type SheetKind = 'audit' | 'grid' | 'plan';

const ELEMENT = words(
  'element',
  'Element',
  24,
  'elements, audit element, element of the audit, area, section, theme, aspect',
);
const STRAND = words(
  'strand',
  'Strand',
  18,
  'strands, equality strand, characteristic, protected characteristic, badge, group',
);
const RATING = words(
  'rating',
  'Rating',
  12,
  'ratings, rag, rag rating, rag status, judgement, judgment, our judgement, grade, score, level, colour, self evaluation',
);
const BECAUSE = words(
  'because',
  'Because',
  60,
  'reason, reasons, reason for judgement, why, comment, comments, commentary, notes, note, rationale, justification, explanation',
);
const EVIDENCE = words('evidence', 'Evidence', 24, 'evidence id, evidence ids, evidence item, evidence items');

/** The columns of each kind, in the order in which they are written. */
export const FIELDS: { readonly [kind in SheetKind]: readonly Field[] } = {
  audit: [
    ELEMENT,
    words(
      'statement',
      'Statement',
      48,
      'statements, text, item, audit item, audit statement, question, criterion, criteria, indicator, standard, descriptor',
    ),
    STRAND,
    RATING,
    BECAUSE,
    EVIDENCE,
    words('dissent', 'Dissent by', 16, 'dissent, dissents, dissenter, who dissents, who disagrees, minority view'),
    words('status', 'Status', 10, 'audit status, state'),
    words('completed', 'Completed', 12, 'date completed, completed on, date agreed, agreed on, date'),
    words('assessors', 'Assessors', 24, 'assessor, assessed by, judged by, completed by, audit team, team'),
    words('id', 'Statement id', 24, 'id, ids, no, number, statement no, statement number, item no, ref, reference'),
  ],
  grid: [ELEMENT, STRAND, RATING, BECAUSE, words('completed', 'Completed', 12, 'date completed, completed on, date')],
  plan: [
    words(
      'title',
      'Action',
      40,
      'actions, title, what, what we will do, task, activity, action point, action to be taken',
    ),
    words('strands', 'Strands', 20, `strand, ${STRAND.words.slice(1).join(', ')}`),
    words('elements', 'Elements', 24, `element, ${ELEMENT.words.slice(1).join(', ')}`),
    words(
      'improvementPlan',
      'Improvement plan',
      24,
      'school improvement plan, sip, sdp, sip priority, sip link, link to sip, school development plan, priority',
    ),
    words(
      'lead',
      'Lead',
      18,
      'lead person, led by, who, by whom, owner, responsible, person responsible, responsibility',
    ),
    words('start', 'Start', 12, 'start date, from, begins, started'),
    words('due', 'Due', 12, 'due date, deadline, by when, when, end, end date, finish, target date, timescale'),
    words('status', 'Status', 12, 'progress, state'),
    words('resources', 'Resources', 24, 'resource, resources needed, cost, costs, budget, money, time and money'),
    words('baseline', 'Baseline', 40, 'starting point, where we are now, current position'),
    words(
      'success',
      'Success',
      40,
      'success criteria, success criterion, how we will know, intended outcome, target, targets',
    ),
    words('outcome', 'Outcome', 40, 'outcomes, result, results, what changed'),
    words('impact', 'Impact', 40, 'difference made, what difference it made, evaluation'),
    EVIDENCE,
    words('completed', 'Completed', 12, 'date completed, completed on, done on, completion date'),
    words('id', 'Id', 24, 'action id, file'),
  ],
};

function words(key: string, header: string, width: number, names: string): Field {
  return { key, header, width, words: names.split(', ') };
}
