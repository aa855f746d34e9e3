import { SaxesParser } from 'saxes';
import type { CellValue } from '../cells';
import { WorkbookRefusal } from '../refusal';
import type { Archive } from './archive';
import { CellText } from './cell-text';
import { damaged } from './refusals';
import { columnOf } from './table-grid';

/** A rectangle of a sheet, both ends included, that takes the cells that stand in it. */
export interface SheetGrid {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  set(row: number, column: number, value: CellValue): void;
}

/**
 * Reads the cells of rectangles of one sheet in one pass, cell after cell into the grids. Cells outside of the grids cost
 * no more than their tags. Throws WorkbookRefusal where the part can not be read.
 */
export function readSheet(
  archive: Archive,
  part: string,
  grids: readonly SheetGrid[],
  strings: () => readonly string[],
): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const cell = new CellText(archive.file, part, strings);
  let names = namesWith('');
  let started = false;
  let row = 0;
  let column = 0;
  let reference: string | undefined;
  /** Grids that the present row crosses. */
  let here: readonly SheetGrid[] = [];
  let inCell = false;

  parser.on('opentag', (tag) => {
    const name = tag.name;
    if (name === names.c) {
      reference = tag.attributes.r;
      column = reference === undefined ? column + 1 : columnOf(reference);
      inCell = here.length > 0;
      if (inCell) cell.start(tag.attributes.t);
    } else if (name === names.row) {
      row = tag.attributes.r === undefined ? row + 1 : Number(tag.attributes.r);
      column = 0;
      here = grids.filter((grid) => row >= grid.top && row <= grid.bottom);
    } else if (inCell) {
      if (name === names.v) cell.startValue();
      else if (name === names.f) cell.startFormula();
      else if (name === names.t) cell.startText();
      else if (name === names.rPh) cell.startPhonetic();
    } else if (!started) {
      started = true;
      names = namesWith(name.slice(0, name.indexOf(':') + 1));
    }
  });
  const add = (chunk: string): void => {
    if (inCell) cell.add(chunk);
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', ({ name }) => {
    if (!inCell) return;
    if (name === names.c) {
      inCell = false;
      store(here, row, column, cell);
    } else if (name === names.rPh) cell.endPhonetic();
    else cell.end();
  });

  try {
    for (const piece of archive.textPieces(part)) parser.write(piece);
    parser.close();
  } catch (error) {
    if (error instanceof WorkbookRefusal) throw error;
    throw damaged(
      archive.file,
      `the part ${part} can not be read (${error instanceof Error ? error.message : String(error)})`,
    );
  }
}

function store(grids: readonly SheetGrid[], row: number, column: number, cell: CellText): void {
  let value: CellValue | undefined;
  for (const grid of grids) {
    if (column < grid.left || column > grid.right) continue;
    value ??= cell.value();
    grid.set(row, column, value);
  }
}

function namesWith(prefix: string): Record<'row' | 'c' | 'v' | 'f' | 't' | 'rPh', string> {
  return {
    row: `${prefix}row`,
    c: `${prefix}c`,
    v: `${prefix}v`,
    f: `${prefix}f`,
    t: `${prefix}t`,
    rPh: `${prefix}rPh`,
  };
}
