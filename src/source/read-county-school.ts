import type { CountySchool } from '../model/county-school.generated.ts';
import { countySchool } from './county-school.generated.js';

/**
 * Reads a line that `lem county --json` printed. It may come from anywhere: whatever does not hold against the schema is
 * refused whole.
 * @returns the school, or a fault in words that go on where the line’s position leaves off
 */
export function readCountySchool(line: string): { readonly school: CountySchool } | { readonly fault: string } {
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch {
    return { fault: 'is not JSON' };
  }
  if (countySchool(data)) return { school: data as CountySchool };
  const [first] = countySchool.errors ?? [];
  const where = first === undefined || first.instancePath === '' ? 'as a whole' : `at ${first.instancePath}`;
  return { fault: `is no school of a county, ${where}` };
}
