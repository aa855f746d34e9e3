import { LEG, NONE } from '../../book/book';
import { type Day, NO_DAY } from '../../book/days';
import type { ReadBook } from '../../workbook/read/read-book';
import { Choices } from './choices';
import { Estimates } from './estimates';
import type { Evidence, OtherAdjustment, PairedWith } from './evidence';
import type { Names } from './names';
import { PREVIEW } from './pair-rows';
import type { Phrases } from './phrases';
import { ENGLISH_SPEECH, type Speech } from './speech';

/** So many pairs are told one by one; the tree of costs has them all. */
export const TOLD = 6;

/** What all sentences of a workbook are made with: its evidence, names that place what they name, and the words of a language. */
export class Teller {
  readonly phrases: Phrases;
  readonly choices: Choices;
  readonly estimates: Estimates;

  constructor(
    readonly read: ReadBook,
    readonly evidence: Evidence,
    readonly names: Names,
    private readonly speech: Speech = ENGLISH_SPEECH,
  ) {
    this.phrases = speech.phrases;
    this.choices = new Choices(evidence, names, speech.phrases);
    this.estimates = new Estimates(read, evidence, names, speech);
  }

  /** A preview is told in the conditional, but for what earlier runs have settled in full and it leaves alone. */
  would(position: number): boolean {
    const { evidence } = this;
    if (evidence.outcome === undefined) return false;
    const issue = evidence.quantityOf(position) < 0;
    const pairs = issue ? evidence.pairsOfIssue(position) : evidence.pairsOfReceipt(position);
    const earlier = pairs.filter(({ run }) => run !== PREVIEW).reduce((sum, { quantity }) => sum + quantity, 0);
    if (earlier < Math.abs(evidence.quantityOf(position))) return true;
    return pairs.length > 0 && [...pairs, ...evidence.othersOf(position)].some(({ run }) => run === PREVIEW);
  }

  /** An id with what helps to place it: its cost and date; for a transfer leg what was gathered in it. */
  name(position: number): string {
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

  gatheredIn(leg: number): PairedWith[] {
    const { evidence } = this;
    return evidence.pairsOfIssue(evidence.legOf(leg) === LEG.issue ? leg : evidence.otherLeg(leg));
  }

  /** What a run changed of a transaction beside its pairs, and why. */
  change({ run, reason, source, amount, expensed, transaction }: OtherAdjustment): string {
    const { phrases, names } = this;
    const change =
      expensed === 0
        ? phrases.changed(run === PREVIEW, this.run(run), names.signed(amount))
        : phrases.expensed(run === PREVIEW, this.run(run), names.signed(expensed));
    return phrases.changes[reason](change, source === NONE ? '' : this.name(source), names.reference(transaction));
  }

  /** A run with its date: "the close of 2026-01-31 (IC-0001)". */
  run(run: number): string {
    if (run === PREVIEW) return this.phrases.runs.preview(this.day(this.evidence.day ?? NO_DAY));
    const { type, day, id } = this.read.book.closings[run];
    return this.phrases.runs[type](this.day(day), id);
  }

  /** Ids, each once; many are cut short. */
  list(positions: readonly number[]): string {
    const ids = [...new Set(positions)].map((position) => this.names.id(position));
    const shown = ids.slice(0, TOLD).join(', ');
    return ids.length <= TOLD ? shown : this.phrases.and(shown, this.phrases.more(ids.length - TOLD));
  }

  day(day: Day): string {
    return this.speech.day(day);
  }

  /** "a, b and c". */
  listText(parts: readonly string[]): string {
    return parts.length < 2 ? parts.join('') : this.phrases.and(parts.slice(0, -1).join(', '), parts[parts.length - 1]);
  }

  /** Whether it has no date at all. */
  isOrderLine(position: number): boolean {
    return this.firstDay(position) === NO_DAY;
  }

  firstDay(position: number): number {
    const { financialDay, physicalDay } = this.read.book.transactions;
    return physicalDay[position] === NO_DAY ? financialDay[position] : physicalDay[position];
  }

  /** Dated after the day that it is seen from. */
  isLater(position: number): boolean {
    const { evidence } = this;
    return !evidence.isFinancial(position) && !evidence.isSlip(position) && !this.isOrderLine(position);
  }
}
