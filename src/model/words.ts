/**
 * Words that are no names of people in a school, in small letters without accents: what people do there, what is
 * taught, and what is written with a capital letter for another reason.
 */
const ROLES =
  `school schools head heads headteacher headteachers principal deputy assistant associate acting executive interim vice
  senior middle junior leader leaders leadership lead leads manager managers management director teacher teachers teaching
  tutor form class year years key stage phase reception nursery infant infants primary secondary sixth early upper lower
  co-ordinator coordinator co-ordinators coordinators senco sendco send sen sencos inclusion inclusive equality equalities diversity
  safeguarding pastoral behaviour attendance welfare wellbeing family families parent parents carer carers guardian
  grandparent grandparents mother mothers father fathers governor governors governing board trustee trustees chair vice-chair clerk member members
  pupil pupils student students child children girl girls boy boys learner learners council councillor committee group team staff support worker workers
  officer officers office business finance bursar administrator admin receptionist secretary librarian library technician
  caretaker premises site supervisor supervisors midday lunchtime lunch dinner playground breakfast after club clubs kitchen cook catering cleaner
  sponsor volunteer volunteers visitor visitors adviser advisor advisory adviser consultant mentor mentors ambassador ambassadors champion champions
  buddy buddies prefect prefects counsellor therapist nurse psychologist community local authority county borough town village city church
  mosque temple gurdwara synagogue chapel parish vicar imam rabbi priest chaplain chaplaincy faith education educational curriculum subject
  subjects department faculty english maths mathematics science reading writing phonics literacy numeracy history geography
  art arts music drama dance computing technology design sport sports physical religious languages language humanities personal social health
  economic citizenship relationships sex pe re pshe rshe rse ict it dt mfl eal ta tas hlta hltas tlr slt smt dsl ddsl lac ect ects nqt eyfs ks sats pta mat ceo la lea
  union rep representative representatives whole all every each new other others our the a an and or of for in on at to with from by as its their
  agreed external internal equal opportunities human resources hr first second third two both also outside training trainer data safe
  improvement plan priority quality development partner partners trust academy academies college university special provision resource base`.split(
    /\s+/,
  );

const CAPITALS =
  `january february march april may june july august september october november december monday tuesday wednesday thursday
  friday saturday sunday jan feb mar apr jun jul aug sept sep oct nov dec easter christmas lent advent diwali eid ramadan hanukkah passover vaisakhi holi ash whitsun
  half autumn spring summer winter muslim muslims christian christians hindu hindus sikh sikhs jewish buddhist buddhists humanist humanists catholic
  catholics anglican methodist quaker islam islamic christianity hinduism sikhism judaism buddhism humanism bible quran qur’an torah
  black asian white mixed chinese indian pakistani bangladeshi african caribbean gypsy gypsies roma traveller travellers irish british english
  welsh scottish polish romanian ukrainian syrian afghan arabic urdu punjabi gujarati bengali french spanish german italian portuguese turkish kurdish
  latin european western eastern northern southern england wales scotland ireland britain uk europe africa asia india pakistan bangladesh china
  poland romania ukraine syria america american world lancashire lgbt lgbtq lgbtqia lgbt+ lgbtq+ pride stonewall makaton ofsted braille bsl paralympic paralympics paralympian
  paralympians olympic olympics act regulations county mark badge award awards gold silver bronze rag psed upn gdpr autism autistic adhd dyslexia down’s
  internet wi-fi god mr mrs ms i i’m i’ve ok tv dvd pdf`.split(/\s+/);

/** Words that are also surnames. Where somebody has one, only its capital letter tells the two apart. */
const ALSO_WORDS: ReadonlySet<string> = new Set(
  `baker bell best bird bishop black blue book brook brown bush clay cook cross day dean fair field fields fish fisher flood forest fox free
  frost game garden gardener gold good grant green grey hall hand head heath hill hills hope house hunt joy kind king knight lake lamb lane large law
  light little long love major march marsh may miles mills moon moor moss nice north old page park parks peace pool pope power price read
  reading reed rice rich ring root rose rule sharp shepherd short singer small snow south speed spring stone street summer sweet swift trees walker wall walls
  ward water waters way weaver wells west white winter wise wood woods word words worth young`.split(/\s+/),
);

const NO_NAMES: ReadonlySet<string> = new Set([...ROLES, ...CAPITALS]);

/** Whether a word is one that a school writes of roles, subjects, faiths, times and places. */
export function isSchoolWord(word: string): boolean {
  return NO_NAMES.has(word) || NO_NAMES.has(word.replace(/['’]s?$/, ''));
}

/** Whether a word is one of the language and also somebody’s surname. */
export function isAlsoSurname(word: string): boolean {
  return ALSO_WORDS.has(word);
}
