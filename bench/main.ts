// npm run bench -- [engine] [flow] [explorer] [command] [excel] [pane] [years] [links] [rows]: all where none is named. Exit code 1 where a limit is missed.
import { benchCommand, MEMORY_LIMIT } from './command';
import { benchEngine } from './engine';
import { benchExcelPort } from './excel-port';
import { benchExplorer } from './explorer';
import { benchFlow } from './flow';
import { benchPane, reportBlocks } from './pane';
import { benchLinks } from './links';
import { report } from './timing';
import { benchYears } from './years';

const NAMES = ['engine', 'flow', 'explorer', 'command', 'excel', 'pane', 'years', 'links'];

async function main(args: readonly string[]): Promise<boolean> {
  const wanted = NAMES.filter((name) => args.includes(name));
  const rows = Number(args.find((argument) => !NAMES.includes(argument)));
  const names = wanted.length === 0 ? NAMES : wanted;
  let kept = true;
  if (names.includes('engine')) kept = report(benchEngine(rows || 1_000_000)) && kept;
  if (names.includes('flow')) kept = report(benchFlow(rows || 1_000_000)) && kept;
  if (names.includes('explorer')) kept = report(benchExplorer(rows || 1_000_000)) && kept;
  if (names.includes('command')) {
    const { timings, memory } = await benchCommand(rows || 100_000);
    kept = report(timings) && kept;
    const within = memory <= MEMORY_LIMIT;
    kept &&= within;
    console.log(
      `${'most memory of the whole command'.padEnd(58)} ${memory.toFixed(0).padStart(9)} MB   at most ${MEMORY_LIMIT} MB: ${within ? 'kept' : 'MISSED'}`,
    );
  }
  if (names.includes('excel')) kept = report(await benchExcelPort(rows || 100_000)) && kept;
  if (names.includes('pane')) kept = reportBlocks(await benchPane(rows || 100_000)) && kept;
  if (names.includes('years')) kept = report(await benchYears(rows || 1000)) && kept;
  if (names.includes('links')) kept = report(await benchLinks(rows || 200_000)) && kept;
  return kept;
}

void main(process.argv.slice(2)).then((kept) => (process.exitCode = kept ? 0 : 1));
