import { SaxesParser } from 'saxes';
import { columnNumber } from '../../src/workbook/cells';
import type { Archive } from '../../src/workbook/file/archive';
import { unescapeXstring } from '../../src/workbook/file/xml';
import { translateFormulaToA1 } from '@borgar/fx';
import { relativeForm } from '../formulas/parse';
import { areaText, cell as cellArea, parseArea } from '../model/address';
import type { Hyperlink, Sheet } from '../model/sheet';
import { pointsFromCharacters } from '../model/style';
import { ErrorValue, type Scalar } from '../model/values';
import { formulaFromFile } from './formula-text';
import type { CellLook } from './read-styles';

/** What the cells of a sheet name by number. */
export interface Shared {
  readonly strings: readonly string[];
  readonly looks: readonly CellLook[];
}

interface OpenCell {
  row: number;
  column: number;
  type: string;
  look: CellLook | undefined;
  value: string;
  formula: string | null;
  shared: string | null;
}

const REFERENCE = /^([A-Z]+)(\d+)$/i;

/** Reads a sheet's part: cells with values and formulas, looks, widths, frozen panes, links, merged cells. */
export function readSheet(archive: Archive, part: string, sheet: Sheet, shared: Shared): void {
  const parser = new SaxesParser({ position: false });
  const masters = new Map<string, string>();
  let open: OpenCell | null = null;
  let row = -1;
  let column = -1;
  let text: string | null = null;
  const plain = (name: string): string => name.slice(name.indexOf(':') + 1);

  parser.on('opentag', ({ name, attributes }) => {
    const get = attributes as Readonly<Record<string, string | undefined>>;
    switch (plain(name)) {
      case 'row':
        row = get.r === undefined ? row + 1 : Number(get.r) - 1;
        column = -1;
        if (get.ht !== undefined && get.customHeight === '1') sheet.heights.set(row, Number(get.ht));
        if (get.hidden === '1') sheet.hiddenRows.add(row);
        return;
      case 'c': {
        const reference = REFERENCE.exec(get.r ?? '');
        column = reference ? columnNumber(reference[1]) - 1 : column + 1;
        const look = shared.looks[Number(get.s ?? 0)];
        open = { row, column, type: get.t ?? 'n', look, value: '', formula: null, shared: null };
        return;
      }
      case 'f':
        if (open) open.shared = get.t === 'shared' ? (get.si ?? null) : null;
        text = '';
        return;
      case 'v':
      case 't':
        text = '';
        return;
      default:
        readSetting(plain(name), get, sheet);
    }
  });
  const add = (chunk: string): void => {
    if (text !== null) text += chunk;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', ({ name }) => {
    const local = plain(name);
    if (open && text !== null) {
      if (local === 'f') open.formula = unescapeXstring(text);
      else if (local === 'v') open.value = text;
      else if (local === 't') open.value += text;
    }
    if (local === 'f' || local === 'v' || local === 't') text = null;
    if (local === 'c' && open) {
      store(open, sheet, shared, masters);
      open = null;
    }
  });
  for (const piece of archive.textPieces(part)) parser.write(piece);
  parser.close();
}

function store(open: OpenCell, sheet: Sheet, shared: Shared, masters: Map<string, string>): void {
  const { row, column, look } = open;
  if (look?.numberFormat && look.numberFormat !== 'General') sheet.numberFormats.set(row, column, look.numberFormat);
  if (look?.style) sheet.styles.set(row, column, look.style);
  const formula = formulaOf(open, sheet, masters);
  if (formula === null) sheet.values.set(row, column, valueOf(open, shared));
  else sheet.formulas.set(row, column, { text: formula, result: undefined, calculatedAt: -1, link: null });
}

/** The formula of a cell; a shared one is moved from where it was written first. */
function formulaOf(
  { formula, shared, row, column }: OpenCell,
  sheet: Sheet,
  masters: Map<string, string>,
): string | null {
  if (formula === null) return null;
  const table = sheet.workbook.tableAt(sheet, row, column);
  if (formula !== '') {
    const text = formulaFromFile(formula, table?.name ?? null);
    if (shared !== null) masters.set(shared, relativeForm(text, row, column));
    return text;
  }
  const form = shared === null ? undefined : masters.get(shared);
  return form === undefined ? null : translateFormulaToA1(form, areaText(cellArea(row, column)));
}

function valueOf({ type, value }: OpenCell, { strings }: Shared): Scalar | undefined {
  if (type === 'inlineStr' || type === 'str') return unescapeXstring(value);
  if (value === '') return undefined;
  if (type === 's') return strings[Number(value)];
  if (type === 'b') return value === '1' || value === 'true';
  if (type === 'e') return ErrorValue.of(value);
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

function readSetting(name: string, get: Readonly<Record<string, string | undefined>>, sheet: Sheet): void {
  if (name === 'col' && get.width !== undefined) {
    const first = Number(get.min) - 1;
    // Files may give a width to all columns at once; the rest of the sheet needs none of its own.
    for (let column = first; column < Math.min(Number(get.max), first + 256); column++) {
      sheet.widths.set(column, pointsFromCharacters(Math.max(0, Number(get.width) - 0.71)));
      if (get.hidden === '1') sheet.hiddenColumns.add(column);
    }
  } else if (name === 'pane' && (get.state ?? '').startsWith('frozen')) {
    sheet.frozen = { rows: Number(get.ySplit ?? 0), columns: Number(get.xSplit ?? 0) };
  } else if (name === 'sheetView') sheet.gridlines = get.showGridLines !== '0';
  else if (name === 'tabColor' && get.rgb) sheet.tabColor = `#${get.rgb.slice(-6)}`;
  else if (name === 'sheetProtection' && get.sheet === '1') sheet.protection = { options: {}, password: '' };
  else if (name === 'mergeCell') {
    const area = parseArea(get.ref ?? '');
    if (area) sheet.merged.push(area);
  } else if (name === 'hyperlink' && get.location !== undefined) {
    const area = parseArea(get.ref ?? '');
    const link: Hyperlink = { documentReference: get.location, ...(get.tooltip ? { screenTip: get.tooltip } : {}) };
    if (area) sheet.links.fill(area, link);
  }
}
