import { lastClose } from '../book/book';
import { type Day, isoDay } from '../book/days';
import { RangeOfFigures } from '../book/decimals';
import type { Closing } from '../book/book';
import type { Problem, Refusal } from '../book/problem';
import type { ModelComparison } from '../book/reports';
import { compareModels } from '../settle/reports/compare-models';
import type { WorkbookPort } from '../workbook/port';
import type { ReadBook } from '../workbook/read/read-book';
import { bookAsOf } from './book-as-of';
import type { Environment } from './environment';
import { type Loaded, load } from './load';
import { about } from './obstacles';
import { settleHere } from './preview';
import { requestOf } from './request';

/** A period, both days included, and the items that are compared; none for all. */
export interface CompareOptions {
  readonly from: Day;
  readonly upTo: Day;
  readonly items: readonly string[];
}

export interface Compared {
  readonly ok: true;
  readonly loaded: Loaded;
  /** The close that the opening is taken from; undefined where none is dated before the period. */
  readonly openedBy: Closing | undefined;
  readonly comparison: ModelComparison;
}

/** Cost of sales and closing value of a period under each inventory model, each as a close would give them. Writes nothing. */
export async function compare(
  port: WorkbookPort,
  options: CompareOptions,
  env: Environment,
): Promise<Compared | Refusal> {
  const found = await load(port, env);
  if (!found.ok) return found;
  const { read } = found.value;
  const { items, problems } = itemsOf(read, options.items);
  if (options.from > options.upTo) problems.push(wrongPeriod(options));
  if (problems.length > 0) return { ok: false, problems };
  const book = bookAsOf(read, options.from);
  const { specification, maximumThroughputs, minimumThroughputAdjustment } = requestOf(
    'Close',
    { upTo: options.upTo },
    book.parameters,
  );
  try {
    const comparison = await compareModels(
      book,
      { specification, maximumThroughputs, minimumThroughputAdjustment },
      { from: options.from, upTo: options.upTo, items },
      (one, request) => (env.settle ?? settleHere)(one, request, env.progress),
    );
    return { ok: true, loaded: found.value, openedBy: lastClose(book.closings), comparison };
  } catch (error) {
    if (!(error instanceof RangeOfFigures)) throw error;
    return { ok: false, problems: [about('OUT_OF_RANGE', { what: error.what })] };
  }
}

function itemsOf({ book }: ReadBook, named: readonly string[]): { items: number[] | undefined; problems: Problem[] } {
  const known = new Map(book.items.map(({ id }, item) => [id.toLowerCase(), item]));
  const wanted = named.map((name) => name.trim()).filter((name) => name !== '');
  const problems = wanted
    .filter((name) => !known.has(name.toLowerCase()))
    .map((name): Problem => ({
      code: 'UNKNOWN_ID',
      severity: 'Error',
      cell: '',
      content: name,
      message: `There is no item "${name}" in this workbook.`,
      remedy: 'Check the item number. Upper and lower case do not count.',
    }));
  const items = wanted.flatMap((name) => known.get(name.toLowerCase()) ?? []);
  return { items: wanted.length === 0 ? undefined : items, problems };
}

function wrongPeriod({ from, upTo }: CompareOptions): Problem {
  return {
    code: 'NOT_LATER',
    severity: 'Error',
    cell: '',
    content: isoDay(from),
    message: `The period begins on ${isoDay(from)}, after its end on ${isoDay(upTo)}.`,
    remedy: 'Give the first day of the period, and its last.',
  };
}
