import { NONE } from '../../../book/book';
import type { TableCells } from '../../port';
import { CLOSING_TRANSFERS } from '../../tables/results';
import { OPTIONAL, readDays, readNumbers, readScaled, REQUIRED } from '../columns';
import { readIdCells, readNames } from '../id-columns';
import type { IdCell, Names } from '../ids';
import { addressIn, type ColumnView, type ProblemList } from '../problem-list';
import type { DimensionColumn } from '../transactions';
import type { ReadClosings } from './closings';
import { activeRows, columnsOf, inOrder, readClosingPlaces, viewResults } from './result-table';

/** The legs of the active closing transfers, in the order in which they were made. */
export interface Legs {
  readonly count: number;
  /** Body row of each, from 0. */
  readonly rows: Int32Array;
  /** Addresses of the ids. */
  readonly cells: readonly string[];
  readonly idCells: readonly IdCell[];
  readonly idColumn: ColumnView;
  readonly item: Int32Array;
  readonly quantity: Float64Array;
  readonly day: Int32Array;
  readonly cost: Float64Array;
  /** For each dimension the number of the leg's value, NONE where blank. */
  readonly dimensionValues: readonly Int32Array[];
}

/** What a workbook without ClosingTransfers has. */
const NO_COLUMN: ColumnView = {
  table: { name: '', sheet: '', headerRow: 0, firstColumn: 0, headers: [], rows: 0 },
  name: '',
  index: 0,
  cells: [],
  result: true,
};
const NO_LEGS: Legs = {
  count: 0,
  rows: new Int32Array(0),
  cells: [],
  idCells: [],
  idColumn: NO_COLUMN,
  item: new Int32Array(0),
  quantity: new Float64Array(0),
  day: new Int32Array(0),
  cost: new Float64Array(0),
  dimensionValues: [],
};

/** What legs are read with: their items and dimension values get the numbers of the transactions' ones. */
export interface LegContext {
  readonly date1904: boolean;
  readonly amountDecimals: number;
  readonly quantityDecimals: number;
  readonly items: Names;
  readonly dimensions: readonly DimensionColumn[];
  readonly closings: ReadClosings;
}

/** Reads the table ClosingTransfers. */
export function readLegs(table: TableCells | undefined, context: LegContext, problems: ProblemList): Legs {
  const { dimensions, items, closings } = context;
  const none: Legs = { ...NO_LEGS, dimensionValues: dimensions.map(() => new Int32Array(0)) };
  if (!table) return none;
  const names = dimensions.map((dimension) => dimension.name);
  const view = viewResults(table, CLOSING_TRANSFERS, names, problems);
  const needed = [
    'Transaction',
    'Item',
    'Quantity',
    'Financial date',
    'Financial cost',
    'Sequence',
    'Closing',
    'Status',
  ];
  const columns = columnsOf(view, needed);
  if (!columns) return none;
  const [id, item, quantity, date, cost, sequence, closing, status] = columns;
  const active = activeRows(view.rows, status, problems);
  const runs = readClosingPlaces(closing, active, closings.places, problems);
  const sequences = readNumbers(sequence, active, OPTIONAL, problems);
  const written = inOrder(active, id);
  const placeOf = new Map(Array.from(written, (row, place) => [row, place] as const));
  const order = [...active.keys()].sort(
    (a, b) =>
      runs[a] - runs[b] ||
      (sequences[a] || 0) - (sequences[b] || 0) ||
      (placeOf.get(active[a]) ?? 0) - (placeOf.get(active[b]) ?? 0),
  );
  const rows = Int32Array.from(order, (place) => active[place]);
  const quantities = readScaled(quantity, rows, context.quantityDecimals, REQUIRED, problems);
  quantities.forEach((value, i) => {
    if (value === 0) problems.at(quantity, rows[i], 'RESULT_DAMAGED', 'Quantity of a leg is zero.', '');
  });
  return {
    count: rows.length,
    rows,
    cells: Array.from(rows, (row) => addressIn(id, row)),
    idCells: readIdCells(id, rows, REQUIRED, problems),
    idColumn: id,
    item: readNames(item, rows, items, REQUIRED, problems),
    quantity: quantities,
    day: readDays(date, rows, context.date1904, REQUIRED, problems),
    cost: readScaled(cost, rows, context.amountDecimals, REQUIRED, problems),
    dimensionValues: dimensions.map(({ name, names: values }) => {
      const found = readNames(view.column(name), rows, values, OPTIONAL, problems);
      return found.map((value) => Math.max(value, NONE));
    }),
  };
}
