import { columnLetters } from '../cells';
import { columnsOf, HEADER_ROW, type NewTable, widthOf } from './create-sheet';
import { plainText } from './create-strings';

/** Size of the yellow note in pixels: as wide as a short line of text, as high as the text needs. */
const NOTE_WIDTH = 230;
const LINE_HEIGHT = 18;
const LETTERS_A_LINE = 34;
/** Rows and columns where nothing else is said. */
const ROW_HEIGHT = 20;
const COLUMN_WIDTH = 64;
const PIXELS_A_CHARACTER = 7;

/** The notes on the headers of a table: the part xl/commentsN.xml. */
export function notesXml(sheet: NewTable): string {
  const comments = columnsOf(sheet).map(
    (column, index) =>
      `<comment ref="${columnLetters(index + 1)}${HEADER_ROW}" authorId="0"><text><r><rPr><sz val="10"/>` +
      `<color indexed="81"/><rFont val="Calibri"/><family val="2"/></rPr>${plainText(column.note)}</r></text></comment>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<authors><author>Inventory Close</author></authors><commentList>${comments.join('')}</commentList></comments>`
  );
}

/**
 * The boxes that Excel shows the notes in: the part xl/drawings/vmlDrawingN.vml. Shape ids of a sheet must lie in the
 * block of 1,024 that the idmap claims, and blocks must not be shared between sheets.
 */
export function noteBoxesVml(sheet: NewTable, sheetNumber: number): string {
  const widths = columnsOf(sheet).map((column) => widthOf(column, sheet) * PIXELS_A_CHARACTER + 5);
  const shapes = columnsOf(sheet).map((column, index) => {
    const id = sheetNumber * 1024 + 1 + index;
    return (
      `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style='position:absolute;visibility:hidden;z-index:${index + 1}' ` +
      'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>' +
      '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div>' +
      '</v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>' +
      `<x:Anchor>${anchor(widths, index, column.note)}</x:Anchor><x:AutoFill>False</x:AutoFill>` +
      `<x:Row>${HEADER_ROW - 1}</x:Row><x:Column>${index}</x:Column></x:ClientData></v:shape>`
    );
  });
  return (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ' +
    'xmlns:x="urn:schemas-microsoft-com:office:excel">' +
    `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${sheetNumber}"/></o:shapelayout>` +
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>' +
    `${shapes.join('')}</xml>`
  );
}

/** Where a box stands: from 12 pixels right of its cell, below the header; column and row numbers count from 0. */
function anchor(widths: readonly number[], index: number, note: string): string {
  const left = index + 1;
  let column = left;
  let right = 12 + NOTE_WIDTH;
  for (; right >= (widths[column] ?? COLUMN_WIDTH); column++) right -= widths[column] ?? COLUMN_WIDTH;
  const height = Math.ceil(note.length / LETTERS_A_LINE) * LINE_HEIGHT + 10;
  const row = HEADER_ROW + Math.floor(height / ROW_HEIGHT);
  return [left, 12, HEADER_ROW, 2, column, right, row, (height % ROW_HEIGHT) + 2].join(', ');
}
