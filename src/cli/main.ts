import { Command, CommanderError } from 'commander';
import { WorkbookRefusal } from '../workbook/refusal';
import type { Problem } from '../book/problem';
import { addCheck } from './commands/check';
import { addClose, addPreview } from './commands/close';
import { addExplain } from './commands/explain';
import { addSample, addTemplate } from './commands/new-workbooks';
import { EXIT, problemText, Refused, version } from './session';

/** Runs the command line and sets the exit code: 0 done, 1 refused, 2 usage, 3 our fault. */
export async function main(args: readonly string[] = process.argv): Promise<void> {
  try {
    await program().parseAsync([...args]);
    process.exitCode = EXIT.done;
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
}

function program(): Command {
  const all = new Command('inventory-close')
    .description(
      'Closes inventory in a workbook: settles issues with receipts by FIFO, LIFO or weighted average, adjusts their\ncosts, and says of every cost where it comes from.',
    )
    .version(version())
    .exitOverride()
    .showHelpAfterError('(add --help to see what can be said)')
    .addHelpText(
      'after',
      `
A first look:
  inventory-close sample                                          makes trading-company.xlsx
  inventory-close check trading-company.xlsx --up-to 2026-01-31   is the workbook ready?
  inventory-close preview trading-company.xlsx --up-to 2026-01-31 what would a close do?
  inventory-close close trading-company.xlsx --up-to 2026-01-31   do it
  inventory-close explain trading-company.xlsx SO101              why does this sale cost what it costs?

Exit codes: 0 done, 1 refused (the reasons are on the standard error, the workbook is untouched), 2 usage, 3 our fault.`,
    );
  for (const add of [addCheck, addPreview, addClose, addExplain, addTemplate, addSample]) add(all);
  all.commands.forEach((command) => command.exitOverride());
  return all;
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof Refused || error instanceof WorkbookRefusal) return refused(error.problems);
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `This is our fault, not yours. Nothing was written.\nPlease report it with these details:\n${details}\n`,
  );
  return EXIT.fault;
}

function refused(problems: readonly Problem[]): number {
  const errors = problems.filter(({ severity }) => severity === 'Error');
  const count = errors.length === 1 ? 'a problem' : `${errors.length} problems`;
  process.stderr.write(
    `Refused because of ${count}. The workbook was not changed.\n${errors.map(problemText).join('\n')}\n`,
  );
  return EXIT.refused;
}
