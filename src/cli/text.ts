import type { Problem } from '../book/problem';
import type { Summary } from '../runs/summary';

/** Amount text with a comma at every third digit, negative in brackets. */
export function amountText(plain: string): string {
  const [whole, decimals] = plain.replace('-', '').split('.');
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (decimals === undefined ? '' : `.${decimals}`);
  return plain.startsWith('-') ? `(${digits})` : `${digits} `;
}

/** "1 item", "2 items". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** "a, b and c". */
export function listText(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}

/** Lines of a table with aligned columns; the columns named in `right` are aligned to the right. */
export function tableText(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly string[],
): string {
  const widths = headers.map((header, at) => Math.max(header.length, ...rows.map((row) => row[at].length)));
  const line = (cells: readonly string[]) =>
    `  ${cells.map((cell, at) => (right.includes(headers[at]) ? cell.padStart(widths[at]) : cell.padEnd(widths[at]))).join('  ')}`.trimEnd();
  return [line(headers), `  ${widths.map((width) => '-'.repeat(width)).join('  ')}`, ...rows.map(line)].join('\n');
}

/** The summary of a run as a person reads it on a terminal. */
function summaryText(summary: Summary): string {
  const { currency } = summary;
  const parts = [
    figures([
      ['Transactions that took part', `${summary.transactions} `],
      ['Settlements', `${summary.settlements} `],
      ['Closing transfers', `${summary.closingTransfers} `],
      ['Adjustments', `${summary.adjustments} `],
      [`Inventory value before (${currency})`, amountText(summary.valueBefore)],
      ['Adjustment', amountText(summary.adjustment)],
      ['Inventory value after', amountText(summary.valueAfter)],
    ]),
  ];
  if (summary.models.length > 0) {
    const rows = summary.models.map((one) => [
      one.model,
      String(one.items),
      String(one.adjustments),
      amountText(one.adjustment),
      amountText(one.closingValue),
    ]);
    const headers = ['Inventory model', 'Items', 'Adjustments', 'Adjustment', 'Closing value'];
    parts.push(tableText(headers, rows, headers.slice(1)));
  }
  if (summary.ledger.length > 0) {
    const rows = summary.ledger.map((line) => [
      [line.account, line.itemGroup, line.item].filter(Boolean).join(' · '),
      isZero(line.debit) ? '' : amountText(line.debit),
      isZero(line.credit) ? '' : amountText(line.credit),
    ]);
    parts.push(tableText(['Voucher', 'Debit', 'Credit'], rows, ['Debit', 'Credit']));
  }
  if (summary.largest.length > 0) {
    const rows = summary.largest
      .slice(0, 5)
      .map((one) => [one.transaction, one.item, one.reason, amountText(one.adjustment)]);
    parts.push(tableText(['Largest adjustments', 'Item', 'Reason', 'Adjustment'], rows, ['Adjustment']));
  }
  return parts.join('\n\n');
}

const isZero = (plain: string): boolean => Number(plain) === 0;

/** The log of a run: warnings in full up to a number, the rest counted. */
function logText({ type, log }: Summary, most = 10): string {
  // A recalculation settles nothing.
  if (log.length === 0)
    return `The log is empty: ${type === 'Close' ? 'everything was settled' : 'there is nothing to look into'}.`;
  const loud = log.filter(({ severity }) => severity !== 'Info');
  const quiet = log.filter(({ severity }) => severity === 'Info');
  const lines = [...loud.slice(0, most), ...quiet].map(
    ({ severity, code, message }) => `  ${severity.padEnd(7)} ${code}: ${message}`,
  );
  if (loud.length > most) {
    const rest = `  … and ${counted(loud.length - most, 'more warning')}: all are in the log (sheet Close log, or --json)`;
    lines.splice(most, 0, rest);
  }
  return `Log: ${counted(loud.length, 'warning')}, ${counted(quiet.length, 'note')}\n${lines.join('\n')}`;
}

/** What a run did or would do, part by part, below a headline; with what was written where, once it was. */
export function doneText(
  headline: string,
  summary: Summary,
  warnings: readonly Pick<Problem, 'cell' | 'message'>[],
  written?: {
    readonly rows: Readonly<Record<string, number>>;
    readonly sheets: readonly string[];
    readonly target: string;
  },
): string {
  return [
    headline,
    summaryText(summary),
    logText(summary),
    warningText(warnings),
    written ? writtenText(written.rows, written.target, written.sheets) : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** What was written where: the rows by table, and the sheets that say whether they hold together. */
export function writtenText(rows: Readonly<Record<string, number>>, target: string, sheets: readonly string[]): string {
  const parts = Object.entries(rows).filter(([, count]) => count > 0);
  const names = listText(parts.map(([table, count]) => `${table} (${count})`));
  const tables = names === '' ? `Written to ${target}: the row of the run.` : `Written to ${target}: rows of ${names}.`;
  return sheets.length === 0 ? tables : `${tables}\n${sheetsText(sheets)}`;
}

/** Where to look first: "See the sheets Checks and Summary IC-0001." */
export const sheetsText = (sheets: readonly string[]): string =>
  `See the ${sheets.length === 1 ? 'sheet' : 'sheets'} ${listText(sheets)}.`;

/** What is doubtful in the input; "" where nothing is. */
export function warningText(warnings: readonly Pick<Problem, 'cell' | 'message'>[], most = 10): string {
  if (warnings.length === 0) return '';
  const lines = warnings.slice(0, most).map(({ cell, message }) => `  ${cell === '' ? '' : `${cell}: `}${message}`);
  if (warnings.length > most) lines.push(`  … and ${warnings.length - most} more: inventory-close check lists them`);
  return `To look at in the input:\n${lines.join('\n')}`;
}

function figures(rows: readonly (readonly [string, string])[]): string {
  const [left, right] = [0, 1].map((at) => Math.max(...rows.map((row) => row[at].length)));
  return rows.map(([label, value]) => `  ${label.padEnd(left)}  ${value.padStart(right)}`).join('\n');
}
