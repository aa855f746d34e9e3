import { InvalidArgumentError, Option } from 'commander';
import { type Day, parseIsoDay } from '../book/days';
import { SPECIFICATIONS, type Specification } from '../book/parameters';

/** Arguments of the command line to values; what is not understood is a usage error that says what would be. */
export function dayArgument(text: string): Day {
  const day = parseIsoDay(text);
  if (day === undefined) throw new InvalidArgumentError(`"${text}" is not a date. Write it as 2026-01-31.`);
  return day;
}

export function numberArgument(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < 0) {
    throw new InvalidArgumentError(`"${text}" is not a number of zero or more. Write it with a decimal point: 1.50.`);
  }
  return value;
}

export function countArgument(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError(`"${text}" is not a whole number from 1 up.`);
  return Number(text);
}

export function momentArgument(text: string): number {
  const moment = Date.parse(text);
  if (Number.isNaN(moment))
    throw new InvalidArgumentError(`"${text}" is not a moment. Write it as 2026-02-03T09:00:00Z.`);
  return moment;
}

/** What all runs can be given. */
export interface RunFlags {
  readonly upTo: Day;
  readonly specification?: Specification;
  readonly maxThroughputs?: number;
  readonly minThroughputAdjustment?: number;
  readonly note?: string;
  readonly json?: boolean;
  readonly now?: number;
}

export const upTo = () =>
  new Option('--up-to <date>', 'everything dated on or before this date takes part, e.g. 2026-01-31').argParser(
    dayArgument,
  );

export const json = () => new Option('--json', 'print a summary for scripts on the standard output');

export const now = () =>
  new Option(
    '--now <moment>',
    'the moment to write as start and end: the same input then gives the same bytes',
  ).argParser(momentArgument);

export const output = () => new Option('--output <file>', 'write to this file and leave the workbook as it is');

export const runOptions = () => [
  upTo().makeOptionMandatory(),
  new Option('--specification <detail>', 'how the voucher is summed (default: as the table Parameters says)').choices(
    SPECIFICATIONS,
  ),
  new Option('--max-throughputs <count>', 'bound on passes for costs that go in a circle').argParser(countArgument),
  new Option('--min-throughput-adjustment <amount>', 'smaller amounts are expensed instead of passed on').argParser(
    numberArgument,
  ),
  new Option('--note <text>', 'your own note, kept with the run'),
  json(),
  now(),
];
