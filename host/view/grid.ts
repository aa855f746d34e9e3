import { type Area, areaText, cell, isOnSheet } from '../model/address';
import { ErrorValue } from '../model/values';
import { invalidArgument, itemNotFound } from '../errors';
import { displayText, editText } from '../model/display';
import type { Sheet, Visibility } from '../model/sheet';
import { DEFAULT_COLUMN_WIDTH, DEFAULT_ROW_HEIGHT, type Style } from '../model/style';
import type { Workbook } from '../model/workbook';
import { clear, paste, selectCells, typeInto, widen } from './edits';
import { activateSheet } from '../model/sheets';

/** A cell as a grid draws it. Plain data, so that it can cross to another thread. */
export interface GridCell {
  readonly text: string;
  /** Where General alignment puts the content. */
  readonly align: 'left' | 'right' | 'center';
  readonly style: Style | null;
  /** A place in the workbook ("#'Sheet'!A1") or an address outside of it, where the cell is a link. */
  readonly link: string | null;
  /** What the formula bar shows; null where it is the text itself. */
  readonly formula: string | null;
}

export interface GridTable {
  readonly id: string;
  readonly name: string;
  readonly area: Area;
  readonly showHeaders: boolean;
  readonly showTotals: boolean;
  readonly showBandedRows: boolean;
  readonly style: string;
}

export interface GridSheet {
  readonly id: string;
  readonly name: string;
  readonly visibility: Visibility;
  readonly tabColor: string;
  readonly gridlines: boolean;
  readonly isProtected: boolean;
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** How far the sheet is used, in rows and columns. */
  readonly rows: number;
  readonly columns: number;
  /** Widths and heights in points, where they are not the default; hidden ones are 0. */
  readonly widths: Readonly<Record<number, number>>;
  readonly heights: Readonly<Record<number, number>>;
  readonly merged: readonly Area[];
  readonly tables: readonly GridTable[];
}

export interface GridBook {
  readonly name: string;
  readonly locale: string;
  readonly sheets: readonly GridSheet[];
  readonly active: string;
  readonly selection: Area;
  readonly defaults: { readonly width: number; readonly height: number };
}

/** What changed, as far as a grid must know: cells of one sheet, what is selected, or anything about the sheets. */
export interface GridChange {
  readonly what: 'cells' | 'selection' | 'sheets';
  readonly sheet: string;
  readonly area: Area | null;
}

/** The workbook for a grid: what it draws, what a person does there, and what changes. Cells are formatted when asked for. */
export class Grid {
  private readonly workbook: Workbook;

  constructor(workbook: Workbook) {
    this.workbook = workbook;
  }

  book(): GridBook {
    const { name, locale, active, selection, sheets } = this.workbook;
    return {
      name,
      locale,
      sheets: sheets.map((sheet) => this.describe(sheet)),
      active: active.id,
      selection,
      defaults: { width: DEFAULT_COLUMN_WIDTH, height: DEFAULT_ROW_HEIGHT },
    };
  }

  /** The cells of a part of a sheet, row by row; null for a cell that is blank and looks like any other. */
  cells(sheetId: string, area: Area): (GridCell | null)[][] {
    const sheet = this.sheet(sheetId);
    if (!isOnSheet(area)) throw invalidArgument();
    return Array.from({ length: area.rows }, (_row, row) =>
      Array.from({ length: area.columns }, (_cell, column) => this.cell(sheet, area.row + row, area.column + column)),
    );
  }

  /** A person typed a text into a cell: a value, a date, a formula, or "" to empty it. */
  type(sheetId: string, row: number, column: number, text: string): void {
    typeInto(this.sheet(sheetId), row, column, text);
  }

  paste(sheetId: string, row: number, column: number, texts: readonly (readonly string[])[]): void {
    paste(this.sheet(sheetId), row, column, texts);
  }

  clear(sheetId: string, area: Area): void {
    clear(this.sheet(sheetId), area);
  }

  /** A column gets another width, in points. */
  widen(sheetId: string, column: number, width: number): void {
    widen(this.sheet(sheetId), column, width);
  }

  select(sheetId: string, area: Area): void {
    selectCells(this.sheet(sheetId), area);
  }

  activate(sheetId: string): void {
    this.workbook.changes.as('user', () => activateSheet(this.sheet(sheetId)));
  }

  /** Goes where a link of the workbook leads; answers whether it leads anywhere in it. */
  follow(link: string): boolean {
    const { calculator, active } = this.workbook;
    const target = calculator.referredTo(`=${link.replace(/^#/, '')}`, { sheet: active, row: 0, column: 0 });
    if (!target || target.sheet.visibility !== 'Visible') return false;
    selectCells(target.sheet, target.area);
    return true;
  }

  subscribe(listener: (change: GridChange) => void): () => void {
    return this.workbook.changes.subscribe((change) => {
      const sheet = change.sheet.id;
      if (change.kind === 'cells') {
        const moved = change.changeType !== 'RangeEdited';
        listener(moved ? { what: 'sheets', sheet, area: null } : { what: 'cells', sheet, area: change.area });
      } else if (change.kind === 'formats') listener({ what: 'cells', sheet, area: change.area });
      else if (change.kind === 'calculated') listener({ what: 'cells', sheet, area: null });
      else if (change.kind === 'selection') listener({ what: 'selection', sheet, area: change.area });
      else listener({ what: 'sheets', sheet, area: null });
    });
  }

  private sheet(id: string): Sheet {
    const sheet = this.workbook.findSheet(id);
    if (!sheet) throw itemNotFound();
    return sheet;
  }

  private describe(sheet: Sheet): GridSheet {
    const used = sheet.usedArea(false);
    const widths: Record<number, number> = Object.fromEntries(sheet.widths);
    const heights: Record<number, number> = Object.fromEntries(sheet.heights);
    for (const column of sheet.hiddenColumns) widths[column] = 0;
    for (const row of sheet.hiddenRows) heights[row] = 0;
    return {
      id: sheet.id,
      name: sheet.name,
      visibility: sheet.visibility,
      tabColor: sheet.tabColor,
      gridlines: sheet.gridlines,
      isProtected: sheet.protection !== null,
      frozen: sheet.frozen ?? { rows: 0, columns: 0 },
      rows: used ? used.row + used.rows : 0,
      columns: used ? used.column + used.columns : 0,
      widths,
      heights,
      merged: sheet.merged,
      tables: this.workbook.tables
        .filter((table) => table.sheet === sheet)
        .map(({ id, name, area, showHeaders, showTotals, showBandedRows, style }) => ({
          id: String(id),
          name,
          area,
          showHeaders,
          showTotals,
          showBandedRows,
          style,
        })),
    };
  }

  private cell(sheet: Sheet, row: number, column: number): GridCell | null {
    const content = this.workbook.calculator.value(sheet, row, column);
    const style = sheet.styles.get(row, column) ?? null;
    const formula = sheet.formulas.get(row, column) ?? null;
    if (content === undefined && !style && !formula) return null;
    const format = sheet.numberFormats.get(row, column) ?? 'General';
    const { locale, date1904 } = this.workbook;
    const text = displayText(content, format, locale, date1904);
    const own = sheet.links.get(row, column);
    const place = own?.documentReference === undefined ? undefined : `#${own.documentReference}`;
    return {
      text,
      align: alignment(content, style),
      style,
      link: own ? (own.address ?? place ?? null) : content === '' ? null : (formula?.link ?? null),
      formula: formula?.text ?? (typeof content === 'number' ? editText(content, format, locale, date1904) : null),
    };
  }
}

function alignment(content: unknown, style: Style | null): 'left' | 'right' | 'center' {
  const own = style?.horizontal;
  if (own === 'Left' || own === 'Right' || own === 'Center') return own.toLowerCase() as 'left' | 'right' | 'center';
  if (typeof content === 'number') return 'right';
  return typeof content === 'boolean' || content instanceof ErrorValue ? 'center' : 'left';
}

/** "A1" of a cell, for a name box. */
export const nameOf = (row: number, column: number): string => areaText(cell(row, column));
