import type { Area } from '../../host/model/address';
import type { Step } from './cell-editor';
import { columnName } from './places';
import { frames, type GridPlace, reveal } from './reveal';
import type { SheetRow } from './rows';
import { ScrollPlaces } from './scroll-places';

type Part = GridPlace['part'];
type Side = GridPlace['side'];

/** Which rows and columns of the sheet the grid shows, by position in its parts: hidden ones are left out. */
export interface Shown {
  readonly sheet: string;
  readonly rows: Readonly<Record<Part, readonly SheetRow[]>>;
  readonly columns: Readonly<Record<Side, readonly number[]>>;
}

/** The selection, in the workbook and in the grid: what a person selects is told, what a link selects is shown. */
export class GridSelection {
  /** Ends listening to the page. */
  readonly end: () => void;
  private readonly grid: HTMLRevoGridElement;
  private readonly tell: (sheet: string, area: Area) => void;
  private readonly scrolls: ScrollPlaces;
  private shown: Shown | null = null;
  /** The sheet that the grid is scrolled to its place in. */
  private scrolled = '';
  /** What is selected in each sheet as far as is known here, as text, and what the grid shows for it. */
  private readonly selected = new Map<string, string>();
  private inGrid = '';
  /** Selections told to the workbook, which come back from it. */
  private told: string[] = [];
  /** Counts what is to be shown, so that only the last of it is. */
  private wanted = 0;
  private settling = false;
  /** What is selected is new, and was not brought into view yet. */
  private toReveal = false;

  constructor(grid: HTMLRevoGridElement, tell: (sheet: string, area: Area) => void) {
    this.grid = grid;
    this.tell = tell;
    this.scrolls = new ScrollPlaces(grid);
    const later = (): number => window.setTimeout(() => void this.tellNow(), 20);
    for (const name of ['afterfocus', 'mouseup']) grid.addEventListener(name, later);
    // The grid listens to keys of the whole page while it has the focus, so this does too.
    document.addEventListener('keyup', later);
    this.end = () => document.removeEventListener('keyup', later);
    // A cell that is selected gets the focus, unless a person is at work elsewhere: in the pane, a menu, the name box.
    grid.addEventListener('afterfocus', (event) => {
      const { activeElement } = document;
      if (activeElement && activeElement !== document.body && !grid.contains(activeElement)) event.preventDefault();
    });
    // A person was quicker than what was to be shown.
    grid.addEventListener('beforecellfocus', () => {
      this.wanted++;
      this.toReveal = this.settling = false;
      this.inGrid = '';
    });
    // The grid would scroll by itself, less far than is good, and to where rows stood before.
    grid.addEventListener('beforescrollintoview', (event) => {
      if (this.settling) event.preventDefault();
    });
  }

  /** The grid shows other rows and columns: the selection is put to where it stands now. */
  use(shown: Shown): void {
    if (shown.sheet !== this.shown?.sheet) {
      this.told = [];
      this.scrolled = '';
      this.scrolls.leave();
      delete this.grid.dataset.selected;
    }
    this.shown = shown;
    this.inGrid = 'moved';
  }

  /** Shows what is selected in the workbook; where that is new, brings it into view. */
  async show(area: Area): Promise<void> {
    const { shown } = this;
    if (!shown) return;
    const name = JSON.stringify(area);
    const echo = this.told.indexOf(name);
    if (echo >= 0) this.told.splice(0, echo + 1);
    const isNew = name !== this.selected.get(shown.sheet) && echo < 0;
    if (!isNew && (this.inGrid !== 'moved' || this.told.length > 0)) return;
    this.selected.set(shown.sheet, name);
    this.toReveal ||= isNew;
    const wanted = ++this.wanted;
    const still = (): boolean => wanted === this.wanted;
    this.settling = true;
    // The grid takes a new sheet's rows and columns while it draws.
    await frames(2);
    if (shown.sheet !== this.scrolled) {
      await this.scrolls.enter(shown.sheet, still);
      if (still()) this.scrolled = shown.sheet;
    }
    const place = still() ? placeOf(shown, area) : null;
    if (place) {
      await this.grid.setCellsFocus(place, place.end, place.side, place.part);
      this.inGrid = await this.rangeInGrid();
      if (this.toReveal) await reveal(this.grid, place, still);
    }
    if (!still()) return;
    this.toReveal = this.settling = false;
    // The name box knows before the grid: who acts on the sheet from outside can wait for this.
    if (place) this.grid.dataset.selected = place.name;
  }

  /** Moves on from a cell that was typed. */
  async step({ x, y }: Step): Promise<void> {
    const focused = await this.grid.getFocused();
    if (!focused) return;
    const { cell, colType, rowType } = focused;
    const first = (part: string, pinned: readonly unknown[] | undefined): boolean =>
      part === 'rowPinStart' || part === 'colPinStart' || !pinned?.length;
    const next = {
      x: first(colType, this.shown?.columns.colPinStart) ? Math.max(0, cell.x + x) : cell.x + x,
      y: first(rowType, this.shown?.rows.rowPinStart) ? Math.max(0, cell.y + y) : cell.y + y,
    };
    await this.grid.setCellsFocus(next, next, colType, rowType);
  }

  private async rangeInGrid(): Promise<string> {
    return JSON.stringify(await this.grid.getSelectedRange());
  }

  /** Tells what a person has selected, where that is not told yet. What is asked of the workbook then comes after it. */
  async tellNow(): Promise<void> {
    const range = await this.grid.getSelectedRange();
    if (!range || !this.shown || this.inGrid === 'moved' || JSON.stringify(range) === this.inGrid) return;
    const rows = this.shown.rows[range.rowType as Part];
    const columns = this.shown.columns[range.colType as Side];
    const row = rows[range.y]?.row;
    const column = columns[range.x];
    if (row === undefined || column === undefined) return;
    const area = {
      row,
      column,
      rows: (rows[range.y1]?.row ?? row) - row + 1,
      columns: (columns[range.x1] ?? column) - column + 1,
    };
    this.wanted++;
    this.toReveal = this.settling = false;
    this.inGrid = JSON.stringify(range);
    const name = JSON.stringify(area);
    this.selected.set(this.shown.sheet, name);
    this.told.push(name);
    this.tell(this.shown.sheet, area);
  }
}

/** Where an area stands in the grid; null where all of it is hidden. */
function placeOf({ rows, columns }: Shown, area: Area): (GridPlace & { end: { x: number; y: number } }) | null {
  const part: Part = area.row <= (rows.rowPinStart.at(-1)?.row ?? -1) ? 'rowPinStart' : 'rgRow';
  const side: Side = area.column <= (columns.colPinStart.at(-1) ?? -1) ? 'colPinStart' : 'rgCol';
  const y = rows[part].findIndex(({ row }) => row >= area.row);
  const x = columns[side].findIndex((column) => column >= area.column);
  const row = rows[part][y]?.row;
  const column = columns[side][x];
  if (row === undefined || column === undefined) return null;
  const end = {
    x: Math.min(x + area.columns - 1, columns[side].length - 1),
    y: Math.min(y + area.rows - 1, rows[part].length - 1),
  };
  return { x, y, side, part, end, name: `${columnName(column)}${row + 1}` };
}
