import { escapeAttribute } from '../../src/workbook/file/xml';
import type { Style } from '../model/style';

const FIRST_OWN_FORMAT = 164;

/** Gathers the looks of cells and numbers them, as xl/styles.xml lists them. */
export class StyleTable {
  private readonly formats = new Map<string, number>();
  private readonly fonts = new Map<string, number>([['<font><sz val="11"/><name val="Calibri"/></font>', 0]]);
  private readonly fills = new Map<string, number>([
    ['<fill><patternFill patternType="none"/></fill>', 0],
    ['<fill><patternFill patternType="gray125"/></fill>', 1],
  ]);
  private readonly looks = new Map<string, number>([
    ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>', 0],
  ]);
  private readonly known = new Map<Style | undefined, Map<string, number>>();

  /** The number by which a cell names its look. */
  numberOf(numberFormat: string | undefined, style: Style | undefined): number {
    let byFormat = this.known.get(style);
    if (!byFormat) this.known.set(style, (byFormat = new Map()));
    const key = numberFormat ?? 'General';
    let number = byFormat.get(key);
    if (number === undefined) byFormat.set(key, (number = this.add(key, style ?? {})));
    return number;
  }

  xml(): string {
    const list = (name: string, items: Iterable<string>): string => {
      const all = [...items];
      return all.length ? `<${name} count="${all.length}">${all.join('')}</${name}>` : '';
    };
    const formats = [...this.formats].map(
      ([code, id]) => `<numFmt numFmtId="${id}" formatCode="${escapeAttribute(code)}"/>`,
    );
    return (
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      list('numFmts', formats) +
      list('fonts', this.fonts.keys()) +
      list('fills', this.fills.keys()) +
      '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      list('cellXfs', this.looks.keys()) +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    );
  }

  private add(numberFormat: string, style: Style): number {
    const format = numberFormat === 'General' ? 0 : this.formatId(numberFormat);
    const font = place(this.fonts, fontXml(style));
    const fill = style.fill && style.fill !== '#FFFFFF' ? place(this.fills, fillXml(style.fill)) : 0;
    const inner = alignmentXml(style) + (style.locked === false ? '<protection locked="0"/>' : '');
    const apply =
      (format ? ' applyNumberFormat="1"' : '') +
      (font ? ' applyFont="1"' : '') +
      (fill ? ' applyFill="1"' : '') +
      (inner.includes('<alignment') ? ' applyAlignment="1"' : '') +
      (inner.includes('<protection') ? ' applyProtection="1"' : '');
    const start = `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0"${apply}`;
    return place(this.looks, inner ? `${start}>${inner}</xf>` : `${start}/>`);
  }

  private formatId(code: string): number {
    if (code === 'm/d/yyyy') return 14;
    if (code === '@') return 49;
    let id = this.formats.get(code);
    if (id === undefined) this.formats.set(code, (id = FIRST_OWN_FORMAT + this.formats.size));
    return id;
  }
}

function place(items: Map<string, number>, item: string): number {
  let number = items.get(item);
  if (number === undefined) items.set(item, (number = items.size));
  return number;
}

function fontXml(style: Style): string {
  return (
    '<font>' +
    (style.bold ? '<b/>' : '') +
    (style.italic ? '<i/>' : '') +
    (style.strikethrough ? '<strike/>' : '') +
    (style.underline && style.underline !== 'None' ? '<u/>' : '') +
    `<sz val="${style.size ?? 11}"/>` +
    (style.color && style.color !== '#000000' ? `<color rgb="FF${style.color.slice(1)}"/>` : '') +
    `<name val="${escapeAttribute(style.font ?? 'Calibri')}"/></font>`
  );
}

const fillXml = (color: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${color.slice(1)}"/><bgColor indexed="64"/></patternFill></fill>`;

function alignmentXml({ horizontal, vertical, wrap, indent }: Style): string {
  const small = (name: string): string => name[0].toLowerCase() + name.slice(1);
  const attributes =
    (horizontal && horizontal !== 'General' ? ` horizontal="${small(horizontal)}"` : '') +
    (vertical && vertical !== 'Bottom' ? ` vertical="${small(vertical)}"` : '') +
    (wrap ? ' wrapText="1"' : '') +
    (indent ? ` indent="${indent}"` : '');
  return attributes ? `<alignment${attributes}/>` : '';
}
