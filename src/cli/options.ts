import { InvalidArgumentError, Option } from 'commander';
import { type Day, parseIsoDay } from '../book/days';
import { SPECIFICATIONS, type Specification } from '../book/parameters';
import type { RunOptions } from '../runs/request';

/** Arguments of the command line to values; what is not understood is a usage error that says what would be. */
export function dayArgument(text: string): Day {
  const day = parseIsoDay(text);
  if (day === undefined) throw new InvalidArgumentError(`"${text}" is not a date. Write it as 2026-01-31.`);
  return day;
}

export function numberArgument(text: string): number {
  if (!/^\d{1,12}(\.\d{1,12})?$/.test(text)) {
    throw new InvalidArgumentError(`"${text}" is not a number of zero or more. Write it with a decimal point: 1.50.`);
  }
  return exactNumber(text);
}

/** A change: with a sign where it is negative. */
export function changeArgument(text: string): number {
  if (!/^[+-]?\d{1,12}(\.\d{1,12})?$/.test(text)) {
    throw new InvalidArgumentError(`"${text}" is not a number. Write it with a decimal point: -1.50.`);
  }
  return exactNumber(text);
}

/** Numbers are exact up to 15 digits, as in cells: a longer one would quietly become another. */
function exactNumber(text: string): number {
  const digits = text.replace(/^[+-]?[0.]*|\./g, '').length;
  if (digits > 15) {
    throw new InvalidArgumentError(`"${text}" has ${digits} digits, and only 15 are exact. Write it with fewer.`);
  }
  return Number(text);
}

/** "Site=1" to a value of a dimension, added to those before. */
export function whereArgument(
  text: string,
  before: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const [, name, value] = /^([^=]+)=(.*)$/.exec(text) ?? [];
  if (name === undefined)
    throw new InvalidArgumentError(`"${text}" is not a dimension with its value. Write it as Site=1.`);
  const isSame = (other: string) => other.toLowerCase() === name.trim().toLowerCase();
  if (Object.keys(before).some(isSame)) {
    throw new InvalidArgumentError(`"${name.trim()}" is given twice: a row has one value of each dimension.`);
  }
  return { ...before, [name.trim()]: value.trim() };
}

/** An option that can be given several times. */
export function listArgument(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}

/** The name of a person, as a cell can hold it; nothing but space is no name. */
function nameArgument(text: string): string | undefined {
  const name = text.trim();
  if (name.length <= LONGEST_NAME) return name === '' ? undefined : name;
  throw new InvalidArgumentError(`The name is longer than ${LONGEST_NAME} characters.`);
}

const LONGEST_NAME = 250;

export function countArgument(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError(`"${text}" is not a whole number from 1 up.`);
  return Number(text);
}

/** A moment must say its time zone: it is to be the same wherever the command runs. */
function momentArgument(text: string): number {
  const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(moment))
    throw new InvalidArgumentError(`"${text}" is not a moment with its time zone. Write it as 2026-02-03T09:00:00Z.`);
  return moment;
}

/** What all runs can be given. */
export interface RunFlags {
  readonly upTo: Day;
  readonly specification?: Specification;
  readonly maxThroughputs?: number;
  readonly minThroughputAdjustment?: number;
  readonly note?: string;
  readonly by?: string;
  readonly json?: boolean;
  readonly now?: number;
}

/** The flags as a run takes them; what is not said is left to the workbook. */
export function runOptionsOf(flags: RunFlags): RunOptions {
  return {
    upTo: flags.upTo,
    ...(flags.specification ? { specification: flags.specification } : {}),
    ...(flags.maxThroughputs === undefined ? {} : { maximumThroughputs: flags.maxThroughputs }),
    ...(flags.minThroughputAdjustment === undefined
      ? {}
      : { minimumThroughputAdjustment: flags.minThroughputAdjustment }),
    ...(flags.note ? { note: flags.note } : {}),
  };
}

export const upTo = () =>
  new Option('--up-to <date>', 'everything dated on or before it takes part, e.g. 2026-01-31').argParser(dayArgument);

export const json = () => new Option('--json', 'print the result for scripts on the standard output');

export const now = () =>
  new Option(
    '--now <moment>',
    'the moment to note as that of the work: the same input then gives the same bytes',
  ).argParser(momentArgument);

/** Nobody is named who was not given: not even the name under which the computer is used. */
export const by = () =>
  new Option('--by <name>', 'who runs it, kept with the run and on its summary sheet')
    .env('INVENTORY_CLOSE_BY')
    .argParser(nameArgument);

export const output = () => new Option('--output <file>', 'write to this file and leave the workbook as it is');

export const force = () => new Option('--force', 'replace the file of --output where it is there already');

export const dryRun = (what = 'show what it would do, and write nothing') => new Option('--dry-run', what);

/** What every command can be given that writes a workbook and is no run of its own choosing. */
export const writing = () => [output(), force(), json(), now()];

/** The values of these. */
export interface WritingFlags {
  readonly output?: string;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly now?: number;
}

/** Where a run is to pause: after so many steps, or at such a part of the work. */
export type PauseAfter = { readonly steps: number } | { readonly share: number };

function pauseArgument(text: string): PauseAfter {
  const percent = /^(\d{1,3}(?:\.\d+)?)\s*%$/.exec(text);
  if (percent && Number(percent[1]) <= 100) return { share: Number(percent[1]) / 100 };
  if (/^[1-9]\d{0,8}$/.test(text)) return { steps: Number(text) };
  throw new InvalidArgumentError(`"${text}" is neither a number of steps from 1 up nor a percentage: 3, or 40%.`);
}

export const pauseAfter = () =>
  new Option('--pause-after <steps>', 'pause after so many steps, or at a percentage of the work: 3, or 40%').argParser(
    pauseArgument,
  );

/** The options of a close, and of its preview, so that one line can be tried before it is done. */
export const runOptions = () => [
  upTo().makeOptionMandatory(),
  new Option('--specification <detail>', 'how the voucher is summed; else as the table Parameters says').choices(
    SPECIFICATIONS,
  ),
  new Option('--max-throughputs <count>', 'bound on passes for costs that go in a circle').argParser(countArgument),
  new Option('--min-throughput-adjustment <amount>', 'smaller amounts are expensed instead of passed on').argParser(
    numberArgument,
  ),
  new Option('--note <text>', 'your own note, kept with the run'),
  by(),
  json(),
  now(),
];
