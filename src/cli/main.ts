import { Command, CommanderError } from 'commander';
import { WorkbookRefusal } from '../workbook/refusal';
import type { Problem } from '../book/problem';
import { addAdjust } from './commands/adjust';
import { addArchive } from './commands/archive';
import { addCheck } from './commands/check';
import { addCompare } from './commands/compare';
import { addClose } from './commands/close';
import { addExplain } from './commands/explain';
import { addSample, addTemplate } from './commands/new-workbooks';
import { addPreview } from './commands/preview';
import { addRecalculate } from './commands/recalculate';
import { addReports } from './commands/report';
import { addResume } from './commands/resume';
import { addReverse } from './commands/reverse';
import { addRefreshLinks } from './commands/refresh-links';
import { addRollback } from './commands/rollback';
import { addVerify } from './commands/verify';
import { refusalJson, refusalText } from './refusals';
import { EXIT, Failed, print, Refused, UNCHANGED, version } from './session';

/** Runs the command line and sets the exit code: 0 done, 1 refused, 2 usage, 3 our fault. */
export async function main(args: readonly string[] = process.argv): Promise<void> {
  // Who reads our output may have had enough of it: "inventory-close check book.xlsx | head".
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  try {
    await program().parseAsync([...args]);
    process.exitCode ??= EXIT.done;
  } catch (error) {
    process.exitCode = exitCodeOf(error, args.includes('--json'));
  }
}

function program(): Command {
  const all = new Command('inventory-close')
    .description(
      'Closes inventory in a workbook: settles issues with receipts by FIFO, LIFO or weighted average, adjusts their costs, and says of every cost where it comes from.',
    )
    .version(version())
    .exitOverride()
    .showHelpAfterError('(add --help to see what can be said)')
    .configureHelp({ subcommandTerm: (command) => `${command.name()} ${argumentsOf(command)}`.trim() })
    .addHelpText(
      'after',
      `
The workbook needs one Excel table named Transactions with the columns Transaction, Item, Quantity, Financial date and
Financial cost; receipts are positive, issues negative. All else is optional: inventory-close template shows it.

A first look:
  inventory-close sample                                             make trading-company.xlsx
  inventory-close check trading-company.xlsx --up-to 2026-01-31      is the workbook ready?
  inventory-close preview trading-company.xlsx --up-to 2026-01-31    what would a close do?
  inventory-close close trading-company.xlsx --up-to 2026-01-31      do it
  inventory-close explain trading-company.xlsx FIFO-3                why does this sale cost what it costs?
  inventory-close verify trading-company.xlsx                        is everything as it was closed?

Exit codes:
  0  done
  1  refused, or not verified: the reasons are on the standard error (with --json on the standard output too)
  2  the command line was not understood
  3  our fault: please report it
  130  interrupted with Ctrl-C: the run is paused, or nothing was written`,
    );
  const commands = [
    addCheck,
    addPreview,
    addClose,
    addRecalculate,
    addExplain,
    addCompare,
    addReports,
    addReverse,
    addResume,
    addRollback,
    addAdjust,
    addArchive,
    addRefreshLinks,
    addVerify,
    addTemplate,
    addSample,
  ];
  for (const add of commands) add(all);
  all.commands.forEach((command) => command.exitOverride());
  return all;
}

const argumentsOf = (command: Command): string =>
  command.registeredArguments
    .map((argument) => (argument.required ? `<${argument.name()}>` : `[${argument.name()}]`))
    .join(' ');

function exitCodeOf(error: unknown, json: boolean): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof Failed) return error.exit;
  if (error instanceof Refused) return refused(error.problems, json && !error.told, error.kept);
  if (error instanceof WorkbookRefusal) return refused(error.problems, json, UNCHANGED);
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `This is our fault, not yours. Nothing was written.\nPlease report it with these details:\n${details}\n`,
  );
  return EXIT.fault;
}

function refused(problems: readonly Problem[], json: boolean, kept: string): number {
  if (json) print(refusalJson(problems));
  process.stderr.write(refusalText(problems, kept));
  return EXIT.refused;
}
