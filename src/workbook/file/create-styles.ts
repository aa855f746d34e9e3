import type { Formats } from '../port';
import type { ColumnKind } from '../tables/spec';
import { escapeAttribute } from './xml';

/** What a new workbook shows where nothing else is said. */
export const USUAL_FORMATS: Formats = { currency: 'USD', amountDecimals: 2, quantityDecimals: 6 };

/** The styles of a new workbook, by name; the number of a style is its place in the list. */
export type StyleName =
  | 'plain'
  | 'title'
  | 'about'
  | 'page heading'
  | 'page text'
  | 'page bold'
  | 'page link'
  | 'page command'
  | `${'needed' | 'optional'} header ${'left' | 'right'}`
  | `${ColumnKind} ${'cell' | 'column'}`;

interface Style {
  readonly name: StyleName;
  readonly format: string;
  readonly font: keyof typeof FONTS;
  readonly fill: keyof typeof FILLS;
  readonly border: keyof typeof BORDERS;
  readonly alignment: string;
}

const INK = 'FF1F3B4D';

const FONTS = {
  plain: '<sz val="11"/><name val="Calibri"/><family val="2"/>',
  bold: '<b/><sz val="11"/><name val="Calibri"/><family val="2"/>',
  title: `<b/><sz val="16"/><color rgb="${INK}"/><name val="Calibri"/><family val="2"/>`,
  about: '<sz val="10"/><color rgb="FF595959"/><name val="Calibri"/><family val="2"/>',
  heading: `<b/><sz val="12"/><color rgb="${INK}"/><name val="Calibri"/><family val="2"/>`,
  header: '<b/><sz val="10"/><color rgb="FFFFFFFF"/><name val="Calibri"/><family val="2"/>',
  link: '<u/><sz val="11"/><color rgb="FF0563C1"/><name val="Calibri"/><family val="2"/>',
  command: '<sz val="10"/><name val="Consolas"/><family val="3"/>',
} as const;

const solid = (color: string): string =>
  `<patternFill patternType="solid"><fgColor rgb="${color}"/><bgColor indexed="64"/></patternFill>`;
/** The first two are fixed by the file format. */
const FILLS = {
  none: '<patternFill patternType="none"/>',
  gray: '<patternFill patternType="gray125"/>',
  needed: solid(INK),
  optional: solid('FF5A7684'),
  command: solid('FFF2F2F2'),
} as const;

const edge = (side: string, style: string, color: string): string =>
  `<${side} style="${style}"><color rgb="${color}"/></${side}>`;
const BORDERS = {
  none: '<left/><right/><top/><bottom/><diagonal/>',
  line: `<left/><right/><top/>${edge('bottom', 'thin', 'FFE3E6E8')}<diagonal/>`,
  header: `${edge('left', 'thin', 'FFFFFFFF')}${edge('right', 'thin', 'FFFFFFFF')}<top/><bottom/><diagonal/>`,
} as const;

/** Kinds that stand at the right, as figures do; their headers stand above them. */
const FIGURES: ReadonlySet<ColumnKind> = new Set(['quantity', 'amount', 'unit cost', 'percent', 'count', 'number']);

/** The number format of a kind. Negative figures are in brackets; a quantity has no more decimals than it needs. */
export function numberFormat(kind: ColumnKind, formats: Formats): string {
  const decimals = formats.amountDecimals;
  const amount = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
  const finer = `#,##0.${'0'.repeat(decimals)}${'#'.repeat(4)}`;
  switch (kind) {
    case 'id':
      return '@';
    case 'date':
      return 'yyyy-mm-dd';
    case 'moment':
      return 'yyyy-mm-dd hh:mm';
    case 'quantity':
      // "#,##0.######" would leave a point behind every whole number.
      return 'General_);(General)';
    case 'amount':
      return `_(* ${amount}_);_(* (${amount});_(* "-"${'?'.repeat(decimals)}_);_(@_)`;
    case 'unit cost':
      return `${finer}_);(${finer})`;
    case 'percent':
      return '0.0%_);(0.0%)';
    case 'count':
      return '#,##0';
    case 'number':
    case 'text':
    case 'yes/no':
    case 'choice':
      return 'General';
  }
}

const KINDS: readonly ColumnKind[] = [
  'id',
  'text',
  'date',
  'moment',
  'quantity',
  'amount',
  'unit cost',
  'percent',
  'count',
  'number',
  'yes/no',
  'choice',
];

/** How a header stands above its column. */
export function headerStyle(kind: ColumnKind, needed: boolean): StyleName {
  return `${needed ? 'needed' : 'optional'} header ${FIGURES.has(kind) ? 'right' : 'left'}`;
}

/** All styles of a workbook, and the part xl/styles.xml that holds them. */
export class Styles {
  readonly #styles: readonly Style[];
  readonly #numbers: ReadonlyMap<StyleName, number>;

  constructor(formats: Formats) {
    this.#styles = stylesOf(formats);
    this.#numbers = new Map(this.#styles.map((style, number) => [style.name, number]));
  }

  number(name: StyleName): number {
    return this.#numbers.get(name) ?? 0;
  }

  xml(): string {
    const formats = [...new Set(this.#styles.map((style) => style.format))].filter((format) => format !== 'General');
    const formatNumber = (format: string): number =>
      format === 'General' ? 0 : FIRST_FORMAT + formats.indexOf(format);
    const numFmts = formats.map(
      (code) => `<numFmt numFmtId="${formatNumber(code)}" formatCode="${escapeAttribute(code)}"/>`,
    );
    const xfs = this.#styles.map((style) => xfOf(style, formatNumber(style.format)));
    return (
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      list('numFmts', numFmts) +
      list(
        'fonts',
        Object.values(FONTS).map((font) => `<font>${font}</font>`),
      ) +
      list(
        'fills',
        Object.values(FILLS).map((fill) => `<fill>${fill}</fill>`),
      ) +
      list(
        'borders',
        Object.values(BORDERS).map((border) => `<border>${border}</border>`),
      ) +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      list('cellXfs', xfs) +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
      '<dxfs count="0"/>' +
      '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/>' +
      '</styleSheet>'
    );
  }
}

/** Numbers below are taken by the formats that every workbook has. */
const FIRST_FORMAT = 164;

const list = (name: string, entries: readonly string[]): string =>
  `<${name} count="${entries.length}">${entries.join('')}</${name}>`;

function xfOf(style: Style, format: number): string {
  const place = (record: object, name: string): number => Object.keys(record).indexOf(name);
  const font = place(FONTS, style.font);
  const fill = place(FILLS, style.fill);
  const border = place(BORDERS, style.border);
  return (
    `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"` +
    (format === 0 ? '' : ' applyNumberFormat="1"') +
    (font === 0 ? '' : ' applyFont="1"') +
    (fill === 0 ? '' : ' applyFill="1"') +
    (border === 0 ? '' : ' applyBorder="1"') +
    (style.alignment === '' ? '/>' : ` applyAlignment="1"><alignment ${style.alignment}/></xf>`)
  );
}

function stylesOf(formats: Formats): Style[] {
  const style = (name: StyleName, more: Partial<Style>): Style => ({
    name,
    format: 'General',
    font: 'plain',
    fill: 'none',
    border: 'none',
    alignment: '',
    ...more,
  });
  const headers = (['needed', 'optional'] as const).flatMap((fill) =>
    (['left', 'right'] as const).map((side) =>
      style(`${fill} header ${side}`, {
        font: 'header',
        fill,
        border: 'header',
        // At the top, where the filter button does not cover it.
        alignment: `horizontal="${side}" vertical="top" wrapText="1"${side === 'left' ? ' indent="1"' : ''}`,
      }),
    ),
  );
  const body = KINDS.flatMap((kind) => {
    // A little air, so that a text does not touch the figure at its left.
    const alignment = FIGURES.has(kind) ? '' : 'horizontal="left" indent="1"';
    const format = numberFormat(kind, formats);
    return [
      style(`${kind} cell`, { format, alignment, border: 'line' }),
      style(`${kind} column`, { format, alignment }),
    ];
  });
  return [
    style('plain', {}),
    style('title', { font: 'title', alignment: 'vertical="center"' }),
    style('about', { font: 'about' }),
    style('page heading', { font: 'heading', alignment: 'vertical="center"' }),
    style('page text', { alignment: 'horizontal="left" vertical="top" wrapText="1"' }),
    style('page bold', { font: 'bold', border: 'line', alignment: 'vertical="top"' }),
    style('page link', { font: 'link', alignment: 'vertical="top"' }),
    style('page command', { font: 'command', fill: 'command', alignment: 'vertical="center"' }),
    ...headers,
    ...body,
  ];
}
