/** What must hold of a run that is not computed anew: its rows agree with each other and with its row in Closings. */
import type { OutValue } from '../../workbook/port';
import { idKey } from '../../workbook/read/ids';
import { ADJUSTMENTS, CLOSE_LOG, CLOSINGS, LEDGER, SETTLEMENTS } from '../../workbook/tables/results';
import type { ResultTable } from '../../workbook/tables/spec';
import type { Difference } from './result';
import type { RunFacts } from './run-facts';
import { idAt, shownAt, type StoredTable, textAt } from './rows';

/** Sums are taken in whole units of a millionth: cents in doubles would drift. */
const UNIT = 1e6;
const units = (value: OutValue | undefined): number => Math.round((typeof value === 'number' ? value : 0) * UNIT);
const textOf = (sum: number): string => String(Number((sum / UNIT).toPrecision(15)));

type Find = (table: ResultTable) => StoredTable;

/** Checks sums, accounts and voucher of a run, from its rows alone. */
export function checkRun(facts: RunFacts, find: Find): Difference[] {
  const adjustments = find(ADJUSTMENTS);
  const rows = adjustments.rowsOf(facts.id);
  const found: Difference[] = [];
  for (const row of rows) {
    const cell = (name: string) => units(adjustments.columns[name][row]);
    const after = cell('Cost before') + cell('Adjustment');
    if (after !== cell('Cost after')) found.push(changed(facts, adjustments, row, 'Cost after', textOf(after)));
  }
  const closings = find(CLOSINGS);
  const sum = rows.reduce((total, row) => total + units(adjustments.columns['Adjustment'][row]), 0);
  const before = units(closings.columns['Value before'][facts.row]);
  const wanted: readonly (readonly [string, string])[] = [
    ['Settlements', String(find(SETTLEMENTS).rowsOf(facts.id).length)],
    ['Adjustments', String(rows.length)],
    ['Log entries', String(find(CLOSE_LOG).rowsOf(facts.id).length)],
    ['Adjustment', textOf(sum)],
    ['Value after', textOf(before + sum)],
  ];
  for (const [name, expected] of wanted) {
    const is = textAt(closings, name, facts.row);
    if (is !== expected && !(is === '' && expected === '0')) {
      found.push(changed(facts, closings, facts.row, name, expected));
    }
  }
  return [...found, ...checkVoucher(facts, adjustments, rows, find(LEDGER))];
}

/** Value before + Adjustment = Value after: all that can be said of a run whose value before nobody can compute any more. */
export function checkValueAfter(facts: RunFacts, find: (table: ResultTable) => StoredTable): Difference[] {
  if (facts.row < 0) return [];
  const closings = find(CLOSINGS);
  const of = (name: string): number => units(closings.columns[name][facts.row]);
  const expected = textOf(of('Value before') + of('Adjustment'));
  return textAt(closings, 'Value after', facts.row) === expected
    ? []
    : [changed(facts, closings, facts.row, 'Value after', expected)];
}

/** The voucher must be the adjustments, summed by account (A21). */
function checkVoucher(
  facts: RunFacts,
  adjustments: StoredTable,
  rows: readonly number[],
  ledger: StoredTable,
): Difference[] {
  const sums = new Map<string, number>();
  const post = (account: string, amount: number) => sums.set(idKey(account), (sums.get(idKey(account)) ?? 0) + amount);
  for (const row of rows) {
    const amount = units(adjustments.columns['Adjustment'][row]) + units(adjustments.columns['Expensed'][row]);
    post(textAt(adjustments, 'Inventory account', row), amount);
    post(textAt(adjustments, 'Offset account', row), -amount);
  }
  const lines = ledger.rowsOf(facts.id);
  const byAccount = new Map<string, number[]>();
  for (const row of lines) {
    const account = idKey(textAt(ledger, 'Account', row));
    byAccount.set(account, [...(byAccount.get(account) ?? []), row]);
    post(account, units(ledger.columns['Credit'][row]) - units(ledger.columns['Debit'][row]));
  }
  return [...sums]
    .filter(([, left]) => left !== 0)
    .map(([account, left]) => {
      const [row] = byAccount.get(account) ?? [];
      if (row === undefined) {
        const line = `Account ${account}, ${left > 0 ? 'Debit' : 'Credit'} ${textOf(Math.abs(left))}`;
        return { ...about(facts, ledger, ''), kind: 'missing', expected: line, found: '' };
      }
      const net = units(ledger.columns['Debit'][row]) - units(ledger.columns['Credit'][row]) + left;
      const column = ledger.columns['Debit'][row] !== null ? 'Debit' : 'Credit';
      return changed(facts, ledger, row, column, textOf(column === 'Debit' ? net : -net));
    });
}

/** Rows of a run that was taken back cancel out: their figures come to zero, and none is in force. */
export function checkTakenBack(facts: RunFacts, tables: readonly StoredTable[]): Difference[] {
  return tables.flatMap((table) => {
    const rows = table.rowsOf(facts.id);
    const active = rows.filter((row) => textAt(table, 'Status', row) === 'Active');
    const inForce = active.map((row) => changed(facts, table, row, 'Status', 'Reversed'));
    const figures = table.spec.columns.filter(({ kind }) => kind === 'amount' || kind === 'quantity');
    const sums = figures
      .filter(({ name }) => !name.startsWith('Cost '))
      .flatMap(({ name }) => {
        const left = rows.reduce((total, row) => total + units(table.columns[name][row]), 0);
        if (left === 0) return [];
        const about = { ...changed(facts, table, rows[0], name, '0'), row: '', found: textOf(left) };
        return [{ ...about, cell: `${table.address(rows[0], name)}` }];
      });
    return [...inForce, ...sums];
  });
}

export function changed(
  facts: RunFacts,
  table: StoredTable,
  row: number,
  column: string,
  expected: string,
): Difference {
  return {
    ...about(facts, table, idAt(table, row)),
    kind: 'changed',
    column,
    cell: table.address(row, column),
    expected,
    found: shownAt(table, column, row),
  };
}

function about(facts: RunFacts, { spec }: StoredTable, row: string): Difference {
  return { kind: 'missing', closing: facts.id, table: spec.name, row, column: '', cell: '', expected: '', found: '' };
}
