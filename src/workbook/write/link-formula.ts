import { quoteSheet } from '../cells';
import type { LinkTarget } from '../tables/spec';

/** A column that links lead into: where the table stands now, and what it and its column are called there. */
export interface LinkPlace {
  readonly sheet: string;
  readonly table: string;
  readonly column: string;
}

/** The columns that a target's ids are looked for in. The second is taken where the remembered row is negative. */
export interface LinkPlaces {
  readonly first: LinkPlace;
  readonly second?: LinkPlace;
}

/** Table and column of each target; transactions may also be legs of closing transfers. */
export const LINK_COLUMNS: Readonly<Record<LinkTarget, readonly { table: string; column: string }[]>> = {
  transaction: [
    { table: 'Transactions', column: 'Transaction' },
    { table: 'ClosingTransfers', column: 'Transaction' },
  ],
  closing: [{ table: 'Closings', column: 'Closing' }],
  voucher: [{ table: 'Ledger', column: 'Voucher' }],
};

/** What a link shows; a row without a reference shows nothing. */
export const LINK_TEXT = '→';

/**
 * The formula of a link column, the same in every row: jumps to the remembered row of the target's body (from 1;
 * negative counts in the second place) while the id still stands there, else to where a search finds it. In the
 * notation of files, without the equals sign.
 */
export function linkFormula(table: string, idColumn: string, rowColumn: string, places: LinkPlaces): string {
  const id = thisRow(table, idColumn);
  const row = thisRow(table, rowColumn);
  const first = jump(places.first, id, row);
  const target = places.second ? `IF(${row}>0,${first},${jump(places.second, id, `-${row}`)})` : first;
  return `IF(${row}="","",IFERROR(HYPERLINK(${target},"${LINK_TEXT}"),""))`;
}

/** The formula beside a cell into which an id is typed: jumps to the row of that id, as text or else as a number. */
export function goToFormula(cell: string, place: LinkPlace): string {
  const search = (what: string): string => `MATCH(${what},${columnOf(place)},0)`;
  const row = `IFERROR(${search(withoutWildcards(`${cell}&""`))},${search(`VALUE(${cell})`)})`;
  return `IF(${cell}="","",IFERROR(HYPERLINK(${address(place, row)},"Go to row ${LINK_TEXT}"),"Not found"))`;
}

/** Whether a link formula names the sheets that its targets stand on now: a renamed sheet makes it lead nowhere. */
export function leadsTo(formula: string, places: LinkPlaces): boolean {
  return [places.first, places.second].every((place) => place === undefined || formula.includes(sheetText(place)));
}

function jump(place: LinkPlace, id: string, row: string): string {
  const text = withoutWildcards(id);
  const search = `MATCH(IF(ISTEXT(${id}),${text},${id}),${columnOf(place)},0)`;
  return address(place, `IF(IFERROR(INDEX(${columnOf(place)},${row})=${id},FALSE),${row},${search})`);
}

/** "#'Close log'!$B$12", from the number of a row of the body. */
function address(place: LinkPlace, row: string): string {
  const header = `${place.table}[[#Headers],[${escaped(place.column)}]]`;
  return `${sheetText(place)}&ADDRESS(ROW(${header})+${row},COLUMN(${header}))`;
}

const sheetText = ({ sheet }: LinkPlace): string => `"#${quoteSheet(sheet).replace(/"/g, '""')}!"`;

/** MATCH takes ~ * and ? for wildcards in text. */
const withoutWildcards = (text: string): string =>
  ['~', '*', '?'].reduce((inner, sign) => `SUBSTITUTE(${inner},"${sign}","~${sign}")`, text);

const thisRow = (table: string, column: string): string => `${table}[[#This Row],[${escaped(column)}]]`;

/** "Table[Column]", with brackets around names that need them. */
export const columnOf = ({ table, column }: Pick<LinkPlace, 'table' | 'column'>): string =>
  /^[A-Za-z0-9 ]*$/.test(column) && column.trim() === column ? `${table}[${column}]` : `${table}[[${escaped(column)}]]`;

/** Brackets, # and ' have a meaning in the name of a column: an apostrophe goes before them. */
const escaped = (column: string): string => column.replace(/[[\]#']/g, "'$&");
