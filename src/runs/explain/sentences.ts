import { LEG, NONE } from '../../book/book';
import { type Day, NO_DAY } from '../../book/days';
import { keyName } from '../../book/names';
import { settles } from '../../book/models';
import type { ReadBook } from '../../workbook/read/read-book';
import { Choices } from './choices';
import { Estimates } from './estimates';
import type { Evidence, OtherAdjustment, PairedWith } from './evidence';
import type { Names } from './names';
import { PREVIEW } from './pair-rows';
import type { Phrases } from './phrases';
import { ENGLISH_SPEECH, type Speech } from './speech';
import type { Circle } from './unsolved';

/** So many pairs are told one by one; the tree of costs has them all. */
const TOLD = 6;

/**
 * Explains transactions in sentences (A23): what each is, what it costs and by which rule, what it was posted at and what
 * runs have changed, and what of it is open. One is kept for a workbook, and asked for any of its transactions.
 */
export class Sentences {
  private readonly phrases: Phrases;
  private readonly choices: Choices;
  private readonly estimates: Estimates;

  constructor(
    private readonly read: ReadBook,
    private readonly evidence: Evidence,
    private readonly names: Names,
    private readonly speech: Speech = ENGLISH_SPEECH,
  ) {
    this.phrases = speech.phrases;
    this.choices = new Choices(evidence, names, speech.phrases);
    this.estimates = new Estimates(read, evidence, names, speech);
  }

  /** `openReason` is what the log says of an open transaction, with its remedy; "" where it says nothing. */
  of(position: number, openReason: string, circle?: Circle): string[] {
    const issue = this.evidence.quantityOf(position) < 0;
    if (this.isOrderLine(position) || this.isLater(position)) return [this.what(position)];
    return [
      this.what(position),
      ...this.model(position),
      ...(issue ? this.ofIssue(position) : this.ofReceipt(position)),
      circle ? this.phrases.circle(this.would(position), this.list(circle.members.slice(1)), circle.solved) : '',
      this.open(position, openReason),
    ].filter((sentence) => sentence !== '');
  }

  /** A preview is told in the conditional, but for what earlier runs have settled in full and it leaves alone. */
  private would(position: number): boolean {
    const { evidence } = this;
    if (evidence.outcome === undefined) return false;
    const issue = evidence.quantityOf(position) < 0;
    const pairs = issue ? evidence.pairsOfIssue(position) : evidence.pairsOfReceipt(position);
    const earlier = pairs.filter(({ run }) => run !== PREVIEW).reduce((sum, { quantity }) => sum + quantity, 0);
    if (earlier < Math.abs(evidence.quantityOf(position))) return true;
    return pairs.length > 0 && [...pairs, ...evidence.othersOf(position)].some(({ run }) => run === PREVIEW);
  }

  private what(position: number): string {
    const { phrases, names, evidence } = this;
    const { quantity, key } = this.read.book.transactions;
    const issue = quantity[position] < 0;
    const amount = names.amount(Math.abs(evidence.postedOf(position)));
    const pieces = names.quantity(Math.abs(quantity[position]));
    const [id, of, date] = [
      names.id(position),
      keyName(this.read.book, key[position], phrases.blank),
      names.dayText(position),
    ];
    const type = names.type(position);
    if (type === undefined) {
      const parts = this.gatheredIn(position).map((pair) => pair.receipt);
      return phrases.leg(id, phrases.legSides[issue ? 0 : 1], this.list(parts), pieces, of, amount, date);
    }
    const day = evidence.day === undefined ? '' : this.day(evidence.day);
    const rest = this.isOrderLine(position)
      ? phrases.orderLine
      : evidence.isFinancial(position)
        ? phrases.invoiced(VERBS[type] ?? 'posted', date, amount)
        : this.isLater(position)
          ? phrases.later(this.day(this.firstDay(position)), day)
          : phrases.slip(issue, date, amount, day);
    return phrases.what(id, phrases.types[type][issue ? 0 : 1], pieces, of, rest);
  }

  private model(position: number): string[] {
    const { model, id } = this.read.book.items[this.read.book.transactions.item[position]];
    return settles(model) ? [] : [this.phrases.keepsCost(id, model)];
  }

  private ofIssue(position: number): string[] {
    const { phrases, names, evidence } = this;
    const would = this.would(position);
    const pairs = evidence.pairsOfIssue(position).filter(({ quantity }) => quantity > 0);
    const late = evidence.pairsOfIssue(position).filter(({ quantity }) => quantity === 0);
    const others = evidence.othersOf(position);
    const cost = 0 - evidence.costOf(position);
    const [amount, rule] = [names.amount(cost), (pair: PairedWith) => phrases.principles[pair.principle]];
    const whole = pairs.length === 1 && pairs[0].quantity === -evidence.quantityOf(position) && late.length === 0;
    const sentences: string[] = [];
    if (whole && pairs[0].settles && cost === pairs[0].amount) {
      const [pair] = pairs;
      sentences.push(phrases.because(would, amount, rule(pair), this.name(pair.receipt), this.choices.why(pair)));
    } else if (pairs.length === 0) {
      if (others.length === 0 && evidence.adjustedOf(position) === 0) {
        return [phrases.estimated(would, amount, this.estimates.of(position))];
      }
      sentences.push(phrases.costsOnly(would, amount));
    } else {
      const open = -evidence.quantityOf(position) - pairs.reduce((sum, { quantity }) => sum + quantity, 0);
      const paired = [...pairs, ...late].reduce((sum, pair) => sum + pair.amount, 0);
      sentences.push(
        open === 0
          ? phrases.costs(would, amount, new Set(pairs.map(({ receipt }) => receipt)).size)
          : phrases.costsPartly(would, amount, names.amount(paired), names.quantity(open), names.amount(cost - paired)),
      );
      for (const pair of pairs.slice(0, TOLD)) {
        const all = pair.quantity === -evidence.quantityOf(position);
        const [quantity, took] = [all ? phrases.all : names.quantity(pair.quantity), names.amount(pair.amount)];
        const told = phrases.pair(
          pair.run === PREVIEW,
          rule(pair),
          quantity,
          this.name(pair.receipt),
          this.choices.why(pair),
          took,
        );
        sentences.push(pair.settles ? told : `${told} ${phrases.compared(pair.run === PREVIEW)}`);
      }
      if (pairs.length > TOLD) sentences.push(`… ${phrases.more(pairs.length - TOLD)}.`);
    }
    const changes = [...late.map((pair) => this.lateChange(pair)), ...others.map((other) => this.change(other))];
    if (evidence.legOf(position) !== LEG.none) return sentences;
    return [...sentences, ...changes, this.posted(position, [...pairs, ...late], others)];
  }

  /** What it was posted at, and what each run adjusts it by: together they are its cost. */
  private posted(position: number, pairs: readonly PairedWith[], others: readonly OtherAdjustment[]): string {
    const sums = new Map<number, number>();
    const add = (run: number, amount: number) => sums.set(run, (sums.get(run) ?? 0) + amount);
    pairs.forEach(({ run, adjustment }) => add(run, adjustment));
    others.forEach(({ run, amount }) => add(run, amount));
    const runs = [...sums]
      .filter(([, amount]) => amount !== 0)
      .map(([run, amount]) => this.phrases.adjusts(run === PREVIEW, this.run(run), this.names.signed(amount)));
    const amount = this.names.amount(0 - this.evidence.postedOf(position));
    const all = runs.length > 0 && others.length > 0 && pairs.length + others.length > 1 ? this.phrases.inAll : '';
    return this.phrases.posted(this.would(position), amount, this.estimates.of(position), this.listText(runs) + all);
  }

  private ofReceipt(position: number): string[] {
    const { phrases, names, evidence } = this;
    const would = this.would(position);
    const cost = names.amount(evidence.costOf(position));
    const others = evidence.othersOf(position).filter(({ amount, expensed }) => amount !== 0 || expensed !== 0);
    const isLeg = evidence.legOf(position) !== LEG.none;
    const [posted, adjusted] = [names.amount(evidence.postedOf(position)), names.signed(evidence.adjustedOf(position))];
    const costs = others.every(({ amount }) => amount === 0)
      ? phrases.estimated(would, cost, '')
      : phrases.receiptCosts(would, cost, posted, adjusted);
    const pairs = evidence.pairsOfReceipt(position);
    const used = pairs.filter(({ quantity }) => quantity > 0);
    const uses = used.slice(0, TOLD).map((pair) => {
      const gathered = evidence.legOf(pair.issue) === LEG.issue;
      const issue = gathered ? phrases.gathering(names.id(evidence.otherLeg(pair.issue))) : this.name(pair.issue);
      const rule = phrases.principles[pair.principle];
      return phrases.use(names.quantity(pair.quantity), issue, names.amount(pair.amount), rule);
    });
    if (used.length > TOLD) uses.push(phrases.more(used.length - TOLD));
    return [
      isLeg ? '' : costs,
      ...others.map((other) => this.change(other)),
      used.length === 0
        ? ''
        : phrases.gave(
            used.some(({ run }) => run === PREVIEW),
            this.listText(uses),
          ),
      used.some((pair) => !pair.settles) ? phrases.compared(would) : '',
      ...pairs.filter(({ quantity }) => quantity === 0).map((pair) => this.lateUse(pair)),
    ];
  }

  private change({ run, reason, source, amount, expensed, transaction }: OtherAdjustment): string {
    const { phrases, names } = this;
    const change =
      expensed === 0
        ? phrases.changed(run === PREVIEW, this.run(run), names.signed(amount))
        : phrases.expensed(run === PREVIEW, this.run(run), names.signed(expensed));
    return phrases.changes[reason](change, source === NONE ? '' : this.name(source), names.reference(transaction));
  }

  private lateChange({ run, receipt, adjustment }: PairedWith): string {
    const change = this.phrases.changed(run === PREVIEW, this.run(run), this.names.signed(adjustment));
    return this.phrases.changes['Late cost'](change, this.name(receipt));
  }

  private lateUse({ run, issue, amount }: PairedWith): string {
    return this.phrases.late(run === PREVIEW, this.run(run), this.names.signed(amount), this.name(issue));
  }

  private open(position: number, reason: string): string {
    const { phrases, names, evidence } = this;
    const would = this.would(position);
    const whole = Math.abs(evidence.quantityOf(position));
    const issue = evidence.quantityOf(position) < 0;
    const pairs = issue ? evidence.pairsOfIssue(position) : evidence.pairsOfReceipt(position);
    const closing = pairs.filter((pair) => pair.settles);
    const settled = closing.reduce((sum, { quantity }) => sum + quantity, 0);
    if (settled === whole) return phrases.settled(would);
    const item = this.read.book.items[this.read.book.transactions.item[position]];
    if (!settles(item.model)) return '';
    const text = (rest: string) => phrases.open(would, names.quantity(whole - settled), names.quantity(whole), rest);
    const day = evidence.day === undefined ? '' : this.day(evidence.day);
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

  /** An id with what helps to place it: its cost and date; for a transfer leg what was gathered in it. */
  private name(position: number): string {
    const { names, evidence } = this;
    if (evidence.legOf(position) === LEG.none) {
      return this.phrases.receipt(
        names.id(position),
        names.amount(Math.abs(evidence.postedOf(position))),
        names.dayText(position),
      );
    }
    const gathered = this.gatheredIn(position);
    const quantity = gathered.reduce((sum, pair) => sum + pair.quantity, 0);
    const amount = gathered.reduce((sum, pair) => sum + pair.amount, 0);
    const parts = gathered.filter((pair) => pair.quantity > 0).map((pair) => pair.receipt);
    return this.phrases.transfer(names.id(position), names.quantity(quantity), names.amount(amount), this.list(parts));
  }

  private gatheredIn(leg: number): PairedWith[] {
    const { evidence } = this;
    return evidence.pairsOfIssue(evidence.legOf(leg) === LEG.issue ? leg : evidence.otherLeg(leg));
  }

  private run(run: number): string {
    if (run === PREVIEW) return this.phrases.runs.preview(this.day(this.evidence.day ?? NO_DAY));
    const { type, day, id } = this.read.book.closings[run];
    return this.phrases.runs[type](this.day(day), id);
  }

  private list(positions: readonly number[]): string {
    const ids = [...new Set(positions)].map((position) => this.names.id(position));
    const shown = ids.slice(0, TOLD).join(', ');
    return ids.length <= TOLD ? shown : this.phrases.and(shown, this.phrases.more(ids.length - TOLD));
  }

  private day(day: Day): string {
    return this.speech.day(day);
  }

  /** "a, b and c". */
  private listText(parts: readonly string[]): string {
    return parts.length < 2 ? parts.join('') : this.phrases.and(parts.slice(0, -1).join(', '), parts[parts.length - 1]);
  }

  private isOrderLine(position: number): boolean {
    return this.firstDay(position) === NO_DAY;
  }

  private firstDay(position: number): number {
    const { financialDay, physicalDay } = this.read.book.transactions;
    return physicalDay[position] === NO_DAY ? financialDay[position] : physicalDay[position];
  }

  /** Dated after the day that it is seen from. */
  private isLater(position: number): boolean {
    const { evidence } = this;
    return !evidence.isFinancial(position) && !evidence.isSlip(position) && !this.isOrderLine(position);
  }
}

/** What makes a row financial, in the word that people use for its type. */
const VERBS: Readonly<Record<string, 'invoiced' | 'ended'>> = {
  Purchase: 'invoiced',
  Sale: 'invoiced',
  'Customer return': 'invoiced',
  'Vendor return': 'invoiced',
  Production: 'ended',
};
