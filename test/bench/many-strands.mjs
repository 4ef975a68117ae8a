// The sample school with as many strands as wanted, each with the sample's summary of one strand and all that it leans on.
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';

/** The strand whose summary is told again for each. */
const TOLD = 'race';
const YEAR = '2025-26';

/** As lem writes it: texts are not broken into lines. */
const yamlOf = (data) => stringify(data, { lineWidth: 0 });

/**
 * Makes the school below a folder.
 * @param root lem's own folder
 * @returns the strands' ids
 */
export function manyStrands(root, folder, count) {
  const strands = Array.from({ length: count }, (_, index) => `${TOLD}-${String(index + 1).padStart(2, '0')}`);
  cpSync(join(root, 'examples/ribble-bank'), folder, { recursive: true });
  const change = (path, how) => {
    const data = parse(readFileSync(join(folder, path), 'utf8'));
    how(data);
    writeFileSync(join(folder, path), yamlOf(data));
  };
  const files = (under) =>
    readdirSync(join(folder, under), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => `${under}/${name}`);
  const spread = (data) => Object.fromEntries(strands.map((strand) => [strand, data[TOLD]]));

  cpSync(join(root, 'templates/programmes/lem-5.yaml'), join(folder, 'programme.yaml'));
  change('programme.yaml', (programme) => {
    const told = programme.strands.find(({ id }) => id === TOLD);
    programme.id = 'many-strands';
    programme.strands = strands.map((id, index) => ({ ...told, id, title: `${told.title} ${index + 1}`, aliases: [] }));
  });
  change('lem.yaml', (settings) => {
    settings.programme = 'many-strands';
  });
  for (const path of files('audit'))
    change(path, (audit) => {
      audit.edition = 'many-strands';
      for (const judgement of Object.values(audit.judgements))
        if (judgement.strands?.[TOLD] !== undefined) judgement.strands = spread(judgement.strands);
        else delete judgement.strands;
    });
  for (const path of files('grid'))
    change(path, (grid) => {
      for (const [element, cells] of Object.entries(grid.cells)) grid.cells[element] = spread(cells);
    });
  for (const path of [...files('plan'), ...files('evidence')])
    change(path, (file) => {
      file.strands = file.strands?.includes(TOLD) ? strands : strands.slice(0, 1);
    });
  const summary = parse(readFileSync(join(folder, `accreditation/${YEAR}/${TOLD}.yaml`), 'utf8'));
  for (const path of files('accreditation')) rmSync(join(folder, path));
  for (const strand of strands)
    writeFileSync(join(folder, `accreditation/${YEAR}/${strand}.yaml`), yamlOf({ ...summary, strand }));
  writeFileSync(join(folder, 'awards.yaml'), 'visits: []\n');
  change('calendar.yaml', (calendar) => {
    calendar.visits = [{ date: '2026-06-25', kind: 'accreditation', strands: strands.slice(0, 1) }];
  });
  return strands;
}
