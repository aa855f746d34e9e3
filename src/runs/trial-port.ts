import { DAYS_1904 } from '../book/days';
import type {
  OutValue,
  Pages,
  TableCells,
  TablePlace,
  TableWrite,
  WorkbookFacts,
  WorkbookPort,
} from '../workbook/port';
import type { CellValue } from '../workbook/cells';
import { headerKey } from '../workbook/headers';
import type { ResultTable } from '../workbook/tables/spec';
import { namesOf } from './verify/rows';

/** What would be written into one table. */
export interface TableChanges {
  readonly table: string;
  readonly sheet: string;
  /** Whether the table would be made. */
  readonly isNew: boolean;
  /** New rows. */
  readonly added: number;
  /** Rows of which a cell would be changed: marked as reversed, or as completed. */
  readonly marked: number;
}

interface Counted {
  readonly table: ResultTable;
  /** The rows that it has in the workbook; undefined where it would be made. */
  readonly before: number | undefined;
  added: number;
  readonly marked: Set<number>;
}

/**
 * A workbook in memory over one that is only read: what is written goes into the copy, and is counted. So a run can be
 * tried out on a workbook that stays as it is, also in Excel. Links and tie-outs are not kept: nothing reads them.
 */
export class TrialPort implements WorkbookPort {
  /** Nobody else is in the copy. */
  readonly isShared = false;
  readonly pages?: Pages;
  private readonly copied = new Map<string, TableCells>();
  private readonly counted = new Map<string, Counted>();

  /** `turn` lets others have their turn while rows are copied. */
  constructor(
    private readonly port: WorkbookPort,
    private readonly turn?: () => void | Promise<void>,
  ) {
    const { pages } = port;
    if (pages) this.pages = { refuseForeign: (marks) => pages.refuseForeign(marks), write: () => Promise.resolve([]) };
  }

  /** What was written so far, in the order in which tables were written to first. */
  changes(): TableChanges[] {
    return [...this.counted.values()].map(({ table, before, added, marked }) => {
      const { sheet } = this.copied.get(table.name.toLowerCase()) ?? table;
      return { table: table.name, sheet, isNew: before === undefined, added, marked: marked.size };
    });
  }

  async facts(): Promise<WorkbookFacts> {
    const facts = await this.port.facts();
    const known = facts.tables.map((table): TablePlace => this.copied.get(table.name.toLowerCase()) ?? table);
    const names = new Set(known.map(({ name }) => name.toLowerCase()));
    const made = [...this.copied.values()].filter(({ name }) => !names.has(name.toLowerCase()));
    return { ...facts, tables: [...known, ...made] };
  }

  async read(names: readonly string[], progress?: Parameters<WorkbookPort['read']>[1]) {
    const missing = names.filter((name) => !this.copied.has(name.toLowerCase()));
    for (const [name, cells] of await this.port.read(missing, progress)) this.copied.set(name.toLowerCase(), cells);
    const found = names.map((name) => [name, this.copied.get(name.toLowerCase())] as const);
    return new Map(found.filter((one): one is readonly [string, TableCells] => one[1] !== undefined));
  }

  usedArea(sheet: string): ReturnType<WorkbookPort['usedArea']> {
    return this.port.usedArea(sheet);
  }

  readArea(...asked: Parameters<WorkbookPort['readArea']>): ReturnType<WorkbookPort['readArea']> {
    return this.port.readArea(...asked);
  }

  async write(writes: readonly TableWrite[]): Promise<void> {
    const { date1904 } = await this.port.facts();
    for (const write of writes) await this.add(write, date1904);
  }

  private async add(write: TableWrite, date1904: boolean): Promise<void> {
    const { table, rows, columns, changes, replace } = write;
    const key = table.name.toLowerCase();
    const there = (await this.read([table.name])).get(table.name);
    const before = there ?? emptyTable(write);
    const counted = this.counted.get(key) ?? { table, before: there?.rows, added: 0, marked: new Set<number>() };
    this.counted.set(key, counted);
    counted.added += rows;
    for (const { row } of changes) if (row < (counted.before ?? 0)) counted.marked.add(row);
    const cells: (readonly CellValue[])[] = [];
    for (const [at, header] of before.headers.entries()) {
      const spec = table.columns.find(({ name }) => headerKey(name) === headerKey(header));
      const shift = date1904 && (spec?.kind === 'date' || spec?.kind === 'moment') ? DAYS_1904 : 0;
      const stored = (value: OutValue): CellValue => (shift > 0 && typeof value === 'number' ? value - shift : value);
      const own = Object.keys(columns).find((name) => headerKey(name) === headerKey(header));
      const column = replace ? [] : before.cells[at].slice();
      for (let row = 0; row < rows; row++) column.push(stored((own === undefined ? null : columns[own][row]) ?? null));
      for (const change of changes) {
        if (headerKey(change.column) === headerKey(header)) column[change.row] = stored(change.value);
      }
      cells.push(column);
      await this.turn?.();
    }
    this.copied.set(key, { ...before, rows: (replace ? 0 : before.rows) + rows, cells });
  }
}

/** A table as it is made, before it has rows. */
function emptyTable({ table, dimensions }: TableWrite): TableCells {
  const headers = namesOf({ spec: table, dimensions: table.dimensions ? dimensions : [] });
  const place = { name: table.name, sheet: table.sheet, headerRow: 1, firstColumn: 1, headers, rows: 0 };
  return { ...place, cells: headers.map(() => []), below: headers.map(() => null) };
}
