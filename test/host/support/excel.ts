import { DEFAULT_SETS, Host, type HostOptions } from '../../../host/host';
import { type Library, loadLibrary } from '../../../host/node/load-library';
import { connectSession } from '../../../host/transport/session';

export interface Started {
  readonly host: Host;
  readonly Excel: Library['Excel'];
  readonly run: Library['Excel']['run'];
  readonly stop: () => void;
}

const running = new Set<() => void>();

/** A fresh workbook behind the shipped library. */
export function startExcel(options: HostOptions = {}): Started {
  const library = loadLibrary(options.sets ?? DEFAULT_SETS);
  const host = new Host(options);
  const stop = connectSession(library.OfficeExtension, host);
  running.add(stop);
  return { host, Excel: library.Excel, run: library.Excel.run, stop };
}

afterEach(() => {
  for (const stop of running) stop();
  running.clear();
});

interface Failed {
  readonly code: string;
  readonly message: string;
  readonly debugInfo?: { readonly errorLocation?: string; readonly statement?: string };
}

/** The error that the work ends with; fails where there is none. */
export async function errorOf(work: Promise<unknown>): Promise<Failed> {
  try {
    await work;
  } catch (error) {
    return error as Failed;
  }
  throw new Error('There was no error.');
}

/** What the cells hold, read by a run of their own. */
export async function valuesOf(excel: Started, sheet: string, address: string): Promise<unknown[][]> {
  return excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address).load('values');
    await context.sync();
    return range.values as unknown[][];
  });
}

/** Enters values or formulas, in a run of its own. */
export async function enter(excel: Started, sheet: string, address: string, values: unknown[][]): Promise<void> {
  await excel.run(async (context) => {
    const target = context.workbook.worksheets.getItemOrNullObject(sheet);
    await context.sync();
    const home = target.isNullObject ? context.workbook.worksheets.add(sheet) : target;
    home.getRange(address).values = values;
    await context.sync();
  });
}

/** Events are delivered after the answer, as in Excel. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
