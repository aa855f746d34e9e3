import { type Command, InvalidArgumentError, Option } from 'commander';
import { namesOfList } from '../../runs/chosen-items';
import { previewRecalculation, type Recalculated, recalculate } from '../../runs/recalculate';
import type { RecalculationOptions } from '../../runs/request';
import { type Summary, summaryOf } from '../../runs/summary';
import { checkTarget, openWorkbook, saveWorkbook, type Target } from '../files';
import {
  dryRun,
  force,
  output,
  type PauseAfter,
  pauseAfter,
  type RunFlags,
  runOptions,
  runOptionsOf,
} from '../options';
import { pausableSession, print, Refused, session } from '../session';
import { doneText, listText } from '../text';
import { tellPaused } from './paused';

interface Flags extends RunFlags, Target {
  readonly items?: readonly string[];
  readonly itemGroups?: readonly string[];
  readonly dryRun?: boolean;
  readonly pauseAfter?: PauseAfter;
}

/** `recalculate BOOK --up-to DATE`: provisional adjustments between closes. */
export function addRecalculate(program: Command): void {
  const command = program
    .command('recalculate <workbook>')
    .description('adjust costs up to a date without settling or locking anything; a later close replaces it')
    .addHelpText(
      'after',
      `
Computes what a close up to the date would, and writes the adjustments with their voucher. Nothing is settled, locked or
kept; the next recalculation or close computes as if it had not been, and replaces it.

  inventory-close recalculate book.xlsx --up-to 2026-02-15
  inventory-close recalculate book.xlsx --up-to 2026-02-15 --items BOLT,NUT --item-groups Tools
  inventory-close recalculate book.xlsx --up-to 2026-02-15 --dry-run`,
    );
  runOptions().forEach((option) => command.addOption(option));
  command
    .addOption(new Option('--items <list>', 'only these items, with commas between them').argParser(namesArgument))
    .addOption(new Option('--item-groups <list>', 'only the items of these item groups').argParser(namesArgument))
    .addOption(dryRun())
    .addOption(pauseAfter())
    .addOption(output())
    .addOption(force())
    .action(run);
}

function namesArgument(text: string): readonly string[] {
  const names = namesOfList(text);
  if (names && names.length > 0) return names;
  throw new InvalidArgumentError(`"${text}" is not a list. Write A,B; a name with a comma in it as "A,1".`);
}

async function run(file: string, flags: Flags): Promise<void> {
  const { items, itemGroups } = flags;
  const options = { ...runOptionsOf(flags), ...(items ? { items } : {}), ...(itemGroups ? { itemGroups } : {}) };
  if (flags.dryRun) return showBeforehand(file, options, flags);
  checkTarget(file, flags);
  const workbook = openWorkbook(file);
  const env = pausableSession(flags.now, flags.pauseAfter);
  const done = await recalculate(workbook.port, options, env).finally(env.finish);
  if (!done.ok) throw new Refused(done.problems);
  const target = saveWorkbook(workbook, flags, env.now());
  if (done.paused) tellPaused(done, target, flags, env);
  else if (flags.json) print(JSON.stringify({ file: target, ...recalculatedJson(done) }, null, 2));
  else print(recalculatedText(done, target));
}

async function showBeforehand(file: string, options: RecalculationOptions, { json, now }: Flags): Promise<void> {
  const { port } = openWorkbook(file);
  const env = session(now);
  const found = await previewRecalculation(port, options, env).finally(env.finish);
  if (!found.ok) throw new Refused(found.problems);
  const summary = summaryOf(found);
  if (json) return print(JSON.stringify({ file: null, ...summary, warnings: found.warnings }, null, 2));
  const head = `A recalculation of ${ofWhat(summary)} up to ${summary.upTo} would do this. Nothing was written.`;
  print(doneText(head, summary, found.warnings));
}

/** A recalculation as scripts get it. */
export function recalculatedJson(done: Recalculated) {
  const { closing, voucher } = done.ids;
  return { closing, voucher, rows: done.rows, sheets: done.sheets, ...summaryOf(done), warnings: done.warnings };
}

/** A recalculation as a person reads it. */
export function recalculatedText(done: Recalculated, target: string): string {
  const summary = summaryOf(done);
  const { closing, voucher } = done.ids;
  const posted = summary.ledger.length === 0 ? 'there is nothing to post' : `voucher ${voucher}`;
  const head = `Recalculated ${ofWhat(summary)} up to ${summary.upTo} as ${closing}, ${posted}.`;
  return doneText(head, summary, done.warnings, { rows: done.rows, sheets: done.sheets, target });
}

const ofWhat = ({ items }: Summary): string => {
  if (!items) return 'all items';
  return items.length > 5 ? `${items.length} items` : listText(items);
};
