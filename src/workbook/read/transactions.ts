import { DEFAULT_TRANSACTION_TYPE, TRANSACTION_TYPES } from '../../book/transaction-types';
import type { Steps } from '../../book/steps';
import type { Parameters } from '../../book/parameters';
import type { TableCells } from '../port';
import { TRANSACTIONS } from '../tables/input';
import { OPTIONAL, readChoices, readDays, readNumbers, readScaled, REQUIRED } from './columns';
import { readIdCells, readNames, readNameSteps, uniqueIdSteps } from './id-columns';
import { idText, Names, type IdCell } from './ids';
import type { ColumnView, ProblemList } from './problem-list';
import { missingColumn, viewTable, type TableView } from './table-view';

/** A dimension that stands in Transactions: its values, and the number of each row's value (NONE where blank). */
export interface DimensionColumn {
  readonly name: string;
  readonly names: Names;
  readonly values: Int32Array;
  /** As typed; "" where blank. */
  readonly cells: readonly IdCell[];
}

/** The table Transactions as columns, one place for each filled row. Nothing is resolved or defaulted, but the type. */
export interface TransactionColumns {
  readonly view: TableView;
  readonly rows: Int32Array;
  readonly idColumn: ColumnView;
  readonly idCells: readonly IdCell[];
  readonly ids: readonly string[];
  /** Place of each id, by its key. */
  readonly places: Map<string, number>;
  readonly item: Int32Array;
  readonly quantity: Float64Array;
  readonly financialDay: Int32Array;
  readonly physicalDay: Int32Array;
  /** BLANK_NUMBER where the cell is blank. */
  readonly financialCost: Float64Array;
  readonly physicalCost: Float64Array;
  readonly type: Uint8Array;
  /** Numbers of the reference names; NONE where blank. */
  readonly reference: Int32Array;
  readonly references: Names;
  readonly markedTo: readonly IdCell[];
  readonly costSource: readonly IdCell[];
  readonly sequence: Float64Array;
  /** Numbers of the account names; NONE where blank. */
  readonly inventoryAccount: Int32Array;
  readonly offsetAccount: Int32Array;
  readonly dimensions: readonly DimensionColumn[];
}

/** What the rows refer to: items and accounts share their names with other tables. */
export interface TransactionNames {
  readonly items: Names;
  readonly accounts: Names;
  /** Dimensions that DimensionGroups names; those without a column in Transactions are left out. */
  readonly dimensions: readonly string[];
}

/** Reads the cells of Transactions. Undefined where a column is missing without which no row can be read. */
export function* readTransactions(
  table: TableCells,
  parameters: Parameters,
  date1904: boolean,
  shared: TransactionNames,
  problems: ProblemList,
): Steps<TransactionColumns | undefined> {
  const names = [...TRANSACTIONS.columns.map((one) => one.name), ...shared.dimensions];
  const view = viewTable(table, 'input', names, ['Transaction', 'Item', 'Quantity'], problems);
  dateColumns(view, problems);
  const { rows, column } = view;
  const idColumn = column('Transaction');
  if (!idColumn || !column('Item') || !column('Quantity')) return undefined;

  const { amountDecimals, quantityDecimals } = parameters;
  yield;
  const idCells = readIdCells(idColumn, rows, REQUIRED, problems);
  yield;
  const defaultType = TRANSACTION_TYPES.indexOf(DEFAULT_TRANSACTION_TYPE);
  const type = readChoices(column('Type'), rows, TRANSACTION_TYPES, OPTIONAL, problems);
  yield;
  const ids = idCells.map(idText);
  yield;
  const places = yield* uniqueIdSteps(idColumn, rows, idCells, problems);
  yield;
  const item = readNames(column('Item'), rows, shared.items, REQUIRED, problems);
  yield;
  const quantity = readScaled(column('Quantity'), rows, quantityDecimals, REQUIRED, problems);
  yield;
  const financialDay = readDays(column('Financial date'), rows, date1904, OPTIONAL, problems);
  const physicalDay = readDays(column('Physical date'), rows, date1904, OPTIONAL, problems);
  yield;
  const financialCost = readScaled(column('Financial cost'), rows, amountDecimals, OPTIONAL, problems);
  yield;
  const physicalCost = readScaled(column('Physical cost'), rows, amountDecimals, OPTIONAL, problems);
  yield;
  const references = new Names();
  const reference = yield* readNameSteps(column('Reference'), rows, references, OPTIONAL, problems);
  yield;
  const markedTo = readIdCells(column('Marked to'), rows, OPTIONAL, problems);
  const costSource = readIdCells(column('Cost source'), rows, OPTIONAL, problems);
  yield;
  const sequence = readNumbers(column('Sequence'), rows, OPTIONAL, problems);
  yield;
  const inventoryAccount = readNames(column('Inventory account'), rows, shared.accounts, OPTIONAL, problems);
  const offsetAccount = readNames(column('Offset account'), rows, shared.accounts, OPTIONAL, problems);
  const dimensions: DimensionColumn[] = [];
  for (const name of shared.dimensions) {
    yield;
    const found = column(name);
    if (found) dimensions.push(dimensionColumn(name, found, rows, problems));
  }
  return {
    ...{ view, rows, idColumn, idCells, ids, places, item, quantity, financialDay, physicalDay, financialCost },
    ...{ physicalCost, references, reference, markedTo, costSource, sequence, inventoryAccount, offsetAccount },
    type: Uint8Array.from(type, (index) => (index < 0 ? defaultType : index)),
    dimensions,
  };
}

/** One of the two dates must have a column, and the cost of invoices where their date has one. */
function dateColumns(view: TableView, problems: ProblemList): void {
  const { place, column } = view;
  if (!column('Financial date') && !column('Physical date')) {
    missingColumn(place, 'input', 'Financial date', problems, ' and no column Physical date');
  }
  if (column('Financial date') && !column('Financial cost')) {
    missingColumn(place, 'input', 'Financial cost', problems, ', which a Financial date needs');
  }
}

function dimensionColumn(name: string, column: ColumnView, rows: Int32Array, problems: ProblemList): DimensionColumn {
  const names = new Names();
  const cells = readIdCells(column, rows, OPTIONAL, problems);
  return { name, names, cells, values: Int32Array.from(cells, (cell) => (cell === '' ? -1 : names.add(cell))) };
}
