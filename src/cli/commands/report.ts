import { type Command, Option } from 'commander';
import { plain, short } from '../../book/decimals';
import { keyName } from '../../book/names';
import type { InflatedIssue } from '../../book/reports';
import { reportRunningAverages } from '../../runs/running-average';
import { DEFAULT_RUNNING_AVERAGE_OPTIONS } from '../../settle/reports/running-average';
import type { Loaded } from '../../runs/load';
import { openWorkbook } from '../files';
import { json, numberArgument } from '../options';
import { print, Refused, session } from '../session';
import { amountText, counted, tableText } from '../text';
import { addMovingAverage } from './report-moving-average';

/** How many rows of a report are shown on the terminal. */
const SHOWN = 20;

/** `report NAME BOOK`: what there is to look at in a workbook. */
export function addReports(program: Command): void {
  const reports = program.command('report').description('look into a workbook: nothing is adjusted');
  addRunningAverage(reports);
  addMovingAverage(reports);
  reports.commands.forEach((command) => command.exitOverride());
}

function addRunningAverage(reports: Command): void {
  reports
    .command('running-average <workbook>')
    .description('list issues that were posted at a running average which negative stock had spoilt')
    .addOption(
      new Option('--max-deviation <percent>', 'list averages that are more than this off what the stock cost')
        .argParser(numberArgument)
        .default(DEFAULT_RUNNING_AVERAGE_OPTIONS.maximumDeviation),
    )
    .addOption(json())
    .addHelpText(
      'after',
      `
An issue of more than there is takes more value out than there was. When the next receipt comes, what is left carries
the difference, and a small rest may carry a large one: the issues after it are posted at an average that no receipt had.
A close puts them right; until then, and for prices that were made from them, they are wrong.

  inventory-close report running-average book.xlsx
  inventory-close sample spoilt-average
  inventory-close report running-average spoilt-average.xlsx
  inventory-close report running-average book.xlsx --max-deviation 25 --json`,
    )
    .action(async (file: string, { maxDeviation, json }: { maxDeviation: number; json?: boolean }) => {
      const { port } = openWorkbook(file);
      const env = session(undefined);
      const found = await reportRunningAverages(port, { maximumDeviation: maxDeviation }, env).finally(env.finish);
      if (!found.ok) throw new Refused(found.problems);
      const rows = found.issues.map((issue) => inflatedRow(found.loaded, issue));
      if (json) return print(JSON.stringify({ maximumDeviation: maxDeviation, issues: rows }, null, 2));
      print(inflatedText(rows, maxDeviation));
    });
}

/** An inflated issue for people and scripts: exact decimal texts; unit costs are rounded. */
function inflatedRow({ read: { book } }: Loaded, issue: InflatedIssue) {
  const { transactions, parameters } = book;
  const { amountDecimals, quantityDecimals } = parameters;
  const unit = (value: number) =>
    (value / issue.onHand / 10 ** (amountDecimals - quantityDecimals)).toFixed(amountDecimals + 2);
  return {
    transaction: transactions.id[issue.transaction],
    costKey: keyName(book, transactions.key[issue.transaction]),
    updated: issue.updated,
    onHand: short(issue.onHand, quantityDecimals),
    runningAverage: unit(issue.value),
    unitCost: unit(issue.worth),
    posted: plain(issue.posted, amountDecimals),
    excess: plain(issue.excess, amountDecimals),
    startedBy: transactions.id[issue.startedBy],
    coveredBy: issue.coveredBy < 0 ? '' : transactions.id[issue.coveredBy],
  };
}

function inflatedText(rows: readonly ReturnType<typeof inflatedRow>[], most: number): string {
  if (rows.length === 0)
    return `No issue was posted at a running average that negative stock had spoilt by more than ${most} percent.`;
  const right = ['On hand', 'Average', 'Stock cost', 'Posted', 'Too much'];
  const table = tableText(
    ['Issue', 'Item', ...right, 'Started by', 'Covered by'],
    rows
      .slice(0, SHOWN)
      .map((row) => [
        row.transaction,
        row.costKey,
        row.onHand,
        amountText(row.runningAverage),
        amountText(row.unitCost),
        amountText(row.posted),
        amountText(row.excess),
        row.startedBy,
        row.coveredBy,
      ]),
    right,
  );
  const more = rows.length > SHOWN ? `\n  … and ${rows.length - SHOWN} more (--json has all)` : '';
  return `${counted(rows.length, 'issue was', 'issues were')} posted at a running average that negative stock had spoilt.\n\n${table}${more}`;
}
