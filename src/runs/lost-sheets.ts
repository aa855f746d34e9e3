import { type Book, type Closing, lastClose } from '../book/book';
import { NO_DAY } from '../book/days';
import { unscale } from '../book/decimals';
import { INVENTORY_MODELS } from '../book/models';
import { inTurns, ROWS_A_STEP, type Steps } from '../book/steps';
import { rollForward, worthOf } from '../settle/inventory-value';
import { isFault } from '../workbook/cells';
import type { OutValue, WorkbookPort } from '../workbook/port';
import { idKey } from '../workbook/read/ids';
import { CHECKS, runsInChecks } from '../workbook/sheets/checks';
import { type SummaryFacts, summaryMark } from '../workbook/sheets/summary';
import { CLOSINGS } from '../workbook/tables/results';
import { LARGEST, leftBy, parametersOf, type RunLeft, type Summed, writeAuditSheets } from './audit-sheets';
import type { Environment } from './environment';
import { columnOf } from './find-rows';
import { load, type Loaded } from './load';
import { tableOf } from './unfinished';

/** An item, and an amount of it. */
interface ItemFigure {
  readonly item: string;
  readonly value: number;
}

/**
 * The summaries of runs that ended where the power went before their sheets were written: they are behind the last run that the
 * sheet Checks knows, and have none. Without a sheet Checks it is the newest run at most: the others may have been deleted.
 */
export async function lostSummaries(
  port: WorkbookPort,
  loaded: Loaded,
  left: RunLeft,
  turn: Environment['turn'],
): Promise<Summed[]> {
  const { closings, parameters } = loaded.read.book;
  if (!port.pages || !parameters.summarySheets || closings.length === 0) return [];
  const { sheets } = await port.facts();
  const there = new Set(sheets.map((name) => name.toLowerCase()));
  const known = await knownRuns(port, there);
  const last = known ?? closings.length - 1;
  const lost = closings
    .slice(last)
    .filter(({ type, resultFingerprint }) => (type === 'Close' || type === 'Recalculation') && resultFingerprint !== '')
    .filter(({ id }) => !there.has(summaryMark(id).sheet.toLowerCase()));
  const found: Summed[] = [];
  for (const run of lost) found.push(await inTurns(summedFrom(loaded, left, run), turn));
  return found;
}

/**
 * Writes what such runs have lost: their summaries, and the sheet Checks. Returns the names of the sheets; none where nothing was lost, a run
 * is unfinished (it writes them when it ends), or the workbook can not be read.
 */
export async function writeLostSheets(port: WorkbookPort, env: Environment): Promise<readonly string[]> {
  if (!port.pages) return [];
  const found = await load(port, env);
  if (!found.ok) return [];
  const { value } = found;
  const { closings } = value.read.book;
  if (closings.some(({ status }) => status === 'Running' || status === 'Paused')) return [];
  const { date1904, sheets } = await port.facts();
  const known = await knownRuns(port, new Set(sheets.map((name) => name.toLowerCase())));
  if (closings.length === 0 || known === closings.length) return [];
  const left = leftBy(value, date1904, value.tables, [], closings);
  const lost = await lostSummaries(port, value, left, env.turn);
  const { sheets: written } = await writeAuditSheets(port, left, lost, env.turn);
  return written;
}

/** How many runs the sheet Checks was written for; undefined where there is none that is ours. */
async function knownRuns(port: WorkbookPort, there: ReadonlySet<string>): Promise<number | undefined> {
  if (!there.has(CHECKS.sheet.toLowerCase())) return undefined;
  const area = await port.usedArea(CHECKS.sheet);
  if (!area) return undefined;
  return runsInChecks(await port.readArea({ sheet: CHECKS.sheet, area: { ...area, top: 1, left: 1 } }));
}

/** What the summary of a run says, from the rows that it wrote, in steps. */
function* summedFrom({ read, tables }: Loaded, { audit }: RunLeft, run: Closing): Steps<Summed> {
  const row = rowOf(tables, run.id);
  const by = typeof row['Run by'] === 'string' && row['Run by'] !== '' ? row['Run by'] : undefined;
  const { amountDecimals } = read.book.parameters;
  const round = (value: number): number => Number(value.toFixed(amountDecimals));
  const items = new Map(read.book.items.map(({ id, model }, at) => [idKey(id), { at, model }] as const));
  const found = new Map(
    INVENTORY_MODELS.map((model) => [model, { items: new Set<string>(), adjustments: 0, adjustment: 0, value: 0 }]),
  );
  // Items that are gone by now have no model any more.
  const ofItem = (item: string) => {
    const known = items.get(item);
    return known && found.get(known.model);
  };
  const sums = new Map<string, number>();
  for (const [at, { item, value }] of (yield* rowsOf(audit, 'Adjustments', 'Adjustment', run)).entries()) {
    if (at % ROWS_A_STEP === 0) yield;
    sums.set(item, round((sums.get(item) ?? 0) + value));
    const own = ofItem(item);
    if (!own) continue;
    own.adjustments += 1;
    own.adjustment += value;
  }
  const isClose = run.type === 'Close';
  const values = isClose ? yield* rowsOf(audit, 'InventoryValue', 'Closing value', run) : valuesNow(read.book, run);
  for (const [at, { item, value }] of values.entries()) {
    if (at % ROWS_A_STEP === 0) yield;
    const own = ofItem(item);
    if (!own) continue;
    own.items.add(item);
    own.value += value;
  }
  const models = [...found].map(([model, own]) => ({
    model,
    items: own.items.size,
    adjustments: own.adjustments,
    adjustment: round(own.adjustment),
    closingValue: round(own.value),
  }));
  const facts: SummaryFacts = {
    closing: run.id,
    largest: [...sums]
      .filter(([item, sum]) => sum !== 0 && items.has(item))
      .sort(([a, x], [b, y]) => Math.abs(y) - Math.abs(x) || items.get(a)!.at - items.get(b)!.at)
      .slice(0, LARGEST)
      .map(([item]) => read.itemCells[items.get(item)!.at]),
    models: models.filter((one) => one.items > 0),
    parameters: parametersOf(read),
    by,
    isLate: true,
  };
  return { facts, row };
}

/** The items and a figure of the rows that a run wrote to a table. */
function* rowsOf(audit: RunLeft['audit'], table: string, figure: string, run: Closing): Steps<ItemFigure[]> {
  const [items, runs, values] = ['Item', 'Closing', figure].map((column) => audit.tables.parts(table, column));
  const own = idKey(run.id);
  const found: ItemFigure[] = [];
  for (const [at, part] of runs.entries()) {
    for (let row = 0; row < part.length; row++) {
      if (row % ROWS_A_STEP === 0) yield;
      if (idKey(String(part[row])) !== own) continue;
      found.push({ item: idKey(String(items[at][row])), value: Number(values[at][row] ?? 0) });
    }
  }
  return found;
}

/** The row of a run in Closings, by column; what is no text and no number is blank. */
function rowOf(tables: Loaded['tables'], run: string): Record<string, OutValue> {
  const closings = tableOf(tables, CLOSINGS.name);
  const at = closings?.cells[columnOf(closings, 'Closing')]?.findIndex((id) => idKey(String(id)) === idKey(run)) ?? -1;
  if (!closings || at < 0) return {};
  return Object.fromEntries(
    CLOSINGS.columns.map(({ name }) => {
      const cell = closings.cells[columnOf(closings, name)]?.[at] ?? null;
      return [name, isFault(cell) || typeof cell === 'boolean' ? null : cell];
    }),
  );
}

/**
 * Closing values by item and cost key of a recalculation, which writes none of them: as the workbook is now, where it is the newest run.
 */
function valuesNow(book: Book, run: Closing): ItemFigure[] {
  if (run !== book.closings.at(-1)) return [];
  const before = lastClose(book.closings)?.day ?? NO_DAY;
  return rollForward(book, run.day, before, worthOf(book, run.day)).map(({ key, closingValue }) => ({
    item: idKey(book.items[book.keys[key].item].id),
    value: unscale(closingValue, book.parameters.amountDecimals),
  }));
}
