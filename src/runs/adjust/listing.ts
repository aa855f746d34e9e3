import { Decimal } from 'decimal.js';
import { plain, short } from '../../book/decimals';
import { keyName } from '../../book/names';
import { addressOf, addressOfTransaction } from '../find-rows';
import type { Loaded } from '../load';
import type { Found } from './by-hand-run';

/**
 * A receipt before and after an adjustment by hand. Figures are exact decimal texts: quantity and values those of its open
 * part (of the whole receipt in a transaction adjustment), unit costs rounded for people; blank without a quantity.
 */
export interface AdjustedReceipt {
  readonly transaction: string;
  /** Item and cost key in words. */
  readonly costKey: string;
  readonly cell: string;
  readonly quantity: string;
  readonly valueBefore: string;
  readonly adjustment: string;
  readonly valueAfter: string;
  readonly unitCostBefore: string;
  readonly unitCostAfter: string;
}

/** The receipts of an adjustment by hand, in its order. */
export function listingOf(loaded: Loaded, { parts, amounts }: Found): AdjustedReceipt[] {
  const { read } = loaded;
  const { transactions, parameters } = read.book;
  const { amountDecimals, quantityDecimals } = parameters;
  const unitCost = (value: number, quantity: number): string => {
    if (quantity === 0) return '';
    const power = new Decimal(10).pow(quantityDecimals - amountDecimals);
    const cost = new Decimal(value)
      .div(quantity)
      .times(power)
      .toDecimalPlaces(amountDecimals + 4);
    return cost.toFixed(Math.max(amountDecimals, cost.decimalPlaces()));
  };
  return parts.map(({ transaction, quantity, value }, at) => ({
    transaction: transactions.id[transaction],
    costKey: keyName(read.book, transactions.key[transaction]),
    cell: cellOf(loaded, transaction),
    quantity: short(quantity, quantityDecimals),
    valueBefore: plain(value, amountDecimals),
    adjustment: plain(amounts[at], amountDecimals),
    valueAfter: plain(value + amounts[at], amountDecimals),
    unitCostBefore: unitCost(value, quantity),
    unitCostAfter: unitCost(value + amounts[at], quantity),
  }));
}

/** Where a transaction stands; a leg stands in ClosingTransfers. */
export function cellOf({ read, tables }: Loaded, position: number): string {
  const { inputCount } = read.book.transactions;
  if (position < inputCount) return addressOfTransaction(read, position);
  const legs = [...tables.values()].find(({ name }) => name.toLowerCase() === 'closingtransfers');
  return legs ? addressOf(legs, read.existing.legRows[position - inputCount], 'Transaction') : '';
}
