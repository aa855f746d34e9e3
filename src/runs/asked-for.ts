import { DAYS_1904, type Day, NO_DAY, serialOf } from '../book/days';
import { SPECIFICATIONS } from '../book/parameters';
import type { Checked, Refusal } from '../book/problem';
import type { TableCells } from '../workbook/port';
import { View } from '../workbook/write/counter-rows';
import { namesOfList } from './chosen-items';
import { about } from './obstacles';
import type { RunOptions, RunPlan } from './request';
import type { UnfinishedRun } from './unfinished';

/** What the row of a run in Closings says of what was asked for. */
export interface AskedFor {
  readonly plan: Checked<RunPlan>;
  readonly day: Day;
  readonly started: number;
  readonly note: string;
  readonly by: string;
  readonly input: string;
}

/** Reads the row of an unfinished run. */
export function askedFor(closings: TableCells, run: UnfinishedRun, date1904: boolean): AskedFor {
  const view = new View(closings, date1904);
  const text = (name: string): string => view.text(run.row, name).trim();
  const number = (name: string): number | undefined => {
    const value = view.at(run.row, name);
    return typeof value === 'number' ? value : undefined;
  };
  const shift = date1904 ? DAYS_1904 : 0;
  const started = number('Started');
  const note = text('Note');
  return {
    plan: planOf(run, text, number, shift),
    day: (number('Date') ?? NO_DAY - shift) + shift,
    started: started === undefined ? serialOf(0) : started + shift,
    note,
    by: text('Run by'),
    input: text('Input fingerprint'),
  };
}

function planOf(
  run: UnfinishedRun,
  text: (name: string) => string,
  number: (name: string) => number | undefined,
  shift: number,
): Checked<RunPlan> {
  const specification = SPECIFICATIONS.find((one) => one === text('Specification'));
  const [day, most, least] = ['Date', 'Maximum throughputs', 'Minimum throughput adjustment'].map(number);
  const [items, itemGroups] = ['Items', 'Item groups'].map((name) => namesOfList(text(name)));
  const { type } = run;
  if (type !== 'Close' && type !== 'Recalculation') {
    return notResumable(run, 'what is entered by hand stands in the workbook only once the run has ended');
  }
  if (!specification || day === undefined || most === undefined || least === undefined || !items || !itemGroups) {
    return notResumable(run, 'its row in the table Closings no longer says what was asked for');
  }
  const options: RunOptions = {
    upTo: day + shift,
    specification,
    maximumThroughputs: most,
    minimumThroughputAdjustment: least,
    note: text('Note'),
  };
  const chosen = {
    ...(items.length > 0 ? { items } : {}),
    ...(itemGroups.length > 0 ? { itemGroups } : {}),
  };
  const plan: RunPlan = type === 'Close' ? { type, options } : { type, options: { ...options, ...chosen } };
  return { ok: true, value: plan, warnings: [] };
}

/** A refusal that says why a run is not taken up again. */
export const notResumable = ({ closing }: UnfinishedRun, cause: string): Refusal => ({
  ok: false,
  problems: [about('NOT_RESUMABLE', { closing, cause })],
});
