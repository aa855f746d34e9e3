import type { CellValue } from '../../src/workbook/cells';
import { isoDay } from '../../src/book/days';
import { RESULT_TABLES } from '../../src/workbook/tables/results';
import { tieOutsOf } from './invariants';
import { gridsOf } from './workbooks';

/** All result tables of a workbook as a text that an accountant can read; `rowsOf` tells which rows of a table to show. */
export async function dump(
  bytes: Uint8Array,
  shows: (row: Readonly<Record<string, CellValue>>) => boolean = () => true,
): Promise<string> {
  const { held } = await tieOutsOf(bytes);
  const grids = await gridsOf(bytes);
  const parts: string[] = [];
  for (const table of RESULT_TABLES) {
    const found = grids.find(({ name }) => name === table.name);
    if (!found) continue;
    const kinds = new Map(table.columns.map(({ name, kind }) => [name, kind]));
    const rows = found.rows
      .map((row) => Object.fromEntries(found.headers.map((header, at) => [header, row[at]])))
      .filter((row) => Object.values(row).some((cell) => cell !== null && cell !== ''))
      .filter(shows);
    const filled = found.headers.filter(
      (header) => !/ (link|row)$/.test(header) && rows.some((row) => row[header] !== null && row[header] !== ''),
    );
    const texts = rows.map((row) => filled.map((header) => textOf(row[header], kinds.get(header))));
    const widths = filled.map((header, at) => Math.max(header.length, ...texts.map((row) => row[at].length)));
    const line = (cells: readonly string[]): string =>
      cells
        .map((cell, at) => (isFigure(kinds.get(filled[at])) ? cell.padStart(widths[at]) : cell.padEnd(widths[at])))
        .join('  ')
        .trimEnd();
    const figures = table.tieOuts.map(({ label }) => `  ${label}: ${String(held[`${table.name}: ${label}`])}`);
    parts.push(
      [
        table.sheet.toUpperCase(),
        ...figures,
        '',
        ...(rows.length === 0 ? ['  (no rows)'] : [line(filled), line(widths.map((width) => '-'.repeat(width)))]),
        ...texts.map(line),
      ].join('\n'),
    );
  }
  return `${parts.join('\n\n\n')}\n`;
}

const isFigure = (kind: string | undefined): boolean =>
  ['quantity', 'amount', 'unit cost', 'percent', 'count', 'number'].includes(kind ?? '');

function textOf(cell: CellValue, kind: string | undefined): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return /^[0-9a-f]{64}$/.test(cell) ? `${cell.slice(0, 8)}…` : cell;
  if (typeof cell !== 'number') return JSON.stringify(cell);
  if (kind === 'date') return isoDay(cell);
  if (kind === 'moment')
    return new Date(Math.round((cell - 25569) * 86_400_000)).toISOString().slice(0, 16).replace('T', ' ');
  if (kind === 'amount') return cell < 0 ? `(${(-cell).toFixed(2)})` : `${cell.toFixed(2)} `;
  if (kind === 'unit cost') return cell.toFixed(4);
  return String(cell);
}
