/// <reference types="office-js" />
import type { Formats, OutValue, TableWrite } from '../port';
import { oldBody, type BodyColumn } from '../write/result-body';
import type { ResultColumn } from '../write/result-columns';
import type { ChunkSize } from './chunks';
import { isOfficeError, isTooLarge } from './failures';
import { bodyLook, forRuns } from './looks';
import { lastRowAfter, type OpenTable } from './open-tables';
import { writerOf } from './out-values';
import { cellsOf, everywhere } from './ranges';
import type { Session } from './session';

/** What goes into one column of the new rows. */
interface FilledColumn {
  /** From 0, in the table. */
  readonly at: number;
  readonly values: readonly OutValue[];
  readonly value: (value: OutValue) => string | number;
  readonly format: (value: OutValue) => string;
}

/**
 * Writes new rows below the last one (or in place of the old ones of a report), chunk by chunk. Each chunk is one request: number
 * formats, values, the table made larger, the formulas of its link columns; the last one gives all of them their looks. So rows are in the table, whole, or not there.
 */
export async function writeRows(
  session: Session,
  table: OpenTable,
  write: TableWrite,
  formats: Formats,
  date1904: boolean,
  size: ChunkSize,
  progress: (rows: number) => void | Promise<void>,
): Promise<void> {
  const { body } = oldBody(write, table);
  const filled = body.flatMap(({ column, values, formula }, at): FilledColumn[] =>
    column && values && formula === '' ? [{ at, values, ...writerOf(column, formats, date1904) }] : [],
  );
  const first = write.replace || table.isBlank ? table.area.top + 1 : table.area.bottom + 1;
  for (let done = 0; done < write.rows;) {
    const count = rowsThatFit(filled, done, write.rows, size);
    try {
      await session.run((context) =>
        writeChunk(context, table, body, filled, first, done, count, done + count === write.rows),
      );
    } catch (error) {
      if (isTooLarge(error) && size.halve(count)) continue;
      await sweep(session, table, first + done, first + done + count - 1);
      throw error;
    }
    done += count;
    table.area = { ...table.area, bottom: Math.max(table.area.bottom, first + done - 1) };
    table.isBlank = false;
    await progress(done);
  }
  if (write.replace) await dropRows(session, table, write);
}

async function writeChunk(
  context: Excel.RequestContext,
  table: OpenTable,
  body: readonly BodyColumn[],
  filled: readonly FilledColumn[],
  first: number,
  done: number,
  count: number,
  isLast: boolean,
): Promise<void> {
  context.application.suspendApiCalculationUntilNextSync();
  context.application.suspendScreenUpdatingUntilNextSync();
  const sheet = context.workbook.worksheets.getItem(table.sheetId);
  const { left } = table.area;
  const rows = { top: first + done, bottom: first + done + count - 1 };
  for (const column of filled) {
    setFormats(sheet, { ...rows, left: left + column.at, right: left + column.at }, column, done, count);
  }
  // Neighbouring columns go together, as one block.
  forRuns(
    filled,
    ({ at }, index) => at - index,
    (_key, from, to) => {
      const block = filled.slice(from, to + 1);
      const range = cellsOf(sheet, { ...rows, left: left + block[0].at, right: left + block[block.length - 1].at });
      range.values = Array.from({ length: count }, (_, row) =>
        block.map(({ values, value }) => value(values[done + row] ?? null)),
      );
    },
  );
  if (rows.bottom > table.area.bottom) {
    context.workbook.tables.getItem(table.name).resize(cellsOf(sheet, { ...table.area, bottom: rows.bottom }));
  }
  body.forEach(({ column, formula }, at) => {
    if (!column?.link || formula === '') return;
    cellsOf(sheet, { ...rows, left: left + at, right: left + at }).formulas = everywhere(`=${formula}`);
  });
  if (isLast) {
    const columns = body.map(({ column }): ResultColumn | undefined => column);
    bodyLook(sheet, { ...table.area, top: first, bottom: rows.bottom }, columns);
  }
  await context.sync();
}

/**
 * After a request that Excel broke off: rows that stand below the table and did not become part of it are emptied again. What
 * stood there was looked at before, and was nothing. Excel may be gone; then the next write names the cell.
 */
async function sweep(session: Session, table: OpenTable, top: number, bottom: number): Promise<void> {
  try {
    await session.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(table.sheetId);
      const range = context.workbook.tables.getItem(table.name).getRange().load('rowIndex,rowCount');
      await context.sync();
      const below = Math.max(top, range.rowIndex + range.rowCount + 1);
      if (below > bottom) return;
      cellsOf(sheet, { ...table.area, top: below, bottom }).clear('Contents');
      await context.sync();
    });
  } catch (error) {
    if (!isOfficeError(error)) throw error;
  }
}

/** One format for the column where the values allow it; else one for each stretch of values that look alike. */
function setFormats(
  sheet: Excel.Worksheet,
  area: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number },
  { values, format }: FilledColumn,
  done: number,
  count: number,
): void {
  const formats = Array.from({ length: count }, (_, row) => format(values[done + row] ?? null));
  const runs: { format: string; first: number; last: number }[] = [];
  forRuns(
    formats,
    (one) => one,
    (one, first, last) => runs.push({ format: one, first, last }),
  );
  if (runs.length > 50) {
    cellsOf(sheet, area).numberFormat = formats.map((one) => [one]);
    return;
  }
  for (const run of runs) {
    const part = { ...area, top: area.top + run.first, bottom: area.top + run.last };
    cellsOf(sheet, part).numberFormat = everywhere(run.format);
  }
}

/** As many rows as fit into one request, by what they have on the wire. */
function rowsThatFit(filled: readonly FilledColumn[], done: number, rows: number, size: ChunkSize): number {
  let bytes = 0;
  for (let row = done; row < rows; row++) {
    for (const { values } of filled) {
      const value = values[row];
      bytes += typeof value === 'string' ? value.length + 4 : value === null ? 3 : 10;
    }
    if (bytes > size.bytes && row > done) return row - done;
  }
  return rows - done;
}

/** A report that has fewer rows than before: the others are emptied, and the table ends before them. */
async function dropRows(session: Session, table: OpenTable, write: TableWrite): Promise<void> {
  const bottom = lastRowAfter(table, write);
  const { area } = table;
  const surplus = { ...area, top: write.rows === 0 ? area.top + 1 : bottom + 1 };
  if (surplus.top > area.bottom) return;
  await session.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(table.sheetId);
    const { columns } = table;
    columns.forEach(({ formula }, at) => {
      // The one row that a table keeps also keeps its formulas.
      const top = formula === '' ? surplus.top : Math.max(surplus.top, bottom + 1);
      if (top > area.bottom) return;
      cellsOf(sheet, { ...surplus, top, left: area.left + at, right: area.left + at }).clear('Contents');
    });
    if (area.bottom > bottom) {
      context.workbook.tables.getItem(table.name).resize(cellsOf(sheet, { ...area, bottom }));
      cellsOf(sheet, { ...area, top: bottom + 1 }).clear('Formats');
    }
    await context.sync();
  });
  table.area = { ...area, bottom };
  table.isBlank = write.rows === 0;
}
