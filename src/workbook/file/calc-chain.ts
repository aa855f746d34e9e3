import type { Archive } from './archive';
import { Edits } from './edits';
import { removePart } from './relationships';
import { attributeOf, childrenOf, rootOf } from './scan';
import type { WorkbookParts } from './workbook-parts';

/**
 * Takes cells that have no formula any more out of the calculation chain: Excel calls a file damaged whose chain
 * names such a cell. Cells with new formulas need no entry. A chain that would be empty goes with its part.
 */
export function removeFromCalcChain(
  archive: Archive,
  parts: WorkbookParts,
  sheetId: number,
  gone: ReadonlySet<string>,
): void {
  const part = parts.calcChain;
  if (gone.size === 0 || part === undefined || !archive.has(part)) return;
  const xml = archive.text(part);
  const edits = new Edits(xml);
  const entries = childrenOf(xml, rootOf(xml));
  let kept = 0;
  /** An entry without a sheet has that of the entry before it, in the old chain and in the new one. */
  let oldSheet = '';
  let newSheet = '';
  for (const entry of entries) {
    const sheet = attributeOf(xml, entry, 'i');
    if (sheet) oldSheet = sheet.text;
    if (oldSheet === String(sheetId) && gone.has(attributeOf(xml, entry, 'r')?.text ?? '')) {
      edits.replace(entry.start, entry.end, []);
      continue;
    }
    if (!sheet && newSheet !== oldSheet) edits.insert(entry.start + entry.name.length + 1, ` i="${oldSheet}"`);
    newSheet = oldSheet;
    kept++;
  }
  if (edits.isEmpty) return;
  if (kept > 0) archive.setText(part, edits.done());
  else removePart(archive, parts.part, part);
}
