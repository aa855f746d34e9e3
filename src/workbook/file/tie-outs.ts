import type { TableWrite } from '../port';
import { agreementCells, AGREEMENTS_TITLE, FIRST_HEADER } from '../write/agreements';
import { TIE_OUT_VERDICTS } from '../write/result-layout';
import { formulaCell } from './body-writer';
import type { Looks } from './looks';
import { cellOf } from './page-cell';
import type { SheetPatch } from './sheet-patch';
import type { CellSpan } from './sheet-rows';
import type { TablePart } from './table-part';
import { columnLetters } from '../cells';
import { unescapeXstring } from './xml';

/**
 * Brings the results of the formulas above a table up to date, found by their label. The formulas stay as they are;
 * a label that people have taken away has nothing to bring up to date.
 */
export function refreshTieOuts(
  write: TableWrite,
  table: TablePart,
  patch: SheetPatch,
  strings: () => readonly string[],
): void {
  const { rows } = patch;
  for (let index = 0; index < rows.numbers.length && rows.numbers[index] < table.area.top; index++) {
    const cells = rows.cells(index);
    if (!cells.some((cell) => rows.hasFormula(cell))) continue;
    for (const [at, cell] of cells.entries()) {
      const tieOut = write.table.tieOuts.find((other) => other.label === textOf(cell, rows.prefix, strings));
      const value = tieOut && write.tieOuts[tieOut.label];
      if (tieOut === undefined || value === undefined) continue;
      const [figure, verdict] = cells.slice(at + 1).filter((other) => rows.hasFormula(other));
      const row = rows.numbers[index];
      if (figure) renew(patch, row, figure, value);
      if (verdict && tieOut.kind === 'check') renew(patch, row, verdict, TIE_OUT_VERDICTS[value === 0 ? 0 : 1]);
    }
  }
}

/**
 * Writes the comparisons with other tables anew, beside their labels; the column is that of their headers. Where people have taken
 * these away, or an earlier version made the sheet, there are none.
 */
export function renewAgreements(
  write: TableWrite,
  table: TablePart,
  patch: SheetPatch,
  looks: Looks,
  strings: () => readonly string[],
): void {
  const { agreements } = write;
  if (!agreements) return;
  const { rows } = patch;
  let left: number | undefined;
  for (let index = 0; index < rows.numbers.length && rows.numbers[index] < table.area.top; index++) {
    const cells = rows.cells(index);
    const texts = cells.map((cell) => textOf(cell, rows.prefix, strings));
    if (texts.includes(AGREEMENTS_TITLE)) left = cells[texts.indexOf(FIRST_HEADER)]?.column;
    const label = texts.find((text) => text !== undefined && agreements[text] !== undefined);
    const agreement = label === undefined ? undefined : agreements[label];
    if (left === undefined || !agreement) continue;
    const row = rows.numbers[index];
    for (const cell of agreementCells(agreement, left, row, looks.formats))
      patch.set(row, cell.column, cellOf(cell, row, write.table.sheet, looks));
  }
}

function renew(patch: SheetPatch, row: number, cell: CellSpan, value: number | string): void {
  const { prefix } = patch.rows;
  const formula = new RegExp(`<${prefix}f[^>]*>([^<]*)</${prefix}f>`).exec(cell.xml);
  // A formula that shares the text of another one is left to Excel, which computes all when it opens the file.
  if (!formula || /<[^>]*\st\s*=/.test(formula[0])) return;
  const style = /\ss\s*=\s*["'](\d+)["']/.exec(cell.xml)?.[1] ?? '0';
  patch.set(
    row,
    cell.column,
    formulaCell(`${columnLetters(cell.column)}${row}`, Number(style), plain(formula[1]), value),
  );
}

/** The text that a cell holds, in itself or as a shared string; undefined where it holds none. */
export function textOf(cell: CellSpan, prefix: string, strings: () => readonly string[]): string | undefined {
  const open = cell.xml.slice(0, cell.xml.indexOf('>'));
  if (/\st\s*=\s*["']s["']/.test(open)) return strings()[Number(new RegExp(`<${prefix}v>(\\d+)<`).exec(cell.xml)?.[1])];
  if (!/\st\s*=\s*["']inlineStr["']/.test(open)) return undefined;
  const texts = cell.xml.match(new RegExp(`<${prefix}t(?=[\\s>])[^>]*>[^<]*`, 'g')) ?? [];
  return plain(texts.map((text) => text.slice(text.indexOf('>') + 1)).join(''));
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text as XML has it, to the text that it means. */
function plain(xml: string): string {
  const decoded = xml.replace(
    /&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g,
    (whole, hex?: string, decimal?: string, name?: string) =>
      name === undefined
        ? String.fromCodePoint(parseInt(hex ?? decimal ?? '', hex === undefined ? 10 : 16))
        : (ENTITIES[name] ?? whole),
  );
  return unescapeXstring(decoded);
}
