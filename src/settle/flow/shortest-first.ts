/**
 * Hands out rows, the shortest first, while their lengths change. Rows wait by their length; one whose length has changed
 * waits at its new one too, and is passed over at the old.
 */
export class ShortestFirst {
  private readonly waiting: number[][] = [];
  private readonly taken: Uint8Array;
  private lowest = 0;

  constructor(
    rows: number,
    private readonly lengthOf: (row: number) => number,
  ) {
    this.taken = new Uint8Array(rows);
    for (let row = rows - 1; row >= 0; row--) this.changed(row);
  }

  /** To be told of each row whose length has changed. */
  changed(row: number): void {
    const length = this.lengthOf(row);
    (this.waiting[length] ??= []).push(row);
    if (length < this.lowest) this.lowest = length;
  }

  /** Takes a row out; undefined when none is left. */
  take(): number | undefined {
    for (; this.lowest < this.waiting.length; this.lowest++) {
      const list = this.waiting[this.lowest];
      while (list && list.length > 0) {
        const row = list.pop()!;
        if (this.taken[row] === 1 || this.lengthOf(row) !== this.lowest) continue;
        this.taken[row] = 1;
        return row;
      }
    }
    return undefined;
  }

  isTaken(row: number): boolean {
    return this.taken[row] === 1;
  }
}
