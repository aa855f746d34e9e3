import { keyName } from '../../book/names';
import { settles } from '../../book/models';
import type { ReadBook } from '../../workbook/read/read-book';
import type { Evidence } from './evidence';
import { issueSentences, receiptSentences } from './cost-sentences';
import type { Names } from './names';
import type { Speech } from './speech';
import { Teller } from './teller';
import type { Circle } from './unsolved';

/**
 * Explains transactions in sentences (A23): what each is, what it costs and by which rule, what it was posted at and what
 * runs have changed, and what of it is open. One is kept for a workbook, and asked for any of its transactions.
 */
export class Sentences {
  private readonly teller: Teller;

  constructor(read: ReadBook, evidence: Evidence, names: Names, speech?: Speech) {
    this.teller = new Teller(read, evidence, names, speech);
  }

  /** `openReason` is what the log says of an open transaction, with its remedy; "" where it says nothing. */
  of(position: number, openReason: string, circle?: Circle): string[] {
    const { teller } = this;
    if (teller.isOrderLine(position) || teller.isLater(position)) return [what(teller, position)];
    const issue = teller.evidence.quantityOf(position) < 0;
    return [
      what(teller, position),
      ...model(teller, position),
      ...(issue ? issueSentences(teller, position) : receiptSentences(teller, position)),
      circle ? teller.phrases.circle(teller.would(position), teller.list(circle.members.slice(1)), circle.solved) : '',
      openSentence(teller, position, openReason),
    ].filter((sentence) => sentence !== '');
  }
}

/** What it is, what it was posted at, and when. */
function what(teller: Teller, position: number): string {
  const { phrases, names, evidence } = teller;
  const { quantity, key } = teller.read.book.transactions;
  const issue = quantity[position] < 0;
  const amount = names.amount(Math.abs(evidence.postedOf(position)));
  const pieces = names.quantity(Math.abs(quantity[position]));
  const [id, of, date] = [
    names.id(position),
    keyName(teller.read.book, key[position], phrases.blank),
    names.dayText(position),
  ];
  const type = names.type(position);
  if (type === undefined) {
    const parts = teller.gatheredIn(position).map((pair) => pair.receipt);
    return phrases.leg(id, phrases.legSides[issue ? 0 : 1], teller.list(parts), pieces, of, amount, date);
  }
  const day = evidence.day === undefined ? '' : teller.day(evidence.day);
  const rest = teller.isOrderLine(position)
    ? phrases.orderLine
    : evidence.isFinancial(position)
      ? phrases.invoiced(VERBS[type] ?? 'posted', date, amount)
      : teller.isLater(position)
        ? phrases.later(teller.day(teller.firstDay(position)), day)
        : phrases.slip(issue, date, amount, day);
  return phrases.what(id, phrases.types[type][issue ? 0 : 1], pieces, of, rest);
}

function model(teller: Teller, position: number): string[] {
  const { model, id } = teller.read.book.items[teller.read.book.transactions.item[position]];
  return settles(model) ? [] : [teller.phrases.keepsCost(id, model)];
}

/** What of a transaction is open, and why; `reason` is what the log says of it, with its remedy. */
function openSentence(teller: Teller, position: number, reason: string): string {
  const { phrases, names, evidence } = teller;
  const would = teller.would(position);
  const whole = Math.abs(evidence.quantityOf(position));
  const issue = evidence.quantityOf(position) < 0;
  const pairs = issue ? evidence.pairsOfIssue(position) : evidence.pairsOfReceipt(position);
  const closing = pairs.filter((pair) => pair.settles);
  const settled = closing.reduce((sum, { quantity }) => sum + quantity, 0);
  if (settled === whole) return phrases.settled(would);
  const item = teller.read.book.items[teller.read.book.transactions.item[position]];
  if (!settles(item.model)) return '';
  const text = (rest: string) => phrases.open(would, names.quantity(whole - settled), names.quantity(whole), rest);
  const day = evidence.day === undefined ? '' : teller.day(evidence.day);
  if (reason !== '') return `${text('.')} ${reason}`;
  if (evidence.day === undefined) return text(phrases.whyOpen.waits);
  if (evidence.isSlip(position)) return text(phrases.whyOpen.slip(day));
  if (!evidence.isFinancial(position)) return text(phrases.whyOpen.none);
  if (!issue) {
    const left = evidence.costOf(position) - closing.reduce((sum, { amount }) => sum + amount, 0);
    return text(phrases.whyOpen.stock(names.amount(left)));
  }
  const compared =
    pairs.length > closing.length || evidence.othersOf(position).some(({ reason: r }) => r === 'Physical value');
  return text(compared ? phrases.whyOpen.compared(day) : phrases.whyOpen.none);
}

/** What makes a row financial, in the word that people use for its type. */
const VERBS: Readonly<Record<string, 'invoiced' | 'ended'>> = {
  Purchase: 'invoiced',
  Sale: 'invoiced',
  'Customer return': 'invoiced',
  'Vendor return': 'invoiced',
  Production: 'ended',
};
