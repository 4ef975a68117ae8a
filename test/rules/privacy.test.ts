import type { Diagnostic, Level } from '../../src/model/diagnostic.ts';
import { RULES } from '../../src/rules/index.ts';
import { diagnose } from '../../src/rules/run.ts';
import { assemble } from '../../src/workspace/assemble.ts';
import { ON, type Overlay, SHIPPED, soundFiles, soundWorkspace } from '../support/sound-workspace.ts';

const PRIVACY = RULES.filter(({ id }) => id.startsWith('privacy/'));

/** Sentences that must be found, by rule. Every name, number and address is made up. */
const FOUND: { readonly [rule: string]: readonly string[] } = {
  upn: [
    'The sample is in the office under B801200005001.',
    'Reading ages: b801200005001 moved up two bands.',
    'Temporary number (G80120000101A) until the records came.',
    'The list begins with [B801200005001] and is kept by the SENDCo.',
  ],
  'date-of-birth': [
    'The passport of the pupil born on 12 March 2016 was used as a model.',
    'Born 12/03/2016, joined us in the spring.',
    'One child (DOB 03.09.2017) moved group.',
    'D.O.B. 3/9/17 on the form.',
    'Date of birth: 2016-03-12.',
    'The form gave 12 March 2016 (date of birth).',
    'A boy born the 1st of September 2018 started early.',
    'Her birthday is 4 May 2015, so she is the youngest.',
    'She was born on March 12th, 2016.',
    'A girl born on 12 March 2016 and new to us chose the books.',
  ],
  contact: [
    'Ask the Roma parents’ group on 07700 900123.',
    'Mrs A can be rung on 01632 960 123 after six.',
    'Text +44 7700 900123 for a copy.',
    'The interpreter is on (01632) 960123.',
    'Ring 020 7946 0123 for the imam.',
    'Written with family.contact@example.com in June.',
    'Sent to a_parent+school@gmail.com by mistake.',
    'Mum’s mobile is 07700900123.',
    'Reach him on 0044 7700 900 123.',
    'The carer, on 0161 496 0123, agreed.',
  ],
  'only-pupil': [
    'The only pupil who uses a walking frame could not reach the stage.',
    'He is the only Muslim boy in Year 6.',
    'She is the only wheelchair user in the school.',
    'We asked the only family from Syria.',
    'As the only Sikh in his class he was asked to lead the assembly.',
    'Our one Traveller family told us that forms put them off.',
    'Our only Jewish pupil is away for the festival.',
    'This helps the only child with a hearing aid.',
    'Our single Black student said so.',
    'The only girl in the football team changed in the office.',
    'The **only** pupil\nwho signs sat at the back.',
  ],
  'small-number': [
    '3 pupils moved up a band.',
    'Two Traveller children found themselves in a book.',
    'One of our 4 boys with a passport said so.',
    'Only one pupil in Year 6 prayed at lunchtime.',
    'In the spring 1 child used the quiet room.',
    'Six families asked for an interpreter.',
    'We spoke to three Year 5 girls.',
    '3 of 28 pupils had been named.',
    'Two of the Muslim girls asked for a change of kit.',
    'There are 5–7 learners with a plan.',
    'Take-up rose from 2 boys to 12.',
    'In one class three pupils had no book bag.',
    'Two children with a passport in Year 3 told us.',
    'There were 2 Reception pupils with a plan.',
    'It was nine students in all.',
    'Two Gypsy, Roma and Traveller children came to the club.',
    'A group of four girls refused to use the toilets.',
    'Just one family answered in Polish.',
    'Club register: **3** pupils\n\nAll have a place.',
    'A count of seven disabled pupils, and\n3\npupils with no plan.',
  ],
};

/** What schools write that tells of nobody. */
const NOT_FOUND: readonly string[] = [
  'The office can be reached through office@ribblebank.example.',
  'Questions go to head@ribblebank.example by Friday.',
  'The team answers at equality@lancashire.gov.uk within a week.',
  'Published at https://www.example.org/ribble-bank/objectives-2026.',
  'Follow @ribblebank for pictures of the garden.',
  'Our URN is 119999 and our DfE number is 888-1234.',
  'Order number 123456789012 for the ramp was paid in May.',
  'Invoice A801200005001 was checked by the governors.',
  'ISBN 978-0-14-103613-7 is on the shelf in every class.',
  'The helpline 0800 1111 is on the back of each planner.',
  'Ring the council on 0300 123 6701 about the crossing.',
  'We counted on 12/03/2026 and again on 2026-06-01.',
  'Counts for the weeks were 07 12 14 20 11 9 and 18.',
  'Rosa Parks was born on 4 February 1913, and is met in Year 2.',
  'Mary Seacole, born in 1805, stands beside Florence Nightingale.',
  'Children born between 1 September 2015 and 31 August 2016 are in this cohort.',
  'Pupils born 1 September 2015 to 31 August 2016 took part.',
  'We took dates of birth out of every list on 12 March 2026.',
  'The idea was born on a walk in June.',
  'The school’s 50th birthday was on 12 May 2024.',
  'We ask for a date of birth only on the admission form.',
  'No child should be the only one who looks like them.',
  'Nobody should feel like the only child who prays.',
  'She is not the only girl who likes coding.',
  'Pupils told us how it feels to be the only Black pupil in a class.',
  'A book in which the only girl who speaks is the princess was taken out.',
  'Attainment is not the only pupil outcome that we look at.',
  'The only family room was also the medical room.',
  'The only pupil voice we had was the council’s.',
  'The only children’s books with disabled heroes were new.',
  'If you are the only child who fasts, lunch is long.',
  'An only child may find group work harder.',
  'Year 4 pupils visit the mosque.',
  'Years 3 and 4 pupils swim in the autumn.',
  'Pupils in Years 5 and 6 girls’ groups chose the kit.',
  'Years 3, 4 and 5 pupils were asked.',
  'Year 5/6 pupils led the walk.',
  'Key Stage 2 pupils took part in the tally.',
  'KS1 children drew what they had seen.',
  'In Year 4 found boys were asked more often.',
  'On 3 June children from every class walked the site.',
  'In autumn 2 pupils began to keep the tally.',
  'At 9 am pupils come in through the main gate.',
  '3 of 14 classes had the information to hand.',
  'One pupil said that cover days feel like any other.',
  'One child told us that the card helped.',
  'Seven in ten pupils say so by Easter.',
  'One in five children in England lives in poverty.',
  '9 out of 10 pupils know whom to tell.',
  '4 out of 5 families came.',
  '9% of pupils had not been asked.',
  'Two thirds of the pupils use the room.',
  'Two hundred children took part.',
  'A hundred and five pupils answered.',
  'Twenty-three pupils and 14 families came to the evening.',
  'We heard from 48 girls and 51 boys.',
  'There are 1,204 pupils on roll.',
  'The two pupils’ toilets were painted.',
  'Three girls football teams now play on Fridays.',
  'Two children’s authors visited in March.',
  'Talk happens in groups of four pupils, mixed each week.',
  'The council has two pupils from each class.',
  'Up to 6 children may sit at a table.',
  'Lifts take 2 pupils at a time.',
  'A story about two boys who share a bedroom is read in Year 1.',
  'We met with two teachers and pupils of all ages.',
  'Two parent families and one parent families are both shown.',
  'Families with three or more children pay half.',
  'Five books for pupils in every room show disabled people.',
  'Three assemblies were led by pupils.',
  'Aged 7 children move to the juniors.',
  '7 year old pupils move to the juniors.',
  'Two days a week pupils run the library.',
  'The baseline is 10 pupils below the mean.',
  'Boys and girls are within ten points of each other.',
  'Fewer than five Traveller pupils are on roll, so we do not publish more.',
  'Under 10 pupils have a plan.',
  'Nine pupils in ten know whom to tell, and one pupil in 10 is unsure.',
  'Year Two children and Years Three and Four pupils took part.',
  'There is 1 adult to 8 children on every visit.',
  'The quiet room has places for six pupils.',
  'The lunch club was born on 3 May 2024.',
  'We walked the site on 12 March 2026 and listed what we saw.',
  'The lead talked with more than three pupils.',
  'Two pupil librarians choose the books.',
  'Three pupil interviews were held.',
  'One of the pupils said that the card helped.',
  'We met 12 adults, and one of the girls spoke.',
  'The two-form entry began in 2019.',
  'Page 3 children’s drawings show the yard.',
  'A few pupils still weigh up whether to tell.',
  'A small group of Traveller families helped to write it.',
];

/** The findings of the privacy rules in a workspace whose summary has a text as one of its sections. */
function inSummary(text: string, level: Level = 'ready'): readonly string[] {
  const summary = `strand: gender\nstatus: draft\ngoals: ${JSON.stringify(text)}\n`;
  const found = check({ 'accreditation/2026-27/gender.yaml': summary }, level);
  return found.map(({ rule, pointer }) => `${rule.slice('privacy/'.length)} ${pointer}`);
}

function check(overlay: Overlay, level: Level = 'ready'): readonly Diagnostic[] {
  const settings = soundFiles()['lem.yaml']?.concat(
    'coordinators: [{ name: J. Patel, email: office@ribblebank.example }]\n',
  );
  const listing = soundWorkspace({ 'lem.yaml': settings ?? '', ...overlay });
  return diagnose(assemble(listing, SHIPPED), { level, on: ON, rules: PRIVACY });
}

describe('sentences', () => {
  test.each(Object.entries(FOUND).flatMap(([rule, texts]) => texts.map((text) => [rule, text] as const)))(
    '%s: %s',
    (rule, text) => {
      expect(inSummary(text)).toEqual([`${rule} /goals`]);
    },
  );

  test.each(NOT_FOUND.map((text) => [text]))('nothing: %s', (text) => {
    expect(inSummary(text)).toEqual([]);
  });
});

test('nothing that is found is quoted', () => {
  for (const text of Object.values(FOUND).flat()) {
    const summary = `strand: gender\nstatus: draft\ngoals: ${JSON.stringify(text)}\n`;
    for (const { message, hint } of check({ 'accreditation/2026-27/gender.yaml': summary })) {
      const words = (text.match(/\S*\d\S*|\S*@\S*|Muslim|Jewish|Sikh|Traveller/g) ?? []).filter(
        (word) => word.length > 1,
      );
      for (const word of words) expect(`${message} ${hint}`).not.toContain(word);
    }
  }
});

describe('where', () => {
  test.each<readonly [name: string, overlay: Overlay, where: string]>([
    [
      'an action',
      { 'plan/a.yaml': 'title: A\nstrands: [race]\nstatus: planned\nbaseline: We had 3 pupils.\n' },
      'plan/a.yaml 4:11 This text',
    ],
    [
      'a judgement',
      {
        'audit/2025-26/pupil-involvement.yaml':
          'element: pupil-involvement\nstatus: draft\njudgements:\n  pupil-involvement.1:\n    because: Asked 3 pupils.\n',
      },
      'audit/2025-26/pupil-involvement.yaml 5:14 This text',
    ],
    [
      'a reason in the grid',
      { 'grid/2025-26.yaml': 'year: 2025-26\ncells:\n  a:\n    race: { rating: red, because: 3 pupils }\n' },
      'grid/2025-26.yaml 4:35 This text',
    ],
    [
      'notes of a meeting',
      { 'reference-group.yaml': 'members: []\nmeetings: [{ date: 2026-10-01, notes: Met 3 pupils. }]\n' },
      'reference-group.yaml 2:39 This text',
    ],
    [
      'a recommendation',
      { 'awards.yaml': 'visits: [{ date: 2027-05-26, kind: advisory, recommendations: [{ text: Ask 3 pupils. }] }]\n' },
      'awards.yaml 1:72 This text',
    ],
    [
      'a comment above a key',
      { 'plan/a.yaml': 'title: A\n# There were\n# 3 pupils.\nstrands: [race]\nstatus: planned\n' },
      'plan/a.yaml 4:1 A comment here',
    ],
    [
      'a comment at the end of a line',
      { 'plan/a.yaml': 'title: A\nstrands: [race]\nstatus: planned # 3 pupils\n' },
      'plan/a.yaml 3:9 A comment here',
    ],
    [
      'a comment at the end of a file',
      { 'plan/a.yaml': 'title: A\nstrands: [race]\nstatus: planned\n# 3 pupils\n' },
      'plan/a.yaml 1:1 A comment here',
    ],
    [
      'the second paragraph',
      { 'plan/a.yaml': 'title: A\nstrands: [race]\nstatus: planned\nbaseline: |\n  So.\n\n  We had\n  3 pupils.\n' },
      'plan/a.yaml 4:11 Paragraph 2 of this text',
    ],
    [
      'a text with escapes',
      { 'plan/a.yaml': 'title: "A \\x33 pupils"\nstrands: [race]\nstatus: planned\n' },
      'plan/a.yaml 1:8 This text',
    ],
    ['a file that lem leaves out', { 'audit/notes.yaml': 'said: 3 pupils\n' }, 'audit/notes.yaml 1:7 This text'],
  ])('%s', (_name, overlay, where) => {
    const found = check(overlay).map(
      ({ file, line, column, message }) => `${file} ${line}:${column} ${message.replace(/ counts .*/, '')}`,
    );
    expect(found).toEqual([where]);
  });

  test('a hash sign in a text is no comment of its own', () => {
    expect(inSummary('Ask # 3 pupils')).toEqual(['small-number /goals']);
  });

  test('the programme’s own words are left alone', () => {
    const programme = SHIPPED.get('lem-5')
      ?.replace('id: lem-5', 'id: ours')
      .replace('about: >-', 'about: >-\n  For 3 pupils.');
    expect(programme).toContain('3 pupils');
    const overlay = {
      'lem.yaml': 'format: 1\nprogramme: ours\nschool: { name: Ribble Bank }\n',
      'programme.yaml': programme ?? '',
    };
    expect(check(overlay)).toEqual([]);
  });
});

describe('settings', () => {
  const programme = (privacy: string): Overlay => ({
    'lem.yaml': 'format: 1\nprogramme: ours\nschool: { name: Ribble Bank }\n',
    'programme.yaml':
      SHIPPED.get('lem-5')
        ?.replace('id: lem-5', 'id: ours')
        .replace(/^privacy:.*\n/m, privacy) ?? '',
  });
  const counted = (count: string): Overlay => ({
    'plan/a.yaml': `title: A\nstrands: [race]\nstatus: planned\nbaseline: ${count} pupils.\n`,
  });

  test.each([
    ['privacy: { smallNumber: 5 }\n', 'We had 4', 1],
    ['privacy: { smallNumber: 5 }\n', 'We had 5', 0],
    ['privacy: { smallNumber: 15 }\n', 'We had 14', 1],
    ['privacy: { smallNumber: 15 }\n', 'We had fourteen', 1],
    ['privacy: { smallNumber: 15 }\n', 'We had 15', 0],
    ['', 'We had 9', 1],
    ['', 'We had 10', 0],
  ])('%j: %s pupils', (privacy, count, findings) => {
    expect(check({ ...programme(privacy), ...counted(count) })).toHaveLength(findings);
  });

  test('an address with a provider that anybody can use is no domain of the school’s', () => {
    const settings = (email: string): string =>
      `format: 1\nprogramme: lem-5\nschool: { name: Ribble Bank }\ncoordinators: [{ name: J. Patel, email: ${email} }]\n`;
    const action = 'title: A\nstrands: [race]\nstatus: planned\nlead: Ask a.parent@gmail.com\n';
    expect(check({ 'lem.yaml': settings('office@gmail.com'), 'plan/a.yaml': action })).toHaveLength(1);
    expect(check({ 'lem.yaml': settings('A.Parent@gmail.com'), 'plan/a.yaml': action })).toEqual([]);
  });

  test('how bad a finding is', () => {
    const level = (text: string, at: Level): readonly string[] => {
      const summary = `strand: gender\nstatus: draft\ngoals: ${JSON.stringify(text)}\n`;
      return check({ 'accreditation/2026-27/gender.yaml': summary }, at).map(({ severity }) => severity);
    };
    for (const [rule, [text = '']] of Object.entries(FOUND)) {
      const inDraft = rule === 'upn' || rule === 'date-of-birth' ? 'error' : 'warning';
      expect([rule, level(text, 'draft'), level(text, 'ready'), level(text, 'submission')]).toEqual([
        rule,
        [inDraft],
        ['error'],
        ['error'],
      ]);
    }
  });

  test('none can be suppressed', () => {
    expect(PRIVACY.map(({ unsuppressible }) => unsuppressible)).toEqual([true, true, true, true, true]);
  });
});

test('hostile texts take no longer than their length', () => {
  const many = 60_000;
  const texts = [
    'a'.repeat(many * 3),
    '1 '.repeat(many),
    ' '.repeat(many * 3),
    `1${' '.repeat(many * 3)}pupil`,
    'one of the '.repeat(many / 4),
    'Years 3, 4 and 5 '.repeat(many / 6),
    'the only '.repeat(many / 2),
    'our one '.repeat(many / 2),
    'born on '.repeat(many / 2),
    '12/03/2016 '.repeat(many / 4),
    'a@'.repeat(many),
    `${'a.'.repeat(many)}@`,
    `a@${'a.'.repeat(many)}`,
    '07700 90012 '.repeat(many / 4),
    `+44${' '.repeat(many)}`,
    'B80120000500 '.repeat(many / 4),
    '3 pupils '.repeat(many / 4),
    `d${' '.repeat(many)}o`,
    '* _'.repeat(many),
    `1 ${'*'.repeat(many)}`,
    `two${' #'.repeat(many)}`,
    '1 a'.repeat(many),
    '1* a_ '.repeat(many / 2),
    '1 '.repeat(1000) + 'x'.repeat(many * 2),
  ];
  for (const text of texts) {
    const started = performance.now();
    inSummary(text);
    expect([text.slice(0, 12), performance.now() - started < 3000]).toEqual([text.slice(0, 12), true]);
  }
});
