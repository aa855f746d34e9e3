import { strFromU8, unzipSync } from 'fflate';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { benchWorkbook } from '../samples';
import { closeFile } from './close-once';
import { median, type Timing } from './timing';

const MODIFIED = new Date('2026-01-31T12:00:00Z');
const ROUNDS = 5;
/** What the whole command may take of the time of unpacking and parsing its workbook. */
const LIMIT = 8;
/** The most memory that it may hold, in MB, at 100,000 rows. */
export const MEMORY_LIMIT = 1024;

export interface CommandBench {
  readonly timings: readonly Timing[];
  /** MB. */
  readonly memory: number;
}

/**
 * The whole command on a workbook, file in to file out, against only unpacking its sheets and running the XML parser
 * over them. The two alternate in one process, so that a noisy machine disturbs both alike. Memory is that of a process
 * of its own.
 */
export async function benchCommand(rows: number): Promise<CommandBench> {
  const folder = mkdtempSync(join(tmpdir(), 'inventory-close-bench-'));
  const target = join(folder, 'closed.xlsx');
  try {
    const file = join(folder, 'bench.xlsx');
    writeFileSync(file, benchWorkbook(rows, MODIFIED));
    const parsing: number[] = [];
    const command: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      parsing.push(await time(() => parseSheets(file)));
      command.push(await time(() => closeFile(file, target)));
    }
    const [floor, whole] = [median(parsing), median(command)];
    return {
      timings: [
        { name: `unpack and parse the sheets, ${rows} rows`, ms: floor, ratio: 1, of: 'parsing', limit: undefined },
        { name: 'the whole command: read, close, write', ms: whole, ratio: whole / floor, of: 'parsing', limit: LIMIT },
      ],
      memory: memoryOf(file, target),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function parseSheets(file: string): void {
  const sheets = unzipSync(readFileSync(file), { filter: ({ name }) => name.startsWith('xl/worksheets/sheet') });
  for (const bytes of Object.values(sheets)) {
    new SaxesParser({ xmlns: false, position: false }).write(strFromU8(bytes)).close();
  }
}

/** The most memory of one command, in MB. */
function memoryOf(file: string, target: string): number {
  const child = spawnSync(process.execPath, [join(__dirname, 'close-once.js'), file, target], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(child.stderr);
  return Number(child.stdout) / 1024;
}

async function time(work: () => void | Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
