import type { Area } from '../../host/model/address';
import type { RemoteHost } from '../../host/transport/remote';
import type { GridBook, GridSheet } from '../../host/view/grid';
import { CellStore } from './cell-store';
import { CellTyping, stepOf } from './cell-editor';
import { sheetColumns } from './columns';
import { followLinks } from './links';
import { pixels, points } from './places';
import { columnCount, rowCount, rowSizes, sheetRows, type SheetRow } from './rows';
import { GridSelection, type Shown } from './selection';

/** What a person does in the grid, and in which sheet. */
export interface SheetActions {
  select(sheet: string, area: Area): void;
  type(sheet: string, row: number, column: number, text: string): void;
  paste(sheet: string, row: number, column: number, texts: readonly (readonly string[])[]): void;
  clear(sheet: string, area: Area): void;
  /** The width is in points. */
  widen(sheet: string, column: number, width: number): void;
  follow(link: string): void;
  typing(on: boolean): void;
}

/** Shows one sheet of a workbook in a RevoGrid element, which knows rows and columns but not what stands in them. */
export class SheetView {
  private readonly grid: HTMLRevoGridElement;
  private readonly host: RemoteHost;
  private readonly actions: SheetActions;
  private readonly selection: GridSelection;
  private sheet: GridSheet | null = null;
  private store: CellStore | null = null;
  private rows: Shown['rows'] = { rgRow: [], rowPinStart: [] };
  private columns: Shown['columns'] = { rgCol: [], colPinStart: [] };
  private drawing = 0;
  private defaultWidth = 0;

  constructor(grid: HTMLRevoGridElement, host: RemoteHost, actions: SheetActions) {
    this.grid = grid;
    this.host = host;
    this.actions = actions;
    this.selection = new GridSelection(grid, (sheet, area) => actions.select(sheet, area));
    const typing = new CellTyping(
      (on) => actions.typing(on),
      (step) => void this.selection.step(step),
    );
    grid.editors = { cell: typing.editor };
    grid.rowHeaders = {
      prop: 'row',
      size: 52,
      cellTemplate: (_create, { model }) => String((model as SheetRow).row + 1),
    };
    grid.addEventListener('beforekeydown', (event) => {
      const { original, edit } = event.detail;
      const step = edit ? stepOf(original) : null;
      if (!step) return;
      event.preventDefault();
      original.preventDefault();
      typing.finish(step);
    });
    grid.addEventListener('beforeedit', (event) => {
      event.preventDefault();
      const { model, prop, val } = event.detail;
      if (this.sheet) actions.type(this.sheet.id, (model as SheetRow).row, Number(prop), String(val ?? ''));
    });
    grid.addEventListener('beforerangeedit', (event) => {
      event.preventDefault();
      const { data, type } = event.detail;
      this.fill(data as Record<number, Record<number, string>>, type as keyof Shown['rows']);
    });
    followLinks(grid, (link) => void this.selection.tellNow().then(() => actions.follow(link)));
    grid.addEventListener('aftercolumnresize', (event) => {
      for (const { prop, size } of Object.values(event.detail)) {
        if (this.sheet && size !== undefined) actions.widen(this.sheet.id, Number(prop), points(size));
      }
    });
  }

  /** Ends listening to the page. */
  end(): void {
    this.selection.end();
  }

  /** Shows the sheet as it is now; what is the same as before stays as it is, scroll position and all. */
  show(sheet: GridSheet, defaults: GridBook['defaults']): void {
    const before = this.sheet;
    this.sheet = sheet;
    const same = before?.id === sheet.id;
    if (!same) this.store = new CellStore(this.host, sheet.id, () => this.draw());
    const shape = (one: GridSheet): string => JSON.stringify([one.widths, one.frozen, columnCount(one)]);
    const lines = (one: GridSheet): string => JSON.stringify([one.heights, one.frozen.rows, rowCount(one)]);
    const newColumns = !same || shape(before) !== shape(sheet);
    const newRows = !same || lines(before) !== lines(sheet);
    this.defaultWidth = defaults.width;
    if (newColumns) this.showColumns(sheet);
    if (newRows) this.showRows(sheet, defaults.height);
    if (newColumns || newRows) this.selection.use({ sheet: sheet.id, rows: this.rows, columns: this.columns });
    this.grid.classList.toggle('plain', !sheet.gridlines);
    this.draw();
  }

  /** What the grid did was refused: the sheet is shown as it is in the workbook. */
  restore(): void {
    if (this.sheet) this.showColumns(this.sheet);
    this.invalidate();
  }

  /** Something in the cells of this sheet changed. */
  invalidate(): void {
    this.store?.invalidate();
  }

  /** Shows what is selected in the workbook, and brings it into view. */
  select(area: Area): Promise<void> {
    return this.selection.show(area);
  }

  private showColumns(sheet: GridSheet): void {
    const source = () => ({
      sheet: this.sheet ?? sheet,
      at: (row: number, column: number) => this.store?.at(row, column) ?? null,
    });
    const columns = sheetColumns(sheet, this.defaultWidth, source);
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
    const [pinned, moving] = [rows.slice(0, frozen), rows.slice(frozen)];
    this.rows = { rowPinStart: pinned, rgRow: moving };
    this.grid.rowSize = pixels(height);
    this.grid.pinnedTopSource = pinned;
    this.grid.source = moving;
    this.grid.rowDefinitions = [...rowSizes(sheet, pinned, 'rowPinStart'), ...rowSizes(sheet, moving, 'rgRow')];
  }

  /** Draws once for all that came in the meantime. */
  private draw(): void {
    if (this.drawing) return;
    this.drawing = window.requestAnimationFrame(() => {
      this.drawing = 0;
      void this.grid.refresh('all');
    });
  }

  /** What was pasted, filled down or emptied: by position of the row and number of the column. */
  private fill(data: Record<number, Record<number, string>>, part: keyof Shown['rows']): void {
    const lines = Object.keys(data).map(Number);
    const numbers = [...new Set(Object.values(data).flatMap((line) => Object.keys(line).map(Number)))];
    const top = Math.min(...lines);
    const left = Math.min(...numbers);
    const rows = Math.max(...lines) - top + 1;
    const columns = Math.max(...numbers) - left + 1;
    const row = this.rows[part][top]?.row;
    if (row === undefined || !this.sheet) return;
    const texts = Array.from({ length: rows }, (_line, y) =>
      Array.from({ length: columns }, (_text, x) => String(data[top + y]?.[left + x] ?? '')),
    );
    const { id } = this.sheet;
    if (texts.flat().every((text) => text === '')) this.actions.clear(id, { row, column: left, rows, columns });
    else this.actions.paste(id, row, left, texts);
  }
}
