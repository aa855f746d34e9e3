import type { Column, TieOut } from './spec';

export const column = (
  name: string,
  kind: Column['kind'],
  width: number,
  note: string,
  choices?: readonly string[],
): Column => ({ name, kind, width, note, ...(choices ? { choices } : {}) });

export const later = (...values: Parameters<typeof column>): Column => ({ ...column(...values), later: true });

export const closing = column('Closing', 'id', 10, 'The run that wrote the row.');
export const date = column('Date', 'date', 12, 'The date of the run.');
export const item = column('Item', 'id', 16, 'The item number.');
export const status = column(
  'Status',
  'choice',
  10,
  'Active rows are the present state. A reversal marks rows Reversed and adds counter rows with Reversal.',
  ['Active', 'Reversed', 'Reversal'],
);

/** "Table[Column]" or "−Table[Column]" to its parts. */
function term(text: string): { sign: 1 | -1; table: string; column: string } {
  const [, minus, table, column] = /^(−?)(\w+)\[(.+)\]$/.exec(text)!;
  return { sign: minus ? -1 : 1, table, column };
}

function sumFormula(terms: readonly string[]): string {
  return terms
    .map((text, i) => `${text.startsWith('−') ? '-' : i > 0 ? '+' : ''}SUM(${text.replace('−', '')})`)
    .join('');
}

/** A sum that must be zero. */
export const check = (label: string, ...terms: string[]): TieOut => ({
  label,
  formula: `ROUND(${sumFormula(terms)},6)`,
  kind: 'check',
  source: { sums: terms.map(term) },
});
export const sum = (label: string, of: string, kind: TieOut['kind'] = 'amount'): TieOut => ({
  label,
  formula: sumFormula([of]),
  kind,
  source: { sums: [term(of)] },
});
export const count = (label: string, table: string, where: Record<string, string>): TieOut => ({
  label,
  formula: `COUNTIFS(${Object.entries(where)
    .map(([column, text]) => `${table}[${column}],"${text}"`)
    .join(',')})`,
  kind: 'count',
  source: { count: { table, where } },
});
