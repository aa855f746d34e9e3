import type { Day } from '../book/days';
import type { Book } from '../book/book';
import { money, short } from '../book/decimals';
import { INVENTORY_MODELS } from '../book/models';
import type { Problem, Refusal } from '../book/problem';
import type { MovingAverageRow } from '../book/reports';
import { movingAverage } from '../settle/reports/moving-average';
import type { Revaluation } from '../settle/reports/moving-average-entries';
import type { WorkbookPort } from '../workbook/port';
import type { ReadBook } from '../workbook/read/read-book';
import { movingAverageRows } from '../workbook/write/moving-average-rows';
import { amountOf } from './adjust/figures';
import type { Environment } from './environment';
import { type Loaded, load } from './load';
import { formatsOf } from './write-formats';

export interface MovingAverageReportOptions {
  /** Postings dated in these days; without them all. The average is always that of all postings before. */
  readonly from?: Day;
  readonly upTo?: Day;
  /** The smallest difference that is listed, in amount units; by default every one. */
  readonly minimum?: number;
  /** Rows were posted in the order of their dates, not in that of Sequence and rows. */
  readonly inDateOrder?: boolean;
}

/** The report on moving average items, in the order of its rows. */
export interface MovingAverageReport {
  readonly ok: true;
  readonly loaded: Loaded;
  readonly rows: readonly MovingAverageRow[];
  /** How many items of the workbook have moving average. */
  readonly items: number;
  readonly warnings: readonly Problem[];
}

/** Where moving average items were posted at other costs than their average gave. Writes nothing. */
export async function reportMovingAverage(
  port: WorkbookPort,
  options: MovingAverageReportOptions,
  env: Environment,
): Promise<MovingAverageReport | Refusal> {
  const loaded = await load(port, env);
  if (!loaded.ok) return loaded;
  const { read } = loaded.value;
  const minimum = amountOf(options.minimum ?? 0, 'The minimum', read.book.parameters);
  if (typeof minimum !== 'number') return { ok: false, problems: [minimum] };
  const { from = -Infinity, upTo = Infinity, inDateOrder = false } = options;
  const rows = movingAverage(read.book, revaluationsOf(read), { minimum, inDateOrder });
  return {
    ok: true,
    loaded: loaded.value,
    rows: rows.filter(({ day }) => from <= day && day <= upTo),
    items: read.book.items.filter(({ model }) => model === MOVING).length,
    warnings: loaded.warnings,
  };
}

/** Writes the report as the table MovingAverage, in place of what it held. */
export async function writeMovingAverage(
  port: WorkbookPort,
  { loaded, rows }: MovingAverageReport,
  env: Environment,
): Promise<void> {
  const { read } = loaded;
  const write = movingAverageRows(read, rows, (row) => causeOf(read.book, row));
  await port.write([write], formatsOf(read), env.progress);
}

/** Why a posting is listed, in words. */
export function causeOf({ parameters }: Book, row: MovingAverageRow): string {
  const amount = (units: number) => money(Math.abs(units), parameters.amountDecimals);
  const quantity = short(Math.abs(row.quantity), parameters.quantityDecimals);
  const late = row.backdated ? ' It is dated before a row that was posted earlier.' : '';
  switch (row.kind) {
    case 'Issue':
      return `${quantity} issued at ${amount(row.posted)}; at the average it is ${amount(row.atAverage)}.${late}`;
    case 'Invoice': {
      const [more, sign] = row.posted > 0 ? ['more', ''] : ['less', '-'];
      return `The invoice is ${amount(row.posted)} ${more} than the slip: ${sign}${amount(row.onHandPart)} belongs to what was still on hand, ${sign}${amount(row.expensedPart)} to what was gone.`;
    }
    case 'Backdated receipt':
      return `${quantity} received at ${amount(row.posted)}; at the average it is ${amount(row.atAverage)}, and the rest is to be expensed.${late}`;
    case 'Negative stock':
      return `${quantity} received at ${amount(row.posted)} into negative stock: what filled it is worth the average, and the rest is to be expensed.`;
  }
}

const MOVING: (typeof INVENTORY_MODELS)[number] = 'Moving average';

/** Adjustments in force of rows of moving average items, dated as their runs. */
function revaluationsOf({ book, earlier }: ReadBook): Revaluation[] {
  const { count, closing, transaction, amount } = earlier.adjustments;
  return Array.from({ length: count }, (_, i) => ({
    transaction: transaction[i],
    day: book.closings[closing[i]].day,
    amount: amount[i],
  })).filter(({ amount: units }) => units !== 0);
}
