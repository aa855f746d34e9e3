import { type Area, cell } from './address';
import { Changes } from './changes';
import { Calculator } from '../formulas/calculator';
import { Sheet } from './sheet';
import type { Table } from './table';

export interface NamedItem {
  readonly name: string;
  /** The sheet whose name it is; null for a name of the workbook. */
  readonly sheet: Sheet | null;
  formula: string;
  comment: string;
  visible: boolean;
}

export interface WorkbookOptions {
  readonly name?: string;
  /** BCP 47 tag: how numbers and dates are shown and typed. */
  readonly locale?: string;
  readonly date1904?: boolean;
  /** Excel's option "Fill formulas in tables to create calculated columns", on unless somebody turned it off. */
  readonly calculatedColumns?: boolean;
}

export type CalculationMode = 'Automatic' | 'AutomaticExceptTables' | 'Manual';

/** A workbook in memory. The modules beside this one change it and keep Excel's rules; this one only holds it. */
export class Workbook {
  name: string;
  readonly locale: string;
  readonly date1904: boolean;
  readonly calculatedColumns: boolean;
  readonly changes = new Changes();
  readonly calculator: Calculator;

  sheets: Sheet[] = [];
  tables: Table[] = [];
  names: NamedItem[] = [];
  readonly settings = new Map<string, unknown>();
  readonly properties = new Map<string, string>();
  protection: { readonly password: string } | null = null;

  active: Sheet;
  /** What is selected on the active sheet. */
  selection: Area = cell(0, 0);
  calculationMode: CalculationMode = 'Automatic';
  isDirty = false;
  /** Opened for reading: writing into it is still possible in Excel, saving under its name is not. */
  readOnly = false;
  /** Whether the add-in wants events (runtime.enableEvents). */
  addinEvents = true;
  /** How often the add-in asked for what leaves no trace here: calculation suspended, screen updates suspended, saved. */
  readonly asked = new Map<string, number>();
  private nextId = 1;

  constructor(options: WorkbookOptions = {}) {
    this.name = options.name ?? 'Book1.xlsx';
    this.locale = options.locale ?? 'en-US';
    this.date1904 = options.date1904 ?? false;
    this.calculatedColumns = options.calculatedColumns ?? true;
    this.calculator = new Calculator(this);
    this.active = this.newSheet('Sheet1');
    this.sheets.push(this.active);
  }

  takeId(): number {
    return this.nextId++;
  }

  /** A sheet that is not in the workbook yet. */
  newSheet(name: string): Sheet {
    const number = this.takeId().toString(16).toUpperCase().padStart(8, '0');
    return new Sheet(this, `{${number}-0001-0000-0000-000000000000}`, name);
  }

  /** By name or id, in any case. */
  findSheet(key: string): Sheet | null {
    const wanted = key.toLowerCase();
    return (
      this.sheets.find((sheet) => sheet.name.toLowerCase() === wanted || sheet.id.toLowerCase() === wanted) ?? null
    );
  }

  /** By name or id, in any case. */
  findTable(key: string): Table | null {
    const wanted = key.toLowerCase();
    return this.tables.find((table) => table.name.toLowerCase() === wanted || String(table.id) === wanted) ?? null;
  }

  /** A name as seen from a sheet: its own names hide those of the workbook. */
  findName(key: string, sheet: Sheet | null): NamedItem | null {
    const wanted = key.toLowerCase();
    const named = this.names.filter((item) => item.name.toLowerCase() === wanted);
    return (
      named.find((item) => item.sheet !== null && item.sheet === sheet) ?? named.find((item) => !item.sheet) ?? null
    );
  }

  tableAt(sheet: Sheet, row: number, column: number): Table | null {
    return (
      this.tables.find(
        ({ sheet: home, area }) =>
          home === sheet &&
          row >= area.row &&
          row < area.row + area.rows &&
          column >= area.column &&
          column < area.column + area.columns,
      ) ?? null
    );
  }

  count(request: string): void {
    this.asked.set(request, (this.asked.get(request) ?? 0) + 1);
  }

  /** To be called by everything that changes cells, tables or names, before it does. */
  aboutToChange(): void {
    this.isDirty = true;
    this.calculator.aboutToChange();
  }
}
