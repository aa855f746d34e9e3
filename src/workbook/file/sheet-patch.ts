import { parseArea, type Area } from '../area';
import { columnLetters } from '../cells';
import { Edits } from './edits';
import { attributeOf } from './scan';
import type { SheetRows } from './sheet-rows';
import { withPrefix } from './xml';

/** Rows of new cells that are made as they are needed: first row of the sheet, how many, and the cells of each. */
export interface RowBlock {
  readonly first: number;
  readonly count: number;
  /** Cells of the row at an index of the block, without prefix; one for each column from `left` on, "" for none. */
  readonly cells: (index: number) => readonly string[];
  /** Attributes of the row, from a space on. */
  readonly attributes: (index: number) => string;
  readonly left: number;
}

const ROWS_A_PIECE = 2000;

/** Changes of a sheet that is there: cells set one by one, and blocks of new rows, all gathered and made in one go. */
export class SheetPatch {
  private readonly edits: Edits;
  private readonly cells = new Map<number, Map<number, string>>();
  private readonly heights = new Map<number, string>();
  /** Cells that had a formula and have none any more, as addresses. */
  readonly formulasGone = new Set<string>();

  constructor(readonly rows: SheetRows) {
    this.edits = new Edits(rows.xml);
  }

  /** Gives a row attributes (a height), unless it has a height of its own. Takes effect where a cell of it is set. */
  describe(row: number, attributes: string): void {
    this.heights.set(row, attributes);
  }

  /** Puts a cell (without prefix) in place of the one at a row and column; "" takes it away. */
  set(row: number, column: number, xml: string): void {
    const cells = this.cells.get(row) ?? new Map<number, string>();
    this.cells.set(row, cells.set(column, xml));
  }

  /** Writes a block of rows. Other cells of rows that are there already stay beside the new ones. */
  write(block: RowBlock): void {
    const { rows } = this;
    const end = block.first + block.count;
    let next = block.first;
    for (let index = rows.from(block.first); next < end; index++) {
      const row = index < rows.numbers.length ? Math.min(rows.numbers[index], end) : end;
      if (row > next) {
        const at = index < rows.numbers.length ? rows.starts[index] : rows.data.innerEnd;
        this.edits.replace(at, at, this.newRows(block, next, row), next);
      }
      if (row < end) block.cells(row - block.first).forEach((xml, offset) => this.set(row, block.left + offset, xml));
      next = row + 1;
    }
  }

  /** Widens the area that the sheet says it uses. */
  extend(area: Area): void {
    const { rows } = this;
    const span = rows.child('dimension');
    const ref = span && attributeOf(rows.xml, span, 'ref');
    const old = ref && parseArea(ref.text);
    if (!ref || !old) return;
    const [top, left] = [Math.min(old.top, area.top), Math.min(old.left, area.left)];
    const [bottom, right] = [Math.max(old.bottom, area.bottom), Math.max(old.right, area.right)];
    const text = `${columnLetters(left)}${top}:${columnLetters(right)}${bottom}`;
    if (text !== ref.text) this.edits.replace(ref.start, ref.end, [text]);
  }

  get isEmpty(): boolean {
    return this.edits.isEmpty && this.cells.size === 0;
  }

  /** The text of the changed part, piece by piece. */
  pieces(): Generator<string, void> {
    for (const [row, cells] of [...this.cells].sort(([a], [b]) => a - b)) this.rewrite(row, cells);
    this.cells.clear();
    return this.edits.pieces();
  }

  private *newRows(block: RowBlock, from: number, to: number): Generator<string, void> {
    const { prefix } = this.rows;
    let piece = '';
    for (let row = from; row < to; row++) {
      const index = row - block.first;
      piece += `<row r="${row}"${block.attributes(index)}>${block.cells(index).join('')}</row>`;
      if ((row - from + 1) % ROWS_A_PIECE === 0) {
        yield withPrefix(piece, prefix);
        piece = '';
      }
    }
    yield withPrefix(piece, prefix);
  }

  private rewrite(row: number, cells: ReadonlyMap<number, string>): void {
    const { rows, edits } = this;
    const { prefix } = rows;
    const index = rows.find(row);
    const height = this.heights.get(row) ?? '';
    if (index < 0) {
      const inner = sorted(cells.entries()).join('');
      const next = rows.from(row);
      const at = next < rows.numbers.length ? rows.starts[next] : rows.data.innerEnd;
      if (inner !== '') edits.insert(at, withPrefix(`<row r="${row}"${height}>${inner}</row>`, prefix), row);
      return;
    }
    const all = new Map<number, string>();
    for (const cell of rows.cells(index)) {
      const written = cells.get(cell.column);
      if (written === undefined)
        all.set(cell.column, withReference(cell.xml, prefix, `${columnLetters(cell.column)}${row}`));
      else if (rows.hasFormula(cell) && !written.includes('<f>'))
        this.formulasGone.add(`${columnLetters(cell.column)}${row}`);
    }
    for (const [column, xml] of cells) all.set(column, withPrefix(xml, prefix));
    const text = rows.text(index);
    const tag = text
      .slice(0, text.indexOf('>') + 1)
      .replace(/\sspans\s*=\s*["'][^"']*["']/, '')
      .replace(/\s*\/?>$/, '>');
    const open = / ht=/.test(tag) ? tag : tag.replace('>', `${height}>`);
    const inner = sorted(all.entries()).join('');
    const tail = tailOf(text, prefix);
    // A row that said nothing but its number goes with its last cell, unless others are counted from it.
    const gone = rows.allNumbered && inner === '' && tail === `</${prefix}row>` && /^<[\w:]+\s+r="\d+">$/.test(open);
    edits.replace(rows.starts[index], rows.ends[index], gone ? [] : [open + inner + tail], row);
  }
}

const sorted = (cells: Iterable<[number, string]>): string[] =>
  [...cells].sort(([a], [b]) => a - b).map(([, xml]) => xml);

/** A cell without a reference stands behind the one before it; between new cells it must say where it is. */
function withReference(xml: string, prefix: string, reference: string): string {
  return /\sr\s*=/.test(xml.slice(0, xml.indexOf('>')))
    ? xml
    : xml.replace(`<${prefix}c`, `<${prefix}c r="${reference}"`);
}

/** What stands behind the last cell of a row: its end tag, and before it perhaps an extension. */
function tailOf(row: string, prefix: string): string {
  const extension = row.indexOf(`<${prefix}extLst`, row.lastIndexOf(`</${prefix}c>`) + 1);
  return extension < 0 ? `</${prefix}row>` : row.slice(extension);
}
