/** A random case as a workbook, so that runs go over it as they go over any file. */
import type { CellValue } from '../../src/workbook/cells';
import { day, type Grid, workbookOf } from './workbooks';
import type { RandomCase } from './random-book';

/** Transactions, Items and their groups of a case; its parameters are those that differ from the defaults. */
export const randomWorkbook = (random: RandomCase): Uint8Array => workbookOf(randomGrids(random));

/** The tables of that workbook. */
export function randomGrids({ items, rows, parameters }: RandomCase): Grid[] {
  const transactions = rows.map((row): CellValue[] => [
    row.id,
    row.item ?? 'A',
    Number(row.qty),
    dateOf(row.date),
    dateOf(row.physicalDate),
    numberOf(row.cost),
    numberOf(row.physicalCost),
    row.type ?? null,
    row.reference ?? null,
    row.markedTo ?? null,
    row.costSource ?? null,
    row.sequence ?? null,
    row.dims?.Site ?? null,
    row.dims?.Batch ?? null,
    row.inventoryAccount ?? null,
    row.offsetAccount ?? null,
  ]);
  const groups = items.map((item) => [item.id, item.model ?? 'FIFO', item.includePhysicalValue ? 'Yes' : 'No']);
  return [
    table('Transactions', TRANSACTIONS, transactions),
    table(
      'Items',
      'Item, Item group, Item model group, Dimension group',
      items.map((item) => [item.id, item.group || null, item.id, (item.financialDimensions ?? []).join('+') || null]),
    ),
    table('ItemModelGroups', 'Item model group, Inventory model, Include physical value', groups),
    table('DimensionGroups', 'Dimension group, Site, Batch', [
      ['Site', 'Yes', 'No'],
      ['Site+Batch', 'Yes', 'Yes'],
    ]),
    table('Parameters', 'Parameter, Value', [
      ['LIFO issue order', parameters.lifoIssueOrder ?? null],
      ['Uncovered quantity', parameters.uncoveredQuantity ?? null],
    ]),
  ];
}

const TRANSACTIONS =
  'Transaction, Item, Quantity, Financial date, Physical date, Financial cost, Physical cost, Type, Reference, Marked to, Cost source, Sequence, Site, Batch, Inventory account, Offset account';

const table = (name: string, headers: string, rows: readonly (readonly CellValue[])[]): Grid => ({
  name,
  sheet: name,
  headers: headers.split(', '),
  rows,
});

const dateOf = (iso: string | undefined): CellValue => (iso === undefined ? null : day(iso));
const numberOf = (value: string | number | undefined): CellValue => (value === undefined ? null : Number(value));
