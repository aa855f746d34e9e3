/** Changes of a text at places of the old one, gathered first and made in one go. */
export class Edits {
  private readonly list: { start: number; end: number; order: number; pieces: Iterable<string> }[] = [];

  constructor(readonly text: string) {}

  insert(at: number, text: string, order = 0): void {
    this.replace(at, at, [text], order);
  }

  /**
   * Pieces may be made as they are needed: a large sheet never stands in memory twice. `order` decides between
   * changes at one place, and after it the order in which they were gathered.
   */
  replace(start: number, end: number, pieces: Iterable<string>, order = 0): void {
    this.list.push({ start, end, order, pieces });
  }

  get isEmpty(): boolean {
    return this.list.length === 0;
  }

  /** The new text. */
  *pieces(): Generator<string, void> {
    let at = 0;
    for (const edit of [...this.list].sort((a, b) => a.start - b.start || a.order - b.order)) {
      if (edit.start < at) throw new Error('two changes of one place');
      yield* slices(this.text, at, edit.start);
      yield* edit.pieces;
      at = edit.end;
    }
    yield* slices(this.text, at, this.text.length);
  }

  done(): string {
    return [...this.pieces()].join('');
  }
}

const STEP = 1 << 20;

function* slices(text: string, from: number, to: number): Generator<string, void> {
  for (let at = from; at < to;) {
    let end = Math.min(at + STEP, to);
    // Two halves of one character stay together: each piece is encoded by itself.
    if (end < to && (text.charCodeAt(end - 1) & 0xfc00) === 0xd800) end++;
    yield text.slice(at, end);
    at = end;
  }
}
