import { parseIsoDay } from '../src/book/days';
import { close } from '../src/runs/close';
import { openXlsx, readWorkbookFile, saveWorkbookFile } from '../src/workbook/file';

const MODIFIED = new Date('2026-01-31T12:00:00Z');
const DAY = parseIsoDay('2026-01-31') ?? 0;

/** What the command does, file in to file out. */
export async function closeFile(file: string, target: string): Promise<void> {
  const { bytes } = readWorkbookFile(file);
  const port = openXlsx(bytes, file);
  const closed = await close(port, { upTo: DAY }, { now: () => MODIFIED.getTime(), version: 'bench' });
  if (!closed.ok) throw new Error(closed.problems.map(({ message }) => message).join('\n'));
  saveWorkbookFile(target, port.toBytes(MODIFIED));
}

// As a program of its own it prints the most memory that it held, in kilobytes: node close-once.js FILE TARGET
if (require.main === module) {
  const [file, target] = process.argv.slice(2);
  void closeFile(file, target).then(() => console.log(process.resourceUsage().maxRSS));
}
