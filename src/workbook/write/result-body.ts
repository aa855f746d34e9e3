import type { LinkPlace, OutValue, StandIn, TableWrite } from '../port';
import { headerKey } from '../headers';
import { type ResultTable, rowColumn } from '../tables/spec';
import {
  isLinkTarget,
  leadsTo,
  LINK_COLUMNS,
  linkFormula,
  linkName,
  type LinkPlaces,
  linkTarget,
  type OwnColumns,
} from './link-formula';
import { dimensionMissing, linkNameTaken, nameTaken, sheetNotOurs, structureProtected, tableNotOurs } from './refusals';
import { goTo, resultColumns, searched, type ResultColumn } from './result-columns';

/** A table that formulas can name: one of the workbook, or one that is about to be made. */
export interface KnownTable {
  readonly sheet: string;
  readonly name: string;
  readonly columns: readonly { readonly name: string }[];
  /** Where its columns really stand, where a foreign table or range stands for it. */
  readonly standIn?: StandIn;
}

/** A table of ours for which another one stands, as formulas can name it. */
export const knownStandIn = (standIn: StandIn): KnownTable => ({ sheet: '', name: '', columns: [], standIn });

export type KnownTables = ReadonlyMap<string, KnownTable>;

/** A column of a table that is there, and its formula where it is a calculated column, else "". */
export interface OldColumn {
  readonly name: string;
  readonly formula: string;
}

/** A column of a table's body as it is to be written. */
export interface BodyColumn {
  readonly header: string;
  /** Undefined for a column that people have added to the table. */
  readonly column: ResultColumn | undefined;
  /** One value for each new row; undefined where the column stays blank or is calculated. */
  readonly values: readonly OutValue[] | undefined;
  /** The formula of a calculated column, the same in every row, or "". */
  readonly formula: string;
  /** On a link column: the rows that it remembers, which say where there is a link at all. */
  readonly linkRows?: readonly OutValue[] | undefined;
}

/** A name that the workbook defines, and what it stands for: a formula without the equals sign. */
export interface DefinedName {
  readonly name: string;
  readonly formula: string;
}

/** What of a workbook may stand in the way of our tables. */
export interface Surroundings {
  readonly sheets: readonly { readonly name: string }[];
  readonly tables: readonly (KnownTable & { readonly headerRows: number })[];
  readonly definedNames: readonly DefinedName[];
  readonly structureLocked: boolean;
}

/** Refuses, before anything is written, tables and sheets of our names that are not ours, and what would not let them be made. */
export function refuseUnready(
  workbook: string,
  { sheets, tables, ...rest }: Surroundings,
  writes: readonly TableWrite[],
): void {
  for (const { table, dimensions } of writes) {
    refuseForeignNames(table, rest.definedNames);
    const old = tables.find((other) => other.name.toLowerCase() === table.name.toLowerCase());
    if (old) {
      const headers = new Set(old.columns.map((column) => headerKey(column.name)));
      const needed = table.columns.filter(({ later }) => !later).map((column) => column.name);
      const missing = needed.filter((name) => !headers.has(headerKey(name)));
      if (missing.length > 0 || old.headerRows !== 1) throw tableNotOurs(old.name, old.sheet, missing);
      const without = table.dimensions ? dimensions.filter((name) => !headers.has(headerKey(name))) : [];
      if (without.length > 0) throw dimensionMissing(old.name, old.sheet, without);
      continue;
    }
    const names = [table.sheet.toLowerCase(), table.name.toLowerCase()];
    const sheet = sheets.find((other) => names.includes(other.name.toLowerCase()));
    if (sheet) throw sheetNotOurs(sheet.name, table.name);
    if (rest.definedNames.some(({ name }) => name.toLowerCase() === names[1])) throw nameTaken(table.name);
    if (rest.structureLocked) throw structureProtected(workbook);
  }
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
    const formula = column.link ? linkFormula(table.name, column.link.column) : '';
    return { header: column.header, column, formula, ...valuesOf(write, column) };
  });
  const link = links ? undefined : goTo(table);
  return { columns, body, search: link && placeIn(known, searched(link)) };
}

/** The body of a table that is there, column by column, and the positions of links that must be written anew. */
export function oldBody(
  write: TableWrite,
  table: { readonly name: string; readonly columns: readonly OldColumn[] },
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
    const formula = linkFormula(write.table.name, link.column);
    if (old.formula.toLowerCase() !== formula.toLowerCase()) repairs.add(index);
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

/**
 * The names by which the links of a table lead where they should, as they have to be: those of columns that have their reference and
 * its row beside them. `sheet` and `left` say where the table stands; `there` are the names that the workbook has.
 */
export function missingLinkNames(
  { table }: TableWrite,
  place: { readonly sheet: string; readonly left: number },
  body: readonly BodyColumn[],
  known: KnownTables,
  there: readonly DefinedName[],
): DefinedName[] {
  const columns = new Map(body.map(({ header }, index) => [headerKey(header), place.left + index]));
  return body.flatMap(({ column, formula }) => {
    const link = formula === '' ? undefined : column?.link;
    const id = link && columns.get(headerKey(link.column));
    const row = link && columns.get(headerKey(rowColumn(link.column)));
    if (!column || !link || id === undefined || row === undefined) return [];
    const own: OwnColumns = { sheet: place.sheet, id, row };
    const places = placesFor(column, known);
    const name = linkName(table.name, link.column);
    const old = there.find((other) => sameName(other, name));
    return old && leadsTo(old.formula, own, places) ? [] : [{ name, formula: linkTarget(own, places) }];
  });
}

export const sameName = ({ name }: DefinedName, other: string): boolean => name.toLowerCase() === other.toLowerCase();

/** A name of one of our links that stands for something else is somebody's own. */
function refuseForeignNames(table: ResultTable, definedNames: readonly DefinedName[]): void {
  for (const { column } of table.links) {
    const name = linkName(table.name, column);
    const old = definedNames.find((other) => sameName(other, name));
    if (old && !isLinkTarget(old.formula)) throw linkNameTaken(old.name);
  }
}

function placesFor({ link }: ResultColumn, known: KnownTables): LinkPlaces {
  if (!link) throw new Error('no link');
  const [first, second] = LINK_COLUMNS[link.target].map((target) => placeIn(known, target));
  if (!first) throw new Error(`links to a ${link.target} need a table that is not there`);
  return second ? { first, second } : { first };
}

/** Where the ids of a target stand; undefined where the workbook has no such table or column. */
export function placeIn(
  known: KnownTables,
  target: { readonly table: string; readonly column: string },
): LinkPlace | undefined {
  const table = known.get(target.table.toLowerCase());
  if (table?.standIn) return table.standIn.columns.get(headerKey(target.column));
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
