import Decimal from 'decimal.js';
import {
  LEG,
  NONE,
  NO_SETTLEMENTS,
  type Book,
  type Closing,
  type CostKey,
  type Item,
  type Period,
} from '../../src/book/book';
import { NO_DAY, parseIsoDay } from '../../src/book/days';
import type { InventoryModel } from '../../src/book/models';
import { DEFAULT_PARAMETERS, type Parameters } from '../../src/book/parameters';
import { NO_PROVISIONAL } from '../../src/book/provisional';
import {
  DEFAULT_TRANSACTION_TYPE,
  TRANSACTION_TYPES,
  isProduction,
  type TransactionType,
} from '../../src/book/transaction-types';

export { afterRun } from './after-run';

/** A row of the table Transactions as a person would type it: quantities and amounts signed, dates as ISO text. */
export interface Row {
  readonly id: string;
  /** Default "A". */
  readonly item?: string;
  readonly qty: string | number;
  /** Financial date. */
  readonly date?: string;
  /** Financial cost. */
  readonly cost?: string | number;
  readonly physicalDate?: string;
  readonly physicalCost?: string | number;
  readonly type?: TransactionType;
  readonly markedTo?: string;
  readonly costSource?: string;
  readonly reference?: string;
  readonly sequence?: number;
  readonly dims?: Readonly<Record<string, string>>;
  readonly inventoryAccount?: string;
  readonly offsetAccount?: string;
}

/** An item with what its model group and dimension group say. */
export interface ItemRow {
  readonly id: string;
  readonly model?: InventoryModel;
  readonly group?: string;
  readonly includePhysicalValue?: boolean;
  readonly financialDimensions?: readonly string[];
  readonly allowsNegativePhysical?: boolean;
  readonly allowsNegativeFinancial?: boolean;
  readonly costPrice?: number;
}

/** A row of the table Posting; a blank group or type stands for all. */
export interface PostingRow {
  readonly group?: string;
  readonly type?: TransactionType;
  readonly inventoryAccount?: string;
  readonly offsetAccount?: string;
}

export interface BookRows {
  readonly rows: readonly Row[];
  /** Items that are not listed have the parameters' model and no dimensions. */
  readonly items?: readonly ItemRow[];
  readonly posting?: readonly PostingRow[];
  readonly parameters?: Partial<Parameters>;
  readonly closings?: readonly Closing[];
  readonly periods?: readonly Period[];
}

/** A book without earlier runs, from readable rows. A row that makes no sense is an Error, for it is a bug in a test. */
export function makeBook(input: BookRows): Book {
  const parameters: Parameters = { ...DEFAULT_PARAMETERS, ...input.parameters };
  const { rows } = input;
  const items = itemsOf(input, parameters);
  const itemAt = new Map(items.map((item, index) => [item.id, index]));
  const positionOf = new Map(rows.map((row, index) => [row.id, index]));
  if (positionOf.size !== rows.length) throw new Error('two rows have one id');

  const keys: CostKey[] = [];
  const keyAt = new Map<string, number>();
  const references = new Names();
  const accounts = new Names(
    parameters.inventoryAccount,
    parameters.offsetAccount,
    parameters.workInProcessAccount,
    parameters.adjustmentAccount,
    parameters.roundingAccount,
    parameters.varianceAccount,
  );
  const count = rows.length;
  const find = (id: string | undefined): number => {
    if (id === undefined) return NONE;
    const position = positionOf.get(id);
    if (position === undefined) throw new Error(`no row ${id}`);
    return position;
  };
  const itemIndex = rows.map((row) => itemAt.get(row.item ?? 'A') as number);
  const keyIndex = rows.map((row, index) => {
    const values = items[itemIndex[index]].financialDimensions.map((dimension) => row.dims?.[dimension] ?? '');
    const text = JSON.stringify([itemIndex[index], values]);
    if (!keyAt.has(text)) keyAt.set(text, keys.push({ item: itemIndex[index], values }) - 1);
    return keyAt.get(text) as number;
  });
  const posted = rows.map((row, index) => accountsOf(row, items[itemIndex[index]], input.posting ?? [], parameters));
  const amount = (value: string | number | undefined): number => scaled(value ?? 0, parameters.amountDecimals);

  return {
    parameters,
    items,
    keys,
    accounts: accounts.list,
    references: references.list,
    transactions: {
      count,
      inputCount: count,
      id: rows.map((row) => row.id),
      item: Int32Array.from(itemIndex),
      key: Int32Array.from(keyIndex),
      quantity: Float64Array.from(rows, (row) => scaled(row.qty, parameters.quantityDecimals)),
      financialDay: Int32Array.from(rows, (row) => dayOrBlank(row.date)),
      physicalDay: Int32Array.from(rows, (row) => dayOrBlank(row.physicalDate)),
      financialCost: Float64Array.from(rows, (row) => amount(row.cost)),
      physicalCost: Float64Array.from(rows, (row) => amount(row.physicalCost ?? row.cost)),
      type: Uint8Array.from(rows, (row) => TRANSACTION_TYPES.indexOf(row.type ?? DEFAULT_TRANSACTION_TYPE)),
      order: orderOf(rows),
      markedTo: Int32Array.from(rows, (row) => find(row.markedTo)),
      costSource: Int32Array.from(rows, (row) => find(row.costSource)),
      reference: Int32Array.from(rows, (row) => (row.reference ? references.indexOf(row.reference) : NONE)),
      inventoryAccount: Int32Array.from(posted, (pair) => accounts.indexOf(pair.inventory)),
      offsetAccount: Int32Array.from(posted, (pair) => accounts.indexOf(pair.offset)),
      defaultAccount: Uint8Array.from(posted, (pair) => (pair.byDefault ? 1 : 0)),
      leg: new Uint8Array(count).fill(LEG.none),
      settledQuantity: new Float64Array(count),
      settledValue: new Float64Array(count),
      adjusted: new Float64Array(count),
      adjustedAtLastClose: new Float64Array(count),
      costlessAtLastClose: new Uint8Array(count),
      changedByHand: new Float64Array(count),
      got: new Float64Array(count),
    },
    provisional: NO_PROVISIONAL,
    settlements: NO_SETTLEMENTS,
    closings: input.closings ?? [],
    periods: input.periods ?? [],
  };
}

/** A decimal as whole minor units; finer text than the decimals allow is an Error. */
export function scaled(value: string | number, decimals: number): number {
  const units = new Decimal(value).times(new Decimal(10).pow(decimals));
  if (!units.isInteger() || units.abs().gt(Number.MAX_SAFE_INTEGER)) throw new Error(`${value} can not be held`);
  return units.isZero() ? 0 : units.toNumber();
}

function itemsOf(input: BookRows, parameters: Parameters): Item[] {
  const listed = input.items ?? [];
  const missing = [...new Set(input.rows.map((row) => row.item ?? 'A'))].filter(
    (id) => !listed.some((item) => item.id === id),
  );
  return [...listed, ...missing.map((id): ItemRow => ({ id }))].map((item) => ({
    id: item.id,
    name: `Item ${item.id}`,
    group: item.group ?? '',
    model: item.model ?? parameters.defaultModel,
    includePhysicalValue: item.includePhysicalValue ?? parameters.includePhysicalValue,
    allowsNegativePhysical: item.allowsNegativePhysical ?? true,
    allowsNegativeFinancial: item.allowsNegativeFinancial ?? true,
    financialDimensions: item.financialDimensions ?? [],
    costPrice: item.costPrice,
  }));
}

/** The numbers of A3 in a book without locked rows: by Sequence (blank = 0), then row. */
function orderOf(rows: readonly Row[]): Int32Array {
  const sorted = rows.map((_, row) => row).sort((a, b) => (rows[a].sequence ?? 0) - (rows[b].sequence ?? 0) || a - b);
  const order = new Int32Array(rows.length);
  sorted.forEach((row, number) => (order[row] = number));
  return order;
}

/** The accounts of A21: the row's own, else Posting from the nearest to the widest line, else the parameters. */
function accountsOf(row: Row, item: Item, posting: readonly PostingRow[], parameters: Parameters) {
  const type = row.type ?? DEFAULT_TRANSACTION_TYPE;
  const searched = [
    posting.find((line) => line.group === item.group && line.type === type),
    posting.find((line) => line.group === item.group && line.type === undefined),
    posting.find((line) => line.group === undefined && line.type === type),
    posting.find((line) => line.group === undefined && line.type === undefined),
  ];
  const inventory = row.inventoryAccount ?? searched.find((line) => line?.inventoryAccount)?.inventoryAccount;
  const offset = row.offsetAccount ?? searched.find((line) => line?.offsetAccount)?.offsetAccount;
  return {
    inventory: inventory ?? parameters.inventoryAccount,
    offset: offset ?? (isProduction(type) ? parameters.workInProcessAccount : parameters.offsetAccount),
    byDefault: inventory === undefined || offset === undefined,
  };
}

function dayOrBlank(text: string | undefined): number {
  const day = text === undefined ? NO_DAY : parseIsoDay(text);
  if (day === undefined) throw new Error(`${text} is no date`);
  return day;
}

/** Names with their numbers, in the order in which they were first asked for. */
class Names {
  readonly list: string[];

  constructor(...first: string[]) {
    this.list = [...new Set(first)];
  }

  indexOf(name: string): number {
    const index = this.list.indexOf(name);
    return index >= 0 ? index : this.list.push(name) - 1;
  }
}
