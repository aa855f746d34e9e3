import { type Difference, verify, type Verification } from '../../src/runs/verify';
import type { WorkbookPort } from '../../src/workbook/port';
import { ENV } from './workbooks';

/** What a verification found; throws where it was refused. */
export async function verification(port: WorkbookPort): Promise<Verification> {
  const found = await verify(port, ENV);
  if (!found.ok) throw new Error(found.problems.map(({ cell, message }) => `${cell} ${message}`).join('\n'));
  return found;
}

/** What differs, a line each: "Settlements!J5 S-000002 Amount: 26.01, not 26", or "missing in Settlements: S-000003". */
export const differing = ({ differences }: Verification): string[] =>
  differences.map(({ kind, table, row, cell, column, expected, found }: Difference) =>
    kind === 'changed' ? `${cell} ${row} ${column}: ${found}, not ${expected}` : `${kind} in ${table}: ${row}`,
  );
