import type { Area } from '../../host/model/address';
import type { RemoteHost } from '../../host/transport/remote';
import type { GridCell } from '../../host/view/grid';

/** Cells are asked for in blocks of this many rows and columns: about what a window shows. */
const ROWS = 64;
const COLUMNS = 32;
/** Blocks that are kept: some 400,000 cells. */
const KEPT = 200;

interface Block {
  readonly cells: readonly (readonly (GridCell | null)[])[] | null;
  readonly asked: number;
}

/** The cells of one sheet that were looked at, read from the workbook when the grid draws them. */
export class CellStore {
  private readonly host: RemoteHost;
  private readonly sheet: string;
  private readonly onArrived: () => void;
  private readonly blocks = new Map<string, Block>();
  /** Counts changes, so that an answer from before a change is not taken for the state after it. */
  private age = 0;

  /** `onArrived` is called when cells came that a grid drew as blank so far. */
  constructor(host: RemoteHost, sheet: string, onArrived: () => void) {
    this.host = host;
    this.sheet = sheet;
    this.onArrived = onArrived;
  }

  /** The cell, or null where it is blank or not there yet. */
  at(row: number, column: number): GridCell | null {
    const top = Math.floor(row / ROWS);
    const left = Math.floor(column / COLUMNS);
    const key = `${top}:${left}`;
    const block = this.blocks.get(key);
    if (!block || block.asked < this.age) void this.read(key, top, left, block);
    return block?.cells?.[row - top * ROWS]?.[column - left * COLUMNS] ?? null;
  }

  /** Cells of the sheet changed: what is drawn is read again, what is not is forgotten. */
  invalidate(): void {
    this.age++;
    this.onArrived();
  }

  private async read(key: string, top: number, left: number, old: Block | undefined): Promise<void> {
    const asked = this.age;
    this.blocks.delete(key);
    this.blocks.set(key, { cells: old?.cells ?? null, asked });
    this.forgetOldest();
    const area: Area = { row: top * ROWS, column: left * COLUMNS, rows: ROWS, columns: COLUMNS };
    const cells = await this.host.cells(this.sheet, area).catch(() => null);
    if (!cells || this.blocks.get(key)?.asked !== asked) return;
    this.blocks.set(key, { cells, asked });
    this.onArrived();
  }

  private forgetOldest(): void {
    for (const key of this.blocks.keys()) {
      if (this.blocks.size <= KEPT) return;
      this.blocks.delete(key);
    }
  }
}
