/**
 * Given names that are common in English schools and are hardly ever another word, in small letters. They tell a name
 * where a capital letter does not: at the start of a sentence, and in a title whose every word has one.
 */
const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `aaliyah aaron abdul abdullah abigail adam adnan ahmed aidan aiden aisha ajay alan albert alex alexander alexandra alfie ali alice
  alicia alina amanda amelia amina amir amira amit amy ana anastasia andrea andrei andrew angela anita anjali ann anna anne
  annie anthony anton antonio archie aria arjun arthur arun ava ayaan ayesha barbara ben benjamin bethany bilal brandon brenda brian
  bronwyn caitlin callum cameron carl carla carol caroline catherine charles charlie charlotte chloe chris christine
  christopher ciara claire colin connor craig dafydd daniel daniela danielle darren david dawid debbie deborah deepak dennis derek
  diana diane dominic donna dylan edward eleanor elena elijah eliza elizabeth ella ellie elliot elsie emily emma
  eric erin esme ethan eva evan evie farah fatima fatimah fatma fiona florence francesca fred freddie freya gabriel gareth gary gemma
  george georgia georgina gillian graham gurpreet habib hamza hannah hardeep harpreet harriet harry harvey hasan hassan heather helen henry hina
  hussain ibrahim imogen imran ioana isaac isabel isabella isabelle isla ismail ivan jack jacob jacqueline jagdeep jake jakub james jamie
  jane janet jasmine jason jayden jennifer jenny jeremy jess jessica joan joanna joanne joe joel john jonathan joseph
  josh joshua joyce julia julian julie justin kamran karen karim katarzyna kate katherine kathleen katie kayleigh keith kelly ken kenneth kevin khadija
  khalid kieran kimberley kiran kirsty krishna kyle lara laura lauren layla leah leanne leo leon lewis liam lilly lily linda lisa logan
  lola louis louise luca lucas lucy luke lydia maciej maddison maisie malik margaret maria mariam marie martin martha mary maryam mason mateusz matilda matthew maya
  megan mehmet melissa mia michael michelle mihai mike millie mohamed mohammad mohammed molly monika muhammad musa mustafa nadia nancy naomi natalie natasha nathan neha neil niamh
  nicholas nicola nicole nina noah noor nora oliver olivia omar oscar owen pamela patricia patrick paul paula peter phil
  philip phillip phoebe piotr pooja priya rachel rahul raj rajesh ravi rayyan rebecca reece rhys riley robert rohan ronnie rory rosie roxanne ruqayyah ruth
  ryan saima sajid sally salma sam samantha samir samuel sana sandra sanjay sara sarah scarlett scott sean sebastian shabnam shannon sharon
  shaun sian simon simran sofia sophia sophie stacey stanley stella stephanie stephen steve steven stuart sunita suresh susan
  suzanne tahir tanya tara tariq tegan teresa thea theo theodore thomas tim timothy toby tom tomasz tony tracey tracy tyler usman valerie vanessa vera
  victoria vijay vikram wayne wendy william yasin yasmin yusuf zac zach zachary zahra zainab zara zeeshan zoe zofia zuzanna`.split(
    /\s+/,
  ),
);

/** Whether a word is a common given name, and hardly ever anything else. */
export function isGivenName(word: string): boolean {
  return GIVEN_NAMES.has(word) || GIVEN_NAMES.has(word.replace(/['’]s?$/, ''));
}
