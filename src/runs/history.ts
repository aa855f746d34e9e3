import { DAYS_1904, type Day, NO_DAY } from '../book/days';
import { type CellValue, isFault } from '../workbook/cells';
import type { TableCells, WorkbookPort } from '../workbook/port';
import { addressOf, columnOf } from './find-rows';

/** A run as its row in Closings tells of it. Figures are numbers as the cells hold them; undefined where blank. */
export interface PastRun {
  readonly closing: string;
  readonly type: string;
  readonly status: string;
  readonly day: Day;
  /** Id of the run that it reverses, or "". */
  readonly reverses: string;
  /** Moments as day serials with a fraction, UTC. */
  readonly started: number | undefined;
  readonly finished: number | undefined;
  readonly transactions: number | undefined;
  readonly settlements: number | undefined;
  readonly adjustments: number | undefined;
  readonly valueBefore: number | undefined;
  readonly adjustment: number | undefined;
  readonly valueAfter: number | undefined;
  readonly logEntries: number | undefined;
  readonly note: string;
  /** Who ran it, or "". */
  readonly by: string;
  /** How far a paused run is: "57 %: writing rows"; "" for others. */
  readonly progress: string;
  readonly address: string;
}

/** An entry of the log. */
export interface PastEntry {
  readonly closing: string;
  readonly severity: string;
  readonly code: string;
  readonly item: string;
  readonly transaction: string;
  readonly message: string;
  readonly remedy: string;
  readonly status: string;
  readonly address: string;
}

/** Every run and every entry of the log, newest run first. */
export interface History {
  readonly runs: readonly PastRun[];
  readonly log: readonly PastEntry[];
  /** The sheets of the workbook: some runs have a summary among them. */
  readonly sheets: readonly string[];
}

/**
 * Reads what earlier runs have left. It is for looking: a cell that is not as it was written is shown as a blank and
 * is no obstacle here (every run checks it).
 */
export async function history(port: WorkbookPort): Promise<History> {
  const { date1904, sheets } = await port.facts();
  const tables = [...(await port.read(['Closings', 'CloseLog'])).values()];
  const find = (name: string) => tables.find((table) => table.name.toLowerCase() === name.toLowerCase());
  const shift = date1904 ? DAYS_1904 : 0;
  return {
    runs: rowsOf(find('Closings'))
      .map((row) => runOf(row, shift))
      .reverse(),
    log: rowsOf(find('CloseLog')).map(entryOf),
    sheets,
  };
}

/** A row of a table: its cells by header, and its address. */
interface Row {
  readonly text: (column: string) => string;
  readonly number: (column: string) => number | undefined;
  readonly address: string;
}

function rowsOf(table: TableCells | undefined): Row[] {
  if (!table) return [];
  const first = table.headers[0] ?? '';
  return Array.from({ length: table.rows }, (_, row) => {
    const cell = (column: string): CellValue => table.cells[columnOf(table, column)]?.[row] ?? null;
    return {
      text: (column: string) => textOf(cell(column)),
      number: (column: string) => {
        const value = cell(column);
        return typeof value === 'number' ? value : undefined;
      },
      address: addressOf(table, row, first),
    };
  }).filter((row) => row.text(first) !== '');
}

function textOf(value: CellValue): string {
  return value === null || isFault(value) ? '' : String(value);
}

function runOf({ text, number, address }: Row, shift: number): PastRun {
  const day = number('Date');
  const moment = (column: string) => {
    const value = number(column);
    return value === undefined ? undefined : value + shift;
  };
  return {
    closing: text('Closing'),
    type: text('Type'),
    status: text('Status'),
    day: day === undefined ? NO_DAY : day + shift,
    reverses: text('Reverses'),
    started: moment('Started'),
    finished: moment('Finished'),
    transactions: number('Transactions'),
    settlements: number('Settlements'),
    adjustments: number('Adjustments'),
    valueBefore: number('Value before'),
    adjustment: number('Adjustment'),
    valueAfter: number('Value after'),
    logEntries: number('Log entries'),
    note: text('Note'),
    by: text('Run by'),
    progress: text('Progress'),
    address,
  };
}

function entryOf({ text, address }: Row): PastEntry {
  return {
    closing: text('Closing'),
    severity: text('Severity'),
    code: text('Code'),
    item: text('Item'),
    transaction: text('Transaction'),
    message: text('Message'),
    remedy: text('Remedy'),
    status: text('Status'),
    address,
  };
}
