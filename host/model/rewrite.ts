import { parseA1Ref, parseStructRef, stringifyA1Ref, stringifyStructRef, tokenize } from '@borgar/fx';
import { type Area, MAX_COLUMNS, MAX_ROWS, WHOLE_SHEET } from './address';
import type { Formula, Sheet } from './sheet';
import type { Table } from './table';
import type { Workbook } from './workbook';

type Rewrite = (token: { type: string; value: string }, home: Sheet) => string;

/** Rewrites the references of one formula; a text that is no formula stays. */
function rewritten(text: string, home: Sheet, rewrite: Rewrite): string {
  let changed = false;
  const parts = tokenize(text).map((token) => {
    const fresh = rewrite(token, home);
    if (fresh !== token.value) changed = true;
    return fresh;
  });
  return changed ? parts.join('') : text;
}

/** Rewrites every formula in cells, calculated columns and names whose text may be touched. */
function rewriteAll(workbook: Workbook, mayTouch: (text: string) => boolean, rewrite: Rewrite): void {
  const results = new Map<string, string>();
  const fresh = (text: string, home: Sheet): string => {
    if (!mayTouch(text)) return text;
    const key = `${home.id}${text}`;
    let result = results.get(key);
    if (result === undefined) results.set(key, (result = rewritten(text, home, rewrite)));
    return result;
  };
  const inCell = (formula: Formula, sheet: Sheet): void => {
    formula.text = fresh(formula.text, sheet);
  };
  for (const sheet of workbook.sheets)
    sheet.formulas.each(WHOLE_SHEET, (_row, _column, formula) => inCell(formula, sheet));
  for (const table of workbook.tables) {
    for (const column of table.columns) {
      if (column.calculated !== null) column.calculated = fresh(column.calculated, table.sheet);
    }
  }
  for (const item of workbook.names) item.formula = fresh(item.formula, item.sheet ?? workbook.active);
}

const holds = (part: string) => {
  const wanted = part.toLowerCase();
  return (text: string): boolean => text.toLowerCase().includes(wanted);
};

/** A renamed sheet keeps its formulas: Excel writes the new name into them. */
export function renameSheetInFormulas(workbook: Workbook, before: string, after: string): void {
  rewriteAll(workbook, holds(before.replace(/'/g, "''")), (token) => {
    if (!token.type.startsWith('range')) return token.value;
    const reference = parseA1Ref(token.value, { allowNamed: false });
    if (!reference || reference.context?.at(-1)?.toLowerCase() !== before.toLowerCase()) return token.value;
    return stringifyA1Ref({ ...reference, context: [after] });
  });
}

/** A renamed table or column keeps its formulas too. */
export function renameInStructuredReferences(
  workbook: Workbook,
  table: Table,
  change: { readonly table?: string; readonly column?: readonly [string, string] },
): void {
  const before = table.name;
  rewriteAll(workbook, holds(change.column ? change.column[0].replace(/['#[\]@]/g, "'$&") : before), (token) => {
    if (change.table !== undefined && token.type === 'range_named') {
      return token.value.toLowerCase() === before.toLowerCase() ? change.table : token.value;
    }
    if (token.type !== 'structured') return token.value;
    const reference = parseStructRef(token.value);
    if (!reference) return token.value;
    const own = reference.table ? reference.table.toLowerCase() === before.toLowerCase() : change.column !== undefined;
    if (!own) return token.value;
    const columns = reference.columns?.map((name) =>
      change.column && name.toLowerCase() === change.column[0].toLowerCase() ? change.column[1] : name,
    );
    return stringifyStructRef({
      ...reference,
      ...(columns ? { columns } : {}),
      ...(reference.table ? { table: change.table ?? reference.table } : {}),
    });
  });
}

/** Cells that move: from where they begin, by how much, inside which rows or columns of a sheet. */
export interface Shift {
  readonly sheet: Sheet;
  /** The area that was inserted or deleted. */
  readonly area: Area;
  readonly direction: 'down' | 'right' | 'up' | 'left';
}

/** Where an area stands after a shift; null where it was deleted. */
export function shifted(area: Area, { area: gap, direction }: Shift): Area | null {
  const vertical = direction === 'down' || direction === 'up';
  const [start, length, first, count] = vertical
    ? [area.row, area.rows, gap.row, gap.rows]
    : [area.column, area.columns, gap.column, gap.columns];
  const across = vertical
    ? gap.column <= area.column && gap.column + gap.columns >= area.column + area.columns
    : gap.row <= area.row && gap.row + gap.rows >= area.row + area.rows;
  if (!across || length === (vertical ? MAX_ROWS : MAX_COLUMNS)) return area;
  let from = start;
  let to = start + length;
  if (direction === 'down' || direction === 'right') {
    if (first <= start) from += count;
    if (first < to) to += count;
  } else {
    const cut = (edge: number): number => (edge <= first ? edge : Math.max(first, edge - count));
    [from, to] = [cut(from), cut(to)];
  }
  if (to <= from) return null;
  return vertical ? { ...area, row: from, rows: to - from } : { ...area, column: from, columns: to - from };
}

const HAS_DIGIT = /\d/;

/** Formulas follow the cells that they refer to when rows or columns are inserted or deleted. */
export function shiftFormulas(workbook: Workbook, shift: Shift): void {
  rewriteAll(
    workbook,
    (text) => HAS_DIGIT.test(text),
    (token, home) => {
      if (token.type !== 'range') return token.value;
      const reference = parseA1Ref(token.value, { allowNamed: false });
      if (!reference || !('range' in reference)) return token.value;
      const context = reference.context?.at(-1);
      if ((context === undefined ? home : workbook.findSheet(context)) !== shift.sheet) return token.value;
      const { top, left, bottom, right } = reference.range;
      if (top === null || left === null) return token.value;
      const area = { row: top, column: left, rows: (bottom ?? top) - top + 1, columns: (right ?? left) - left + 1 };
      const moved = shifted(area, shift);
      if (!moved) return '#REF!';
      const range = {
        ...reference.range,
        top: moved.row,
        left: moved.column,
        bottom: moved.row + moved.rows - 1,
        right: moved.column + moved.columns - 1,
      };
      return stringifyA1Ref({ ...reference, range });
    },
  );
}
