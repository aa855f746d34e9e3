import type { Audit } from './audit';
import type { CheckLine } from './check-line';
import { linkColumn, rowColumn } from '../tables/spec';
import { LINK_TEXT } from '../write/link-formula';
import { is, isPlainCriterion, number, type Live } from './live';

/**
 * Rows times rows that a live formula may compare. To look up each of 100,000 rows among 100,000 others would keep a spreadsheet
 * busy for minutes: above this the sheet says that the command verify does it.
 */
const MOST_COMPARISONS = 5_000_000;

const BY_VERIFY = 'Too many rows for formulas that stay quick; the command verify tests each of them.';

/** Why formulas can not count on the rows of Transactions: some were archived, and may be there or not. */
export const ARCHIVED =
  'Rows were archived: they may stand in Transactions or not, and formulas do not read LockedRows. The command verify tests it.';

/** Whether archived rows are in force. */
export function hasArchived({ live }: Audit): boolean {
  return live.count('LockedRows', is('Kind', 'Archived'), is('Status', 'Active')).value > 0;
}

/** For both sides of settlements: that no transaction or leg has more settled than its quantity. */
export function settledQuantities(audit: Audit): CheckLine[] {
  return (['Issue', 'Receipt'] as const).flatMap((side) =>
    (['Transactions', 'ClosingTransfers'] as const)
      .filter((table) => table === 'Transactions' || audit.live.filled(table, 'Transaction').value > 0)
      .map((table): CheckLine => {
        const ids = audit.live.filled(table, 'Transaction').value;
        const settled = audit.rows('Settlements', side);
        const line = {
          what: `${side}s of ${table} settled beyond their quantity`,
          run: '',
          kind: 'count',
          mark: '≡',
          how: `Rows of ${table} whose quantity is smaller than what Settlements settles of them: none.`,
        } as const;
        const reason =
          ids * settled > MOST_COMPARISONS
            ? BY_VERIFY
            : !arePlain(audit.texts(table, 'Transaction'))
              ? 'Some ids would be taken for numbers or patterns by formulas; the command verify tests them.'
              : undefined;
        if (reason !== undefined) return { ...line, figures: { notTested: reason } };
        return { ...line, figures: () => ({ expected: number(0), found: oversettled(audit, side, table) }) };
      }),
  );
}

/** Ids that formulas tell apart. Two of digits only that are the same number ("7" and "007") are one to them. */
function arePlain(ids: readonly string[]): boolean {
  const numbers = new Set<number>();
  return ids.every((id) => {
    if (!isPlainCriterion(id)) return false;
    if (!/^\d+$/.test(id)) return true;
    if (numbers.has(Number(id))) return false;
    numbers.add(Number(id));
    return true;
  });
}

function oversettled({ live, tables, formats }: Audit, side: 'Issue' | 'Receipt', table: string): Live {
  const { quantityDecimals } = formats;
  // Half of the smallest quantity: sums of fractions are not quite exact.
  const tolerance = 0.5 / 10 ** quantityDecimals;
  const settled = new Map<string, number>();
  const quantities = tables.parts('Settlements', 'Quantity');
  tables.parts('Settlements', side).forEach((part, at) =>
    part.forEach((id, row) => {
      const key = String(id ?? '').toLowerCase();
      settled.set(key, (settled.get(key) ?? 0) + Number(quantities[at]?.[row] ?? 0));
    }),
  );
  let count = 0;
  const own = tables.parts(table, 'Quantity');
  tables.parts(table, 'Transaction').forEach((part, at) =>
    part.forEach((id, row) => {
      const sum = settled.get(String(id ?? '').toLowerCase()) ?? 0;
      const quantity = Math.abs(Number(own[at]?.[row] ?? 0));
      if (sum - quantity > tolerance) count += 1;
    }),
  );
  const sums = `SUMIFS(${live.reference('Settlements', 'Quantity')},${live.reference('Settlements', side)},${live.rowsReference(table, 'Transaction')})`;
  const quantity = live.rowsReference(table, 'Quantity');
  // q * (2 * (q > 0) - 1) is the absolute quantity, in operators that work row by row in every program.
  return {
    formula: `SUMPRODUCT(--(${sums}-${quantity}*(2*(${quantity}>0)-1)>${tolerance.toFixed(quantityDecimals + 1)}))`,
    value: count,
  };
}

/** Reference columns with links, which find a row or stay blank: as many lead somewhere as there are ids. */
const REFERENCES = [
  ['Settlements', 'Issue'],
  ['Settlements', 'Receipt'],
  ['Adjustments', 'Transaction'],
  ['Adjustments', 'Voucher'],
  ['Settlements', 'Closing'],
] as const;

const REFERS_TO_TRANSACTIONS: ReadonlySet<string> = new Set(['Issue', 'Receipt', 'Transaction']);

/** For each reference: that the row exists to which it refers. */
export function existingRows(audit: Audit): CheckLine[] {
  const { live, tables } = audit;
  return REFERENCES.map(([table, column]): CheckLine => {
    const line = {
      what: `${table}: each ${column} exists`,
      run: '',
      kind: 'count',
      mark: '#',
      how: `Ids in ${column}, and links beside them that lead to a row.`,
    } as const;
    if (REFERS_TO_TRANSACTIONS.has(column) && hasArchived(audit)) return { ...line, figures: { notTested: ARCHIVED } };
    const link = linkColumn(column);
    const read = tables.read(table);
    if (read && tables.header(table, link) === undefined) {
      return { ...line, figures: { notTested: `The table has no link columns. ${BY_VERIFY}` } };
    }
    return {
      ...line,
      figures: () => ({
        expected: live.filled(table, column),
        found: { ...live.count(table, is(link, LINK_TEXT)), value: linksOf(audit, table, column) },
      }),
    };
  });
}

/** Links that lead somewhere: as they were calculated when the table was read, and in new rows those that remember one. */
function linksOf({ tables }: Audit, table: string, column: string): number {
  const old = tables.read(table) ? tables.parts(table, linkColumn(column))[0] : [];
  const remembered = tables.parts(table, rowColumn(column)).slice(tables.header(table, rowColumn(column)) ? 1 : 0);
  let leading = 0;
  for (const cell of old) if (cell === LINK_TEXT) leading += 1;
  for (const part of remembered) for (const cell of part) if (typeof cell === 'number') leading += 1;
  return leading;
}
