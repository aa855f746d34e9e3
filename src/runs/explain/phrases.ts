import type { InventoryModel, Principle } from '../../book/models';
import type { TransactionType } from '../../book/transaction-types';

/**
 * All that an explanation says, in English: templates, which sentences.ts fills and puts in order. Another language is
 * another object of this shape. Amounts, quantities, dates and names come as texts; `would` is true of a preview.
 */
export const ENGLISH = {
  /** The last of a list: "a, b" and "c". */
  and: (before: string, last: string) => `${before} and ${last}`,
  /** A dimension without a value. */
  blank: '(blank)',

  /** What a transaction is called: an issue, a receipt. */
  types: {
    Purchase: ['a purchase of negative quantity', 'a purchase'],
    Sale: ['a sale', 'a sale of negative quantity'],
    Transfer: ['the issue of a transfer', 'the receipt of a transfer'],
    Production: ['a production of negative quantity', 'a receipt from production'],
    'Production line': ['a component of production', 'a component that came back'],
    Movement: ['an issue', 'a receipt'],
    Counting: ['a loss by counting', 'a gain by counting'],
    'Profit/loss': ['a loss', 'a profit'],
    'Customer return': ['a customer return of negative quantity', 'a customer return'],
    'Vendor return': ['a return to a vendor', 'a vendor return of positive quantity'],
  } satisfies Record<TransactionType, readonly [string, string]>,
  what: (id: string, kind: string, quantity: string, key: string, rest: string) =>
    `${id} is ${kind}, ${quantity} of ${key}, ${rest}.`,
  invoiced: (verb: 'invoiced' | 'ended' | 'posted', date: string, amount: string) => `${verb} on ${date} at ${amount}`,
  slip: (issue: boolean, date: string, amount: string, by: string) =>
    `${issue ? 'delivered' : 'received'} on ${date} at ${amount} and not invoiced${by === '' ? '' : ` by ${by}`}`,
  orderLine: 'an order line: it has no date yet and takes no part',
  later: (date: string, day: string) => `dated ${date}, after ${day}: it takes no part yet`,
  leg: (id: string, side: string, gathered: string, quantity: string, key: string, amount: string, date: string) =>
    `${id} is the ${side} of a closing transfer of ${date}, which gathered ${gathered}: ${quantity} of ${key} for ${amount}.`,
  legSides: ['issue side', 'receipt side'],

  keepsCost: (item: string, model: InventoryModel) =>
    `${item} has the inventory model ${model}: a close locks it and leaves its cost as it was posted.`,

  /** How rules are called in a sentence. */
  principles: {
    FIFO: 'FIFO',
    LIFO: 'LIFO',
    'LIFO date': 'LIFO date',
    'Weighted average': 'weighted average',
    'Weighted average date': 'weighted average date',
    Marking: 'marking',
    Transfer: 'the transfer inside its cost key',
  } satisfies Record<Principle, string>,
  receipt: (id: string, amount: string, date: string) => `${id} (${amount}, ${date})`,
  transfer: (id: string, quantity: string, amount: string, parts: string) =>
    `closing transfer ${id} (${quantity} for ${amount}, gathered from ${parts})`,
  /** "costs 10.00 because FIFO paired it with PO123 (10.00, 2026-01-03), the oldest ..." */
  because: (would: boolean, amount: string, rule: string, receipt: string, why: string) =>
    would
      ? `It would cost ${amount}, because ${rule} would pair it with ${receipt}, ${why}.`
      : `It costs ${amount}, because ${rule} paired it with ${receipt}, ${why}.`,
  costs: (would: boolean, amount: string, receipts: number) =>
    `It ${would ? 'would cost' : 'costs'} ${amount}, from ${receipts === 1 ? 'one receipt' : `${receipts} receipts`}.`,
  costsPartly: (would: boolean, amount: string, paired: string, quantity: string, open: string) =>
    `It ${would ? 'would cost' : 'costs'} ${amount}: ${paired} from receipts, and ${open} for the ${quantity} of it that ${would ? 'would be' : quantity === '1' ? 'is' : 'are'} open.`,
  costsOnly: (would: boolean, amount: string) => `It ${would ? 'would cost' : 'costs'} ${amount}.`,
  estimated: (would: boolean, amount: string, estimate: string) =>
    `It ${would ? 'would cost' : 'costs'} ${amount}, as it was posted${estimate}.`,
  all: 'all',
  pair: (would: boolean, rule: string, quantity: string, receipt: string, why: string, amount: string) =>
    `For ${quantity} of it ${rule} ${would ? 'would take' : 'took'} ${amount} from ${receipt}, ${why}.`,
  compared: (would: boolean) =>
    `One of the two is not invoiced, so this ${would ? 'would adjust and not settle' : 'adjusts and does not settle'}: both stay open.`,
  why: {
    first: 'the oldest receipt in its cost key',
    oldest: 'the oldest receipt still open in its cost key',
    newest: 'the newest receipt of the run still open in its cost key',
    newestBefore: 'the newest receipt still open on or before its date in its cost key',
    nearestAfter: 'the nearest later receipt, for nothing on or before its date was left in its cost key',
    average: 'all receipts of its cost key that were open, at one average',
    averageOfDay: (date: string) => `all receipts of its cost key that were open on ${date}, at one average`,
    onlyOpen: 'the only receipt of its cost key that was open',
    marked: 'to which it is marked: a mark comes before the inventory model',
    transfer: 'which receives what it sends: inside one cost key no cost is passed on',
    usedUp: (id: string, by: string) => `: ${id} was used up by ${by}`,
    usedUpByItself: (id: string) => `: it had used up ${id}`,
    later: ', though it came later: nothing older was left',
  },

  posted: (would: boolean, amount: string, estimate: string, runs: string) =>
    `It was posted at ${amount}${estimate}, so ${runs === '' ? `nothing ${would ? 'would be' : 'is'} adjusted` : runs}.`,
  inAll: ' in all',
  estimates: {
    average: (unit: string) => `, the running average then (${unit} a piece)`,
    marked: (id: string) => `, what ${id} cost, which it is marked to`,
    price: (unit: string) => `, the cost price of its item (${unit} a piece), for there was no running average`,
    none: '',
  },
  adjusts: (would: boolean, run: string, amount: string) =>
    `${run} ${would ? 'would adjust' : 'adjusts'} it by ${amount}`,
  runs: {
    Close: (day: string, id: string) => `the close of ${day} (${id})`,
    Recalculation: (day: string, id: string) => `the recalculation of ${day} (${id})`,
    Reversal: (day: string, id: string) => `the reversal of ${day} (${id})`,
    'On-hand adjustment': (day: string, id: string) => `the on-hand adjustment of ${day} (${id})`,
    'Transaction adjustment': (day: string, id: string) => `the transaction adjustment of ${day} (${id})`,
    Archive: (day: string, id: string) => `the archive of ${day} (${id})`,
    preview: (day: string) => `a close up to ${day}`,
  },

  /** What else changed a cost: a sentence each, with the signed amount and where it came from. */
  changes: {
    Settlement: (change: string, source: string) =>
      `${change} for it was compared with ${source}; this holds until the next run.`,
    'Late cost': (change: string, source: string) =>
      `${change} because the cost of ${source} changed after the two were settled.`,
    'Physical value': (change: string, source: string) =>
      `${change} by comparison with ${source}: one of the two is not invoiced, so nothing is settled.`,
    'Uncovered quantity': (change: string) =>
      `${change} because what no receipt covers is valued at the unit cost of the part that is covered.`,
    Transfer: (change: string, source: string) =>
      `${change} because it was moved from ${source}, and takes over the change of its cost.`,
    Return: (change: string, source: string) =>
      `${change} because it returns ${source}, and costs what that sale costs.`,
    Production: (change: string, _source: string, order: string) =>
      `${change} because order ${order} made it, and it takes over its part of the change of the components.`,
    Variance: (change: string) =>
      `${change} to the variance account: its item keeps its cost, whatever its source costs.`,
    Expensed: (change: string) =>
      `${change} to the rounding account: too small to be passed on, or what the rounding of a circle left.`,
    'On-hand': (change: string) => `${change} by hand, for what was on hand of it then.`,
    Transaction: (change: string) =>
      `${change} by hand, as its new value; what was settled of it before goes on to its issues in the close after it.`,
  },
  changed: (would: boolean, run: string, amount: string) =>
    `${capital(run)} ${would ? 'would change' : 'changed'} it by ${amount}`,
  expensed: (would: boolean, run: string, amount: string) =>
    `${capital(run)} ${would ? 'would expense' : 'expensed'} ${amount} for it`,
  late: (would: boolean, run: string, amount: string, issue: string) =>
    `${capital(run)} ${would ? 'would pass' : 'passed'} ${amount} of its change on to ${issue}, which it was settled with before.`,

  receiptCosts: (would: boolean, amount: string, posted: string, adjusted: string) =>
    `It ${would ? 'would cost' : 'costs'} ${amount}: ${posted} as it was posted, and ${adjusted} since.`,
  gave: (would: boolean, uses: string) => `It ${would ? 'would give' : 'gave'} ${uses}.`,
  gathering: (id: string) => `the closing transfer ${id}`,
  use: (quantity: string, issue: string, amount: string, rule: string) =>
    `${quantity} to ${issue} for ${amount} by ${rule}`,
  more: (count: number) => `${count} more`,
  circle: (would: boolean, members: string, solved: boolean) => {
    const depends = `Its cost ${would ? 'would depend' : 'depends'} on itself, in a circle with ${members}`;
    return solved
      ? `${depends}: their costs are solved together.`
      : `${depends}, which has no single solution: nothing of what its receipts should take from their issues has come to them.`;
  },

  settled: (would: boolean) => `It ${would ? 'would be' : 'is'} settled in full.`,
  open: (would: boolean, quantity: string, whole: string, rest: string) =>
    `${quantity} of ${whole} ${would ? 'would be' : quantity === '1' ? 'is' : 'are'} open${rest}`,
  whyOpen: {
    slip: (day: string) => `: it is not invoiced by ${day}. Its invoice lets the next close settle it.`,
    stock: (amount: string) => ` and in stock, for ${amount}.`,
    compared: (day: string) =>
      `: what it was compared with is not invoiced by ${day}. That invoice lets the next close settle it.`,
    waits: ': no close has come to it yet.',
    none: '.',
  },
  reversed: (run: string) => `${capital(run)} was reversed: what it had settled is open again.`,
  archived: (run: string) =>
    `Its row is archived (${run}): LockedRows keeps it, whether it still stands in Transactions or not.`,
  neverClosed: 'This workbook was never closed: with a date it is explained from what a close up to then would do.',
} as const;

/** The shape that the phrases of every language have. */
export type Phrases = Shape<typeof ENGLISH>;

type Shape<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends readonly string[]
      ? readonly string[]
      : T[K] extends (...args: infer A) => string
        ? (...args: A) => string
        : Shape<T[K]>;
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
