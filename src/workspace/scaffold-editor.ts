import type { Programme } from '../model/programme.ts';
import type { FileKind } from '../source/file-kinds.ts';
import { editorSchema } from '../source/specialise.ts';
import { EDITOR_SCHEMAS } from './layout.ts';

/** The kinds of file of a workspace, each with the paths at which an editor meets it. */
const PATHS: { readonly [kind in Exclude<FileKind, 'answers' | 'mapping' | 'submission' | 'response'>]: string } = {
  workspace: 'lem.yaml',
  'reference-group': 'reference-group.yaml',
  audit: 'audit/*/*.yaml',
  grid: 'grid/*.yaml',
  action: 'plan/*.yaml',
  evidence: 'evidence/*/evidence.yaml',
  summary: 'accreditation/*/*.yaml',
  awards: 'awards.yaml',
  calendar: 'calendar.yaml',
  programme: 'programme.yaml',
};
const KINDS = Object.keys(PATHS) as (keyof typeof PATHS)[];

/** What editors use: a schema for each kind of file, made for the programme, and Visual Studio Code's settings. */
export function editorFiles(programme: Programme): readonly (readonly [path: string, content: string])[] {
  const settings = {
    'files.eol': '\n',
    'files.insertFinalNewline': true,
    'yaml.schemas': Object.fromEntries(KINDS.map((kind) => [`./${EDITOR_SCHEMAS}/${kind}.json`, PATHS[kind]])),
    '[yaml]': {
      'editor.tabSize': 2,
      'editor.insertSpaces': true,
      'editor.quickSuggestions': { other: true, comments: false, strings: true },
    },
  };
  return [
    ...KINDS.map((kind): [string, string] => [`${EDITOR_SCHEMAS}/${kind}.json`, editorSchema(kind, programme)]),
    ['.vscode/settings.json', `${JSON.stringify(settings, null, 2)}\n`],
    ['.vscode/extensions.json', `${JSON.stringify({ recommendations: ['redhat.vscode-yaml'] }, null, 2)}\n`],
  ];
}
