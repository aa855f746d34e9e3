import type { Closing } from '../book/book';
import { DAYS_1904 } from '../book/days';
import { plain, unscale } from '../book/decimals';
import { isByHand, type Results } from '../book/outcome';
import type { Problem } from '../book/problem';
import { inTurns } from '../book/steps';
import { valuesByAccount } from '../settle/reports/account-values';
import type { OutValue, TableWrite, WorkbookPort } from '../workbook/port';
import { idKey } from '../workbook/read/ids';
import { WorkbookRefusal } from '../workbook/refusal';
import { Audit } from '../workbook/sheets/audit';
import { CHECKS, checksPageSteps } from '../workbook/sheets/checks';
import type { InputFacts } from '../workbook/sheets/posted';
import { type SummaryFacts, summaryMark, summaryPageSteps } from '../workbook/sheets/summary';
import { inventoryValueTies } from '../workbook/sheets/value-ties';
import type { Page } from '../workbook/sheets/page';
import { PARAMETER_SPECS } from '../workbook/tables/parameters';
import type { NewRows } from '../workbook/write/rows';
import { TableColumns } from '../workbook/write/table-columns';
import type { Environment } from './environment';
import type { Loaded } from './load';
import { modelSummaries } from './summary';
import { formatsOf } from './write-formats';

/** A workbook as it is once a run has ended, for the sheets that an auditor checks it by. */
export interface RunLeft {
  readonly audit: Audit;
  readonly facts: InputFacts;
  readonly date1904: boolean;
}

/**
 * The workbook with the rows of a run: the tables as they were read, with changed cells, the rows that are added, and all runs as they
 * are then, oldest first. A reversal is not compared with the ledger by what it found: the ledger may know of it already, or not yet.
 */
export function leftBy(
  { read }: Loaded,
  date1904: boolean,
  tables: Loaded['tables'],
  added: readonly NewRows[],
  closings: readonly Closing[],
): RunLeft {
  const audit = new Audit({ tables: new TableColumns(tables, added), closings, formats: formatsOf(read), date1904 });
  const including = new Set(read.book.items.filter((item) => item.includePhysicalValue).map(({ id }) => idKey(id)));
  const includesSlips = (item: string): boolean => including.has(idKey(item));
  return { audit, facts: { includesSlips, accounts: accountsOf(read, closings) }, date1904 };
}

/** The inventory accounts, and what they were worth before the last run, where the workbook has balances of the ledger. */
function accountsOf({ book, ledgerBalances }: Loaded['read'], closings: readonly Closing[]): InputFacts['accounts'] {
  const run = closings.at(-1);
  if (!run || ledgerBalances.length === 0) return undefined;
  return [...valuesByAccount(book, run.day)].map(([account, units]) => ({
    account: book.accounts[account],
    ...(run.type === 'Reversal'
      ? {}
      : { before: { run: run.id, value: unscale(units, book.parameters.amountDecimals) } }),
  }));
}

/** What the table InventoryValue is compared with, as formulas, by the labels above it. */
export const agreementsOf = async (
  { audit, facts }: RunLeft,
  turn: Environment['turn'],
): Promise<TableWrite['agreements']> => inTurns(inventoryValueTies(audit, facts), turn);

/**
 * Refuses, before a run writes anything, sheets that have the name of one of ours and are not ours. `summed` is the id of a run
 * that gets a summary.
 */
export async function refuseForeignSheets(port: WorkbookPort, summed?: string): Promise<void> {
  await port.pages?.refuseForeign([CHECKS, ...(summed === undefined ? [] : [summaryMark(summed)])]);
}

/** A run that gets a summary: what it found, and its row in Closings, in the days of the workbook. */
export interface Summed {
  readonly facts: SummaryFacts;
  readonly row: Readonly<Record<string, OutValue | undefined>>;
}

/** How many items with large adjustments a summary names. */
export const LARGEST = 10;

/** What the summary of a run says beside its figures; undefined where the workbook wants none, and for what people entered. */
export function summaryFacts(
  loaded: Loaded,
  outcome: Results,
  closing: string,
  env: Environment,
): SummaryFacts | undefined {
  const { read } = loaded;
  const { book } = read;
  if (!book.parameters.summarySheets || isByHand(outcome.request)) return undefined;
  const sums = new Map<number, number>();
  const { adjustments } = outcome;
  for (let a = 0; a < adjustments.count; a++) {
    const item = book.transactions.item[adjustments.transaction[a]];
    sums.set(item, (sums.get(item) ?? 0) + adjustments.amount[a]);
  }
  return {
    closing,
    largest: [...sums]
      .filter(([, sum]) => sum !== 0)
      .sort(([a, x], [b, y]) => Math.abs(y) - Math.abs(x) || a - b)
      .slice(0, LARGEST)
      .map(([item]) => read.itemCells[item]),
    models: modelSummaries({ loaded, outcome }, (units) => plain(units, book.parameters.amountDecimals)).map((one) => ({
      ...one,
      adjustment: Number(one.adjustment),
      closingValue: Number(one.closingValue),
    })),
    parameters: parametersOf(read),
    by: env.by,
  };
}

/** All parameters as they are now, by name. */
export const parametersOf = ({ parameterTexts }: Loaded['read']): SummaryFacts['parameters'] =>
  PARAMETER_SPECS.map(({ name, defaultText }) => [name, parameterTexts.get(name) ?? defaultText]);

/** The sheets for auditors, once a run is complete. */
export interface AuditSheets {
  /** The names of those that were written. */
  readonly sheets: readonly string[];
  /** What was in the way of the others. */
  readonly notes: readonly Problem[];
}

/**
 * Writes the sheets for auditors anew, when the run is complete: they can be written again at any time, and no run fails by
 * them. What could not be written is returned as a warning.
 */
export async function writeAuditSheets(
  port: WorkbookPort,
  { audit, facts }: RunLeft,
  summed: readonly Summed[],
  turn: Environment['turn'],
): Promise<AuditSheets> {
  if (!port.pages) return { sheets: [], notes: [] };
  const { formats } = audit;
  const checks = await inTurns(checksPageSteps(audit, facts), turn);
  const summaries: Page[] = [];
  for (const one of summed) summaries.push(await inTurns(summaryPageSteps(audit, one.facts, one.row), turn));
  const { sheets } = await port.facts();
  // The sheet Checks says which runs have their sheets: it is written last, where its place is not still to be made.
  const isThere = sheets.some((name) => name.toLowerCase() === CHECKS.sheet.toLowerCase());
  const pages = isThere ? [...summaries, checks] : [checks, ...summaries];
  try {
    await port.pages.write(pages, formats);
    return { sheets: [checks, ...summaries].map(({ sheet }) => sheet), notes: [] };
  } catch (error) {
    if (!(error instanceof WorkbookRefusal)) throw error;
    const notes = error.problems.map((problem): Problem => ({
      ...problem,
      severity: 'Warning',
      message: `${AFTER} ${problem.message}`,
    }));
    return { sheets: [], notes };
  }
}

/** The days and moments of a row as the workbook counts them. */
export const daysOf = (row: Summed['row'], date1904: boolean): Summed['row'] =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      const isDay = column === 'Date' || column === 'Started' || column === 'Finished';
      return [column, isDay && date1904 && typeof value === 'number' ? value - DAYS_1904 : value];
    }),
  );

const AFTER = 'The run is complete, but its sheets for auditors could not be written.';
