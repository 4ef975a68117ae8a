import type { FileChange } from '../model/outcome.ts';
import type { Programme } from '../model/programme.ts';
import { yamlText } from '../source/yaml-text.ts';
import { pathOf, WORKSPACE_FILE } from './layout.ts';
import { type Answers, PHASES } from './scaffold-answers.ts';
import { yearFiles } from './scaffold-audit.ts';
import { editorFiles } from './scaffold-editor.ts';
import { members } from './scaffold-parts.ts';
import { fill, listed, markdown, oneLine } from './scaffold-text.ts';

/** The CI file of each service. */
export const CI_FILES = { github: '.github/workflows/lem.yml', gitlab: '.gitlab-ci.yml', none: null } as const;

/**
 * Every file of a new workspace, empty but ready to be filled in by hand. The same answers give the same bytes.
 * @param template gives the text of a template in templates/ by its path there
 * @param version the version of lem that the CI file installs, `0.1`
 */
export function scaffold(
  answers: Answers,
  programme: Programme,
  template: (path: string) => string,
  version: string,
): readonly FileChange[] {
  const values = { ...valuesOf(answers, programme), version };
  const from = (name: string, more: { readonly [name: string]: string } = {}): string =>
    fill(template(`workspace/${name}`), { ...values, ...more });
  const ci = CI_FILES[answers.ci];
  const files: readonly (readonly [string, string])[] = [
    [WORKSPACE_FILE, from('lem.yaml')],
    ['reference-group.yaml', from('reference-group.yaml', { members: members(programme) })],
    ...yearFiles(programme, answers.year, template),
    ...['plan', 'evidence', 'accreditation'].map((folder): [string, string] => [`${folder}/.gitkeep`, '']),
    ['awards.yaml', from('awards.yaml')],
    ['calendar.yaml', from('calendar.yaml')],
    ['README.md', from('README.md', readmeValues(answers, programme))],
    ['.gitignore', from('gitignore')],
    ['.gitattributes', from('gitattributes')],
    ['.editorconfig', from('editorconfig')],
    ...editorFiles(programme),
    ...(ci === null ? [] : [[ci, fill(template(`ci/${answers.ci}.yml`), values)] as const]),
  ];
  return files.map(([path, content]) => ({ path, content }));
}

/** What the YAML templates ask for. Ids and texts that may stand as values are in YAML's own quotes where they need them. */
function valuesOf(
  { name, urn, phase, localAuthority, year, coordinator, email }: Answers,
  programme: Programme,
): { readonly [name: string]: string } {
  const { team = 'Equality team', meetings } = programme.file;
  const after = (value: string | undefined): string => (value === undefined ? '' : ` ${yamlText(value)}`);
  const person = [
    `\n  - name:${after(coordinator)}`,
    `\n    role: Equality co-ordinator`,
    ...(email === undefined ? [] : [`\n    email:${after(email)}`]),
  ];
  const firstYear = Number(year.slice(0, 4));
  const most = meetings?.mostFromSchool;
  return {
    programme: yamlText(programme.id),
    name: yamlText(name),
    urn: after(urn),
    phase: after(phase),
    phases: PHASES.join(', '),
    localAuthority: after(localAuthority),
    coordinators:
      coordinator === undefined
        ? ' []\n  # - { name: J. Patel, role: Equality co-ordinator, email: office@school.example }'
        : person.join(''),
    year,
    firstYear: String(firstYear),
    secondYear: String(firstYear + 1),
    strand: yamlText([...programme.strands.keys()][0] ?? ''),
    team: oneLine(team),
    assessor: yamlText(team),
    mostFromSchool: most === undefined ? '' : `: at most ${most} from a school`,
  };
}

/** What the README asks for, in Markdown. */
function readmeValues(
  { name, year, ci }: Answers,
  { file, elements, strands }: Programme,
): { readonly [name: string]: string } {
  const special = file.strands
    .filter(({ specialCategory }) => specialCategory === true)
    .map(({ title }) => markdown(title));
  return {
    name: markdown(name),
    programmeTitle: markdown(file.title),
    mark: markdown(file.mark.title),
    about: markdown(file.about ?? ''),
    team: markdown(file.team ?? 'Equality team'),
    element: yamlText([...elements.keys()][0] ?? ''),
    elements: [...elements.values()]
      .map(({ id, title }) => `| ${markdown(title)} | \`${pathOf.audit(year, id)}\` | |`)
      .join('\n'),
    strands: [...strands.values()].map(({ id, badge }) => `| ${markdown(badge)} | \`${id}\` |`).join('\n'),
    checks: ci === 'none' ? '' : ' Every push is checked too.',
    smallNumber: String(file.privacy?.smallNumber ?? 10),
    specialCategory:
      special.length === 0
        ? ''
        : `\nWhat tells of a person’s ${listed(special).toLowerCase()} is special-category data, which the law protects most.\n`,
  };
}
