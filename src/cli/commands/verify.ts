import { type Command, Option } from 'commander';
import { isoDay } from '../../book/days';
import { type Difference, type Manner, verify, type Verification } from '../../runs/verify';
import { checkTextTarget, openWorkbook, saveText } from '../files';
import { dryRun, force, json } from '../options';
import { problemText } from '../refusals';
import { EXIT, Failed, print, Refused, session } from '../session';
import { counted, tableText } from '../text';

/** How many differences are shown on the terminal; scripts get them all. */
const SHOWN = 50;

/** `verify BOOK`: do the results follow from the input? */
export function addVerify(program: Command): void {
  program
    .command('verify <workbook>')
    .description('compute every closing again from what it locked, and name each cell that is not as it was written')
    .addOption(new Option('--output <file>', 'write the answer to this file too, to be filed'))
    .addOption(force())
    .addOption(dryRun('write no file'))
    .addOption(json())
    .addHelpText(
      'after',
      `
Nothing in the workbook is ever changed. Every close and reversal is computed again, oldest first, from the rows as they were locked, and each row,
total and fingerprint is compared with what the workbook says. Adjustments by hand and recalculations rest on what no
close locks: of these the sums, accounts, voucher and fingerprint are checked. Last, the closed rows of today's input
are compared with what was locked. Exit code 1 where anything differs.

  inventory-close verify book.xlsx
  inventory-close verify book.xlsx --output verified.txt
  inventory-close verify book.xlsx --json`,
    )
    .action(run);
}

interface Flags {
  readonly output?: string;
  readonly force?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

async function run(file: string, { output, force = false, dryRun, json }: Flags): Promise<void> {
  const target = dryRun ? undefined : output;
  if (target !== undefined) checkTextTarget(target, { force });
  const { port } = openWorkbook(file);
  const env = session(undefined);
  const found = await verify(port, env).finally(env.finish);
  if (!found.ok) throw new Refused(found.problems);
  const answer = json ? JSON.stringify(forScripts(found), null, 2) : forPeople(found);
  if (target !== undefined) saveText(target, `${answer}\n`);
  print(answer);
  if (!found.verified) throw new Failed(EXIT.refused);
}

const MANNERS: Readonly<Record<Manner, string>> = {
  computed: 'computed again',
  checked: 'sums and fingerprint checked',
  'taken back': 'never ended, taken back',
  unfinished: 'unfinished, not verified',
};

function forPeople({ verified, runs, differences, problems }: Verification): string {
  if (runs.length === 0 && verified) return 'There is no closing in this workbook, so there is nothing to verify.';
  const changes = counted(differences.length + problems.length, 'difference');
  const rows = runs.map(({ closing, type, day, manner, differences: own }) => [
    closing,
    type,
    isoDay(day),
    MANNERS[manner],
    own === 0 ? (manner === 'unfinished' ? '' : 'verified') : counted(own, 'difference'),
  ]);
  const parts = [
    verified ? `Verified: ${counted(runs.length, 'run')}, no difference.` : `Not verified: ${changes}.`,
    tableText(['Run', 'Type', 'Date', 'How', 'Result'], rows, []),
    cut(differences.map(differenceText)),
    problems.length === 0 ? '' : `The input is not what was closed:\n${cut(problems.map(problemText))}`,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function differenceText({ kind, closing, table, row, column, cell, expected, found }: Difference): string {
  const place = cell === '' ? table : cell;
  if (kind === 'missing') return `  ${place}: ${row} of ${closing} is missing.\n      It was: ${expected}`;
  if (kind === 'added') return `  ${place}: ${row} of ${closing} was not written by it.\n      It is: ${found}`;
  return `  ${place}: ${column} of ${row} is ${found || '(blank)'}, must be ${expected || '(blank)'}.`;
}

function cut(lines: readonly string[]): string {
  const more = lines.length > SHOWN ? [`  … and ${lines.length - SHOWN} more: --json lists them all`] : [];
  return [...lines.slice(0, SHOWN), ...more].join('\n');
}

function forScripts({ verified, runs, differences, problems }: Verification) {
  return { verified, runs: runs.map((run) => ({ ...run, day: isoDay(run.day) })), differences, problems };
}
