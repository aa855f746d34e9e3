import { columnLetters } from '../cells';
import type { Formats } from '../port';
import type { Page, PageMark } from '../sheets/page';
import { pageNotOurs } from '../write/refusals';
import type { Archive } from './archive';
import { removeFromCalcChain } from './calc-chain';
import { chartPart, drawingPart } from './chart-part';
import { Edits } from './edits';
import { Looks } from './looks';
import { announce, freePart, type AddedSheet } from './package-edits';
import { relationshipsPart } from './opc';
import { dimensionOf, pageRows, pageSheet } from './page-sheet';
import { attributeOf } from './scan';
import { SheetRows } from './sheet-rows';
import { LEAST_STYLES, StyleBook } from './style-book';
import { textOf } from './tie-outs';
import { freeStyles, readWorkbookParts, type SheetPart, type WorkbookParts } from './workbook-parts';
import { withPrefix } from './xml';
import { NS } from './xml-walk';

type Strings = () => readonly string[];

/** Refuses sheets that have the name of a page and are not ours. Nothing is changed. */
export function refuseForeignPages(
  archive: Archive,
  parts: WorkbookParts,
  marks: readonly PageMark[],
  strings: Strings,
): void {
  for (const mark of marks) {
    const sheet = sheetOf(parts, mark);
    if (sheet && !isOurs(archive, sheet, mark, strings)) throw pageNotOurs(sheet.name);
  }
}

/**
 * Makes pages that are missing and writes anew the cells of those that are there; everything else on them (widths, comments,
 * print set-up) stays. Returns the sheets that were written: those that the workbook lets in.
 */
export function writePages(archive: Archive, pages: readonly Page[], formats: Formats, strings: Strings): string[] {
  const parts = readWorkbookParts(archive);
  refuseForeignPages(archive, parts, pages, strings);
  const stylesPart = parts.styles ?? freeStyles(parts);
  const isNew = !archive.has(stylesPart);
  const book = new StyleBook(isNew ? LEAST_STYLES : archive.text(stylesPart), archive.file);
  const looks = new Looks(book, formats);
  const added: AddedSheet[] = [];
  const written: string[] = [];
  for (const page of pages) {
    const sheet = sheetOf(parts, page);
    if (sheet ? !page.renews || !rewrite(archive, parts, sheet, page, looks) : parts.structureLocked) continue;
    written.push(page.sheet);
    if (sheet) continue;
    const part = freePart(archive, parts, 'worksheets/sheet');
    const charts = page.charts ?? [];
    archive.setText(part, pageSheet(page, looks, charts.length > 0 ? 'rId1' : undefined));
    const others = charts.length > 0 ? addCharts(archive, parts, page, part) : [];
    added.push({ name: page.sheet, part, headerRow: page.headerRow, others });
  }
  if (written.length === 0) return written;
  const styles = book.done();
  if (isNew || styles !== archive.text(stylesPart)) archive.setText(stylesPart, styles);
  announce(archive, parts, added, isNew ? stylesPart : undefined);
  return written;
}

/** Makes the drawing of a new page and its charts. Returns the new parts with what they are. */
function addCharts(
  archive: Archive,
  parts: WorkbookParts,
  page: Page,
  sheet: string,
): NonNullable<AddedSheet['others']> {
  const drawing = freePart(archive, parts, 'drawings/drawing');
  archive.setText(drawing, '');
  const charts = (page.charts ?? []).map((chart) => {
    const part = freePart(archive, parts, 'charts/chart');
    archive.setText(part, chartPart(page, chart));
    return part;
  });
  archive.setText(
    drawing,
    drawingPart(
      page.charts ?? [],
      charts.map((_, at) => `rId${at + 1}`),
    ),
  );
  archive.setText(relationshipsPart(drawing), relationships(charts.map((part) => ['chart', beside(part)])));
  archive.setText(relationshipsPart(sheet), relationships([['drawing', beside(drawing)]]));
  return [
    { part: drawing, type: 'application/vnd.openxmlformats-officedocument.drawing+xml' },
    ...charts.map((part) => ({ part, type: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml' })),
  ];
}

/** "../charts/chart1.xml", as a part in a neighbouring folder names it. */
const beside = (part: string): string => `../${part.split('/').slice(-2).join('/')}`;

const relationships = (targets: readonly (readonly [type: string, target: string])[]): string =>
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  `<Relationships xmlns="${NS.package}">${targets
    .map(
      ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${NS.relationships}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

const sheetOf = ({ sheets }: WorkbookParts, { sheet }: PageMark): SheetPart | undefined =>
  sheets.find(({ name }) => name.toLowerCase() === sheet.toLowerCase());

/** Whether a sheet begins with the title and the description of a page. */
function isOurs(archive: Archive, sheet: SheetPart, { sheet: title, about }: PageMark, strings: Strings): boolean {
  if (sheet.part === '' || sheet.tables.length > 0) return false;
  const xml = archive.text(sheet.part);
  if (/<(?:\w+:)?sheetData\s*\/>/.test(xml)) return false;
  const rows = new SheetRows(xml, sheet.name);
  return [title, about].every((wanted, at) => {
    const index = rows.find(at + 1);
    const first = index < 0 ? undefined : rows.cells(index).find(({ column }) => column === 1);
    return first !== undefined && textOf(first, rows.prefix, strings) === wanted;
  });
}

/** Puts the cells of a page in place of those that a sheet of ours has. False where the sheet is protected. */
function rewrite(archive: Archive, parts: WorkbookParts, sheet: SheetPart, page: Page, looks: Looks): boolean {
  const rows = new SheetRows(archive.text(sheet.part), sheet.name);
  const { xml, prefix, data } = rows;
  if (rows.child('sheetProtection')) return false;
  const edits = new Edits(xml);
  edits.replace(data.inner, data.innerEnd, [withPrefix(pageRows(page, looks), prefix)]);
  const dimension = rows.child('dimension');
  const ref = dimension && attributeOf(xml, dimension, 'ref');
  if (ref) edits.replace(ref.start, ref.end, [dimensionOf(page)]);
  const text = edits.done();
  if (text !== xml) archive.setText(sheet.part, text);
  removeFromCalcChain(archive, parts, sheet.sheetId, formulasGone(rows, page));
  return true;
}

/** Cells that had a formula and have none on the new page. */
function formulasGone(rows: SheetRows, page: Page): Set<string> {
  const kept = new Set(
    page.rows.flatMap(({ cells }, at) =>
      cells.flatMap(({ column, formula }) => (formula === undefined ? [] : [`${columnLetters(column)}${at + 1}`])),
    ),
  );
  const gone = new Set<string>();
  rows.numbers.forEach((row, index) => {
    for (const cell of rows.cells(index)) {
      const address = `${columnLetters(cell.column)}${row}`;
      if (rows.hasFormula(cell) && !kept.has(address)) gone.add(address);
    }
  });
  return gone;
}
