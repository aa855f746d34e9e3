import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { type Day, isoDay } from '../../book/days';
import { finish, type Steps } from '../../book/steps';
import type { OutValue } from '../port';
import type { NewRows } from './rows';

/** Rows of a result table, column by column, as they are written. */
export type CanonicalRows = Pick<NewRows, 'table' | 'dimensions' | 'columns' | 'count'>;

/**
 * SHA-256 over canonical rows: the fingerprint of the closing before, a line for the run, then for each table with rows a line
 * with its name and one for each row. A row is its cells as Header=value, those of the table's own columns in their
 * order and then the dimensions by name; no links, no Status, which a reversal changes. Blank cells are left out, so that
 * a column that a later version adds changes no fingerprint. Cells are separated by U+001F, lines end with a line feed, a
 * number is its shortest text at 15 digits.
 */
export function fingerprint(
  before: string,
  run: { readonly type: string; readonly day: Day },
  tables: readonly CanonicalRows[],
): string {
  return finish(fingerprintSteps(before, run, tables));
}

/** The same in steps. */
export function* fingerprintSteps(
  before: string,
  run: { readonly type: string; readonly day: Day },
  tables: readonly CanonicalRows[],
): Steps<string> {
  const hash = sha256.create();
  let text = `${before}\n${run.type}\u001f${isoDay(run.day)}\n`;
  for (const { table, dimensions, columns, count } of tables) {
    if (count === 0) continue;
    const own = table.columns.map(({ name }) => name).filter((name) => name !== 'Status');
    const names = [...own, ...(table.dimensions ? [...dimensions].sort() : [])];
    const cells = names.map((name) => ({ head: `${name}=`, column: columns[name] }));
    text += `${table.name}\n`;
    for (let row = 0; row < count; row++) {
      let line = '';
      for (const { head, column } of cells) {
        const value = canonical(column[row]);
        if (value !== '') line += (line === '' ? '' : '\u001f') + head + value;
      }
      text += `${line}\n`;
      if (text.length > 1 << 14) {
        hash.update(utf8ToBytes(text));
        text = '';
        yield;
      }
    }
  }
  hash.update(utf8ToBytes(text));
  return bytesToHex(hash.digest());
}

/** A cell as fingerprints and comparisons see it: its text, a number as its shortest at 15 digits, blank as "". */
export function canonical(value: OutValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'number') return value;
  const text = String(value);
  // What is as short as that has no more than 15 digits.
  return text.length <= 15 && !text.includes('e') ? text : String(Number(value.toPrecision(15)));
}
