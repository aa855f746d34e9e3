/** The input of a run as it stood then, made from what was locked: tables as a port would read them. */
import { NO_DAY, parseIsoDay } from '../../book/days';
import type { CellValue } from '../../workbook/cells';
import { headerKey } from '../../workbook/headers';
import { type LockedItem, type LockedTransaction, parseItem, parseTransaction } from '../../workbook/locked';
import type { TableCells } from '../../workbook/port';
import { idKey } from '../../workbook/read/ids';
import {
  DIMENSION_GROUPS,
  ITEM_MODEL_GROUPS,
  ITEMS,
  PARAMETERS,
  POSTING,
  TRANSACTIONS,
} from '../../workbook/tables/input';
import { PARAMETER_SPECS } from '../../workbook/tables/parameters';
import type { LockRecord, LocksThen } from './locks-then';
import type { Today } from './today';

/** A transaction that nothing has locked but earlier results name: it takes no part, and has its place. */
export interface Bystander {
  readonly id: string | number;
  readonly item: CellValue;
  readonly dimensions: Readonly<Record<string, CellValue>>;
}

interface Row {
  readonly cells: Readonly<Record<string, CellValue>>;
  /** Body row in the table Transactions of today, from 0. */
  readonly today: number;
}

/** Rows as they stand today, those that are gone behind them; or in the order in which they were locked. */
export type RowOrder = 'today' | 'locked';

/** All input tables of a run. */
export function inputThen(
  locks: LocksThen,
  bystanders: readonly Bystander[],
  today: Today,
  order: RowOrder = 'today',
): ReadonlyMap<string, TableCells> {
  const items = itemsThen(locks, bystanders, today);
  const dimensions = dimensionOrder(
    today.dimensions,
    [...items.values()].map(({ item }) => item.financialDimensions),
  );
  const rows: Row[] = [];
  const add = (id: string | number, cells: Record<string, CellValue>) => {
    const at = today.rowOf(id);
    const named = Object.fromEntries(today.dimensions.map((name) => [name, today.dimensionAt(name, at)]));
    rows.push({ cells: { ...named, ...cells, Transaction: id }, today: at < 0 ? Infinity : at });
  };
  for (const record of [...locks.transactions.values(), ...locks.later.values()]) {
    const content = parseTransaction(record.content);
    if (content) add(record.key, cellsOf(record, content, items));
  }
  for (const { id, item, dimensions: values } of bystanders) add(id, { ...values, Item: item, Quantity: 1 });
  if (order === 'today') rows.sort((a, b) => (a.today === b.today ? 0 : a.today - b.today));

  const headers = [...TRANSACTIONS.columns.map(({ name }) => name), ...dimensions];
  const posting = today.tables.get(POSTING.name);
  const tables = [
    tableOf(
      TRANSACTIONS.name,
      headers,
      rows.map(({ cells }) => cells),
    ),
    ...settings(items, dimensions),
    parametersThen(locks, today),
    ...(posting ? [posting] : []),
  ];
  return new Map(tables.map((table) => [table.name, table] as const));
}

/** The cells of a transaction as it was locked. Its number inside a date stands in Sequence. */
function cellsOf(
  { order }: LockRecord,
  { values, dimensions }: LockedTransaction,
  items: ReadonlyMap<string, NamedItem>,
): Record<string, CellValue> {
  const number = (name: string) => (values[name] === undefined ? null : Number(values[name]));
  const day = (name: string) => parseIsoDay(values[name] ?? '') ?? NO_DAY;
  const item = values['Item'] ?? '';
  return {
    ...values,
    ...dimensions,
    Item: items.get(idKey(item))?.key ?? item,
    Quantity: number('Quantity'),
    'Financial cost': number('Financial cost'),
    'Physical cost': number('Physical cost'),
    'Financial date': day('Financial date') || null,
    'Physical date': day('Physical date') || null,
    Sequence: order,
  };
}

interface NamedItem {
  readonly key: string | number;
  readonly item: LockedItem;
}

function itemsThen(locks: LocksThen, bystanders: readonly Bystander[], today: Today): Map<string, NamedItem> {
  const items = new Map<string, NamedItem>();
  for (const { item } of bystanders) {
    const key = idKey(String(item));
    const known = today.items.get(key);
    if (known) items.set(key, { key: String(item), item: known });
  }
  for (const [key, record] of locks.items) {
    const item = parseItem(record.content);
    if (item) items.set(key, { key: record.key, item });
  }
  return items;
}

/** Items with a group for each way in which one of them is costed. */
function settings(items: ReadonlyMap<string, NamedItem>, dimensions: readonly string[]): TableCells[] {
  const models = new Map<string, Record<string, CellValue>>();
  const tracked = new Map<string, Record<string, CellValue>>();
  const rows = [...items.values()].map(({ key, item }) => {
    const { group, model, includePhysicalValue, financialDimensions } = item;
    const physical = includePhysicalValue ? 'Yes' : 'No';
    const modelGroup = `${model}/${physical}`;
    const dimensionGroup = financialDimensions.map(headerKey).sort().join('/');
    models.set(modelGroup, {
      'Item model group': modelGroup,
      'Inventory model': model,
      'Include physical value': physical,
    });
    const flags = dimensions.map((name) => [name, has(financialDimensions, name) ? 'Yes' : 'No'] as const);
    if (dimensionGroup !== '')
      tracked.set(dimensionGroup, { 'Dimension group': dimensionGroup, ...Object.fromEntries(flags) });
    return {
      Item: key,
      'Item group': group || null,
      'Item model group': modelGroup,
      'Dimension group': dimensionGroup || null,
    };
  });
  const headers = (table: { columns: readonly { name: string }[] }) => table.columns.map(({ name }) => name);
  return [
    tableOf(ITEMS.name, headers(ITEMS), rows),
    tableOf(ITEM_MODEL_GROUPS.name, headers(ITEM_MODEL_GROUPS), [...models.values()]),
    tableOf(DIMENSION_GROUPS.name, [...headers(DIMENSION_GROUPS), ...dimensions], [...tracked.values()]),
  ];
}

/** Parameters as locked; those that are not are as today: they name accounts that the locked rows carry themselves. */
function parametersThen(locks: LocksThen, today: Today): TableCells {
  const rows = PARAMETER_SPECS.flatMap(({ name, kind }) => {
    const locked = locks.parameters.get(idKey(name))?.content;
    const numeric = kind === 'whole' || kind === 'amount';
    const value = locked === undefined ? today.parameter(name) : numeric ? Number(locked) : locked;
    return value === null ? [] : [{ Parameter: name, Value: value }];
  });
  return tableOf(PARAMETERS.name, ['Parameter', 'Value'], rows);
}

/**
 * All dimensions, in an order that agrees with the order in which each item was locked with its own; as today where that
 * says nothing.
 */
function dimensionOrder(today: readonly string[], lists: readonly (readonly string[])[]): string[] {
  const left = [...today];
  for (const name of lists.flat()) if (!has(left, name)) left.push(name);
  const ordered: string[] = [];
  while (left.length > 0) {
    const isFirst = (name: string) =>
      lists.every((list) => {
        const rest = list.filter((one) => has(left, one));
        return rest.length === 0 || !has(rest, name) || headerKey(rest[0]) === headerKey(name);
      });
    const at = left.findIndex(isFirst);
    ordered.push(...left.splice(Math.max(at, 0), 1));
  }
  return ordered;
}

const has = (names: readonly string[], name: string): boolean =>
  names.some((one) => headerKey(one) === headerKey(name));

function tableOf(
  name: string,
  headers: readonly string[],
  rows: readonly Readonly<Record<string, CellValue>>[],
): TableCells {
  return {
    name,
    sheet: name,
    headerRow: 1,
    firstColumn: 1,
    headers,
    rows: rows.length,
    cells: headers.map((header) => rows.map((row) => row[header] ?? null)),
    below: headers.map(() => null),
  };
}
