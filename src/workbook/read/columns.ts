/**
 * Columns of cells to columns of values. Every reader takes the rows to read and gives one value for each, with a
 * problem for each cell that it can not use. A column that the table does not have reads as blank.
 */
import { NO_DAY } from '../../book/days';
import { NONE } from '../../book/book';
import { scale } from '../../book/decimals';
import { isFault, type CellValue } from '../cells';
import { anyOf, parseChoice, parseYesNo } from './choices';
import { parseDayText, serialDay, type DayFault } from './days';
import { at15Digits, parseNumberText, type NumberFault } from './numbers';
import { isBlank } from './ids';
import type { ColumnView, ProblemList } from './problem-list';

/** Stand where a cell could not be used and a problem says so, so that nobody complains of the same cell again. */
const FAULTY_NUMBER = Infinity;
const FAULTY_DAY = -1;
export const FAULTY = -2;

/** Stands for a blank cell in a column of numbers. */
export const BLANK_NUMBER = NaN;

/** Whether blank cells are a problem. */
export interface Need {
  readonly required: boolean;
}
export const REQUIRED: Need = { required: true };
export const OPTIONAL: Need = { required: false };

type Plain = string | number | boolean;

/** The cell's value where it has one; 'blank' or 'faulty' where not, with the problem told. */
export function plainCell(
  column: ColumnView,
  row: number,
  need: Need,
  problems: ProblemList,
): { readonly value: Plain } | 'blank' | 'faulty' {
  const value: CellValue = column.cells[row] ?? null;
  if (isBlank(value)) {
    if (!need.required) return 'blank';
    problems.at(column, row, 'BLANK', `${column.name} is blank.`, `Fill in the ${column.name}.`);
    return 'faulty';
  }
  if (!isFault(value)) return { value };
  if (value.fault === 'error') {
    const remedy = 'Correct the formula, or type the value.';
    problems.at(column, row, 'CELL_ERROR', `${column.name} holds the error value ${value.text}.`, remedy);
  } else {
    const remedy = 'Open the workbook in Excel, let it calculate, and save it.';
    problems.at(column, row, 'NOT_CALCULATED', `${column.name} is a formula whose result is not saved.`, remedy);
  }
  return 'faulty';
}

/** Amounts or quantities, scaled to whole units of the decimals; finer and larger ones are problems. */
export function readScaled(
  column: ColumnView | undefined,
  rows: Int32Array,
  decimals: number,
  need: Need,
  problems: ProblemList,
): Float64Array {
  const out = new Float64Array(rows.length).fill(BLANK_NUMBER);
  if (!column) return out;
  const { cells } = column;
  for (let i = 0; i < rows.length; i += 1) {
    const cell = cells[rows[i]];
    const value = typeof cell === 'number' ? cell : slowNumber(column, rows[i], need, problems);
    if (!Number.isFinite(value)) {
      out[i] = value;
      continue;
    }
    const units = scale(value, decimals);
    out[i] = typeof units === 'number' ? units : tooMuch(column, rows[i], units, decimals, problems);
  }
  return out;
}

/** Numbers as they are, at 15 significant digits: sequences, unit prices. */
export function readNumbers(
  column: ColumnView | undefined,
  rows: Int32Array,
  need: Need,
  problems: ProblemList,
): Float64Array {
  const out = new Float64Array(rows.length).fill(BLANK_NUMBER);
  if (!column) return out;
  for (let i = 0; i < rows.length; i += 1) {
    const cell = column.cells[rows[i]];
    out[i] = at15Digits(typeof cell === 'number' ? cell : slowNumber(column, rows[i], need, problems));
  }
  return out;
}

function slowNumber(column: ColumnView, row: number, need: Need, problems: ProblemList): number {
  const cell = plainCell(column, row, need, problems);
  if (cell === 'blank') return BLANK_NUMBER;
  if (cell === 'faulty') return FAULTY_NUMBER;
  if (typeof cell.value === 'number') return cell.value;
  const parsed = typeof cell.value === 'string' ? parseNumberText(cell.value) : 'unreadable';
  return typeof parsed === 'number' ? parsed : notANumber(column, row, parsed, problems);
}

function notANumber(column: ColumnView, row: number, fault: NumberFault, problems: ProblemList): number {
  if (fault === 'ambiguous') {
    const message = `${column.name} is text that can be read as two numbers: the comma or point may part thousands or decimals.`;
    problems.at(column, row, 'AMBIGUOUS_NUMBER', message, 'Type it as a number, or with two decimals (1,234.00).');
  } else if (fault === 'long') {
    const message = `${column.name} has more than 15 digits.`;
    problems.at(column, row, 'TOO_FINE', message, 'Round it: Excel keeps 15 digits of a number.');
  } else {
    const remedy = 'Type a number, without currency, percent or unit.';
    problems.at(column, row, 'NOT_A_NUMBER', `${column.name} is not a number.`, remedy);
  }
  return FAULTY_NUMBER;
}

function tooMuch(
  column: ColumnView,
  row: number,
  fault: 'fine' | 'large',
  decimals: number,
  problems: ProblemList,
): number {
  if (fault === 'fine') {
    const message = `${column.name} has more than ${decimals} decimals.`;
    problems.at(column, row, 'TOO_FINE', message, 'Round it, or raise the decimals in the table Parameters.');
  } else {
    const message = `${column.name} is too large to be exact with ${decimals} decimals.`;
    problems.at(column, row, 'TOO_LARGE', message, 'Correct it, or lower the decimals in the table Parameters.');
  }
  return FAULTY_NUMBER;
}

const DAY_FAULTS: Record<DayFault, string> = {
  ambiguous: 'can be read as two dates: day and month may stand in either order',
  unreadable: 'is not a date',
  'two-digit year': 'has a year of two digits',
  'no such date': 'is a day that does not exist',
  'out of range': 'lies before 1900-03-01 or after 9999-12-31',
};

/** Days; NO_DAY where the cell is blank. */
export function readDays(
  column: ColumnView | undefined,
  rows: Int32Array,
  date1904: boolean,
  need: Need,
  problems: ProblemList,
): Int32Array {
  const out = new Int32Array(rows.length).fill(NO_DAY);
  if (!column) return out;
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i];
    let cell: CellValue | undefined = column.cells[row];
    if (typeof cell !== 'number') {
      const found = plainCell(column, row, need, problems);
      if (typeof found === 'string') {
        out[i] = found === 'blank' ? NO_DAY : FAULTY_DAY;
        continue;
      }
      cell = found.value;
    }
    const day = dayIn(cell as Plain, date1904);
    out[i] = typeof day === 'number' ? day : FAULTY_DAY;
    if (typeof day === 'string') {
      const code = day === 'ambiguous' ? 'AMBIGUOUS_DATE' : 'NOT_A_DATE';
      const remedy = 'Type it as a date, or as text of the form 2026-01-31.';
      problems.at(column, row, code, `${column.name} ${DAY_FAULTS[day]}.`, remedy);
    }
  }
  return out;
}

function dayIn(value: Plain, date1904: boolean): number | DayFault {
  if (typeof value === 'number') return serialDay(value, date1904);
  return typeof value === 'string' ? parseDayText(value) : 'unreadable';
}

/** Places in a list of allowed texts; NONE where the cell is blank, FAULTY where it is something else. */
export function readChoices(
  column: ColumnView | undefined,
  rows: Int32Array,
  choices: readonly string[],
  need: Need,
  problems: ProblemList,
): Int16Array {
  const out = new Int16Array(rows.length).fill(NONE);
  if (!column) return out;
  const known = new Map<CellValue, number>();
  for (let i = 0; i < rows.length; i += 1) {
    const cell = column.cells[rows[i]] ?? null;
    const index = known.get(cell) ?? choiceIn(column, rows[i], choices, need, problems);
    out[i] = index;
    if (index !== FAULTY) known.set(cell, index);
  }
  return out;
}

function choiceIn(
  column: ColumnView,
  row: number,
  choices: readonly string[],
  need: Need,
  problems: ProblemList,
): number {
  const cell = plainCell(column, row, need, problems);
  if (typeof cell === 'string') return cell === 'blank' ? NONE : FAULTY;
  const index = parseChoice(cell.value, choices);
  if (index !== undefined) return index;
  const message = `${column.name} is none of the allowed values.`;
  problems.at(column, row, 'NOT_A_CHOICE', message, `Use ${anyOf(choices)}.`);
  return FAULTY;
}

/** 1 for Yes, 0 for No, NONE where the cell is blank. */
export function readYesNo(column: ColumnView | undefined, rows: Int32Array, problems: ProblemList): Int8Array {
  const out = new Int8Array(rows.length).fill(NONE);
  if (!column) return out;
  for (let i = 0; i < rows.length; i += 1) {
    const cell = plainCell(column, rows[i], OPTIONAL, problems);
    if (typeof cell === 'string') continue;
    const answer = parseYesNo(cell.value);
    if (answer !== undefined) out[i] = answer ? 1 : 0;
    else problems.at(column, rows[i], 'NOT_A_CHOICE', `${column.name} is neither Yes nor No.`, 'Use Yes or No.');
  }
  return out;
}
