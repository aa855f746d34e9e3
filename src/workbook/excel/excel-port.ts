/// <reference types="office-js" />
import type { Area } from '../area';
import type { CellValue } from '../cells';
import type {
  Formats,
  Pages,
  Progress,
  SheetArea,
  StandIn,
  TableCells,
  TableWrite,
  WorkbookFacts,
  WorkbookPort,
} from '../port';
import { refuse, sheetGone } from '../refusal';
import type { KnownTables } from '../write/result-body';
import { writeChanges } from './changes';
import { ChunkSize } from './chunks';
import { Events } from './events';
import { isOfficeError, telling } from './failures';
import { completeFormulas } from './formulas';
import { makeSheet, setUpPrinting } from './make-sheet';
import { printLayout, type PrintLayout } from '../write/print-layout';
import { resultColumns } from '../write/result-columns';
import { knownTables, type OpenTable } from './open-tables';
import type { ExcelPortOptions } from './options';
import { makePlan, type Plan } from './plan';
import { excelPages } from './pages';
import { readParts, readTables } from './read-tables';
import { writeRows } from './rows';
import { Session } from './session';
import { usedArea } from './used-area';
import { factsOf, takeSnapshot, type Snapshot } from './snapshot';

const UNTOUCHED = 'Nothing was changed. Start again; if it happens again, save the workbook and open it anew.';
const UNFINISHED =
  'What was written before that stays in the workbook. Where the table Closings has a run with status Running, take it back before you go on.';

/** The workbook that is open in Excel, by way of office.js. */
export function excelPort(options: ExcelPortOptions = {}): WorkbookPort {
  return new ExcelPort(options);
}

class ExcelPort implements WorkbookPort {
  readonly isShared = true;
  readonly pages: Pages;
  private readonly session: Session;
  private readonly events: Events;
  private readonly size: ChunkSize;
  /** Where the workbook stands, for the message of a failure: from the first write on, it is not as it was. */
  private state = UNTOUCHED;

  constructor(options: ExcelPortOptions) {
    this.session = new Session(options);
    this.events = new Events(this.session);
    this.size = new ChunkSize(options.chunkBytes);
    this.pages = excelPages(this.session);
  }

  facts(): Promise<WorkbookFacts> {
    return telling(
      () => this.state,
      async () => factsOf(await this.snapshot()),
    );
  }

  read(names: readonly string[], progress?: Progress): Promise<ReadonlyMap<string, TableCells>> {
    return telling(
      () => this.state,
      async () => {
        const snapshot = await this.snapshot();
        await this.calculate(snapshot);
        const wanted = new Map(names.map((name) => [name.toLowerCase(), name]));
        const tables = snapshot.tables.filter(({ name }) => wanted.has(name.toLowerCase()));
        const read = await readTables(this.session, tables, this.size, progress);
        return new Map(read.map((table) => [wanted.get(table.name.toLowerCase()) ?? table.name, table] as const));
      },
    );
  }

  usedArea(sheet: string): Promise<Area | undefined> {
    return telling(
      () => this.state,
      () => usedArea(this.session, sheet),
    );
  }

  readArea({ sheet, area }: SheetArea, progress?: Progress): Promise<readonly (readonly CellValue[])[]> {
    return telling(
      () => this.state,
      async () => {
        const snapshot = await this.snapshot();
        const found = snapshot.sheets.find(({ name }) => name.toLowerCase() === sheet.toLowerCase());
        if (!found) throw sheetGone(sheet);
        await this.calculate(snapshot);
        const parts = [{ sheetId: found.id, sheet: found.name, area }];
        return (await readParts(this.session, parts, this.size, progress))[0];
      },
    );
  }

  async write(
    writes: readonly TableWrite[],
    formats: Formats,
    progress?: Progress,
    standIns: readonly StandIn[] = [],
  ): Promise<void> {
    await telling(
      () => this.state,
      async () => {
        const snapshot = await this.snapshot();
        const plan = await makePlan(this.session, snapshot, writes, this.size);
        const total = writes.reduce((sum, { rows }) => sum + rows, 0);
        // The last moment to stop without a trace.
        await progress?.('Writing', 0, total);
        await this.events.off(snapshot.events, async () => {
          this.state = UNFINISHED;
          const work = new Writing(this.session, this.size, snapshot, plan, writes, formats, standIns);
          await work.makeTables();
          await work.fill((done) => progress?.('Writing', done, total));
          await work.setUpPrinting();
        });
      },
    );
  }

  private async snapshot(): Promise<Snapshot> {
    await this.events.restore();
    return takeSnapshot(this.session);
  }

  /** Where Excel calculates only when told to, it is told to; how it calculates stays as it was. */
  private async calculate({ manual, isCalculating }: Snapshot): Promise<void> {
    let isBusy = isCalculating;
    if (manual) isBusy = await this.askCalculation(({ application }) => application.calculate('Recalculate'));
    for (let asked = 0; isBusy && asked < MOST_ASKED; asked++) {
      await this.session.wait(ASK_EVERY);
      isBusy = await this.askCalculation();
    }
    if (isBusy) throw stillCalculating();
  }

  /** Whether Excel is still calculating, after something was asked of it. */
  private askCalculation(ask?: (context: Excel.RequestContext) => void): Promise<boolean> {
    return this.session.run(async (context) => {
      ask?.(context);
      const application = context.application.load('calculationState');
      await context.sync();
      return application.calculationState === 'Calculating';
    });
  }
}

const ASK_EVERY = 250;
/** A minute. */
const MOST_ASKED = 240;

const stillCalculating = () =>
  refuse(
    'CALCULATING',
    'Excel has been calculating this workbook for a minute, and its figures may still change. Nothing was changed.',
    'Wait until the calculation is done (the status bar shows it), then start again.',
  );

/** One call of write, after nothing speaks against it any more. */
class Writing {
  private readonly made: { readonly table: OpenTable; readonly print: PrintLayout }[] = [];
  private readonly known: KnownTables;

  constructor(
    private readonly session: Session,
    private readonly size: ChunkSize,
    private readonly snapshot: Snapshot,
    private readonly plan: Plan,
    private readonly writes: readonly TableWrite[],
    private readonly formats: Formats,
    standIns: readonly StandIn[],
  ) {
    this.known = knownTables(snapshot, writes, standIns);
  }

  /** The sheets and tables that are missing, then the formulas that need them all. */
  async makeTables(): Promise<void> {
    const { open, toMake, unfinished, heads } = this.plan;
    for (const write of toMake) {
      const name = write.table.name.toLowerCase();
      const table = await makeSheet(this.session, write, unfinished.get(name), this.formats);
      open.set(name, table);
      const print = printLayout(resultColumns(write.table, write.dimensions, write.links));
      this.made.push({ table, print });
    }
    const firsts = this.writes.filter(
      (write, at) => this.writes.findIndex(({ table }) => table.name === write.table.name) === at,
    );
    const tables = firsts.map((write) => {
      const table = this.tableOf(write);
      return { table, write, head: heads.get(table.name.toLowerCase()) };
    });
    await completeFormulas(this.session, tables, this.known, this.snapshot.definedNames, this.formats);
  }

  /** New rows and changes, write by write. */
  async fill(progress: (done: number) => void | Promise<void>): Promise<void> {
    let before = 0;
    for (const write of this.writes) {
      const table = this.tableOf(write);
      const { date1904 } = this.snapshot;
      await writeRows(this.session, table, write, this.formats, date1904, this.size, (rows) => progress(before + rows));
      // Rows first: a mark on an old row says that the new one, which takes its place, is there.
      if (write.changes.length > 0) {
        await writeChanges(this.session, table, write, this.formats, date1904, this.size);
      }
      before += write.rows;
    }
  }

  async setUpPrinting(): Promise<void> {
    if (this.made.length === 0) return;
    try {
      await setUpPrinting(
        this.session,
        this.made.map(({ table: { sheetId, area }, print }) => ({ sheetId, titleRow: area.top, print })),
      );
    } catch (error) {
      // A computer without a printer: the sheets are right, they only print as Excel does by itself.
      if (!isOfficeError(error)) throw error;
    }
  }

  private tableOf({ table }: TableWrite): OpenTable {
    const open = this.plan.open.get(table.name.toLowerCase());
    if (!open) throw new Error(`${table.name} has no place`);
    return open;
  }
}
