import type { GridTable } from '../../host/view/grid';

/** The colours of Excel's table styles, by theme accent: header, line and band. */
const ACCENTS = [
  { header: '#404040', line: '#a6a6a6', band: '#f2f2f2' },
  { header: '#156082', line: '#83cbeb', band: '#e8f4fa' },
  { header: '#4472c4', line: '#8ea9db', band: '#e9eef8' },
  { header: '#c55a11', line: '#f4b084', band: '#fcefe6' },
  { header: '#7b7b7b', line: '#c9c9c9', band: '#f3f3f3' },
  { header: '#bf8f00', line: '#ffd966', band: '#fff8e5' },
  { header: '#2f75b5', line: '#9bc2e6', band: '#e9f2fa' },
  { header: '#548235', line: '#a9d08e', band: '#eef6e9' },
] as const;

export interface TableCell {
  readonly role: 'header' | 'total' | 'band' | 'plain';
  readonly header: string;
  readonly line: string;
  readonly band: string;
  /** The header is coloured (Medium and Dark styles) and not only underlined (Light styles). */
  readonly filled: boolean;
}

/** How the table that covers a cell makes it look; null outside of tables. */
export function tableCell(tables: readonly GridTable[], row: number, column: number): TableCell | null {
  const table = tables.find(
    ({ area }) =>
      row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns,
  );
  if (!table || table.style === '') return null;
  const [, family = 'Medium', number = '2'] = /^TableStyle(\D+)(\d+)$/.exec(table.style) ?? [];
  const colors = ACCENTS[Number(number) % 7 === 0 ? 7 : Number(number) % 7] ?? ACCENTS[2];
  return { ...colors, filled: family !== 'Light', role: roleOf(table, row) };
}

function roleOf({ area, showHeaders, showTotals, showBandedRows }: GridTable, row: number): TableCell['role'] {
  if (showHeaders && row === area.row) return 'header';
  if (showTotals && row === area.row + area.rows - 1) return 'total';
  const index = row - area.row - (showHeaders ? 1 : 0);
  return showBandedRows && index % 2 === 0 ? 'band' : 'plain';
}
