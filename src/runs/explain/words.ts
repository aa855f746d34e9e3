import { LEG, NONE } from '../../book/book';
import { type Day, isoDay, NO_DAY } from '../../book/days';
import { money, short } from '../../book/decimals';
import { keyName } from '../../book/names';
import { TRANSACTION_TYPES } from '../../book/transaction-types';
import { type Principle, settles } from '../../book/models';
import type { ReadBook } from '../../workbook/read/read-book';
import type { Evidence, OtherAdjustment, PairedWith } from './evidence';
import type { Names } from './names';
import { PREVIEW } from './pair-rows';

/** Why these two: the rule of each principle, as the end of a sentence. */
const RULES: Readonly<Record<Principle, string>> = {
  FIFO: 'FIFO: the oldest receipt still open in its cost key',
  LIFO: 'LIFO: the newest receipt still open in its cost key',
  'LIFO date': 'LIFO date: the newest receipt still open on or before its date, else the nearest later one',
  'Weighted average': 'weighted average: all receipts of the run that were open, at one average',
  'Weighted average date': 'weighted average date: all receipts that were open on that day, at one average',
  Marking: 'marking: the two are marked to each other, which comes before the inventory model',
  Transfer: 'transfer: it moves stock inside one cost key, and no cost',
};

/** The sentences for one transaction: what it is, what it was paired with, what else changed it, and what is open. */
export function explainTransaction(
  read: ReadBook,
  evidence: Evidence,
  names: Names,
  position: number,
  openReason: string,
): string[] {
  const words = new Words(read, evidence, names);
  const issues = read.book.transactions.quantity[position] < 0;
  const all = issues ? evidence.pairsOfIssue(position) : evidence.pairsOfReceipt(position);
  const pairs = all.filter(({ quantity }) => quantity > 0);
  const others = evidence.othersOf(position);
  return [
    words.what(position),
    ...words.model(position),
    ...pairs.map((pair) => words.pair(pair, issues)),
    ...all.filter(({ quantity }) => quantity === 0).map((pair) => words.late(pair, issues)),
    ...others.map((other) => words.other(other)),
    words.cost(position),
    words.open(position, pairs, openReason),
  ].filter((sentence) => sentence !== '');
}

class Words {
  private readonly amountDecimals: number;
  private readonly quantityDecimals: number;
  private readonly day: Day | undefined;

  constructor(
    private readonly read: ReadBook,
    private readonly evidence: Evidence,
    private readonly names: Names,
  ) {
    this.day = evidence.day;
    ({ amountDecimals: this.amountDecimals, quantityDecimals: this.quantityDecimals } = read.book.parameters);
  }

  private amount(units: number): string {
    return money(units, this.amountDecimals);
  }

  private signed(units: number): string {
    return units > 0 ? `+${this.amount(units)}` : this.amount(units);
  }

  private quantity(units: number): string {
    return short(units, this.quantityDecimals);
  }

  /** "SO987 is an issue, 1 of A, invoiced on 2026-01-20 at -12.50." */
  what(position: number): string {
    const { transactions: t } = this.read.book;
    const { day } = this;
    const leg = t.leg[position] !== LEG.none;
    const kind = leg ? 'a leg of a closing transfer' : t.quantity[position] < 0 ? 'an issue' : 'a receipt';
    const of = `${this.quantity(Math.abs(t.quantity[position]))} of ${keyName(this.read.book, t.key[position])}`;
    const head = `${t.id[position]} is ${kind}, ${of},`;
    if (this.isFinancial(position)) {
      return `${head} ${this.verb(position)} on ${isoDay(t.financialDay[position])} at ${this.amount(t.financialCost[position])}.`;
    }
    const [physical, financial] = [t.physicalDay[position], t.financialDay[position]];
    if (this.isOrderLine(position)) return `${head} an order line: it has no date yet and takes no part.`;
    if (day !== undefined && (physical === NO_DAY || physical > day)) {
      return `${head} dated ${isoDay(physical || financial)}, after ${isoDay(day)}: it takes no part yet.`;
    }
    const moved = t.quantity[position] < 0 ? 'delivered' : 'received';
    return `${head} ${moved} on ${isoDay(physical)} at ${this.amount(t.physicalCost[position])} and not invoiced${day === undefined ? '' : ` by ${isoDay(day)}`}.`;
  }

  /** What made the row financial, in the word that people use for its type. */
  private verb(position: number): string {
    const { type, leg } = this.read.book.transactions;
    if (leg[position] !== LEG.none) return 'made';
    const name = TRANSACTION_TYPES[type[position]];
    if (name === 'Production') return 'ended';
    return name === 'Purchase' || name === 'Sale' || name.endsWith('return') ? 'invoiced' : 'posted';
  }

  model(position: number): string[] {
    const { model, id } = this.read.book.items[this.read.book.transactions.item[position]];
    return settles(model)
      ? []
      : [`${id} has the inventory model ${model}: a close locks it and leaves its cost as it was posted.`];
  }

  /** "The close IC-0001 settled 1 with PO123 (invoiced 2026-01-03): 10.00 by FIFO: …; its own share was 12.50, so it was adjusted by +2.50." */
  pair(pair: PairedWith, fromIssue: boolean): string {
    const other = fromIssue ? pair.receipt : pair.issue;
    const preview = pair.run === PREVIEW;
    const run = preview ? 'A close would' : `Run ${this.names.run(pair.run)}`;
    const verb = pair.settles ? (preview ? 'settle' : 'settled') : preview ? 'compare' : 'compared';
    const what = `${run} ${verb} ${this.quantity(pair.quantity)} with ${this.name(other)} by ${RULES[pair.principle]}.`;
    const took = `${fromIssue ? 'It' : 'That'} ${preview ? 'would take' : 'took'}`;
    const be = preview ? 'would be' : 'is';
    const share = pair.amount + pair.adjustment;
    const ofLeg =
      this.read.book.transactions.leg[pair.issue] === LEG.issue || pair.issue >= this.read.book.transactions.count;
    const adjusted = ofLeg
      ? ''
      : pair.adjustment === 0
        ? `, which is what it was posted at, so nothing ${be} adjusted`
        : `; its share was posted at ${this.amount(share)}, so the issue ${be} adjusted by ${this.signed(pair.adjustment)}`;
    const only = pair.settles
      ? ''
      : ' One of the two is not invoiced, so this adjusts and does not settle: both stay open.';
    return `${what} ${took} ${this.amount(pair.amount)}${adjusted}.${only}`;
  }

  /** Late cost: what a settled receipt changed by afterwards (A12). */
  late({ run, receipt, issue, amount }: PairedWith, fromIssue: boolean): string {
    const by = run === PREVIEW ? 'A close would pass' : `Run ${this.names.run(run)} passed`;
    const change = this.signed(0 - amount);
    return fromIssue
      ? `${by} on to it what ${this.name(receipt)} changed by after the two were settled: ${change}, with the reason Late cost.`
      : `${by} on to ${this.name(issue)} its part of a change that came after the two were settled: ${change}, with the reason Late cost.`;
  }

  other({ run, reason, source, amount, expensed, transaction }: OtherAdjustment): string {
    const verb = expensed === 0 ? ['would adjust it', 'adjusted it'] : ['would expense for it', 'expensed for it'];
    const by = run === PREVIEW ? `A close ${verb[0]}` : `Run ${this.names.run(run)} ${verb[1]}`;
    const order = this.read.book.transactions.reference[transaction];
    const made = reason === 'Production' && order !== NONE ? ` from order ${this.read.book.references[order]}` : '';
    const because: Partial<Record<OtherAdjustment['reason'], string>> = {
      'Uncovered quantity': 'what no receipt covers is valued at the unit cost of the part that is covered',
      'Physical value': 'a receipt or issue that is not invoiced was compared with it',
      'Late cost': 'the cost of its receipt changed after it was settled',
      Transfer: 'it was moved from there, and takes over the change of that cost',
      Return: 'it is a return of that sale, and costs what the sale costs',
      Production: 'it was made by this order, and takes over its part of the change of the components',
      Expensed: 'too small to be passed on, or what the rounding of a circle left: it went to the rounding account',
      Variance: 'its item keeps its cost, so the change went to the variance account',
      'On-hand': 'what was on hand at the last close was given another value by hand',
      Transaction: 'it was given another value by hand; what was settled of it follows in the next close',
    };
    const from = made || (source === NONE ? '' : ` from ${this.name(source)}`);
    return `${by} ${expensed === 0 ? `by ${this.signed(amount)}` : this.signed(expensed)}${from}, with the reason ${reason}${because[reason] ? `: ${because[reason]}` : ''}.`;
  }

  cost(position: number): string {
    if (this.isOrderLine(position)) return '';
    const posted = this.posted(position);
    const adjusted = this.evidence.adjustedOf(position);
    if (adjusted === 0) return `So its cost is ${this.amount(posted)}, as it was posted.`;
    return `So its cost is ${this.amount(posted + adjusted)}: ${this.amount(posted)} as posted, ${this.signed(adjusted)} adjusted.`;
  }

  open(position: number, pairs: readonly PairedWith[], reason: string): string {
    const total = Math.abs(this.read.book.transactions.quantity[position]);
    const settled = pairs.filter((pair) => pair.settles).reduce((sum, { quantity }) => sum + quantity, 0);
    if (this.isOrderLine(position)) return '';
    if (settled === total) return 'It is settled in full.';
    const open = `${this.quantity(total - settled)} of ${this.quantity(total)} is open`;
    return reason === '' ? `${open}${this.whyOpen(position)}.` : `${open}. ${reason}`;
  }

  /** Why a transaction is open that the log has nothing to say of. */
  private whyOpen(position: number): string {
    const { quantity, item } = this.read.book.transactions;
    const { day } = this;
    if (day === undefined || !settles(this.read.book.items[item[position]].model)) return '';
    if (this.isSlip(position)) return `: it is not invoiced by ${isoDay(day)}`;
    if (!this.isFinancial(position)) return '';
    if (quantity[position] > 0) return ': it stays in stock';
    const compared = this.evidence.othersOf(position).some(({ reason }) => reason === 'Physical value');
    const waits = this.evidence.pairsOfIssue(position).some(({ settles: closes }) => !closes);
    return compared || waits ? `: what it was compared with is not invoiced by ${isoDay(day)}` : '';
  }

  private isFinancial(position: number): boolean {
    return this.evidence.isFinancial(position);
  }

  private isOrderLine(position: number): boolean {
    const { financialDay, physicalDay } = this.read.book.transactions;
    return financialDay[position] === NO_DAY && physicalDay[position] === NO_DAY;
  }

  private isSlip(position: number): boolean {
    return this.evidence.isSlip(position);
  }

  /** The cost that it was posted at by the day, signed and scaled. */
  private posted(position: number): number {
    return this.evidence.postedOf(position);
  }

  /** An id with what helps to place it: its date and cost; for a transfer leg what was gathered in it. */
  private name(position: number): string {
    const { transactions: t } = this.read.book;
    const id = this.names.id(position);
    if (position < t.count && t.leg[position] === LEG.none) {
      const on = this.isSlip(position) ? t.physicalDay[position] : t.financialDay[position];
      return `${id} (${[isoDay(on), this.amount(this.posted(position))].filter(Boolean).join(', ')})`;
    }
    const out = this.evidence.legOf(position) === LEG.issue ? position : this.evidence.otherLeg(position);
    const gathered = this.evidence.pairsOfIssue(out);
    const quantity = gathered.reduce((sum, pair) => sum + pair.quantity, 0);
    const amount = gathered.reduce((sum, pair) => sum + pair.amount, 0);
    const parts = gathered.filter((pair) => pair.quantity > 0).map((pair) => this.names.id(pair.receipt));
    return `closing transfer ${id} (${this.quantity(quantity)} for ${this.amount(amount)}, gathered from ${parts.join(', ')})`;
  }
}
