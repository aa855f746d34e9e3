import { type Book, type Closing, lastClose } from '../book/book';
import { type Day, endOfMonth, NO_DAY } from '../book/days';
import type { Parameters } from '../book/parameters';
import type { Problem } from '../book/problem';
import { INPUT_TABLES } from '../workbook/tables/input';
import { ALL_RESULT_TABLES } from '../workbook/tables/results';
import { cellAddress } from '../workbook/cells';
import type { TablePlace, WorkbookPort } from '../workbook/port';
import { WorkbookRefusal } from '../workbook/refusal';
import type { Environment } from './environment';
import { load } from './load';

/** A table of ours that the workbook has. */
export interface FoundTable {
  readonly name: string;
  readonly sheet: string;
  readonly kind: 'input' | 'result';
  readonly rows: number;
  /** The address of its first header cell. */
  readonly address: string;
  /** The table or range that is read in its place, where one is. */
  readonly mapped?: string;
}

/** What the transactions and earlier runs tell, where they could be read. */
export interface Contents {
  readonly parameters: Parameters;
  readonly transactions: number;
  readonly items: number;
  /** First and last date that a transaction has; NO_DAY where none has one. */
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly lastClose: Closing | undefined;
  /** A run that is Running or Paused: nothing else may run (A18). */
  readonly unfinished: Closing | undefined;
  /** Whether a run is in force that could be reversed. */
  readonly hasRuns: boolean;
  /** The date that the next close is proposed for. */
  readonly proposed: Day;
}

/** What a workbook holds, before anything is asked of it. */
export interface Survey {
  readonly sheets: readonly string[];
  readonly tables: readonly FoundTable[];
  /** Undefined without a table Transactions, and where cells are wrong: the problems tell which. */
  readonly contents: Contents | undefined;
  readonly problems: readonly Problem[];
}

/** Looks at a workbook and writes nothing. Reads the cells only where there is a table Transactions. */
export async function survey(port: WorkbookPort, env: Environment): Promise<Survey> {
  const { sheets, tables: places } = await port.facts();
  const tables = places.flatMap(foundTable);
  if (!tables.some(({ name }) => name === 'Transactions')) {
    return { sheets, tables, contents: undefined, problems: await brokenMapping(port) };
  }
  const loaded = await load(port, env);
  if (!loaded.ok) return { sheets, tables, contents: undefined, problems: loaded.problems };
  return { sheets, tables, contents: contentsOf(loaded.value.read.book), problems: loaded.warnings };
}

/** Why there are no transactions although something is mapped to them: the mapping does not fit the workbook any more. */
async function brokenMapping(port: WorkbookPort): Promise<readonly Problem[]> {
  try {
    await port.read(['Transactions']);
    return [];
  } catch (error) {
    if (error instanceof WorkbookRefusal) return error.problems;
    throw error;
  }
}

function foundTable({ name, sheet, rows, headerRow, firstColumn, mapped }: TablePlace): FoundTable[] {
  const called = (table: { name: string }) => table.name.toLowerCase() === name.toLowerCase();
  const spec = INPUT_TABLES.find(called) ?? ALL_RESULT_TABLES.find(called);
  if (!spec) return [];
  const kind = INPUT_TABLES.some(called) ? 'input' : 'result';
  const address = cellAddress(sheet, headerRow, firstColumn);
  return [{ name: spec.name, sheet, kind, rows, address, ...(mapped === undefined ? {} : { mapped }) }];
}

function contentsOf(book: Book): Contents {
  const { parameters, transactions, items, closings } = book;
  let [firstDay, lastDay, firstIssue] = [NO_DAY, NO_DAY, NO_DAY];
  for (let row = 0; row < transactions.inputCount; row++) {
    for (const day of [transactions.financialDay[row], transactions.physicalDay[row]]) {
      if (day === NO_DAY) continue;
      if (firstDay === NO_DAY || day < firstDay) firstDay = day;
      if (day > lastDay) lastDay = day;
      if (transactions.quantity[row] < 0 && (firstIssue === NO_DAY || day < firstIssue)) firstIssue = day;
    }
  }
  return {
    parameters,
    transactions: transactions.inputCount,
    items: items.length,
    firstDay,
    lastDay,
    lastClose: lastClose(closings),
    unfinished: closings.find(({ status }) => status === 'Running' || status === 'Paused'),
    hasRuns: closings.some(({ type, status }) => type !== 'Reversal' && status === 'Completed'),
    proposed: proposedDay(book, firstIssue || firstDay),
  };
}

/**
 * When the next close is due: at the end of the period after the last close, where the table Periods has one; else at
 * the end of that month. Before the first close it is the period of the first issue: until then there is nothing to
 * settle, only opening stock. NO_DAY for an empty workbook.
 */
export function proposedDay({ closings, periods }: Book, firstIssue: Day): Day {
  const last = lastClose(closings);
  const from = last ? last.day + 1 : firstIssue;
  if (from === NO_DAY) return NO_DAY;
  const period = periods.find((one) => one.from <= from && from <= one.to);
  return period?.to ?? endOfMonth(from);
}
