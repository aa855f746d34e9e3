import { StyleLists, type StyleListName } from './style-lists';

/** A cell's look. Font, fill, border and alignment are the XML inside the element; "" is the workbook's normal. */
export interface CellStyle {
  readonly format: string;
  readonly font: string;
  readonly fill: string;
  readonly border: string;
  /** Attributes of the <alignment> element. */
  readonly alignment: string;
  /** Excel shows the text with its first sign, and never takes it for a formula. */
  readonly quoted: boolean;
}

/** The styles of our own cells in the part xl/styles.xml, which are added to its lists. */
export class StyleBook {
  private readonly lists: StyleLists;
  private readonly known = new Map<string, number>();

  /** Throws WorkbookRefusal where the part has not the lists that every workbook has. */
  constructor(xml: string, file: string) {
    this.lists = new StyleLists(xml, file);
  }

  /** The name of the font that normal cells have. */
  fontName(): string {
    const font = this.lists.entries('fonts')[0];
    return /<(?:\w+:)?name val="([^"<>]*)"/.exec(font ?? '')?.[1] ?? 'Calibri';
  }

  /** The number of a style, for the attribute s of a cell. */
  number(style: CellStyle): number {
    const key = JSON.stringify(style);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const format = this.lists.format(style.format);
    const part = (list: StyleListName, element: string, inner: string): number =>
      inner === '' ? 0 : this.lists.place(list, `<${element}>${inner}</${element}>`);
    const font = part('fonts', 'font', style.font);
    const fill = part('fills', 'fill', style.fill);
    const border = part('borders', 'border', style.border);
    const xf =
      `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"` +
      (style.quoted ? ' quotePrefix="1"' : '') +
      (format === 0 ? '' : ' applyNumberFormat="1"') +
      (font === 0 ? '' : ' applyFont="1"') +
      (fill === 0 ? '' : ' applyFill="1"') +
      (border === 0 ? '' : ' applyBorder="1"') +
      (style.alignment === '' ? '/>' : ` applyAlignment="1"><alignment ${style.alignment}/></xf>`);
    const number = this.lists.place('cellXfs', xf);
    this.known.set(key, number);
    return number;
  }

  /** The part with what was added; the old text where nothing was. */
  done(): string {
    return this.lists.done();
  }
}

/** A part with the least that a workbook needs, for one that has none. */
export const LEAST_STYLES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
