import { columnLetters, quoteSheet } from '../cells';
import type { LinkPlace } from '../port';
import type { LinkTarget } from '../tables/spec';

export type { LinkPlace } from '../port';

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

/**
 * Whether a link formula names the sheets that its targets stand on now, and the tables: a renamed sheet makes it lead
 * nowhere, and another mapping elsewhere.
 */
export function leadsTo(formula: string, places: LinkPlaces): boolean {
  return [places.first, places.second].every(
    (place) =>
      place === undefined ||
      (formula.includes(sheetText(place)) && (!('table' in place) || formula.includes(`${place.table}[`))),
  );
}

function jump(place: LinkPlace, id: string, row: string): string {
  const text = withoutWildcards(id);
  const search = `MATCH(IF(ISTEXT(${id}),${text},${id}),${columnOf(place)},0)`;
  return address(place, `IF(IFERROR(INDEX(${columnOf(place)},${row})=${id},FALSE),${row},${search})`);
}

/** "#'Close log'!$B$12", from the number of a row of the body. */
function address(place: LinkPlace, row: string): string {
  const header = headerOf(place);
  return `${sheetText(place)}&ADDRESS(ROW(${header})+${row},COLUMN(${header}))`;
}

const sheetText = ({ sheet }: LinkPlace): string => `"#${quoteSheet(sheet).replace(/"/g, '""')}!"`;

/** MATCH takes ~ * and ? for wildcards in text. */
const withoutWildcards = (text: string): string =>
  ['~', '*', '?'].reduce((inner, sign) => `SUBSTITUTE(${inner},"${sign}","~${sign}")`, text);

const thisRow = (table: string, column: string): string => `${table}[[#This Row],[${escaped(column)}]]`;

const LAST_ROW = 1_048_576;

/** "Table[Column]", with brackets around names that need them: the body of a column. That of a range goes on to the end of the sheet, so that it holds when rows are added. */
export function columnOf(place: LinkPlace | { readonly table: string; readonly column: string }): string {
  if ('rangeColumn' in place) {
    const letters = columnLetters(place.rangeColumn);
    return `${quoteSheet(place.sheet)}!$${letters}$${place.headerRow + 1}:$${letters}$${LAST_ROW}`;
  }
  const { table, column } = place;
  const isPlain = /^[A-Za-z0-9 ]*$/.test(column) && column.trim() === column;
  return isPlain ? `${table}[${column}]` : `${table}[[${escaped(column)}]]`;
}

const headerOf = (place: LinkPlace): string =>
  'rangeColumn' in place
    ? `${quoteSheet(place.sheet)}!$${columnLetters(place.rangeColumn)}$${place.headerRow}`
    : `${place.table}[[#Headers],[${escaped(place.column)}]]`;

/** Brackets, # and ' have a meaning in the name of a column: an apostrophe goes before them. */
const escaped = (column: string): string => column.replace(/[[\]#']/g, "'$&");
