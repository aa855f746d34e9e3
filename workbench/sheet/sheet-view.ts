import type { Area } from '../../host/model/address';
import type { RemoteHost } from '../../host/transport/remote';
import type { GridBook, GridSheet } from '../../host/view/grid';
import { CellStore } from './cell-store';
import { cellEditor } from './cell-editor';
import { sheetColumns } from './columns';
import { pixels } from './places';
import { columnCount, rowCount, rowSizes, sheetRows, type SheetRow } from './rows';

type Part = 'rgRow' | 'rowPinStart';
type Side = 'rgCol' | 'colPinStart';

/** What a person does in the grid. */
export interface SheetActions {
  select(area: Area): void;
  type(row: number, column: number, text: string): void;
  paste(row: number, column: number, texts: readonly (readonly string[])[]): void;
  clear(area: Area): void;
  follow(link: string): void;
  typing(on: boolean): void;
}

/** Shows one sheet of a workbook in a RevoGrid element, which knows rows and columns but not what stands in them. */
export class SheetView {
  /** Ends listening to the page. */
  readonly end: () => void;
  private readonly grid: HTMLRevoGridElement;
  private readonly host: RemoteHost;
  private readonly actions: SheetActions;
  private sheet: GridSheet | null = null;
  private store: CellStore | null = null;
  private rows: Record<Part, SheetRow[]> = { rgRow: [], rowPinStart: [] };
  private columns: Record<Side, number[]> = { rgCol: [], colPinStart: [] };
  private drawing = 0;
  private selected = '';
  /** While the grid is brought to the workbook's selection, its own is not a person's. */
  private settling = 0;
  /** Selections told to the workbook, which come back from it. */
  private told: string[] = [];

  constructor(grid: HTMLRevoGridElement, host: RemoteHost, actions: SheetActions) {
    this.grid = grid;
    this.host = host;
    this.actions = actions;
    grid.editors = { cell: cellEditor((typing) => actions.typing(typing)) };
    grid.rowHeaders = {
      prop: 'row',
      size: 52,
      cellTemplate: (_create, { model }) => String((model as SheetRow).row + 1),
    };
    grid.addEventListener('beforeedit', (event) => {
      event.preventDefault();
      const { model, prop, val } = event.detail;
      actions.type((model as SheetRow).row, Number(prop), String(val ?? ''));
    });
    grid.addEventListener('beforerangeedit', (event) => {
      event.preventDefault();
      const { data, type } = event.detail;
      this.fill(data as Record<number, Record<number, string>>, type as Part);
    });
    const later = (): number => window.setTimeout(() => void this.tellSelection(), 20);
    for (const name of ['afterfocus', 'mouseup']) grid.addEventListener(name, later);
    // The grid listens to keys of the whole page while it has the focus, so this does too.
    document.addEventListener('keyup', later);
    this.end = () => document.removeEventListener('keyup', later);
  }

  /** Shows the sheet as it is now; what is the same as before stays as it is, scroll position and all. */
  show(sheet: GridSheet, defaults: GridBook['defaults']): void {
    const before = this.sheet;
    this.sheet = sheet;
    const same = before?.id === sheet.id;
    if (!same) {
      this.store = new CellStore(this.host, sheet.id, () => this.draw());
      this.selected = '';
      this.told = [];
    }
    const shape = (one: GridSheet): string => JSON.stringify([one.widths, one.frozen, columnCount(one)]);
    const lines = (one: GridSheet): string => JSON.stringify([one.heights, one.frozen.rows, rowCount(one)]);
    if (!same || shape(before) !== shape(sheet)) this.showColumns(sheet, defaults.width);
    if (!same || lines(before) !== lines(sheet)) this.showRows(sheet, defaults.height);
    this.grid.classList.toggle('plain', !sheet.gridlines);
    this.draw();
  }

  /** Something in the cells of this sheet changed. */
  invalidate(): void {
    this.store?.invalidate();
  }

  /** Shows what is selected in the workbook, and brings it into view. */
  async select(area: Area): Promise<void> {
    const name = JSON.stringify(area);
    const echo = this.told.indexOf(name);
    if (echo >= 0) this.told.splice(0, echo + 1);
    if (!this.sheet || echo >= 0 || name === this.selected) return;
    this.selected = name;
    const { frozen } = this.sheet;
    const part: Part = area.row < frozen.rows ? 'rowPinStart' : 'rgRow';
    const side: Side = area.column < frozen.columns ? 'colPinStart' : 'rgCol';
    const y = this.rows[part].findIndex(({ row }) => row >= area.row);
    const x = this.columns[side].findIndex((column) => column >= area.column);
    if (x < 0 || y < 0) return;
    const end = {
      x: Math.min(x + area.columns - 1, this.columns[side].length - 1),
      y: Math.min(y + area.rows - 1, this.rows[part].length - 1),
    };
    this.settling++;
    // The grid takes a new sheet's rows and columns while it draws.
    await frames(2);
    await this.grid.setCellsFocus({ x, y }, end, side, part);
    await frames(6);
    await this.grid.scrollToCoordinate({
      ...(side === 'rgCol' ? { x } : {}),
      ...(part === 'rgRow' ? { y } : {}),
    });
    await frames(3);
    this.settling--;
  }

  private showColumns(sheet: GridSheet, width: number): void {
    const source = () => ({
      sheet: this.sheet ?? sheet,
      at: (row: number, column: number) => this.store?.at(row, column) ?? null,
      follow: (link: string) => this.actions.follow(link),
    });
    const columns = sheetColumns(sheet, width, source);
    const side = (pinned: boolean): number[] =>
      columns.filter(({ pin }) => (pin === 'colPinStart') === pinned).map(({ prop }) => Number(prop));
    this.columns = { rgCol: side(false), colPinStart: side(true) };
    this.grid.columns = columns;
  }

  private showRows(sheet: GridSheet, height: number): void {
    const rows = sheetRows(sheet, (row, column) => {
      const cell = this.store?.at(row, column);
      return cell?.formula ?? cell?.text ?? '';
    });
    const frozen = rows.findIndex(({ row }) => row >= sheet.frozen.rows);
    this.rows = { rowPinStart: rows.slice(0, frozen), rgRow: rows.slice(frozen) };
    this.grid.rowSize = pixels(height);
    this.grid.pinnedTopSource = this.rows.rowPinStart;
    this.grid.source = this.rows.rgRow;
    this.grid.rowDefinitions = [
      ...rowSizes(sheet, this.rows.rowPinStart, 'rowPinStart'),
      ...rowSizes(sheet, this.rows.rgRow, 'rgRow'),
    ];
  }

  /** Draws once for all that came in the meantime. */
  private draw(): void {
    if (this.drawing) return;
    this.drawing = window.requestAnimationFrame(() => {
      this.drawing = 0;
      void this.grid.refresh('all');
    });
  }

  private async tellSelection(): Promise<void> {
    if (this.settling > 0) return;
    const range = await this.grid.getSelectedRange();
    if (!range) return;
    const rows = this.rows[range.rowType as Part];
    const columns = this.columns[range.colType as Side];
    const row = rows[range.y]?.row;
    const column = columns[range.x];
    if (row === undefined || column === undefined) return;
    const area = {
      row,
      column,
      rows: (rows[range.y1]?.row ?? row) - row + 1,
      columns: (columns[range.x1] ?? column) - column + 1,
    };
    const name = JSON.stringify(area);
    if (name === this.selected) return;
    this.selected = name;
    this.told.push(name);
    this.actions.select(area);
  }

  /** What was pasted, filled down or emptied: by position of the row and number of the column. */
  private fill(data: Record<number, Record<number, string>>, part: Part): void {
    const lines = Object.keys(data).map(Number);
    const numbers = [...new Set(Object.values(data).flatMap((line) => Object.keys(line).map(Number)))];
    const top = Math.min(...lines);
    const left = Math.min(...numbers);
    const rows = Math.max(...lines) - top + 1;
    const columns = Math.max(...numbers) - left + 1;
    const row = this.rows[part][top]?.row;
    if (row === undefined) return;
    const texts = Array.from({ length: rows }, (_line, y) =>
      Array.from({ length: columns }, (_text, x) => String(data[top + y]?.[left + x] ?? '')),
    );
    if (texts.flat().every((text) => text === '')) this.actions.clear({ row, column: left, rows, columns });
    else this.actions.paste(row, left, texts);
  }
}

/** Waits until so many frames were drawn. */
async function frames(count: number): Promise<void> {
  for (let frame = 0; frame < count; frame++) await new Promise((drawn) => window.requestAnimationFrame(drawn));
}
