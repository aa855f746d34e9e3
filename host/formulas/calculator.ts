import { type Area, boundingArea, intersection, WHOLE_SHEET } from '../model/address';
import type { Formula, Sheet } from '../model/sheet';
import type { Table } from '../model/table';
import { BAD_NAME, type CellContent, ErrorValue } from '../model/values';
import type { Workbook } from '../model/workbook';
import { type Context, type Part, single } from './call';
import { compile } from './compile';
import { parseFormula } from './parse';
import type { Place } from './references';
import { Reference, type Result } from './results';

/** Formulas that wait for formulas, deeper than the stack carries: the cell asked for is calculated first. */
class TooDeep {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;

  constructor(sheet: Sheet, row: number, column: number) {
    this.sheet = sheet;
    this.row = row;
    this.column = column;
  }
}
const DEEPEST = 300;
const BEING_CALCULATED = -2;

/** Calculates formulas when their results are asked for, and keeps the results until something changes. */
export class Calculator {
  private readonly workbook: Workbook;
  private readonly compiled = new Map<string, Part>();
  private state = 0;
  /** Manual mode: results stay as they are, whatever changes. */
  private held = false;
  private depth = 0;
  private used = new Map<Sheet, Area>();
  private sheetsByName = new Map<string, Sheet | null>();
  private tablesByName = new Map<string, Table | null>();
  private positions = new Map<string, Map<string, number>>();
  private columns = new Map<Table, Map<string, number>>();

  constructor(workbook: Workbook) {
    this.workbook = workbook;
  }

  /** The content of a cell, calculated where it is a formula. */
  value(sheet: Sheet, row: number, column: number): CellContent {
    const formula = sheet.formulas.get(row, column);
    if (!formula) return sheet.values.get(row, column);
    return this.resultOf(formula, sheet, row, column);
  }

  /** The contents of a reference, row by row, cut off where the sheet's data end. */
  contents({ sheet, area }: Reference): CellContent[][] {
    const part = intersection(area, this.usedArea(sheet)) ?? { ...area, rows: 1, columns: 1 };
    const cut = { ...area, rows: part.row + part.rows - area.row, columns: part.column + part.columns - area.column };
    const rows: CellContent[][] = [];
    for (let row = cut.row; row < cut.row + cut.rows; row++) {
      const cells: CellContent[] = [];
      for (let column = cut.column; column < cut.column + cut.columns; column++) {
        cells.push(this.value(sheet, row, column));
      }
      rows.push(cells);
    }
    return rows;
  }

  /** Position from 0 of each content in a column, for exact searches; kept until something changes. */
  positionsIn(reference: Reference, keyOf: (content: CellContent) => string | null): Map<string, number> {
    const { sheet, area } = reference;
    const name = `${sheet.id}:${area.row}:${area.column}:${area.rows}:${area.columns}`;
    let positions = this.positions.get(name);
    if (!positions) {
      positions = new Map();
      const contents = this.contents(reference).flat();
      for (let index = contents.length - 1; index >= 0; index--) {
        const key = keyOf(contents[index]);
        if (key !== null) positions.set(key, index);
      }
      this.positions.set(name, positions);
    }
    return positions;
  }

  sheet(name: string): Sheet | null {
    let sheet = this.sheetsByName.get(name);
    if (sheet === undefined) this.sheetsByName.set(name, (sheet = this.workbook.findSheet(name)));
    return sheet;
  }

  table(name: string): Table | null {
    let table = this.tablesByName.get(name);
    if (table === undefined) this.tablesByName.set(name, (table = this.workbook.findTable(name)));
    return table;
  }

  /** Position of a column in a table, from 0; -1 where there is none. */
  readonly columnIndex = (table: Table, name: string): number => {
    let known = this.columns.get(table);
    if (!known) this.columns.set(table, (known = new Map()));
    let index = known.get(name);
    if (index === undefined) known.set(name, (index = table.columnIndex(name)));
    return index;
  };

  /** What a defined name stands for, seen from a cell. */
  named(formula: string, context: Context): Result {
    return this.part(formula.startsWith('=') ? formula : `=${formula}`)(context);
  }

  /** The cells that a formula such as "=Sheet1!$A$1" refers to; null where it is no reference. */
  referredTo(formula: string, place: Place): Reference | null {
    try {
      const result = this.named(formula, { ...place, calculator: this, link: null });
      return result instanceof Reference ? result : null;
    } catch (error) {
      if (error instanceof ErrorValue) return null;
      throw error;
    }
  }

  /** The content of a name that stands for a constant or a formula. */
  constant(formula: string, sheet: Sheet): CellContent {
    const context: Context = { calculator: this, sheet, row: 0, column: 0, link: null };
    try {
      return single(this.named(formula, context), context);
    } catch (error) {
      if (error instanceof ErrorValue) return error;
      throw error;
    }
  }

  /** To be called before anything changes. In manual mode all results are first brought to where they stand now. */
  aboutToChange(): void {
    if (this.workbook.calculationMode === 'Manual') {
      if (!this.held) this.calculateAll();
      this.held = true;
    } else this.held = false;
    this.forget();
  }

  /** Recalculates, as F9 does. */
  recalculate(): void {
    this.held = false;
    this.forget();
  }

  calculateAll(): void {
    for (const sheet of this.workbook.sheets) {
      sheet.formulas.each(WHOLE_SHEET, (row, column, formula) => this.resultOf(formula, sheet, row, column));
    }
  }

  private forget(): void {
    this.state++;
    if (this.used.size) this.used = new Map();
    if (this.sheetsByName.size) this.sheetsByName = new Map();
    if (this.tablesByName.size) this.tablesByName = new Map();
    if (this.positions.size) this.positions = new Map();
    if (this.columns.size) this.columns = new Map();
  }

  private resultOf(formula: Formula, sheet: Sheet, row: number, column: number): CellContent {
    if (formula.calculatedAt === this.state || (this.held && formula.calculatedAt >= 0)) return formula.result;
    // A circle: Excel warns and shows 0.
    if (formula.calculatedAt === BEING_CALCULATED) return 0;
    if (this.depth >= DEEPEST) throw new TooDeep(sheet, row, column);
    if (this.depth > 0) return this.calculate(formula, sheet, row, column);
    const waiting = [{ sheet, row, column }];
    for (let next = waiting.at(-1); next; next = waiting.at(-1)) {
      const cell = next.sheet.formulas.get(next.row, next.column);
      try {
        if (cell) this.calculate(cell, next.sheet, next.row, next.column);
        waiting.pop();
      } catch (error) {
        if (!(error instanceof TooDeep)) throw error;
        waiting.push(error);
      }
    }
    return formula.result;
  }

  private calculate(formula: Formula, sheet: Sheet, row: number, column: number): CellContent {
    const before = formula.calculatedAt;
    const context: Context = { calculator: this, sheet, row, column, link: null };
    formula.calculatedAt = BEING_CALCULATED;
    this.depth++;
    try {
      formula.result = single(this.part(formula.text)(context), context) ?? 0;
    } catch (error) {
      formula.calculatedAt = before;
      if (!(error instanceof ErrorValue)) throw error;
      formula.result = error;
    } finally {
      this.depth--;
    }
    formula.calculatedAt = this.state;
    formula.link = context.link;
    return formula.result;
  }

  private part(text: string): Part {
    let part = this.compiled.get(text);
    if (!part) {
      const tree = parseFormula(text);
      part = tree
        ? compile(tree)
        : () => {
            throw BAD_NAME;
          };
      if (this.compiled.size > 20_000) this.compiled.clear();
      this.compiled.set(text, part);
    }
    return part;
  }

  private usedArea(sheet: Sheet): Area {
    let used = this.used.get(sheet);
    if (!used) {
      used = boundingArea({ row: 0, column: 0, rows: 1, columns: 1 }, sheet.usedArea(true) ?? WHOLE_SHEET_CORNER);
      this.used.set(sheet, used);
    }
    return used;
  }
}

const WHOLE_SHEET_CORNER: Area = { row: 0, column: 0, rows: 1, columns: 1 };
