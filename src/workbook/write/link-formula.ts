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

/** Where the references of a link column stand, and the rows that they remember. Columns count from 1. */
export interface OwnColumns {
  readonly sheet: string;
  readonly id: number;
  readonly row: number;
}

/** The defined name that says where the links beside a reference column lead: "Settlements.Issue". */
export const linkName = (table: string, column: string): string => `${table}.${column.replace(/ /g, '_')}`;

/**
 * The formula of a link column, the same in every row. What it looks up stands in a defined name: so short a formula is read and
 * calculated as fast as a fixed address, also 200,000 times. In the notation of files, without the equals sign.
 */
export const linkFormula = (table: string, column: string): string =>
  `IFERROR(HYPERLINK(${linkName(table, column)},"${LINK_TEXT}"),"")`;

/**
 * The formula of that name: the address that the row it is used in leads to. It is the remembered row of the target's body (from 1;
 * negative counts in the second place) while the id still stands there, else where a search finds it. An error where there is nothing
 * to go to.
 */
export function linkTarget(own: OwnColumns, places: LinkPlaces): string {
  const id = inThisRow(own.sheet, own.id);
  const row = inThisRow(own.sheet, own.row);
  const first = jump(places.first, id, row);
  const target = places.second ? `IF(${row}>0,${first},${jump(places.second, id, `-${row}`)})` : first;
  return `IF(${row}="",${NOWHERE},${target})`;
}

/** A cell of the row that uses the name. ROW is a list in a name, of which MAX takes the one number. */
const inThisRow = (sheet: string, column: number): string => `INDEX(${wholeColumn(sheet, column)},MAX(ROW()))`;

const wholeColumn = (sheet: string, column: number): string =>
  `${quoteSheet(sheet)}!$${columnLetters(column)}:$${columnLetters(column)}`;

const NOWHERE = 'NA()';

/** Whether the formula of a name can be one of ours: other people may have a use for the same name. */
export const isLinkTarget = (formula: string): boolean =>
  formula.includes(`"",${NOWHERE},`) && formula.includes('"#') && formula.includes('MATCH(');

/** The formula beside a cell into which an id is typed: jumps to the row of that id, as text or else as a number. */
export function goToFormula(cell: string, place: LinkPlace): string {
  const search = (what: string): string => `MATCH(${what},${columnOf(place)},0)`;
  const row = `IFERROR(${search(withoutWildcards(`${cell}&""`))},${search(`VALUE(${cell})`)})`;
  return `IF(${cell}="","",IFERROR(HYPERLINK(${address(place, row)},"Go to row ${LINK_TEXT}"),"Not found"))`;
}

/**
 * Whether the formula of a name looks where references and targets stand now, and names the sheets that it leads to: a renamed sheet
 * makes links lead nowhere, and another mapping elsewhere.
 */
export function leadsTo(formula: string, own: OwnColumns, places: LinkPlaces): boolean {
  const looksHere = [own.id, own.row].every((column) => formula.includes(wholeColumn(own.sheet, column)));
  return (
    looksHere &&
    [places.first, places.second].every(
      (place) => place === undefined || (formula.includes(sheetText(place)) && formula.includes(columnOf(place))),
    )
  );
}

function jump(place: LinkPlace, id: string, row: string): string {
  const search = `MATCH(IF(ISTEXT(${id}),${withoutWildcards(id)},${id}),${columnOf(place)},0)`;
  // Divided by whether the id stands there: an error where it does not.
  return address(place, `IFERROR(${row}/(INDEX(${columnOf(place)},${row})=${id}),${search})`);
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

const LAST_ROW = 1_048_576;

/** "Table[Column]", with brackets around names that need them: the body of a column. That of a range goes on to the end of the sheet, so that it holds when rows are added. */
export function columnOf(place: LinkPlace | { readonly table: string; readonly column: string }): string {
  if ('rangeColumn' in place) {
    const letters = columnLetters(place.rangeColumn);
    return `${quoteSheet(place.sheet)}!$${letters}$${place.headerRow + 1}:$${letters}$${place.lastRow ?? LAST_ROW}`;
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
