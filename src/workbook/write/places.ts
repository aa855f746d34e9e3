import { LEG, NONE } from '../../book/book';
import { rowsOnSheet } from '../body-address';
import type { OutValue } from '../port';
import { type IdCell, idKey } from '../read/ids';
import type { ReadBook } from '../read/read-book';

/**
 * What stands for a position in the sheets: its id as typed, the body row that a link remembers, its dimensions. The
 * positions behind the last transaction are the legs that the run made.
 */
export class Places {
  readonly legIds: readonly string[];
  private readonly legsBefore: number;

  constructor(
    private readonly read: ReadBook,
    /** How many closing transfers the run made. */
    transfers: number,
    closing: string,
  ) {
    this.legIds = legIds(read, transfers, closing);
    this.legsBefore = bodyRows(read, 'ClosingTransfers');
  }

  /** The id, as a reference to it is written; blank for none. */
  id(position: number): OutValue {
    if (position === NONE) return null;
    const known = this.read.idCells.length;
    return position < known ? this.read.idCells[position] : this.legIds[position - known];
  }

  /**
   * The remembered row: from 1 in Transactions, from -1 downwards in ClosingTransfers; blank for none, and for an archived
   * row, which has no place to go to.
   */
  row(position: number): OutValue {
    if (position === NONE) return null;
    const { inputCount, count } = this.read.book.transactions;
    if (position < inputCount) {
      const row = this.read.inputRows[position];
      return row < rowsOnSheet(this.read.transactionsTable) ? row + 1 : null;
    }
    if (position < count) return -(this.read.existing.legRows[position - inputCount] + 1);
    return -(this.legsBefore + position - count + 1);
  }

  /** The values of all dimensions of a transaction, as typed, by their names. A leg has those of its cost key. */
  dimensionsOf(position: number): Record<string, IdCell> {
    const { transactions } = this.read.book;
    if (transactions.leg[position] !== LEG.none) return this.dimensionsOfKey(transactions.key[position]);
    const values: Record<string, IdCell> = {};
    this.read.dimensions.forEach((name, d) => (values[name] = this.read.dimensionValues[d][position]));
    return values;
  }

  /** The values of the financial dimensions of a cost key. */
  dimensionsOfKey(key: number): Record<string, string> {
    const { item, values } = this.read.book.keys[key];
    const named: Record<string, string> = {};
    this.read.book.items[item].financialDimensions.forEach((name, d) => (named[name] = values[d]));
    return named;
  }

  item(item: number): IdCell {
    return this.read.itemCells[item];
  }
}

/** Rows of a result table that hold something. A new Excel table has one blank row, which the first row will take. */
export function bodyRows({ existing }: ReadBook, table: string): number {
  const rows = existing.rows.get(table) ?? 0;
  return rows === 1 && (existing.highest.get(table) ?? 0) === 0 ? 0 : rows;
}

function legIds({ positions }: ReadBook, transfers: number, closing: string): string[] {
  const ids: string[] = [];
  for (let t = 1; t <= transfers; t++) {
    for (const side of ['out', 'in']) {
      let id = `${closing}/${t} ${side}`;
      while (positions.has(idKey(id))) id += '*';
      ids.push(id);
    }
  }
  return ids;
}
