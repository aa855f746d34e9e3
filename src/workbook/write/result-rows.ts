import { Decimal } from 'decimal.js';
import { TRANSACTION_TYPES } from '../../book/transaction-types';
import { isoDay } from '../../book/days';
import { messageOf, remedyOf, severityOf } from '../../book/log';
import { PRINCIPLES } from '../../book/models';
import { accountsOf, type AnyRequest, isByHand, isFromOrder, REASONS, type Results } from '../../book/outcome';
import { NONE } from '../../book/book';
import { ROWS_A_STEP, type Steps } from '../../book/steps';
import type { OutValue } from '../port';
import type { ReadBook } from '../read/read-book';
import {
  ADJUSTED_BY,
  ADJUSTMENTS,
  CLOSE_LOG,
  CLOSING_TRANSFERS,
  INVENTORY_VALUE,
  LEDGER,
  SETTLEMENTS,
} from '../tables/results';
import { rowColumn } from '../tables/spec';
import { Places, bodyRows } from './places';
import { Figures, NewRows, numbering } from './rows';

/** The columns that remember rows. Made once: a book may have a million references. */
const ROW = {
  issue: rowColumn('Issue'),
  receipt: rowColumn('Receipt'),
  transaction: rowColumn('Transaction'),
  source: rowColumn('Source'),
  voucher: rowColumn('Voucher'),
  closing: rowColumn('Closing'),
};

/** What the rows of one run have in common. */
export interface RunIds {
  readonly closing: string;
  readonly voucher: string;
  /** Body row of the run in Closings, from 1. */
  readonly closingRow: number;
}

/**
 * The rows that an outcome gives in the tables beside Closings and LockedRows, in the order of the sheets. A recalculation
 * closes no period and keeps no closing transfer (A17).
 */
export function* resultRows(read: ReadBook, outcome: Results, ids: RunIds): Steps<NewRows[]> {
  const on = new OutcomeRows(read, outcome, ids);
  const rows = [yield* on.settlements(), yield* on.adjustments(), on.ledger(), on.closeLog()];
  yield;
  return outcome.request.type === 'Recalculation' ? rows : [...rows, on.inventoryValue(), on.closingTransfers()];
}

class OutcomeRows {
  private readonly places: Places;
  private readonly figures: Figures;
  private readonly common: Readonly<Record<string, OutValue>>;

  constructor(
    private readonly read: ReadBook,
    private readonly outcome: Results,
    private readonly ids: RunIds,
  ) {
    this.places = new Places(read, outcome.transfers.count, ids.closing);
    this.figures = new Figures(read.book.parameters.amountDecimals, read.book.parameters.quantityDecimals);
    this.common = {
      Closing: ids.closing,
      [ROW.closing]: ids.closingRow,
      Date: outcome.request.day,
      Status: 'Active',
    };
  }

  private rows(table: NewRows['table']): NewRows {
    return new NewRows(table, this.read.dimensions);
  }

  private numbers(prefix: string, table: string): () => string {
    return numbering(prefix, this.read.existing.highest.get(table) ?? 0);
  }

  *settlements(): Steps<NewRows> {
    const rows = this.rows(SETTLEMENTS);
    const number = this.numbers('S', 'Settlements');
    const { slices, late, transfers } = this.outcome;
    const { key, count } = this.read.book.transactions;
    for (let j = 0; j < late.count; j++) {
      const costKey = key[late.issue[j]];
      rows.add({
        ...this.common,
        ...this.places.dimensionsOfKey(costKey),
        ...this.pair(late.issue[j], late.receipt[j]),
        Settlement: number(),
        Item: this.places.item(this.read.book.keys[costKey].item),
        Quantity: 0,
        Amount: this.figures.amount(late.amount[j]),
        Adjustment: this.figures.amount(0 - late.amount[j]),
        Principle: PRINCIPLES[late.principle[j]],
      });
    }
    for (let s = 0; s < slices.count; s++) {
      if (s % ROWS_A_STEP === 0) yield;
      if (slices.settles[s] === 0) continue;
      const issue = slices.issue[s];
      const costKey = issue < count ? key[issue] : transfers.key[(issue - count) >> 1];
      const values = {
        Settlement: number(),
        Item: this.places.item(this.read.book.keys[costKey].item),
        Quantity: this.figures.quantity(slices.quantity[s]),
        Amount: this.figures.amount(slices.amount[s]),
        Adjustment: this.figures.amount(slices.ownShare[s] - slices.amount[s]),
        Principle: PRINCIPLES[slices.principle[s]],
      };
      rows.add(values, this.pair(issue, slices.receipt[s]), this.common, this.places.dimensionsOfKey(costKey));
    }
    return rows;
  }

  private pair(issue: number, receipt: number): Record<string, OutValue> {
    return {
      Issue: this.places.id(issue),
      [ROW.issue]: this.places.row(issue),
      Receipt: this.places.id(receipt),
      [ROW.receipt]: this.places.row(receipt),
    };
  }

  *adjustments(): Steps<NewRows> {
    const rows = this.rows(ADJUSTMENTS);
    const number = this.numbers('A', 'Adjustments');
    const { adjustments } = this.outcome;
    const { accounts, transactions } = this.read.book;
    const voucherRow = bodyRows(this.read, 'Ledger') + 1;
    for (let a = 0; a < adjustments.count; a++) {
      if (a % ROWS_A_STEP === 0) yield;
      const position = adjustments.transaction[a];
      const { inventory, offset } = accountsOf(this.read.book, adjustments, a);
      const before = adjustments.costBefore[a];
      const reason = adjustments.reason[a];
      const values = {
        'Adjustment no.': number(),
        Transaction: this.places.id(position),
        [ROW.transaction]: this.places.row(position),
        Item: this.places.item(transactions.item[position]),
        'Cost before': this.figures.amount(before),
        Adjustment: this.figures.amount(adjustments.amount[a]),
        'Cost after': this.figures.amount(before + adjustments.amount[a]),
        Expensed: this.figures.amount(adjustments.expensed[a]),
        Reason: REASONS[reason],
        'Inventory account': inventory === NONE ? null : accounts[inventory],
        'Offset account': offset === NONE ? null : accounts[offset],
        Voucher: this.ids.voucher,
        [ROW.voucher]: voucherRow,
        Status: a < adjustments.takesBack.length ? 'Reversal' : 'Active',
      };
      const source = this.source(position, reason, adjustments.source[a]);
      rows.add(values, source, this.common, this.places.dimensionsOf(position));
    }
    return rows;
  }

  private source(position: number, reason: number, source: number): Record<string, OutValue> {
    const { book } = this.read;
    if (isFromOrder(book, position, reason)) {
      return { Source: book.references[book.transactions.reference[position]] };
    }
    return { Source: this.places.id(source), [ROW.source]: this.places.row(source) };
  }

  ledger(): NewRows {
    const rows = this.rows(LEDGER);
    const number = this.numbers('G', 'Ledger');
    for (const line of this.outcome.ledger) {
      rows.add({
        ...this.common,
        Line: number(),
        Voucher: this.ids.voucher,
        Account: line.account,
        'Item group': line.itemGroup || null,
        Item: line.item || null,
        Debit: line.debit === 0 ? null : this.figures.amount(line.debit),
        Credit: line.credit === 0 ? null : this.figures.amount(line.credit),
        Text: ledgerText(this.outcome.request, this.ids.closing),
      });
    }
    return rows;
  }

  closeLog(): NewRows {
    const rows = this.rows(CLOSE_LOG);
    const number = this.numbers('L', 'CloseLog');
    for (const entry of this.outcome.log) {
      const about = entry.transaction >= 0 ? this.places.dimensionsOf(entry.transaction) : {};
      rows.add({
        ...this.common,
        ...about,
        Entry: number(),
        Severity: severityOf(entry.code),
        Code: entry.code,
        Item: entry.item >= 0 ? this.places.item(entry.item) : null,
        Transaction: this.places.id(entry.transaction),
        [ROW.transaction]: this.places.row(entry.transaction),
        Quantity: entry.quantity === undefined ? null : this.figures.quantity(entry.quantity),
        Amount: entry.amount === undefined ? null : this.figures.amount(entry.amount),
        Message: messageOf(entry.code, entry.words),
        Remedy: remedyOf(entry.code),
      });
    }
    return rows;
  }

  inventoryValue(): NewRows {
    const rows = this.rows(INVENTORY_VALUE);
    const number = this.numbers('N', 'InventoryValue');
    const { amount, quantity } = {
      amount: (units: number) => this.figures.amount(units),
      quantity: (units: number) => this.figures.quantity(units),
    };
    const adjusted = this.adjustedByReason();
    for (const row of this.outcome.inventoryValue) {
      const parts = ADJUSTED_BY.map((_, part) => adjusted[part].get(row.key) ?? 0);
      const explained = parts.reduce((sum, units) => sum + units, 0);
      parts[parts.length - 1] += row.adjustment - explained;
      const left = row.openingValue + row.receiptValue + row.issueValue + row.adjustment - row.closingValue;
      rows.add({
        ...this.common,
        ...this.places.dimensionsOfKey(row.key),
        Line: number(),
        Item: this.places.item(this.read.book.keys[row.key].item),
        'Opening quantity': quantity(row.openingQuantity),
        'Opening value': amount(row.openingValue),
        'Receipt quantity': quantity(row.receiptQuantity),
        'Receipt value': amount(row.receiptValue),
        'Issue quantity': quantity(row.issueQuantity),
        'Issue value': amount(row.issueValue),
        Adjustment: amount(row.adjustment),
        ...Object.fromEntries(ADJUSTED_BY.map(({ name }, part) => [name, amount(parts[part])])),
        'Closing quantity': quantity(row.closingQuantity),
        'Closing value': amount(row.closingValue),
        'Unit cost': this.unitCost(row.closingValue, row.closingQuantity),
        Check: amount(left),
      });
    }
    return rows;
  }

  /** The adjustments of this run by cost key, one map for each of ADJUSTED_BY. */
  private adjustedByReason(): Map<number, number>[] {
    const partOf = REASONS.map((reason) => ADJUSTED_BY.findIndex(({ reasons }) => reasons.includes(reason)));
    const sums = ADJUSTED_BY.map(() => new Map<number, number>());
    const { adjustments } = this.outcome;
    const { key } = this.read.book.transactions;
    for (let a = 0; a < adjustments.count; a++) {
      const part = partOf[adjustments.reason[a]];
      if (part < 0) continue;
      const own = key[adjustments.transaction[a]];
      sums[part].set(own, (sums[part].get(own) ?? 0) + adjustments.amount[a]);
    }
    return sums;
  }

  closingTransfers(): NewRows {
    const rows = this.rows(CLOSING_TRANSFERS);
    const { transfers } = this.outcome;
    const highest = this.read.book.transactions.count - this.read.book.transactions.inputCount;
    for (let t = 0; t < transfers.count; t++) {
      for (const [leg, sign] of [
        [0, -1],
        [1, 1],
      ]) {
        rows.add({
          ...this.places.dimensionsOfKey(transfers.key[t]),
          Closing: this.ids.closing,
          [ROW.closing]: this.ids.closingRow,
          Transaction: this.places.legIds[2 * t + leg],
          Item: this.places.item(this.read.book.keys[transfers.key[t]].item),
          Quantity: this.figures.quantity(sign * transfers.quantity[t]),
          'Financial date': transfers.day[t],
          'Physical date': transfers.day[t],
          'Financial cost': this.figures.amount(sign * transfers.value[t]),
          'Physical cost': this.figures.amount(sign * transfers.value[t]),
          Type: 'Transfer' satisfies (typeof TRANSACTION_TYPES)[number],
          Reference: this.ids.closing,
          'Cost source': leg === 1 ? this.places.legIds[2 * t] : null,
          Sequence: highest + 2 * t + leg + 1,
          Status: 'Active',
        });
      }
    }
    return rows;
  }

  /** Shown to people: six decimals beyond the minor unit are more than enough. */
  unitCost(value: number, quantity: number): number | null {
    if (quantity === 0) return null;
    const { amountDecimals, quantityDecimals } = this.read.book.parameters;
    return unitCost(value, amountDecimals, quantity, quantityDecimals);
  }
}

/** What the lines of a voucher say of their run. */
function ledgerText({ type, day }: AnyRequest, closing: string): string {
  return isByHand({ type })
    ? `${type} ${closing} of ${isoDay(day)}`
    : `Inventory ${type.toLowerCase()} ${closing} up to ${isoDay(day)}`;
}

/** Scaled value over scaled quantity as a number of amount units a unit, rounded for people (it is never computed with). */
export function unitCost(value: number, amountDecimals: number, quantity: number, quantityDecimals: number): number {
  return new Decimal(value)
    .div(quantity)
    .times(new Decimal(10).pow(quantityDecimals - amountDecimals))
    .toDecimalPlaces(amountDecimals + 6)
    .toNumber();
}
