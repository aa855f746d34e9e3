import type { Archive } from '../../src/workbook/file/archive';
import { addContentTypes, addRelationships, removePart } from '../../src/workbook/file/relationships';
import type { SheetPart, WorkbookParts } from '../../src/workbook/file/workbook-parts';
import type { Sheet } from '../model/sheet';
import { broughtFrame } from './brought-sheet';
import type { LookBook } from './looks';
import type { SheetOrigin } from './origins';
import { patchCells } from './patch-cells';
import { BLANK_SHEET, SheetFrame } from './sheet-frame';
import { rowsXml } from './write-cells';
import { addDrawing, freePart } from './write-charts';
import { putSettings } from './write-settings';
import { putTables } from './write-tables';

const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';

/** Writes sheets into a package: into their own part, or into a new one. */
export class SheetWriter {
  private readonly tableIds: { last: number };
  /** Whether anything was written. */
  isChanged = false;

  constructor(
    private readonly archive: Archive,
    private readonly parts: WorkbookParts,
    private readonly looks: LookBook,
    /** Whether another sheet is active than when the workbook was opened. */
    private readonly otherActive: boolean,
  ) {
    this.tableIds = { last: Math.max(0, ...parts.tables.map(({ id }) => id)) };
  }

  /** A sheet of the package; `before` is it as it was opened. */
  change({ part }: SheetPart, sheet: Sheet, before: Sheet): void {
    const { archive, parts, looks } = this;
    if (part === '') return;
    const old = archive.text(part);
    const { xml, formulasGone } = patchCells(old, before, sheet, looks);
    const frame = new SheetFrame(xml);
    putSettings(frame, before, sheet, this.otherActive ? sheet.workbook.active === sheet : undefined);
    this.putObjects(frame, part, before, sheet);
    const text = frame.done();
    if (text === old) return;
    archive.setText(part, text);
    this.isChanged = true;
    // Excel calls a file damaged whose calculation chain names a cell without a formula; without a chain it makes one.
    if (formulasGone && parts.calcChain !== undefined && archive.has(parts.calcChain))
      removePart(archive, parts.part, parts.calcChain);
  }

  /** A sheet that the package has not; `before` is a blank one. Returns the relationship of its part. */
  add(sheet: Sheet, before: Sheet, origin: SheetOrigin | undefined): string {
    const { archive, parts, looks } = this;
    const part = freePart(archive, 'xl/worksheets/sheet');
    const frame = new SheetFrame(origin ? broughtFrame(origin, looks) : BLANK_SHEET);
    // The name is taken before parts that it names are made.
    archive.setText(part, '');
    frame.put('sheetData', `<sheetData>${rowsXml(sheet, looks)}</sheetData>`);
    putSettings(frame, before, sheet, sheet.workbook.active === sheet);
    this.putObjects(frame, part, before, sheet);
    archive.setText(part, frame.done());
    addContentTypes(archive, [{ part, type: SHEET_TYPE }]);
    this.isChanged = true;
    return addRelationships(archive, parts.part, [{ type: 'worksheet', part }])[0];
  }

  /** Tables, and the charts of a sheet that had no drawing. */
  private putObjects(frame: SheetFrame, part: string, before: Sheet, sheet: Sheet): void {
    const { archive, tableIds } = this;
    putTables(archive, part, frame, before, sheet, tableIds);
    if (sheet.charts.length === 0 || frame.text('drawing') !== '') return;
    const id = addDrawing(archive, part, sheet);
    if (id !== undefined) frame.put('drawing', `<drawing${frame.relationships} r:id="${id}"/>`);
  }
}
