import type { CellValue } from '../cells';
import type { OutValue } from '../port';
import { columnOf } from '../write/link-formula';
import type { TableColumns } from '../write/table-columns';
import { comparedText, Groups } from './groups';

/** A figure as a formula that stays live, and what it comes to now. */
export interface Live {
  /** In the notation of files, without the equals sign. */
  readonly formula: string;
  readonly value: number;
}

/** A condition on a column of the table that is summed or counted. */
export interface Condition {
  readonly column: string;
  /** The criterion in the formula: a quoted text, or the address of a cell that holds the text. */
  readonly criterion: string;
  /** The text that cells must have (case does not count), or a test of their own. */
  readonly holds: string | ((value: CellValue | OutValue) => boolean);
  /** Tells a test of its own from others, where the criterion is the address of a cell. */
  readonly key?: string;
}

/** Cells that hold a text; `cell` is the address of a cell of the page that holds it too. */
export const is = (column: string, text: string, cell?: string): Condition => ({
  column,
  criterion: cell ?? quoted(text),
  holds: text.toLowerCase(),
});

/** Cells that hold nothing. */
export const isBlank = (column: string): Condition => ({
  column,
  criterion: '"="',
  holds: (value) => value === null || value === '',
});

/** Numbers other than zero. */
export const isNotZero = (column: string): Condition => ({
  column,
  criterion: '"<>0"',
  holds: (value) => value !== 0,
});

/** Cells with a date up to a day, of that day, or behind it: `day` as a serial of the workbook and as a formula. */
export const isUpTo = (column: string, day: Live): Condition => ({
  column,
  criterion: `"<="&${day.formula}`,
  holds: (value) => typeof value === 'number' && value <= day.value,
});
export const isOn = (column: string, day: Live): Condition => ({
  column,
  criterion: day.formula,
  holds: (value) => value === day.value,
});
export const isAfter = (column: string, day: Live): Condition => ({
  column,
  criterion: `">"&${day.formula}`,
  holds: (value) => typeof value === 'number' && value > day.value,
});

/** Rows of the runs up to one, or behind one: the ids of runs are numbers of the same length, so that texts compare as they do. */
export const isUpToRun = (column: string, run: string, cell?: string): Condition => ({
  column,
  criterion: cell === undefined ? quoted(`<=${run}`) : `"<="&${cell}`,
  key: `<=${run}`,
  holds: (value) => typeof value === 'string' && value.toLowerCase() <= run.toLowerCase(),
});
export const isAfterRun = (column: string, run: string): Condition => ({
  column,
  criterion: quoted(`>${run}`),
  holds: (value) => typeof value === 'string' && value.toLowerCase() > run.toLowerCase(),
});

const quoted = (text: string): string => `"${text.replace(/"/g, '""')}"`;

/** Whether COUNTIFS and SUMIFS take a text for what it is, and not for a pattern, a comparison, or a number in disguise. */
export const isPlainCriterion = (text: string): boolean =>
  /^\d{1,15}$/.test(text) ||
  (/[^\d\s.,:/+\-()%]/.test(text) && !/[*?~]|^[<>=]|^[-+.\d]+e[-+]?\d+$|^(true|false|#.*)$/i.test(text));

export const plus = (...terms: readonly Live[]): Live => ({
  formula: terms.map(({ formula }, at) => (at > 0 ? `+${formula}` : formula)).join(''),
  value: terms.reduce((sum, { value }) => sum + value, 0),
});

export const minus = (from: Live, ...terms: readonly Live[]): Live => ({
  formula: [from, ...terms].map(({ formula }) => formula).join('-'),
  value: terms.reduce((sum, { value }) => sum - value, from.value),
});

export const number = (value: number): Live => ({ formula: String(value), value });

/** Sums and counts over tables: each walks a table once, so that a workbook with many rows stays quick. */
export class LiveTables {
  private readonly known = new Map<string, Groups>();
  /** Sums by their conditions: several sheets ask for the same. */
  private readonly scanned = new Map<string, number>();

  constructor(
    readonly tables: TableColumns,
    private readonly decimals: { readonly amountDecimals: number; readonly quantityDecimals: number },
  ) {}

  amount(table: string, column: string, ...where: readonly Condition[]): Live {
    return this.total(table, column, this.decimals.amountDecimals, where);
  }

  quantity(table: string, column: string, ...where: readonly Condition[]): Live {
    return this.total(table, column, this.decimals.quantityDecimals, where);
  }

  /** A column of whole numbers. */
  whole(table: string, column: string, ...where: readonly Condition[]): Live {
    return this.total(table, column, 0, where);
  }

  /** Rows for which all conditions hold; at least one is needed. */
  count(table: string, ...where: readonly Condition[]): Live {
    const formula = `COUNTIFS(${this.criteria(table, where)})`;
    return { formula, value: this.reduce(table, undefined, where, () => 1) };
  }

  /** Filled cells of a column. */
  filled(table: string, column: string): Live {
    const isFilled = (value: CellValue | OutValue): boolean => value !== null && value !== '';
    let value = 0;
    for (const part of this.tables.parts(table, column)) for (const cell of part) if (isFilled(cell)) value += 1;
    return { formula: `COUNTA(${this.reference(table, column)})`, value };
  }

  /** "Table[Column]", the column as the workbook spells it; where a range stands for the table, its cells. */
  reference(table: string, column: string): string {
    return columnOf(this.tables.place(table, column));
  }

  /** The same with the rows that are there now, for formulas that compare each of them with others. */
  rowsReference(table: string, column: string): string {
    return columnOf(this.tables.place(table, column, 'rows now'));
  }

  private total(table: string, column: string, decimals: number, where: readonly Condition[]): Live {
    const scale = 10 ** decimals;
    const units = (value: CellValue | OutValue): number => (typeof value === 'number' ? Math.round(value * scale) : 0);
    const reference = this.reference(table, column);
    const formula = where.length === 0 ? `SUM(${reference})` : `SUMIFS(${reference},${this.criteria(table, where)})`;
    return { formula, value: this.reduce(table, column, where, units) / scale };
  }

  private criteria(table: string, where: readonly Condition[]): string {
    return where.map(({ column, criterion }) => `${this.reference(table, column)},${criterion}`).join(',');
  }

  /** The sum of what a column's cells count for, over the rows for which the conditions hold. */
  private reduce(
    table: string,
    column: string | undefined,
    where: readonly Condition[],
    units: (value: CellValue | OutValue) => number,
  ): number {
    const texts = where.map(({ holds }) => holds);
    if (!texts.every((holds) => typeof holds === 'string')) {
      const tests = where.map(({ column: of, holds, key, criterion }) =>
        [of, typeof holds === 'string' ? holds : (key ?? criterion)].join(SEPARATOR),
      );
      const scanned = [table, column ?? '#', ...tests].join('|');
      const sum = this.scanned.get(scanned) ?? this.scan(table, column, where, units);
      this.scanned.set(scanned, sum);
      return sum;
    }
    const name = [table, column ?? '#', ...where.map((one) => one.column)].join('|');
    let sums = this.known.get(name);
    if (!sums) {
      sums = this.group(table, column, where, units);
      this.known.set(name, sums);
    }
    return sums.sumOf(texts);
  }

  private group(
    table: string,
    column: string | undefined,
    where: readonly Condition[],
    units: (value: CellValue | OutValue) => number,
  ): Groups {
    const groups = new Groups();
    const tests = where.map((one) => this.tables.parts(table, one.column));
    const figures = column === undefined ? tests[0] : this.tables.parts(table, column);
    for (const [at, part] of figures.entries()) {
      for (let row = 0; row < part.length; row++) {
        let group = groups;
        for (const parts of tests) group = group.of(parts[at]?.[row] ?? null);
        group.sum += units(part[row]);
      }
    }
    return groups;
  }

  private scan(
    table: string,
    column: string | undefined,
    where: readonly Condition[],
    units: (value: CellValue | OutValue) => number,
  ): number {
    const tests = where.map(({ column: name, holds }) => ({
      parts: this.tables.parts(table, name),
      test: typeof holds === 'string' ? (value: CellValue | OutValue) => comparedText(value) === holds : holds,
    }));
    const figures = column === undefined ? tests[0].parts : this.tables.parts(table, column);
    let sum = 0;
    for (const [at, part] of figures.entries()) {
      for (let row = 0; row < part.length; row++) {
        let holds = true;
        for (const { parts, test } of tests) if (!(holds = test(parts[at]?.[row] ?? null))) break;
        if (holds) sum += units(part[row]);
      }
    }
    return sum;
  }
}

const SEPARATOR = '\u001f';
