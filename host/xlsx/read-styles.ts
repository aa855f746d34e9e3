import { type Archive } from '../../src/workbook/file/archive';
import type { Element } from '../../src/workbook/file/xml-walk';
import type { Style } from '../model/style';

/** How the cells of one style look. */
export interface CellLook {
  readonly numberFormat: string | undefined;
  readonly style: Style | undefined;
}

/** The number formats that files name by number only. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'm/d/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yyyy h:mm',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
  48: '##0.0E+0',
  49: '@',
};

type Part = { -readonly [K in keyof Style]: Style[K] };

const color = (element: Element): string | null => {
  const rgb = element.get('rgb');
  return rgb && rgb.length === 8 ? `#${rgb.slice(2).toUpperCase()}` : null;
};
const isOn = (element: Element): boolean => !['0', 'false', 'none'].includes(element.get('val') ?? '1');
const capital = (text: string): string => text[0].toUpperCase() + text.slice(1);

const known = new WeakMap<Archive, readonly CellLook[]>();

/**
 * Reads the looks of cells, by the numbers that cells name them by. Colours of the theme are left out. A package that is read again
 * has the same looks, so that cells are compared quickly.
 */
export function readStyles(archive: Archive, part: string | undefined): readonly CellLook[] {
  let looks = known.get(archive);
  if (!looks) known.set(archive, (looks = readLooks(archive, part)));
  return looks;
}

function readLooks(archive: Archive, part: string | undefined): CellLook[] {
  const looks: CellLook[] = [];
  if (part === undefined || !archive.has(part)) return looks;
  const formats = new Map<number, string>();
  const fonts: Part[] = [];
  const fills: Part[] = [];
  const path: string[] = [];
  let style: Part = {};
  let format: string | undefined;
  archive.walk(part, {
    open(element) {
      const { name } = element;
      const [, within = ''] = path;
      path.push(name);
      if (name === 'numFmt' && within === 'numFmts')
        formats.set(Number(element.get('numFmtId')), element.get('formatCode') ?? 'General');
      if (within === 'fonts') readFont(element, fonts);
      if (within === 'fills') readFill(element, fills);
      if (within !== 'cellXfs') return;
      if (name === 'xf') {
        style = { ...fonts[Number(element.get('fontId') ?? 0)], ...fills[Number(element.get('fillId') ?? 0)] };
        const id = Number(element.get('numFmtId') ?? 0);
        format = formats.get(id) ?? BUILT_IN[id];
      } else if (name === 'alignment') {
        const [horizontal, vertical] = [element.get('horizontal'), element.get('vertical')];
        if (horizontal && horizontal !== 'general') style.horizontal = capital(horizontal);
        if (vertical && vertical !== 'bottom') style.vertical = capital(vertical);
        if (element.get('wrapText') === '1') style.wrap = true;
        if (Number(element.get('indent') ?? 0) > 0) style.indent = Number(element.get('indent'));
      } else if (name === 'protection' && element.get('locked') === '0') style.locked = false;
    },
    close({ name }) {
      path.pop();
      if (name === 'xf' && path[1] === 'cellXfs') {
        looks.push({ numberFormat: format, style: Object.keys(style).length ? style : undefined });
      }
    },
  });
  return looks;
}

function readFont(element: Element, fonts: Part[]): void {
  if (element.name === 'font') {
    fonts.push({});
    return;
  }
  const font = fonts.at(-1);
  if (!font) return;
  if (element.name === 'b' && isOn(element)) font.bold = true;
  if (element.name === 'i' && isOn(element)) font.italic = true;
  if (element.name === 'strike' && isOn(element)) font.strikethrough = true;
  if (element.name === 'u' && isOn(element)) font.underline = 'Single';
  if (element.name === 'sz' && element.get('val') !== '11') font.size = Number(element.get('val'));
  if (element.name === 'name' && element.get('val') !== 'Calibri') font.font = element.get('val') ?? 'Calibri';
  const own = element.name === 'color' ? color(element) : null;
  if (own !== null && own !== '#000000') font.color = own;
}

function readFill(element: Element, fills: Part[]): void {
  if (element.name === 'fill') fills.push({});
  const own = element.name === 'fgColor' ? color(element) : null;
  const fill = fills.at(-1);
  if (own !== null && fill) fill.fill = own;
}
