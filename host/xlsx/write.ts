import type { Archive } from '../../src/workbook/file/archive';
import {
  addContentTypes,
  addRelationships,
  namedParts,
  removePart,
  sweep,
} from '../../src/workbook/file/relationships';
import { LEAST_STYLES } from '../../src/workbook/file/style-book';
import { freeStyles, readWorkbookParts, type WorkbookParts } from '../../src/workbook/file/workbook-parts';
import { writePacked } from '../../src/workbook/file/zip';
import { Workbook } from '../model/workbook';
import { BLANK_PARTS, blankPackage } from './blank-package';
import { LookBook } from './looks';
import { originOf, packageOf } from './origins';
import { readArchive } from './read';
import { readStyles } from './read-styles';
import { bookXml, calculated, type SavedSheet } from './write-book';
import { SheetWriter } from './write-sheet';

/**
 * The workbook as an .xlsx file. One that was opened is written into the package that it came from: what changed is put there, and
 * everything else stays as it was, also what the stand-in knows nothing of (validations, conditional formats, pictures,
 * charts, comments, pivot tables, macros). `modified` is the time of new parts.
 */
export function writeXlsx(workbook: Workbook, modified = new Date()): Uint8Array {
  const opened = packageOf(workbook);
  const archive = opened?.copy() ?? blankPackage(workbook.date1904);
  const before = opened ? readArchive(opened, workbook.name, { locale: workbook.locale }) : null;
  const parts = opened ? readWorkbookParts(archive) : BLANK_PARTS;
  const named = namedParts(archive);
  const styles = stylesOf(archive, parts);
  const looks = new LookBook(archive.text(styles), archive.file, readStyles(archive, styles));
  const active = originOf(workbook.active);
  const same = before && active && active.archive === opened && before.sheets[active.index] === before.active;
  const writer = new SheetWriter(archive, parts, looks, !same);
  const blank = new Workbook().active;
  const saved = workbook.sheets.map((sheet): SavedSheet => {
    const origin = originOf(sheet);
    if (!before || !origin || origin.archive !== opened) {
      const relationship = writer.add(sheet, blank, origin);
      return { sheet, before: blank, index: undefined, relationship };
    }
    const was = before.sheets[origin.index];
    writer.change(parts.sheets[origin.index], sheet, was);
    return { sheet, before: was, index: origin.index, relationship: undefined };
  });
  parts.sheets.forEach(({ part }, index) => {
    if (part !== '' && !saved.some((one) => one.index === index)) removePart(archive, parts.part, part);
  });
  const old = archive.text(parts.part);
  const book = bookXml(old, before, workbook, saved);
  if (writer.isChanged || book !== old) archive.setText(parts.part, calculated(book));
  const list = looks.done();
  if (list !== archive.text(styles)) archive.setText(styles, list);
  sweep(archive, named);
  return writePacked(archive.all(), modified);
}

/** The part of the styles, made where a program left it out. */
function stylesOf(archive: Archive, parts: WorkbookParts): string {
  const part = parts.styles ?? freeStyles(parts);
  if (archive.has(part)) return part;
  archive.setText(part, LEAST_STYLES);
  addRelationships(archive, parts.part, [{ type: 'styles', part }]);
  addContentTypes(archive, [{ part, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml' }]);
  return part;
}
