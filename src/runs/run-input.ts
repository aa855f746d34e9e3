/** What a run computes from, kept with a paused one: what was changed meanwhile is told cell by cell (A18). */
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { messageOf, remedyOf } from '../book/log';
import type { Problem } from '../book/problem';
import { finish, ROWS_A_STEP, type Steps } from '../book/steps';
import { cellAddress, contentOf, type CellValue } from '../workbook/cells';
import { headerKey } from '../workbook/headers';
import type { TableCells } from '../workbook/port';
import { idKey, isBlank } from '../workbook/read/ids';
import { INPUT_TABLES } from '../workbook/tables/input';
import { RUN_INPUT } from '../workbook/tables/results';
import type { InputTable } from '../workbook/tables/spec';
import { NewRows, numbering } from '../workbook/write/rows';
import { addressOf, columnOf } from './find-rows';
import { tableOf, type Tables, textOf, textsOf } from './unfinished';

/** Rows of an input table that hold anything, in the columns that count. */
interface Input {
  readonly table: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
  /** Body row of each, from 0. */
  readonly places: readonly number[];
}

/** Whether a period is open is asked anew by whoever goes on: its table says nothing of the figures. */
const TABLES = INPUT_TABLES.filter(({ name }) => name !== 'Periods');

/** SHA-256 over all cells that a run computes from, in steps: two inputs with the same one are the same. */
export function* digestSteps(tables: Tables): Steps<string> {
  const hash = sha256.create();
  for (const { table, headers, rows } of yield* inputSteps(tables)) {
    hash.update(utf8ToBytes(`${table}\n${JSON.stringify(headers.map(headerKey))}\n`));
    let text = '';
    for (const row of rows) {
      text += `${JSON.stringify(row)}\n`;
      if (text.length < 1 << 16) continue;
      hash.update(utf8ToBytes(text));
      text = '';
      yield;
    }
    hash.update(utf8ToBytes(text));
  }
  return bytesToHex(hash.digest());
}

/** The input as rows of the table RunInput: for each table its headers, then its rows. */
export function runInputRows(tables: Tables, closing: string): NewRows {
  const found = new NewRows(RUN_INPUT, []);
  const number = numbering('I', 0);
  for (const { table, headers, rows } of inputsOf(tables)) {
    const add = (row: number, cells: readonly CellValue[]) =>
      found.add({
        Line: number(),
        Closing: closing,
        Table: table,
        Row: row,
        Content: JSON.stringify(cells),
        Status: 'Active',
      });
    add(0, headers);
    rows.forEach((cells, at) => add(at + 1, cells));
  }
  return found;
}

/** All that is not as it was when the run was paused, cell by cell; undefined where the table RunInput can not tell. */
export function changedSince(tables: Tables, closing: string): Problem[] | undefined {
  const before = readBack(tables, closing);
  if (!before) return undefined;
  const now = new Map(inputsOf(tables).map((input) => [input.table, input]));
  return TABLES.flatMap(({ name }): Problem[] => {
    const [old, fresh] = [before.get(name), now.get(name)];
    if (!old || !fresh) {
      if (!old && !fresh) return [];
      return [changed(closing, `The table ${name}`, '', old ? 'there' : 'not there', fresh ? 'there' : 'gone')];
    }
    return differences(closing, old, fresh, tableOf(tables, name)!);
  });
}

const inputsOf = (tables: Tables): Input[] => finish(inputSteps(tables));

function* inputSteps(tables: Tables): Steps<Input[]> {
  const groups = tableOf(tables, 'DimensionGroups');
  const dimensions = new Set(groups?.headers.map(headerKey));
  const inputs: Input[] = [];
  for (const spec of TABLES) {
    const table = tableOf(tables, spec.name);
    if (table) inputs.push(yield* inputOf(spec, table, dimensions));
  }
  return inputs;
}

/** Columns that nobody reads do not count, nor do blank rows. Excel does not tell an empty cell from an empty text. */
function* inputOf(spec: InputTable, table: TableCells, dimensions: ReadonlySet<string>): Steps<Input> {
  const known = new Set(spec.columns.map(({ name }) => headerKey(name)));
  const counts = (header: string): boolean =>
    known.has(headerKey(header)) || (spec.dimensions && dimensions.has(headerKey(header)));
  const columns = [...table.headers.keys()].filter((at) => counts(table.headers[at]));
  const cell = (at: number, row: number): CellValue => {
    const value = table.cells[at][row] ?? null;
    return isBlank(value) ? null : value;
  };
  const places: number[] = [];
  const rows: CellValue[][] = [];
  for (let row = 0; row < table.rows; row++) {
    if (row % ROWS_A_STEP === 0) yield;
    const cells = columns.map((at) => cell(at, row));
    if (cells.every((one) => one === null)) continue;
    places.push(row);
    rows.push(cells);
  }
  return { table: spec.name, headers: columns.map((at) => table.headers[at].trim()), rows, places };
}

function readBack(tables: Tables, closing: string): Map<string, Input> | undefined {
  const table = tableOf(tables, RUN_INPUT.name);
  if (!table) return undefined;
  const [closings, names, rows] = ['Closing', 'Table', 'Row'].map((name) => textsOf(table, name));
  const contents = table.cells[columnOf(table, 'Content')] ?? [];
  const own = [...closings.keys()].filter((row) => idKey(closings[row]) === idKey(closing));
  if (own.length === 0) return undefined;
  const found = new Map<string, { table: string; headers: string[]; rows: CellValue[][]; places: number[] }>();
  own.sort((a, b) => Number(rows[a]) - Number(rows[b]));
  for (const row of own) {
    const cells = parse(textOf(contents[row]));
    if (!cells) return undefined;
    const input = found.get(names[row]);
    if (rows[row] === '0')
      found.set(names[row], { table: names[row], headers: cells.map(String), rows: [], places: [] });
    else if (input) input.rows.push(cells);
    else return undefined;
  }
  return found;
}

function parse(text: string): CellValue[] | undefined {
  try {
    const found: unknown = JSON.parse(text);
    return Array.isArray(found) ? (found as CellValue[]) : undefined;
  } catch {
    return undefined;
  }
}

function differences(closing: string, before: Input, now: Input, table: TableCells): Problem[] {
  const names = (input: Input): string => [...input.headers].sort().join(', ');
  if (names(before).toLowerCase() !== names(now).toLowerCase()) {
    const place = cellAddress(table.sheet, table.headerRow, table.firstColumn);
    return [changed(closing, `The header of the table ${now.table}`, place, names(before), names(now))];
  }
  const column = now.headers.map((header) => before.headers.findIndex((old) => headerKey(old) === headerKey(header)));
  const [oldKeys, keys] = [keysOf(before), keysOf(now)];
  const problems: Problem[] = [];
  const known = new Set(keys);
  oldKeys.forEach((key, at) => {
    if (known.has(key)) return;
    const content = before.rows[at].filter((cell) => cell !== null).map(contentOf);
    problems.push(changed(closing, `A row of the table ${now.table}`, '', content.join(', '), 'no row'));
  });
  const places = new Map(oldKeys.map((key, at) => [key, at] as const));
  const order: number[] = [];
  keys.forEach((key, at) => {
    const old = places.get(key);
    const row = now.places[at];
    if (old === undefined) {
      const cell = addressOf(table, row, now.headers[0]);
      problems.push(changed(closing, `The row of ${cell}`, cell, 'no row', 'there'));
      return;
    }
    order.push(old);
    now.headers.forEach((header, c) => {
      const [was, is] = [before.rows[old][column[c]], now.rows[at][c]];
      if (was === is || contentOf(was) === contentOf(is)) return;
      const cell = addressOf(table, row, header);
      problems.push({ ...changed(closing, cell, cell, contentOf(was), contentOf(is)), content: textOf(is) });
    });
  });
  if (order.some((old, at) => at > 0 && old < order[at - 1])) {
    const place = cellAddress(table.sheet, table.headerRow, table.firstColumn);
    problems.push(changed(closing, `The order of the rows of ${now.table}`, place, 'one order', 'another'));
  }
  return problems;
}

/** What rows are told apart by: the id in the first column of the contract; the place where that is not unique. */
function keysOf({ table, headers, rows }: Input): string[] {
  const first = INPUT_TABLES.find(({ name }) => name === table)?.columns[0].name ?? '';
  const at = headers.findIndex((header) => headerKey(header) === headerKey(first));
  const keys = rows.map((row) => idKey(textOf(row[at] ?? null)));
  return new Set(keys).size === rows.length && table !== 'Posting' ? keys : rows.map((_, row) => String(row));
}

function changed(closing: string, what: string, cell: string, before: string, after: string): Problem {
  return {
    code: 'INPUT_CHANGED',
    severity: 'Error',
    cell,
    content: '',
    message: messageOf('INPUT_CHANGED', { what, closing, before, after }),
    remedy: remedyOf('INPUT_CHANGED'),
  };
}
