import { readWorkbookParts } from '../../src/workbook/file/workbook-parts';
import { StyleLists } from '../../src/workbook/file/style-lists';
import type { LookBook } from './looks';
import type { SheetOrigin } from './origins';
import { BLANK_SHEET, SheetFrame } from './sheet-frame';

/** Elements that name other parts of the file that a sheet came from, or that the model writes itself. */
const LEFT = [
  ['cols', 'sheetProtection', 'mergeCells', 'hyperlinks', 'customProperties', 'drawing', 'legacyDrawing'],
  ['legacyDrawingHF', 'drawingHF', 'picture', 'oleObjects', 'controls', 'webPublishItems', 'tableParts', 'extLst'],
].flat();

/**
 * The part of a sheet that was inserted from another file, without its cells: validations, conditional formats and print set-up
 * come along, pictures and charts do not.
 */
export function broughtFrame({ archive, index }: SheetOrigin, looks: LookBook): string {
  const parts = readWorkbookParts(archive);
  const { part } = parts.sheets[index];
  if (part === '') return BLANK_SHEET;
  const xml = archive.text(part);
  if (!xml.includes('sheetData')) return BLANK_SHEET;
  const frame = new SheetFrame(xml);
  for (const name of LEFT) frame.put(name, '');
  frame.put('sheetData', '<sheetData></sheetData>');
  const setup = frame.text('pageSetup');
  if (setup !== '') frame.put('pageSetup', setup.replace(/\s\w+:id="[^"]*"/, ''));
  const formats = frame.all('conditionalFormatting');
  const styles = parts.styles === undefined ? undefined : new StyleLists(archive.text(parts.styles), archive.file);
  if (formats.length > 0) {
    const mapped = formats.map((one) =>
      one.replace(/\sdxfId="(\d+)"/g, (_, id: string) => {
        const look = styles?.entries('dxfs')[Number(id)];
        return look === undefined ? '' : ` dxfId="${looks.styles.place('dxfs', look.replace(/<(\/?)\w+:/g, '<$1'))}"`;
      }),
    );
    frame.put('conditionalFormatting', mapped.join(''));
  }
  return frame.done();
}
