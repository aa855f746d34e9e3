/** Hard cases: small books in memory that live through runs, told row by row in lines that a person can check on paper. */
import type { Refusal } from '../../src/book/problem';
import { adjustOnHand, type OnHandOptions } from '../../src/runs/adjust/on-hand';
import { adjustTransactions } from '../../src/runs/adjust/transactions';
import { close } from '../../src/runs/close';
import { recalculate } from '../../src/runs/recalculate';
import type { CloseOptions, RecalculationOptions } from '../../src/runs/request';
import { reverse } from '../../src/runs/reverse';
import { verify } from '../../src/runs/verify';
import type { CellValue } from '../../src/workbook/cells';
import { idKey } from '../../src/workbook/read/ids';
import { violationsIn } from './invariants';
import { MemoryPort } from './memory-port';
import { cellOf } from './tables';
import { day, ENV, grid, type Grid } from './workbooks';

type Row = Record<string, CellValue>;
type Tables = Readonly<Record<string, string>>;

/** Items of one model group each, from lines "item = model, Yes" (the second word is Include physical value, blank if it is not given). */
export function models(...lines: string[]): Tables {
  const parted = lines.map((line) => line.split(/[=,]/).map((word) => word.trim()));
  return {
    Items: ['Item | Item model group', ...parted.map(([item]) => `${item} | ${item}`)].join('\n'),
    ItemModelGroups: [
      'Item model group | Inventory model | Include physical value',
      ...parted.map(([item, model, physical = '']) => `${item} | ${model} | ${physical}`),
    ].join('\n'),
  };
}

/** Items whose costs are kept apart by the column Site. */
export function sites(...items: string[]): Tables {
  return {
    Items: ['Item | Dimension group', ...items.map((item) => `${item} | SITE`)].join('\n'),
    DimensionGroups: 'Dimension group | Site\nSITE | Yes',
  };
}

export const parameters = (...lines: string[]): Tables => ({ Parameters: ['Parameter | Value', ...lines].join('\n') });

/** A book with its runs. After each run A21 is tested on its rows, and what verify says. */
export class HardCase {
  readonly port: MemoryPort;

  /** `transactions` as text, its header line first; every row has the columns that every book needs, or those that it names. */
  constructor(transactions: string, ...more: readonly Tables[]) {
    const tables: Tables = Object.assign({ Transactions: transactions }, ...more) as Tables;
    this.port = new MemoryPort(Object.entries(tables).map(([name, text]): Grid => grid(name, text)));
  }

  async close(upTo: string, options: Partial<CloseOptions> = {}): Promise<this> {
    return this.done(await close(this.port, { upTo: day(upTo), ...options }, ENV));
  }

  async recalculate(upTo: string, options: Partial<RecalculationOptions> = {}): Promise<this> {
    return this.done(await recalculate(this.port, { upTo: day(upTo), ...options }, ENV));
  }

  /** Reverses the newest run, or the one that is named with all that follow it. */
  async reverse(closing?: string): Promise<this> {
    const options = { note: '', dryRun: false, withLater: closing !== undefined };
    return this.done(await reverse(this.port, closing === undefined ? options : { ...options, closing }, ENV));
  }

  async revalue(date: string, ...values: { transaction: string; value: number }[]): Promise<this> {
    return this.done(await adjustTransactions(this.port, { values, date: day(date), dryRun: false }, ENV));
  }

  async onHand(options: Pick<OnHandOptions, 'selection' | 'fill'>): Promise<this> {
    return this.done(await adjustOnHand(this.port, { ...options, dryRun: false }, ENV));
  }

  /** Why a close is refused: "cell CODE" in a line each. */
  async refusal(upTo: string): Promise<string[]> {
    const before = this.port.contents();
    const found = await close(this.port, { upTo: day(upTo) }, ENV);
    if (found.ok) throw new Error('it was not refused');
    expect(this.port.contents()).toEqual(before);
    return found.problems.map(({ cell, code }) => `${cell} ${code}`.trim());
  }

  /** Changes the cells of a row of Transactions by hand. */
  change(transaction: string, cells: Readonly<Record<string, string>>): this {
    const { headers, rows } = this.port.table('Transactions')!;
    const row = rows.find(([id]) => idKey(String(id)) === idKey(transaction))!;
    for (const [header, cell] of Object.entries(cells)) row[headers.indexOf(header)] = cellOf(cell);
    return this;
  }

  /** "S from P: 3 for 10.01, adjusted 0.01 (FIFO)": the settlements of a run. */
  settled(run = 1): string[] {
    return this.rows('Settlements', run).map(
      (row) =>
        `${text(row['Issue'])} from ${text(row['Receipt'])}: ${text(row['Quantity'])} for ${text(row['Amount'])}, adjusted ${text(row['Adjustment'])} (${text(row['Principle'])})`,
    );
  }

  /** "S -3 Settlement from P, expensed 0.02": the adjustments of a run, what it took back first, then by transaction. */
  adjusted(run = 1): string[] {
    const lines = this.rows('Adjustments', run).map((row) => {
      const expensed = row['Expensed'] ? `, expensed ${text(row['Expensed'])}` : '';
      const counter = row['Status'] === 'Reversal' ? 'back: ' : '';
      return (
        `${counter}${text(row['Transaction'])} ${text(row['Adjustment'])} ${text(row['Reason'])} ${row['Source'] ? 'from ' : ''}${text(row['Source'])}`.trimEnd() +
        expensed
      );
    });
    const isBack = (line: string): number => (line.startsWith('back: ') ? 0 : 1);
    return lines.sort((a, b) => isBack(a) - isBack(b) || (a < b ? -1 : 1));
  }

  /** "Inventory -3": what the voucher of a run brings each account, debit positive; those of zero are left out. */
  voucher(run = 1): string[] {
    return balances(this.rows('Ledger', run));
  }

  /** The balances of all accounts over all vouchers. */
  balances(): string[] {
    return balances(this.port.records('Ledger'));
  }

  /** "NOT_SETTLED S 2": warnings and what was rounded or expensed, without mere information about the book. */
  logged(run = 1): string[] {
    const told = ['Warning', 'Error'];
    return this.rows('CloseLog', run)
      .filter(({ Severity, Code }) => told.includes(String(Severity)) || /ROUNDED|EXPENSED|LIMIT/.test(String(Code)))
      .map((row) =>
        ['Code', 'Transaction', 'Quantity', 'Amount']
          .map((name) => text(row[name]))
          .filter((one) => one !== '')
          .join(' '),
      );
  }

  /** "A: 3 for 10.01": closing quantity and value of each cost key, as a run tells it. */
  value(run = 1): string[] {
    return this.rows('InventoryValue', run).map(
      (row) =>
        `${[row['Item'], row['Site']].map(text).join(' ').trim()}: ${text(row['Closing quantity'])} for ${text(row['Closing value'])}`,
    );
  }

  /** Cost of a transaction as the cells tell it: Financial cost and all active adjustments. */
  cost(transaction: string): number {
    const posted = this.port.records('Transactions').find((row) => row['Transaction'] === transaction);
    const active = this.port
      .records('Adjustments')
      .filter((row) => row['Transaction'] === transaction && row['Status'] === 'Active');
    return (cents(posted?.['Financial cost']) + sum(active, 'Adjustment')) / 100;
  }

  rows(table: string, run: number): Row[] {
    return this.port.records(table).filter((row) => row['Closing'] === `IC-000${run}`);
  }

  private async done(found: { readonly ok: true } | Refusal): Promise<this> {
    if (!found.ok)
      throw new Error(found.problems.map(({ cell, code, message }) => `${cell} ${code} ${message}`).join('\n'));
    const tables = new Map(this.port.names().map((name) => [name, this.port.records(name)] as const));
    expect(violationsIn(tables)).toEqual([]);
    // A21: adjustments = change of inventory value = -(net debit of all other accounts).
    const changed = this.port.records('Adjustments').filter((row) => row['Adjustment'] !== 0);
    const stock = new Set(['Inventory', ...changed.map((row) => row['Inventory account'])]);
    for (const { Closing, Adjustment } of this.port.records('Closings')) {
      const adjustments = this.port.records('Adjustments').filter((row) => row['Closing'] === Closing);
      const lines = this.port.records('Ledger').filter((row) => row['Closing'] === Closing);
      const others = lines.filter((row) => !stock.has(row['Account']));
      const net = sum(lines, 'Debit') - sum(lines, 'Credit');
      const netOfOthers = sum(others, 'Debit') - sum(others, 'Credit');
      expect([Closing, sum(adjustments, 'Adjustment'), -netOfOthers + 0, net]).toEqual([
        Closing,
        cents(Adjustment),
        cents(Adjustment),
        0,
      ]);
    }
    expect(await verify(this.port, ENV)).toMatchObject({ ok: true, verified: true });
    return this;
  }
}

const text = (cell: CellValue | undefined): string => (cell === null || cell === undefined ? '' : String(cell));
const cents = (cell: CellValue | undefined): number => Math.round(100 * Number(cell ?? 0));
const sum = (rows: readonly Row[], column: string): number =>
  rows.reduce((total, row) => total + cents(row[column]), 0);

function balances(lines: readonly Row[]): string[] {
  const accounts = [...new Set(lines.map(({ Account }) => text(Account)))].sort();
  return accounts.flatMap((account) => {
    const of = lines.filter((line) => text(line['Account']) === account);
    const net = sum(of, 'Debit') - sum(of, 'Credit');
    return net === 0 ? [] : [`${account} ${net / 100}`];
  });
}
