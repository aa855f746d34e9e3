import type { Book } from '../../src/book/book';
import { isoDay } from '../../src/book/days';
import { plain, short } from '../../src/book/decimals';
import { type Outcome, REASONS } from '../../src/book/outcome';
import { Evidence } from '../../src/runs/explain/evidence';
import type { Direction } from '../../src/runs/explain/cost-part';
import { type CostNode, CostTree } from '../../src/runs/explain/cost-tree';
import type { EarlierAdjustments } from '../../src/workbook/read/read-book';

const PROVISIONAL = ['Physical value', 'Uncovered quantity'];

/** What a workbook would have in the table Adjustments after these closes of a book, as the reader gives it. */
export function earlierOf({ provisional }: Book, closes: readonly Outcome[]): EarlierAdjustments {
  const kept = closes.flatMap(({ adjustments: made }, closing) =>
    Array.from({ length: made.count }, (_, row) => ({
      closing,
      transaction: made.transaction[row],
      reason: made.reason[row],
      source: made.source[row],
      amount: made.amount[row],
      expensed: made.expensed[row],
      row: NaN,
      gone: row < made.takesBack.length || PROVISIONAL.includes(REASONS[made.reason[row]]),
    })).filter(({ gone }) => !gone),
  );
  // The row of a provisional adjustment is the number by which a later run takes it back; the others need none.
  const rows = [
    ...kept.map((row, at) => ({ ...row, row: -1 - at })),
    ...Array.from({ length: provisional.count }, (_, at) => ({
      closing: closes.length - 1,
      transaction: provisional.transaction[at],
      reason: provisional.reason[at],
      source: provisional.source[at],
      amount: provisional.amount[at],
      expensed: provisional.expensed[at],
      row: provisional.row[at],
    })),
  ];
  return {
    count: rows.length,
    closing: Int32Array.from(rows, ({ closing }) => closing),
    transaction: Int32Array.from(rows, ({ transaction }) => transaction),
    reason: Int16Array.from(rows, ({ reason }) => reason),
    source: Int32Array.from(rows, ({ source }) => source),
    amount: Float64Array.from(rows, ({ amount }) => amount),
    expensed: Float64Array.from(rows, ({ expensed }) => expensed),
    row: Int32Array.from(rows, ({ row }) => row),
  };
}

/** The evidence of a book after some closes, and where one is given, of a previewed one on top of them. */
export function evidenceOf(book: Book, closes: readonly Outcome[], preview?: Outcome): Evidence {
  const day = (preview ?? closes.at(-1))?.request.day;
  return new Evidence(book, earlierOf(book, closes), preview, day);
}

/**
 * A tree of costs as lines that can be added up by eye: amount, quantity, kind and transaction, each level further to the
 * right. Legs of closing transfers are called by the day of their transfer.
 */
export function treeOf(evidence: Evidence, id: string, direction: Direction, depth = Infinity): string[] {
  const { book } = evidence;
  const { amountDecimals, quantityDecimals } = book.parameters;
  const tree = new CostTree(evidence);
  const name = (position: number) => {
    if (position < 0) return '';
    if (position < book.transactions.inputCount) return book.transactions.id[position];
    const leg = position < book.transactions.count ? book.transactions.financialDay[position] : undefined;
    const made = evidence.outcome?.transfers.day[(position - book.transactions.count) >> 1];
    return `transfer of ${isoDay(leg ?? made ?? 0)}`;
  };
  const lines: string[] = [];
  const add = (node: CostNode, level: number) => {
    const quantity = node.quantity === 0 ? '' : ` (${short(node.quantity, quantityDecimals)})`;
    const circle = node.circle.length === 0 ? '' : `: ${node.circle.map(name).join(', ')}`;
    const what = node.kind === 'adjusted' ? `${node.reason} ${name(node.position)}` : name(node.position);
    const kind = node.kind === 'root' ? '' : `${node.kind} `;
    lines.push(
      `${'  '.repeat(level)}${plain(node.amount, amountDecimals)}${quantity} ${kind}${what}${circle}`.trimEnd(),
    );
    if (level < depth) tree.below(node).forEach((below) => add(below, level + 1));
  };
  add(tree.root(book.transactions.id.indexOf(id), direction), 0);
  return lines;
}
