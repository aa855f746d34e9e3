import type { CellValue } from '../cells';
import { isBlank } from '../read/ids';
import { INPUT_TABLES } from '../tables/input';
import { headerText } from './stand-in';
import { plainHeader, SYNONYMS } from './synonyms';

/** The first rows of a foreign table or range: what people see, and what a proposal is made from. */
export interface FirstRows {
  readonly headers: readonly string[];
  /** Row by row. */
  readonly rows: readonly (readonly CellValue[])[];
}

/**
 * Proposes for each of our columns the foreign one (its place, from 0) that its header names, in English or German. Each is
 * taken once, better names first. A column whose first values say that it is another one is left: an id that repeats, a
 * text that is none of the choices, a figure that is a text.
 */
export function proposeColumns(table: string, columns: readonly string[], first: FirstRows): Map<string, number> {
  const plain = first.headers.map(plainHeader);
  const required = requiredOf(table);
  const candidates: { column: string; at: number; rank: number; need: number }[] = [];
  for (const column of columns) {
    const names = [column, ...(SYNONYMS[table]?.[column] ?? [])].map(plainHeader);
    plain.forEach((header, at) => {
      const rank = header === '' ? -1 : names.indexOf(header);
      if (
        rank >= 0 &&
        fits(
          table,
          column,
          first.rows.map((row) => row[at] ?? null),
        )
      )
        candidates.push({ column, at, rank, need: required.has(column) ? 0 : 1 });
    });
  }
  // What is needed comes first: a voucher is the id where nothing else can be.
  candidates.sort(
    (a, b) =>
      a.need - b.need || a.rank - b.rank || columns.indexOf(a.column) - columns.indexOf(b.column) || a.at - b.at,
  );
  const proposed = new Map<string, number>();
  const taken = new Set<number>();
  for (const { column, at } of candidates) {
    if (proposed.has(column) || taken.has(at)) continue;
    proposed.set(column, at);
    taken.add(at);
  }
  return proposed;
}

const requiredOf = (table: string): ReadonlySet<string> =>
  new Set(
    INPUT_TABLES.find(({ name }) => name === table)
      ?.columns.filter(({ required }) => required)
      .map(({ name }) => name),
  );

/** Whether the first values could be those of a column: only what certainly can not be is told. */
function fits(table: string, column: string, cells: readonly CellValue[]): boolean {
  const values = cells.filter((cell) => !isBlank(cell));
  const spec = INPUT_TABLES.find(({ name }) => name === table)?.columns.find(({ name }) => name === column);
  if (spec?.kind === 'choice') {
    const choices = new Set(spec.choices?.map((choice) => choice.toLowerCase()));
    return values.every((value) => typeof value === 'string' && choices.has(value.trim().toLowerCase()));
  }
  if (column === 'Transaction') {
    const ids = values.map((value) => headerText(value).toLowerCase());
    return new Set(ids).size === ids.length;
  }
  if (spec && ['quantity', 'amount', 'number', 'date', 'unit cost'].includes(spec.kind)) {
    return values.every((value) => typeof value === 'number' || /\d/.test(headerText(value)));
  }
  return true;
}

/** How many rows at the top are looked at for a header: exports begin with titles and filters. */
export const HEADER_SEARCH = 20;

/**
 * The place (from 0) of the row that looks like a header: of those with at least two texts and no figures the one with the
 * most names that are known, else the first.
 */
export function findHeaderRow(table: string, rows: readonly (readonly CellValue[])[]): number {
  const names = new Set(
    Object.entries(SYNONYMS[table] ?? {}).flatMap(([column, synonyms]) => [column, ...synonyms].map(plainHeader)),
  );
  let best = { row: 0, known: -1 };
  rows.slice(0, HEADER_SEARCH).forEach((cells, row) => {
    const filled = cells.filter((cell) => !isBlank(cell));
    if (filled.length < 2 || filled.some((cell) => typeof cell !== 'string')) return;
    const known = filled.filter((cell) => names.has(plainHeader(String(cell)))).length;
    if (known > best.known) best = { row, known };
  });
  return best.row;
}
