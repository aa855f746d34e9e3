import { LEG, NONE } from '../../book/book';
import { type Day, NO_DAY } from '../../book/days';
import { plain, short } from '../../book/decimals';
import { TRANSACTION_TYPES, type TransactionType } from '../../book/transaction-types';
import { Places } from '../../workbook/write/places';
import type { ReadBook } from '../../workbook/read/read-book';
import type { Evidence } from './evidence';
import { PREVIEW } from './pair-rows';
import { ENGLISH_SPEECH, type Speech } from './speech';

/** What the figures and positions of an explained book are called. */
export class Names {
  private readonly places: Places;

  constructor(
    private readonly read: ReadBook,
    private readonly evidence: Evidence,
    private readonly speech: Speech = ENGLISH_SPEECH,
  ) {
    this.places = new Places(read, evidence.outcome?.transfers.count ?? 0, 'preview');
  }

  /** Id of any position, legs of the preview included; "" for NONE. */
  id(position: number): string {
    if (position === NONE) return '';
    const { count, id } = this.read.book.transactions;
    return position < count ? id[position] : String(this.places.id(position) ?? '');
  }

  /** Id of a run, "" for the preview and for none. */
  run(run: number): string {
    return run === NONE || run === PREVIEW ? '' : this.read.book.closings[run].id;
  }

  item(position: number): string {
    const { items, keys } = this.read.book;
    return items[keys[this.keyOf(position)].item].id;
  }

  keyOf(position: number): number {
    const { count, key } = this.read.book.transactions;
    if (position < count) return key[position];
    return this.evidence.outcome?.transfers.key[(position - count) >> 1] ?? 0;
  }

  /** The type of a row of the table Transactions; undefined for a leg of a closing transfer. */
  type(position: number): TransactionType | undefined {
    if (this.evidence.legOf(position) !== LEG.none) return undefined;
    return TRANSACTION_TYPES[this.read.book.transactions.type[position]];
  }

  reference(position: number): string {
    const { count, reference } = this.read.book.transactions;
    if (position >= count || reference[position] === NONE) return '';
    return this.read.book.references[reference[position]];
  }

  /** The day that counts as seen from the day of the evidence: of the invoice, or of the slip. */
  day(position: number): Day {
    const { count, financialDay, physicalDay } = this.read.book.transactions;
    if (position >= count) return this.evidence.outcome?.transfers.day[(position - count) >> 1] ?? NO_DAY;
    if (this.evidence.isSlip(position)) return physicalDay[position];
    return financialDay[position] === NO_DAY ? physicalDay[position] : financialDay[position];
  }

  dayText(position: number): string {
    const day = this.day(position);
    return day === NO_DAY ? '' : this.speech.day(day);
  }

  amount(units: number): string {
    return this.speech.amount(plain(units, this.read.book.parameters.amountDecimals));
  }

  /** With a plus sign where it is positive. */
  signed(units: number): string {
    return units > 0 ? `+${this.amount(units)}` : this.amount(units);
  }

  quantity(units: number): string {
    return this.speech.quantity(short(units, this.read.book.parameters.quantityDecimals));
  }
}
