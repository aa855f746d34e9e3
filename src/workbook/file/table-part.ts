import { parseArea, type Area } from '../area';
import type { Archive } from './archive';
import { damaged } from './refusals';
import { unescapeXstring } from './xml';
import { NS } from './xml-walk';

export interface TableColumnPart {
  readonly name: string;
  /** The formula of a calculated column, or "". */
  readonly formula: string;
}

/** What a table part says of its table. */
export interface TablePart {
  readonly part: string;
  readonly id: number;
  readonly name: string;
  readonly sheet: string;
  readonly area: Area;
  /** 0 or 1. */
  readonly headerRows: number;
  readonly totalsRows: number;
  readonly columns: readonly TableColumnPart[];
}

/** First and last row of the body; with no row of data the last stands before the first. */
export function bodyRows(table: TablePart): { first: number; last: number } {
  return { first: table.area.top + table.headerRows, last: table.area.bottom - table.totalsRows };
}

/** Reads a table part. Throws WorkbookRefusal where it has no name or area, or not as many columns as its area. */
export function readTablePart(archive: Archive, part: string, sheet: string): TablePart {
  let head = { id: 0, name: '', ref: '', headerRows: 1, totalsRows: 0 };
  const columns: TableColumnPart[] = [];
  archive.walk(part, {
    open(element) {
      if (element.namespace !== NS.main) return;
      if (element.name === 'table') {
        head = {
          id: Number(element.get('id')),
          name: unescapeXstring(element.get('displayName') ?? element.get('name') ?? ''),
          ref: element.get('ref') ?? '',
          headerRows: Number(element.get('headerRowCount') ?? 1),
          totalsRows: Number(element.get('totalsRowCount') ?? 0),
        };
      } else if (element.name === 'tableColumn') {
        columns.push({ name: unescapeXstring(element.get('name') ?? ''), formula: '' });
      }
    },
    close(element, text) {
      if (element.namespace === NS.main && element.name === 'calculatedColumnFormula') {
        columns[columns.length - 1] = { ...columns[columns.length - 1], formula: unescapeXstring(text) };
      }
    },
  });
  const area = parseArea(head.ref);
  if (head.name === '' || !area || area.bottom < area.top)
    throw damaged(archive.file, `the table in ${part} has no name or no place`);
  if (area.right - area.left + 1 !== columns.length) {
    throw damaged(archive.file, `the table ${head.name} stands in ${head.ref} but names ${columns.length} columns`);
  }
  return {
    part,
    id: head.id,
    name: head.name,
    sheet,
    area,
    headerRows: head.headerRows,
    totalsRows: head.totalsRows,
    columns,
  };
}
