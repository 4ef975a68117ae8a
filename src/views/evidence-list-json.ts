import { evidenceWithin } from '../facts/evidence-age.ts';
import type { ItemFacts } from '../facts/evidence-items.ts';
import type { IsoDate } from '../model/calendar.ts';
import type { Programme } from '../model/programme.ts';

/** Evidence items as JSON: schemas/output/evidence.json. */
export function evidenceJson(programme: Programme, items: readonly ItemFacts[], on: IsoDate): unknown {
  return {
    format: 1,
    on,
    programme: programme.id,
    within: evidenceWithin(programme) ?? null,
    items: items.map(({ id, file, item, uses, isUnused, age, missing, changed }) => ({
      id,
      file,
      readable: item !== null,
      title: item?.title ?? null,
      kind: item?.kind ?? null,
      date: item?.date ?? null,
      strands: item?.strands ?? [],
      elements: item?.elements ?? [],
      files: item?.files?.map(({ path }) => path) ?? [],
      missing,
      changed,
      holder: item?.holder ?? null,
      link: item?.link ?? null,
      consent: item?.consent ?? null,
      reviewed: item?.reviewed ?? null,
      uses,
      unused: isUnused,
      age: age?.state ?? null,
      countsUntil: age?.until ?? null,
      visit: age?.visit ?? null,
    })),
  };
}
