import type { Day } from '../../book/days';
import type { TableCells } from '../port';
import { LEDGER_BALANCES } from '../tables/input';
import { readDays, readScaled, REQUIRED } from './columns';
import { readTexts } from './id-columns';
import { idKey } from './ids';
import { addressIn, type ProblemList } from './problem-list';
import { viewTable } from './table-view';

/** What the general ledger says of an account at the end of a day. */
export interface LedgerBalance {
  readonly account: string;
  readonly day: Day;
  /** Scaled; a debit balance is positive. */
  readonly balance: number;
  /** The address of the balance. */
  readonly cell: string;
}

/** Reads the table LedgerBalances. Two balances of one account and day are a problem. */
export function readLedgerBalances(
  table: TableCells | undefined,
  date1904: boolean,
  amountDecimals: number,
  problems: ProblemList,
): LedgerBalance[] {
  if (!table) return [];
  const names = LEDGER_BALANCES.columns.map((column) => column.name);
  const { rows, column } = viewTable(table, 'input', names, names, problems);
  const accounts = readTexts(column('Account'), rows, REQUIRED, problems);
  const days = readDays(column('Date'), rows, date1904, REQUIRED, problems);
  const balances = readScaled(column('Balance'), rows, amountDecimals, REQUIRED, problems);
  const [accountColumn, balanceColumn] = [column('Account'), column('Balance')];
  if (!accountColumn || !balanceColumn) return [];
  const seen = new Map<string, number>();
  return accounts.flatMap((account, i): LedgerBalance[] => {
    const key = `${days[i]} ${idKey(account)}`;
    const other = seen.get(key);
    if (other !== undefined && account !== '') {
      const message = `${account} has a balance of the same date in ${addressIn(balanceColumn, rows[other])}.`;
      problems.at(accountColumn, rows[i], 'DUPLICATE_ID', message, 'Keep one of the two rows.');
      return [];
    }
    seen.set(key, i);
    return [{ account, day: days[i], balance: balances[i], cell: addressIn(balanceColumn, rows[i]) }];
  });
}
