import { refuse } from './refusal';
import { INPUT_TABLES } from './tables/input';
import { MAPPING } from './tables/mapping';
import { ALL_RESULT_TABLES } from './tables/results';

/** What counts of a header text: not its case, not the space around it, and a line break is a space. */
export const headerKey = (header: string): string => header.replace(/\s+/g, ' ').trim().toLowerCase();

const OUR_NAMES = new Set([...INPUT_TABLES, MAPPING, ...ALL_RESULT_TABLES].map((table) => table.name.toLowerCase()));

/** Refuses a table with one of our names in which two columns have the same header: it is open which one is meant. */
export function refuseDoubleHeaders(table: string, sheet: string, headers: readonly string[]): void {
  if (!OUR_NAMES.has(table.toLowerCase())) return;
  const seen = new Set<string>();
  for (const header of headers) {
    const key = headerKey(header);
    if (seen.has(key)) {
      throw refuse(
        'DUPLICATE_HEADER',
        `The table ${table} on the sheet "${sheet}" has two columns named "${header.trim()}" (case and surrounding space do not count). Nothing was changed.`,
        'Rename or remove one of the two columns.',
      );
    }
    seen.add(key);
  }
}
