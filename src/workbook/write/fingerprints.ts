import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { type Day, isoDay } from '../../book/days';
import { finish, type Steps } from '../../book/steps';
import type { OutValue } from '../port';
import type { NewRows } from './rows';

/**
 * SHA-256 over canonical rows: the fingerprint of the closing before, a line for the run, then for each table a line
 * with its name and one for each row with the values of its own columns (no links, no Status, which a reversal
 * changes). Values are separated by U+001F, lines end with a line feed, a number is its shortest text at 15 digits.
 */
export function fingerprint(
  before: string,
  run: { readonly type: string; readonly day: Day },
  tables: readonly NewRows[],
): string {
  return finish(fingerprintSteps(before, run, tables));
}

/** The same in steps. */
export function* fingerprintSteps(
  before: string,
  run: { readonly type: string; readonly day: Day },
  tables: readonly NewRows[],
): Steps<string> {
  const hash = sha256.create();
  let text = `${before}\n${run.type}\u001f${isoDay(run.day)}\n`;
  for (const { table, dimensions, columns, count } of tables) {
    const names = table.columns.map(({ name }) => name).filter((name) => name !== 'Status');
    const cells = [...names, ...(table.dimensions ? dimensions : [])].map((name) => columns[name]);
    text += `${table.name}\n`;
    for (let row = 0; row < count; row++) {
      text += `${cells.map((column) => canonical(column[row])).join('\u001f')}\n`;
      if (text.length > 1 << 16) {
        hash.update(utf8ToBytes(text));
        text = '';
        yield;
      }
    }
  }
  hash.update(utf8ToBytes(text));
  return bytesToHex(hash.digest());
}

function canonical(value: OutValue): string {
  if (value === null) return '';
  if (typeof value !== 'number') return value;
  const text = String(value);
  // What is as short as that has no more than 15 digits.
  return text.length <= 15 && !text.includes('e') ? text : String(Number(value.toPrecision(15)));
}
