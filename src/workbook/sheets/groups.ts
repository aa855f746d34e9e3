import type { CellValue } from '../cells';
import type { OutValue } from '../port';

type Cell = CellValue | OutValue;

/** Texts as conditions compare them: case does not count, a blank cell is an empty text. */
export const comparedText = (value: Cell): string => String(value ?? '').toLowerCase();

/**
 * Sums by the texts of some columns, as a tree with a level for each column. Rows that follow each other hold the same text in most
 * columns, and thousands hold the same few: each is turned into what it is compared by once.
 */
export class Groups {
  sum = 0;
  private readonly byText = new Map<string, Groups>();
  private readonly byCell = new Map<Cell, Groups>();
  private last: Cell | undefined;
  private lastGroup: Groups | undefined;

  /** The group of a cell's text, made where it is the first. */
  of(cell: Cell): Groups {
    if (this.lastGroup && cell === this.last) return this.lastGroup;
    let group = this.byCell.get(cell);
    if (!group) {
      const text = comparedText(cell);
      group = this.byText.get(text) ?? new Groups();
      this.byText.set(text, group);
      this.byCell.set(cell, group);
    }
    this.last = cell;
    return (this.lastGroup = group);
  }

  /** The sum of the rows with these texts, one for each level. */
  sumOf([text, ...rest]: readonly string[]): number {
    return text === undefined ? this.sum : (this.byText.get(text)?.sumOf(rest) ?? 0);
  }
}
