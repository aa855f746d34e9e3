import { columnLetters } from '../cells';
import { FIRST_DAY, LAST_DAY } from '../../book/days';
import { TRANSACTIONS } from '../tables/input';
import { CLOSINGS } from '../tables/results';
import type { InputColumn } from '../tables/spec';
import { columnsOf, HEADER_ROW, type NewSheet, type NewTable, type Rule } from './create-sheet';
import { escapeAttribute, escapeText } from './xml';

/** Columns that name a row of another table: the list that drops down, and what an unknown name means. */
const REFERENCES: readonly Reference[] = [
  {
    from: ['Transactions', 'Item'],
    to: ['Items', 'Item'],
    name: 'ItemNumbers',
    style: 'warning',
    unknown: 'This item is not in the table Items. It would be costed by the parameters, without dimensions.',
  },
  {
    from: ['Items', 'Item model group'],
    to: ['ItemModelGroups', 'Item model group'],
    name: 'ItemModelGroupNames',
    style: 'stop',
    unknown: 'Choose a group of the table ItemModelGroups, or add the group there first.',
  },
  {
    from: ['Items', 'Dimension group'],
    to: ['DimensionGroups', 'Dimension group'],
    name: 'DimensionGroupNames',
    style: 'stop',
    unknown: 'Choose a group of the table DimensionGroups, or add the group there first.',
  },
];

interface Reference {
  readonly from: readonly [table: string, column: string];
  readonly to: readonly [table: string, column: string];
  /** The defined name of the list: validation can not name a table's column itself. */
  readonly name: string;
  readonly style: 'stop' | 'warning';
  readonly unknown: string;
}

/** Largest amount or quantity that is offered for typing: beyond, cents would no longer be exact. */
const LARGEST = 90_000_000_000_000;
/** Excel's limits on the texts of a validation. */
const TITLE = 32;
const TEXT = 255;
const LIST = 255;

/**
 * The date of the last close in force, 0 before the first. INDIRECT, because the table Closings comes with the first close,
 * and a name that leads nowhere until then would be a damaged file. SUMPRODUCT reads arrays in every Excel.
 */
const CLOSED_UP_TO = {
  name: 'ClosedUpTo',
  formula: `IFERROR(SUMPRODUCT(MAX((${closings('Type')}="Close")*(${closings('Status')}="Completed")*${closings('Date')})),0)`,
};

function closings(column: string): string {
  return `INDIRECT("${CLOSINGS.name}[${column}]")`;
}

/** Defined names that the validations of these sheets use: name and formula. */
export function validationNames(sheets: readonly NewSheet[]): readonly (readonly [name: string, formula: string])[] {
  const lists = REFERENCES.filter(({ from, to }) => has(sheets, from) && has(sheets, to)).map(
    ({ name, to }) => [name, `${to[0]}[${to[1]}]`] as const,
  );
  const dated = sheets.some((sheet) => sheet.kind === 'table' && columnsOf(sheet).some((one) => isLocked(sheet, one)));
  const names = dated ? [...lists, [CLOSED_UP_TO.name, CLOSED_UP_TO.formula] as const] : lists;
  return [...names].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The dates of transactions are locked by closes; those of periods are not. */
function isLocked(sheet: NewTable, { kind }: InputColumn): boolean {
  return sheet.table === TRANSACTIONS && kind === 'date';
}

function has(sheets: readonly NewSheet[], [table, column]: readonly [string, string]): boolean {
  return sheets.some(
    (sheet) =>
      sheet.kind === 'table' && sheet.table.name === table && columnsOf(sheet).some((one) => one.name === column),
  );
}

/** The element dataValidations of a table's sheet, or "" where nothing is validated. */
export function validations(sheet: NewTable, sheets: readonly NewSheet[]): string {
  const columns = columnsOf(sheet);
  const first = HEADER_ROW + 1;
  const last = HEADER_ROW + Math.max(sheet.rows, 1) + (sheet.spareRows ?? 0);
  const elements = columns.flatMap((column, index) => {
    const letters = columnLetters(index + 1);
    const reference = REFERENCES.find(({ from }) => from[0] === sheet.table.name && from[1] === column.name);
    if (reference && has(sheets, reference.to)) {
      return [byName(`${letters}${first}:${letters}${last}`, column, reference)];
    }
    const rule: Rule | undefined = isLocked(sheet, column) ? { kind: 'open date' } : ruleOf(column);
    return rule ? [byRule(`${letters}${first}:${letters}${last}`, column.name, column.note, rule)] : [];
  });
  for (const { column, row, rule } of sheet.rules ?? []) {
    const letters = columnLetters(columns.findIndex((one) => one.name === column) + 1);
    elements.push(byRule(`${letters}${first + row}`, column, '', rule));
  }
  return elements.length === 0
    ? ''
    : `<dataValidations count="${elements.length}">${elements.join('')}</dataValidations>`;
}

/** What cells of a column may hold; undefined where any text will do. */
function ruleOf(column: InputColumn): Rule | undefined {
  switch (column.kind) {
    case 'choice':
      return { kind: 'list', choices: column.choices ?? [] };
    case 'yes/no':
      return { kind: 'list', choices: ['Yes', 'No'] };
    case 'date':
      return { kind: 'date' };
    case 'quantity':
      return { kind: 'not zero' };
    case 'unit cost':
      return { kind: 'not negative' };
    case 'amount':
    case 'number':
      return { kind: 'number' };
    default:
      return undefined;
  }
}

function byName(cells: string, column: InputColumn, reference: Reference): string {
  const formula = `<formula1>${reference.name}</formula1>`;
  return validation(cells, 'list', reference.style, column.name, column.note, reference.unknown, formula);
}

function byRule(cells: string, name: string, note: string, rule: Rule): string {
  const between = (from: number, to: number): string => `<formula1>${from}</formula1><formula2>${to}</formula2>`;
  switch (rule.kind) {
    case 'list': {
      const list = rule.choices.join(',');
      if (list.length > LIST) throw new Error(`The choices of ${name} are longer than Excel's ${LIST} characters`);
      const error = `Choose one of these: ${rule.choices.join(', ')}.`;
      return validation(cells, 'list', 'stop', name, note, error, `<formula1>${escapeText(`"${list}"`)}</formula1>`);
    }
    case 'date':
      return validation(cells, 'date', 'stop', name, note, DATE_ERROR, between(FIRST_DAY, LAST_DAY));
    case 'open date': {
      // A warning and no stop: a locked date that was changed by mistake can be typed back.
      const [cell] = cells.split(':');
      const formula = `AND(ISNUMBER(${cell}),${cell}>=${FIRST_DAY},${cell}<=${LAST_DAY},${cell}>${CLOSED_UP_TO.name})`;
      const formulas = `<formula1>${escapeText(formula)}</formula1>`;
      return validation(cells, 'custom', 'warning', name, note, OPEN_DATE_ERROR, formulas);
    }
    case 'number':
      return validation(cells, 'decimal', 'stop', name, note, 'Enter a number.', between(-LARGEST, LARGEST));
    case 'not negative':
      return validation(
        cells,
        'decimal',
        'stop',
        name,
        note,
        'Enter a number that is not negative.',
        between(0, LARGEST),
      );
    case 'whole': {
      const error = `Enter a whole number from ${rule.from} to ${rule.to}.`;
      return validation(cells, 'whole', 'stop', name, note, error, between(rule.from, rule.to));
    }
    case 'not zero':
      return validation(
        cells,
        'decimal',
        'stop',
        name,
        note,
        ZERO_ERROR,
        '<formula1>0</formula1>',
        ' operator="notEqual"',
      );
  }
}

const DATE_ERROR = 'Enter a date, such as 2026-01-31.';
const OPEN_DATE_ERROR =
  'Enter a date, such as 2026-01-31, after the last close: everything up to that is locked (sheet Closings). To correct what is older, enter a new row with a later date, or reverse the close.';
const ZERO_ERROR = 'Enter a number that is not zero: positive for a receipt, negative for an issue.';

function validation(
  cells: string,
  type: string,
  style: 'stop' | 'warning',
  name: string,
  prompt: string,
  error: string,
  formulas: string,
  operator = '',
): string {
  const text = (value: string, longest: number): string =>
    escapeAttribute(value.length <= longest ? value : `${value.slice(0, longest - 1)}…`);
  return (
    `<dataValidation type="${type}"` +
    (style === 'stop' ? '' : ` errorStyle="${style}"`) +
    operator +
    ' allowBlank="1"' +
    (prompt === '' ? '' : ' showInputMessage="1"') +
    ' showErrorMessage="1"' +
    ` errorTitle="${text(name, TITLE)}" error="${text(error, TEXT)}"` +
    (prompt === '' ? '' : ` promptTitle="${text(name, TITLE)}" prompt="${text(prompt, TEXT)}"`) +
    ` sqref="${cells}">${formulas}</dataValidation>`
  );
}
