/// <reference types="office-js" />
import { columnLetters } from '../cells';
import type { Formats, TableWrite } from '../port';
import type { PageCell } from '../sheets/page';
import { agreementCells, FIRST_HEADER } from '../write/agreements';
import { goToFormula } from '../write/link-formula';
import { missingLinkNames, oldBody, placeIn, sameName, type DefinedName, type KnownTables } from '../write/result-body';
import { goTo, resultColumns, searched } from '../write/result-columns';
import { labelColumn } from '../write/print-layout';
import { agreementsRow, figureColumn, FIRST_TIE_OUT_ROW, verdictFormula } from '../write/result-layout';
import { goToLabel } from './make-sheet';
import { bodyAreaOf, type OpenTable } from './open-tables';
import { contentOf, writeCells } from './page-cells';
import type { Head } from './plan';
import { cellsOf, everywhere } from './ranges';
import type { Session } from './session';

interface CellFormula {
  readonly row: number;
  readonly column: number;
  /** Without the equals sign. */
  readonly formula: string;
}

/**
 * Writes the formulas that a table should have and has not: tie-outs above it, and the one formula of each link column.
 * They name other tables, so that all tables must be there. Missing are those of new tables, those that an interrupted run did
 * not come to, and the names of links to a sheet that was renamed. Labels that people took away stay away, with their figures.
 */
export async function completeFormulas(
  session: Session,
  tables: readonly { readonly table: OpenTable; readonly write: TableWrite; readonly head: Head | undefined }[],
  known: KnownTables,
  definedNames: readonly DefinedName[],
  formats: Formats,
): Promise<void> {
  const all = tables.map(({ table, write, head }) => {
    const { body, repairs } = oldBody(write, table);
    const names = missingLinkNames(write, { sheet: table.sheet, left: table.area.left }, body, known, definedNames);
    const agreements = changedAgreements(write, head, formats);
    return { table, body, repairs, names, agreements, cells: missingFigures(table, write, head, known) };
  });
  const names = all.flatMap((one) => one.names);
  const work = all.filter(({ repairs, cells, agreements }) => repairs.size + cells.length + agreements.length > 0);
  if (work.length === 0 && names.length === 0) return;
  await session.run(async (context) => {
    context.application.suspendApiCalculationUntilNextSync();
    // Before the formulas that use them.
    for (const { name, formula } of names) {
      const old = definedNames.find((other) => sameName(other, name));
      if (old) context.workbook.names.getItem(old.name).formula = `=${formula}`;
      else context.workbook.names.add(name, `=${formula}`);
    }
    for (const { table, body, repairs, cells, agreements } of work) {
      const sheet = context.workbook.worksheets.getItem(table.sheetId);
      for (const { row, column, formula } of cells) {
        sheet.getCell(row - 1, column - 1).formulas = [[`=${formula}`]];
      }
      for (const { row, cells: changed } of agreements) writeCells(sheet, row, changed, formats);
      for (const at of repairs) {
        const left = table.area.left + at;
        const column = cellsOf(sheet, { ...bodyAreaOf(table), left, right: left });
        column.numberFormat = everywhere('General');
        column.formulas = everywhere(`=${body[at].formula}`);
      }
    }
    await context.sync();
  });
  for (const { table, body, repairs } of work) {
    table.columns = table.columns.map((column, at) =>
      repairs.has(at) ? { ...column, formula: body[at].formula } : column,
    );
  }
}

/** The figures above a table whose label is there and that have nothing beside it. `head` is undefined for a new sheet. */
function missingFigures(
  { area }: OpenTable,
  { table, dimensions, links }: TableWrite,
  head: Head | undefined,
  known: KnownTables,
): CellFormula[] {
  if (area.left !== 1) return [];
  const hasLinks = head === undefined ? links : area.right > resultColumns(table, dimensions, false).length;
  const columns = resultColumns(table, dimensions, hasLinks);
  const figures = figureColumn(table, columns);
  const left = labelColumn(columns);
  const cells: CellFormula[] = [];
  table.tieOuts.forEach(({ label, formula, kind }, index) => {
    const row = FIRST_TIE_OUT_ROW + index;
    if (row >= area.top || !isBare(head?.[row - 1], left, label)) return;
    cells.push({ row, column: figures, formula });
    if (kind !== 'check') return;
    cells.push({ row, column: figures + 1, formula: verdictFormula(`${columnLetters(figures)}${row}`) });
  });
  const link = goTo(table);
  const row = area.top - 2;
  if (link && !hasLinks && isBare(head?.[row - 1], left, goToLabel(link.target))) {
    const place = placeIn(known, searched(link));
    const formula = place && goToFormula(`${columnLetters(figures)}${row}`, place);
    if (formula !== undefined) cells.push({ row, column: figures + 1, formula });
  }
  return cells;
}

/**
 * The comparisons with other tables that are not as they should be, cell by cell; the column is that of their headers. Where people
 * have taken these away, or an earlier version made the sheet, there are none.
 */
function changedAgreements(
  { table, agreements, dimensions, links }: TableWrite,
  head: Head | undefined,
  formats: Formats,
): { row: number; cells: PageCell[] }[] {
  if (!agreements) return [];
  const title = agreementsRow(table);
  const isNew = head === undefined;
  const left = isNew
    ? figureColumn(table, resultColumns(table, dimensions, links))
    : 1 + (head[title - 1]?.indexOf(FIRST_HEADER) ?? -1);
  if (left < 1) return [];
  return (table.agreements ?? []).flatMap((label, at) => {
    const row = title + 1 + at;
    const old = head?.[row - 1];
    const agreement = agreements[label];
    if (!agreement || !(isNew || old?.includes(label))) return [];
    const cells = agreementCells(agreement, left, row, formats);
    return [{ row, cells: cells.filter((cell) => isNew || old?.[cell.column - 1] !== contentOf(cell, formats)) }];
  });
}

/** Whether a row of the sheet holds the label and nothing else. */
const isBare = (row: readonly unknown[] | undefined, left: number, label: string): boolean =>
  row === undefined || row.every((cell, at) => cell === (at + 1 === left ? label : ''));
