import type { TableWrite } from '../port';
import { rowColumn } from '../tables/spec';
import { leadsTo, LINK_COLUMNS, linkFormula, type LinkPlace, type LinkPlaces } from '../write/link-formula';
import { goTo, resultColumns, searched, type ResultColumn } from '../write/result-columns';
import type { BodyColumn } from './body-writer';
import { headerKey, type TablePart } from './table-part';
import type { WorkbookParts } from './workbook-parts';
import { dimensionMissing, nameTaken, sheetNotOurs, structureProtected, tableNotOurs } from './write-refusals';

/** A table that formulas can name: one of the workbook, or one that is about to be made. */
export interface KnownTable {
  readonly sheet: string;
  readonly name: string;
  readonly columns: readonly { readonly name: string }[];
  /** Undefined while it is still to be made. */
  readonly part: TablePart | undefined;
  readonly sheetPart: string;
}

export type KnownTables = ReadonlyMap<string, KnownTable>;

/** Refuses, before anything is written, tables and sheets of our names that are not ours, and what would not let them be made. */
export function refuseUnready(file: string, parts: WorkbookParts, writes: readonly TableWrite[]): void {
  for (const { table, dimensions } of writes) {
    const old = parts.tables.find((other) => other.name.toLowerCase() === table.name.toLowerCase());
    if (old) {
      const headers = new Set(old.columns.map((column) => headerKey(column.name)));
      const missing = table.columns.map((column) => column.name).filter((name) => !headers.has(headerKey(name)));
      if (missing.length > 0 || old.headerRows !== 1) throw tableNotOurs(old.name, old.sheet, missing);
      const without = table.dimensions ? dimensions.filter((name) => !headers.has(headerKey(name))) : [];
      if (without.length > 0) throw dimensionMissing(old.name, old.sheet, without);
      continue;
    }
    const names = [table.sheet.toLowerCase(), table.name.toLowerCase()];
    const sheet = parts.sheets.find((other) => names.includes(other.name.toLowerCase()));
    if (sheet) throw sheetNotOurs(sheet.name, table.name);
    if (parts.definedNames.some((name) => name.toLowerCase() === names[1])) throw nameTaken(table.name);
    if (parts.structureLocked) throw structureProtected(file);
  }
}

/** The tables of the workbook, and those of the writes that are still to be made, by name in lower case. */
export function placesOf(parts: WorkbookParts, writes: readonly TableWrite[]): Map<string, KnownTable> {
  const known = new Map<string, KnownTable>();
  for (const { table } of writes) {
    known.set(table.name.toLowerCase(), {
      sheet: table.sheet,
      name: table.name,
      columns: table.columns,
      part: undefined,
      sheetPart: '',
    });
  }
  for (const sheet of parts.sheets) {
    for (const part of sheet.tables) {
      known.set(part.name.toLowerCase(), {
        sheet: sheet.name,
        name: part.name,
        columns: part.columns,
        part,
        sheetPart: sheet.part,
      });
    }
  }
  return known;
}

/** Columns and body of a table that is to be made, and where its jump cell searches if it has no link columns. */
export function newBody(
  write: TableWrite,
  known: KnownTables,
): { columns: readonly ResultColumn[]; body: BodyColumn[]; search: LinkPlace | undefined } {
  const { table, dimensions, links } = write;
  refuseUnknownNames(write, known);
  const columns = resultColumns(table, dimensions, links);
  const body = columns.map((column): BodyColumn => {
    const formula = column.link ? formulaOf(column, table.name, (name) => name, known) : '';
    return { header: column.header, column, formula, ...valuesOf(write, column) };
  });
  const link = links ? undefined : goTo(table);
  return { columns, body, search: link && placeIn(known, searched(link)) };
}

/** The body of a table that is there, column by column, and the positions of links that must be written anew. */
export function oldBody(
  write: TableWrite,
  table: TablePart,
  known: KnownTables,
): { body: BodyColumn[]; repairs: Set<number> } {
  const expected = new Map(
    resultColumns(write.table, write.dimensions, true).map((column) => [headerKey(column.header), column]),
  );
  const actual = new Map(table.columns.map((column) => [headerKey(column.name), column.name]));
  const repairs = new Set<number>();
  const body = table.columns.map((old, index): BodyColumn => {
    const column = expected.get(headerKey(old.name));
    if (!column)
      return {
        header: old.name,
        column: undefined,
        values: undefined,
        formula: isMovable(old.formula) ? old.formula : '',
      };
    const { link } = column;
    if (!link) return { header: old.name, column, formula: '', ...valuesOf(write, column) };
    const nameOf = (name: string): string | undefined => actual.get(headerKey(name));
    // Without its row column a link has nothing to go by: it is left as it is.
    if (nameOf(rowColumn(link.column)) === undefined)
      return { header: old.name, column: undefined, values: undefined, formula: old.formula };
    const right = leadsTo(old.formula, placesFor(column, known));
    if (!right) repairs.add(index);
    const formula = right ? old.formula : formulaOf(column, table.name, (name) => nameOf(name) ?? name, known);
    return { header: old.name, column, formula, ...valuesOf(write, column) };
  });
  return { body, repairs };
}

function valuesOf(write: TableWrite, column: ResultColumn): Pick<BodyColumn, 'values' | 'linkRows'> {
  if (column.link) return { values: undefined, linkRows: write.columns[rowColumn(column.link.column)] };
  const values = write.columns[column.header];
  if (values === undefined && (column.kind === 'link row' || write.rows === 0)) return { values: undefined };
  if (values?.length !== write.rows) {
    throw new Error(
      `${write.table.name}[${column.header}] has ${values?.length ?? 'no'} values for ${write.rows} rows`,
    );
  }
  return { values };
}

function formulaOf(
  column: ResultColumn,
  table: string,
  nameOf: (column: string) => string,
  known: KnownTables,
): string {
  if (!column.link) return '';
  const reference = column.link.column;
  return linkFormula(table, nameOf(reference), nameOf(rowColumn(reference)), placesFor(column, known));
}

function placesFor({ link }: ResultColumn, known: KnownTables): LinkPlaces {
  if (!link) throw new Error('no link');
  const [first, second] = LINK_COLUMNS[link.target].map((target) => placeIn(known, target));
  if (!first) throw new Error(`links to a ${link.target} need a table that is not there`);
  return second ? { first, second } : { first };
}

function placeIn(
  known: KnownTables,
  target: { readonly table: string; readonly column: string },
): LinkPlace | undefined {
  const table = known.get(target.table.toLowerCase());
  const column = table?.columns.find(({ name }) => headerKey(name) === headerKey(target.column));
  return table && column && { sheet: table.sheet, table: table.name, column: column.name };
}

/** A formula that names a table that is not there makes Excel call the file damaged. */
function refuseUnknownNames({ table }: TableWrite, known: KnownTables): void {
  for (const { formula, label } of table.tieOuts) {
    for (const [, name] of formula.matchAll(/([A-Za-z]+)\[/g)) {
      if (!known.has(name.toLowerCase())) throw new Error(`"${label}" of ${table.name} needs the table ${name}`);
    }
  }
}

/** Whether a calculated column has the same text in every row: one with addresses of cells has not. */
function isMovable(formula: string): boolean {
  const bare = formula.replace(/"[^"]*"|'[^']*'|\[[^\]]*\]/g, '');
  return !/(?:^|[^A-Za-z0-9_.])\$?[A-Za-z]{1,3}\$?\d+(?![A-Za-z0-9_(])/.test(bare);
}
