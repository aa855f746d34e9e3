import { type Item, lastClose } from '../../book/book';
import { NO_DAY } from '../../book/days';
import type { Checked, Problem } from '../../book/problem';
import { finish, ROWS_A_STEP, type Steps } from '../../book/steps';
import { withArchivedRows } from '../archived';
import { parseItem } from '../locked';
import type { TableCells, WorkbookFacts } from '../port';
import { resolveAccounts } from './accounts';
import { assembleTransactions } from './assemble';
import { checkDimensions } from './cost-keys';
import { resolveCostSources } from './cost-sources';
import { idKey } from './ids';
import { findLockedChanges, findLockedDeletions } from './locked-changes';
import { resolveMarks } from './marks';
import { readLedgerBalances } from './ledger-balances';
import { orderRows } from './order';
import { dimensionValues, keyColumn, positionsOf, usedItems } from './positions';
import { ProblemList } from './problem-list';
import type { Lock, Locks, ReadBook, TypedCells } from './read-book';
import { readAdjustments } from './results/adjustments';
import { readClosings } from './results/closings';
import { readLegs } from './results/legs';
import { readLocks } from './results/locks';
import { checkResultTables } from './results/result-table';
import { readSettlements } from './results/settlements';
import { addDefaultItems, readSettings } from './settings';
import { countResults, tableFinder } from './tables-to-read';
import { checkTransactions } from './transaction-checks';
import { readTransactions } from './transactions';

export { TABLES_TO_READ } from './tables-to-read';

/**
 * Turns the tables of a workbook (TABLES_TO_READ) into a book. All problems of the workbook are told at once; where one
 * of them is an error there is no book. Rows that were changed since they were locked are found by findLockedChanges;
 * they are told here only where they keep earlier results from fitting.
 */
export function readBook(facts: WorkbookFacts, tables: ReadonlyMap<string, TableCells>): Checked<ReadBook> {
  return finish(readBookSteps(facts, tables));
}

/** The same column by column. */
export function* readBookSteps(
  facts: WorkbookFacts,
  tables: ReadonlyMap<string, TableCells>,
): Steps<Checked<ReadBook>> {
  const problems = new ProblemList();
  const find = tableFinder(tables);
  const { date1904 } = facts;

  // What the workbook says beside its transactions.
  checkResultTables(facts.tables, problems);
  const closings = readClosings(find('Closings'), date1904, problems);
  yield;
  const locks = yield* readLocks(find('LockedRows'), closings, problems);
  yield;
  const settings = readSettings(find, locks, date1904, problems);
  const { parameters, items, itemNames, accounts, dimensionGroups } = settings;

  yield;
  // The transactions, and the legs of earlier closing transfers after them.
  const onSheet = find('Transactions');
  const table =
    onSheet && withArchivedRows(onSheet, locks.archived.values(), (id) => locks.transactions.get(id)?.order);
  if (!table) problems.add(MISSING_TRANSACTIONS);
  const names = { items: itemNames, accounts, dimensions: dimensionGroups.names };
  const columns = table && (yield* readTransactions(table, parameters, date1904, names, problems));
  if (!table || !columns) return { ok: false, problems: problems.list() };
  yield;
  checkTransactions(columns, problems);
  const { amountDecimals, quantityDecimals } = parameters;
  const { dimensions } = columns;
  const ledgerBalances = readLedgerBalances(find('LedgerBalances'), date1904, amountDecimals, problems);
  const scales = { date1904, amountDecimals, quantityDecimals };
  const legs = readLegs(find('ClosingTransfers'), { ...scales, items: itemNames, dimensions, closings }, problems);

  yield;
  // What they refer to.
  addDefaultItems(settings);
  checkDimensions(dimensionGroups, dimensions, usedItems(columns, legs, items), problems);
  yield;
  const { key, keys } = keyColumn(columns, legs, items);
  yield;
  const positions = yield* positionsOf(columns, legs, problems);
  yield;
  const marks = resolveMarks(columns, key, problems);
  yield;
  const costSources = resolveCostSources(columns, key, quantityDecimals, problems);
  yield;
  const rowLocks = yield* locksOf(columns.ids, locks);
  yield;
  const rowAccounts = resolveAccounts(columns, items, rowLocks, settings.posting, accounts);
  yield;
  const order = orderRows(columns.sequence, rowLocks, legs.count);

  yield;
  // What earlier runs have done to them. What does not fit is a misfit: see explain().
  const misfits = new ProblemList();
  const quantity = new Float64Array(key.length);
  quantity.set(columns.quantity);
  quantity.set(legs.quantity, columns.rows.length);
  const inputCount = columns.rows.length;
  const context = { amountDecimals, quantityDecimals, closings, positions, inputCount, quantity };
  yield;
  const settlements = yield* readSettlements(find('Settlements'), context, problems, misfits);
  yield;
  const adjustments = yield* readAdjustments(find('Adjustments'), context, accounts, problems, misfits);

  yield;
  // Where amounts go that are not passed on (A13, A15).
  accounts.add(parameters.roundingAccount);
  accounts.add(parameters.varianceAccount);

  const { settled } = settlements;
  const parts = {
    columns,
    legs,
    key,
    order,
    settled,
    adjustments,
    marks,
    costSources,
    accounts: rowAccounts,
    locks: rowLocks,
    lastClose: lastClose(closings.closings)?.day ?? NO_DAY,
  };
  yield;
  const transactions = assembleTransactions(parts);
  yield;
  const results = countResults(facts, find);
  yield;
  const read: ReadBook = {
    book: {
      parameters,
      items: withLastClose(items, locks),
      keys: keys.keys,
      accounts: accounts.texts,
      references: columns.references.texts,
      transactions,
      provisional: adjustments.provisional,
      settlements: settlements.active,
      closings: closings.closings,
      periods: settings.periods,
    },
    dimensions: dimensions.map((dimension) => dimension.name),
    dimensionValues: dimensionValues(columns, legs),
    idCells: [...columns.idCells, ...legs.idCells],
    itemCells: itemNames.cells,
    positions,
    inputRows: columns.rows,
    typed: typedCells(columns),
    transactionsTable: table,
    posting: settings.posting,
    parameterTexts: settings.read.texts,
    parameterCells: settings.read.cells,
    ledgerBalances,
    locks,
    existing: { ...results, closingRows: closings.rows, legRows: legs.rows },
    earlier: { adjustments: adjustments.active },
  };
  yield;
  if (!problems.hasErrors && !misfits.hasErrors) return { ok: true, value: read, warnings: problems.list() };
  const soundIds = !problems.touches(columns.idColumn);
  return { ok: false, problems: [...problems.list(), ...(soundIds ? explain(read, problems, misfits) : [])] };
}

/** The lock of each transaction, in steps. */
function* locksOf(ids: readonly string[], { transactions }: Locks): Steps<(Lock | undefined)[]> {
  const found: (Lock | undefined)[] = [];
  for (const [row, id] of ids.entries()) {
    if (row % (4 * ROWS_A_STEP) === 0) yield;
    found.push(transactions.get(idKey(id)));
  }
  return found;
}

/** The items with what held for them at the last close (A16). */
function withLastClose(items: readonly Item[], locks: Locks): Item[] {
  return items.map((item) => {
    const lock = locks.items.get(idKey(item.id));
    const then = lock && parseItem(lock.content);
    return then ? { ...item, includedPhysicalValue: then.includePhysicalValue } : item;
  });
}

/** What the rows themselves say, before anything is resolved. */
function typedCells({ financialCost, physicalCost, inventoryAccount, offsetAccount }: TypedCells): TypedCells {
  return { financialCost, physicalCost, inventoryAccount, offsetAccount };
}

/**
 * Earlier results that do not fit: mostly because locked transactions were changed or deleted, and then that is told.
 * Where other cells are wrong, the contents of the rows are not known, only which of them are gone.
 */
function explain(read: ReadBook, problems: ProblemList, misfits: ProblemList): Problem[] {
  const changes = problems.hasErrors ? findLockedDeletions(read) : findLockedChanges(read);
  const explained = changes.some(({ code }) => code === 'LOCKED_CHANGED' || code === 'LOCKED_DELETED');
  return explained ? changes : [...changes, ...misfits.list()];
}

const MISSING_TRANSACTIONS: Problem = {
  code: 'MISSING_TABLE',
  severity: 'Error',
  cell: '',
  content: '',
  message: 'The workbook has no table named Transactions.',
  remedy:
    'Make the rows an Excel table (Ctrl+T) and name it Transactions, or start from the template: inventory-close template.',
};
