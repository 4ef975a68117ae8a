import { schoolYearOf } from '../model/school-year.ts';
import {
  CI_CHOICES,
  DEFAULTS,
  type Given,
  PHASES,
  QUESTIONS,
  type Question,
  wrongWith,
} from '../workspace/scaffold-answers.ts';
import { wrapped } from '../workspace/scaffold-text.ts';
import type { World } from '../world.ts';
import type { Programmes } from './init-programmes.ts';

/** Asks for what has not been given. @returns every answer, or null where the user broke off */
export async function interview(
  { prompts: load, terminal, today }: World,
  given: Given,
  { editions, usual }: Programmes,
): Promise<Given | null> {
  const prompts = await load();
  // The terminal itself would break lines in the middle of words.
  const fitted = (text: string): string => wrapped(text, terminal.width - 3).join('\n');
  const answers: { [question in Question]?: string } = { ...given };
  for (const question of QUESTIONS) {
    if (answers[question] !== undefined || (question === 'email' && answers.coordinator === '')) continue;
    const answer = await ask(question);
    if (answer === null) return null;
    answers[question] = answer.trim();
  }
  return answers;

  function ask(question: Question): Promise<string | null> {
    const check = (answer: string): string | null => {
      if (question === 'coordinator' && answer.trim() === '' && answers.email)
        return 'Name the co-ordinator whose e-mail address was given.';
      const wrong = wrongWith(question, answer.trim(), editions);
      return wrong === null ? null : fitted(`${wrong.message} ${wrong.hint}`);
    };
    switch (question) {
      case 'name':
        return prompts.text({ message: 'The school’s name:', check });
      case 'urn':
        return prompts.text({ message: 'Its URN, six digits (Enter to leave it out):', check });
      case 'phase':
        return prompts.choose({
          message: 'Its phase:',
          choices: [...PHASES.map((phase) => ({ value: phase, name: phase })), { value: '', name: '(leave it out)' }],
          default: 'primary',
        });
      case 'localAuthority':
        return prompts.text({ message: 'Its local authority:', default: DEFAULTS.localAuthority, check });
      case 'programme': {
        const choices = [...editions].map(([id, { file }]) => ({
          value: id,
          name: `${file.title} (${id})`,
          ...(file.about === undefined ? {} : { description: fitted(file.about) }),
        }));
        return prompts.choose({ message: 'The programme edition you work to:', choices, default: usual });
      }
      case 'year': {
        const starts = editions.get(answers.programme ?? usual)?.file.schoolYear.starts ?? '09-01';
        return prompts.text({ message: 'The school year to begin with:', default: schoolYearOf(today, starts), check });
      }
      case 'coordinator':
        return prompts.text({
          message: answers.email ? 'The co-ordinator’s name:' : 'The co-ordinator’s name (Enter to leave it out):',
          check,
        });
      case 'email':
        return prompts.text({ message: 'Their work address (Enter to leave it out):', check });
      case 'ci':
        return prompts.choose({
          message: 'Check every push on:',
          choices: CI_CHOICES.map((choice) => ({ value: choice, name: SERVICES[choice] ?? choice })),
          default: DEFAULTS.ci,
        });
    }
  }
}

const SERVICES: { readonly [choice: string]: string } = {
  github: 'GitHub Actions',
  gitlab: 'GitLab CI/CD',
  none: 'neither: write no CI file',
};
