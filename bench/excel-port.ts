import { Host } from '../host/host';
import { type Library, loadLibrary } from '../host/node/load-library';
import { connectSession } from '../host/transport/session';
import { readXlsx } from '../host/xlsx/read';
import { benchWorkbook } from '../samples';
import { parseIsoDay } from '../src/book/days';
import { close } from '../src/runs/close';
import { EXCEL_API, excelPort } from '../src/workbook/excel';
import type { Formats, TableWrite, WorkbookPort } from '../src/workbook/port';
import { median, type Timing } from './timing';

const RUN_DAY = '2026-01-31';
const INPUT = 'Transactions';

interface Open {
  readonly host: Host;
  readonly library: Library;
  readonly stop: () => void;
}

/** The workbook, open in a stand-in that nothing has been done to. */
function open(bytes: Uint8Array): Open {
  const sets = { ExcelApi: EXCEL_API };
  const library = loadLibrary(sets);
  const host = new Host({ sets, platform: 'OfficeOnline', workbook: readXlsx(bytes, 'bench.xlsx') });
  return { host, library, stop: connectSession(library.OfficeExtension, host) };
}

/** What the port was asked to write. */
interface Written {
  readonly writes: readonly TableWrite[];
  readonly formats: Formats;
}

function recording(port: WorkbookPort, calls: Written[]): WorkbookPort {
  return {
    isShared: true,
    facts: () => port.facts(),
    read: (...args) => port.read(...args),
    usedArea: (sheet) => port.usedArea(sheet),
    readArea: (...args) => port.readArea(...args),
    write: (writes, formats, progress) => {
      calls.push({ writes, formats });
      return port.write(writes, formats, progress);
    },
    // The sheets for auditors are a part of what is awaited; the floor writes none.
    ...(port.pages ? { pages: port.pages } : {}),
  };
}

const cellsOf = ({ rows, columns }: TableWrite): number => rows * Object.keys(columns).length;

/** Milliseconds of some work, and of them those that the stand-in spent on answers. */
async function measure(host: Host, work: () => Promise<unknown>): Promise<{ ms: number; inHost: number }> {
  const before = host.stats.milliseconds;
  const start = performance.now();
  await work();
  return { ms: performance.now() - start, inHost: host.stats.milliseconds - before };
}

/** Writes so many cells as plainly as office.js can: values in chunks, on a sheet of their own. */
async function writePlainly({ library }: Open, rows: number, columns: number): Promise<void> {
  const chunk = Math.floor(100_000 / columns);
  for (let top = 0; top < rows; top += chunk) {
    await library.Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      const sheet = top === 0 ? sheets.add('Plain') : sheets.getItem('Plain');
      const count = Math.min(chunk, rows - top);
      sheet.getRangeByIndexes(top, 0, count, columns).values = Array.from({ length: count }, (_, row) =>
        Array.from({ length: columns }, (_cell, column) => (column % 2 === 0 ? top + row : `T${top + row}`)),
      );
      await context.sync();
    });
  }
}

/** A close of so many transactions in the stand-in, from the first request to the last, against reading and writing alone. */
export async function benchExcelPort(rows: number, rounds = 3): Promise<Timing[]> {
  const bytes = benchWorkbook(rows, new Date(0));
  const env = { now: () => 0, version: 'bench', token: () => 'bench' };
  const upTo = parseIsoDay(RUN_DAY) ?? 0;
  const closes: number[] = [];
  const waits: number[] = [];
  const floors: number[] = [];
  const plains: number[] = [];
  let cells = 0;
  for (let round = 0; round < rounds; round++) {
    const calls: Written[] = [];
    const run = open(bytes);
    const closing = await measure(run.host, async () => {
      const closed = await close(recording(excelPort(), calls), { upTo }, env);
      if (!closed.ok) throw new Error(closed.problems[0].message);
    });
    run.stop();
    closes.push(closing.ms);
    waits.push(closing.ms - closing.inHost);
    cells = calls.flatMap(({ writes }) => writes).reduce((sum, write) => sum + cellsOf(write), 0);

    const again = open(bytes);
    const floor = await measure(again.host, async () => {
      const port = excelPort();
      await port.read([INPUT]);
      for (const { writes, formats } of calls) await port.write(writes, formats);
    });
    again.stop();
    floors.push(floor.ms);

    const bare = open(bytes);
    const plain = await measure(bare.host, async () => {
      await excelPort().read([INPUT]);
      await writePlainly(bare, Math.ceil(cells / 10), 10);
    });
    bare.stop();
    plains.push(plain.ms);
  }
  const floor = median(floors);
  const of = 'reading and writing';
  return [
    { name: `reading ${rows} transactions, writing ${cells} cells`, ms: floor, ratio: 1, of, limit: undefined },
    { name: 'close, from Run to done', ms: median(closes), ratio: median(closes) / floor, of, limit: 3 },
    {
      name: '  without the answers of the stand-in',
      ms: median(waits),
      ratio: median(waits) / floor,
      of,
      limit: undefined,
    },
    {
      name: '  the same cells as bare values',
      ms: median(plains),
      ratio: median(plains) / floor,
      of,
      limit: undefined,
    },
  ];
}
