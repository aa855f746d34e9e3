import type { Summary } from '../runs/summary';

/** Amount text with a comma at every third digit, negative in brackets. */
export function amountText(plain: string): string {
  const [whole, decimals] = plain.replace('-', '').split('.');
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (decimals === undefined ? '' : `.${decimals}`);
  return plain.startsWith('-') ? `(${digits})` : `${digits} `;
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
export function summaryText(summary: Summary): string {
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
      line.debit === '0' || /^0\.0*$/.test(line.debit) ? '' : amountText(line.debit),
      /^0(\.0*)?$/.test(line.credit) ? '' : amountText(line.credit),
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

/** The log of a run: warnings in full up to a number, the rest counted. */
export function logText(log: Summary['log'], most = 10): string {
  if (log.length === 0) return 'The log is empty: everything was settled.';
  const loud = log.filter(({ severity }) => severity !== 'Info');
  const quiet = log.filter(({ severity }) => severity === 'Info');
  const lines = [...loud.slice(0, most), ...quiet].map(
    ({ severity, code, message }) => `  ${severity.padEnd(7)} ${code}: ${message}`,
  );
  if (loud.length > most) lines.push(`  … and ${loud.length - most} more warnings in the sheet Close log`);
  return `Log: ${loud.length} warnings, ${quiet.length} notes\n${lines.join('\n')}`;
}

function figures(rows: readonly (readonly [string, string])[]): string {
  const [left, right] = [0, 1].map((at) => Math.max(...rows.map((row) => row[at].length)));
  return rows.map(([label, value]) => `  ${label.padEnd(left)}  ${value.padStart(right)}`).join('\n');
}
