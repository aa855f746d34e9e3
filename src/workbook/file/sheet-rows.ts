import { unusualSheet } from '../write/refusals';
import { columnOf } from './table-grid';
import { attributeOf, childrenOf, prefixOf, rootOf, type Span } from './scan';

/** A cell as it is written in a sheet. */
export interface CellSpan {
  readonly column: number;
  readonly xml: string;
}

/** Where the rows of a sheet stand in the text of its part. Nothing is copied or changed. */
export class SheetRows {
  readonly prefix: string;
  readonly children: readonly Span[];
  readonly data: Span;
  /** Row numbers, ascending, and the text of each at [start, end). */
  readonly numbers: number[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  /** Whether every row says its number. */
  allNumbered = true;
  private readonly cellPattern: RegExp;
  private readonly contentPattern: RegExp;

  /** Throws WorkbookRefusal where the sheet is written in a form that can not be taken apart safely. */
  constructor(
    readonly xml: string,
    private readonly sheet: string,
  ) {
    const root = rootOf(xml);
    const prefix = prefixOf(root);
    this.prefix = prefix;
    this.children = childrenOf(xml, root);
    const data = this.child('sheetData');
    // A comment or CDATA could hold what looks like a row.
    if (!data || data.empty || xml.includes('<!')) throw unusualSheet(sheet);
    this.data = data;
    this.cellPattern = new RegExp(`<${prefix}c(?=[\\s/>])[^>]*?(?:/>|>[^]*?</${prefix}c>)`, 'g');
    this.contentPattern = new RegExp(`<${prefix}(?:f[\\s/>]|is[\\s/>]|v>[^<])`);
    this.index();
  }

  child(name: string): Span | undefined {
    return this.children.find((span) => span.name === this.prefix + name);
  }

  /** The index of the first row with this number or a higher one. */
  from(row: number): number {
    let low = 0;
    let high = this.numbers.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.numbers[middle] < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The index of a row, or -1. */
  find(row: number): number {
    const index = this.from(row);
    return this.numbers[index] === row ? index : -1;
  }

  text(index: number): string {
    return this.xml.slice(this.starts[index], this.ends[index]);
  }

  /** The cells of a row, in the order of the sheet. */
  cells(index: number): CellSpan[] {
    let column = 0;
    return (this.text(index).match(this.cellPattern) ?? []).map((xml) => {
      const reference = /\sr\s*=\s*["']([A-Za-z]+\d+)["']/.exec(xml.slice(0, xml.indexOf('>')))?.[1];
      column = reference === undefined ? column + 1 : columnOf(reference.toUpperCase());
      return { column, xml };
    });
  }

  /** Whether a cell holds a value or a formula, and not a style only. */
  hasContent(cell: CellSpan): boolean {
    return this.contentPattern.test(cell.xml);
  }

  hasFormula(cell: CellSpan): boolean {
    return cell.xml.includes(`<${this.prefix}f`);
  }

  private index(): void {
    const { xml, prefix, data } = this;
    const open = new RegExp(`<${prefix}row(?=[\\s/>])[^>]*>`, 'y');
    const close = `</${prefix}row>`;
    let number = 0;
    for (let at = data.inner; at < data.innerEnd;) {
      const start = xml.indexOf('<', at);
      if (start < 0 || start >= data.innerEnd) break;
      open.lastIndex = start;
      const tag = open.exec(xml)?.[0];
      if (tag === undefined) throw unusualSheet(this.sheet);
      const empty = tag.endsWith('/>');
      const end = empty ? start + tag.length : xml.indexOf(close, start) + close.length;
      const span = { name: '', start, inner: start + tag.length, innerEnd: end, end, empty };
      const reference = attributeOf(xml, span, 'r');
      this.allNumbered &&= reference !== undefined;
      const written = Number(reference?.text ?? number + 1);
      if (end <= start || !(written > number)) throw unusualSheet(this.sheet);
      number = written;
      this.numbers.push(number);
      this.starts.push(start);
      this.ends.push(end);
      at = end;
    }
  }
}
