import type { Formats, OutValue } from '../port';
import { resultFormat } from '../write/number-formats';
import type { PageCell } from '../sheets/page';
import type { ResultColumn } from '../write/result-columns';
import { FIGURES, isLong, PALETTE, type HeaderPlace } from '../write/result-layout';
import type { CellStyle, StyleBook } from './style-book';

/** What is not a cell of a table's body. */
export type Place =
  | 'title'
  | 'about'
  | 'label'
  | 'verdict'
  | HeaderPlace
  | 'header center'
  | 'go to label'
  | 'go to input'
  | 'go to link';

const rgb = (color: string): string => `FF${color}`;
const INK = rgb(PALETTE.ink);
const GREY = rgb(PALETTE.grey);
const solid = (color: string): string =>
  `<patternFill patternType="solid"><fgColor rgb="${color}"/><bgColor indexed="64"/></patternFill>`;
const edge = (side: string, color: string): string => `<${side} style="thin"><color rgb="${color}"/></${side}>`;
const LINE = `<left/><right/><top/>${edge('bottom', rgb(PALETTE.line))}<diagonal/>`;
const WHITE_SIDES = `${edge('left', 'FFFFFFFF')}${edge('right', 'FFFFFFFF')}<top/><bottom/><diagonal/>`;
const BOX = `${edge('left', rgb(PALETTE.box))}${edge('right', rgb(PALETTE.box))}${edge('top', rgb(PALETTE.box))}${edge('bottom', rgb(PALETTE.box))}<diagonal/>`;

const NORMAL: CellStyle = { format: 'General', font: '', fill: '', border: '', alignment: '', quoted: false };
const HEADER = { fill: solid(INK), border: WHITE_SIDES } as const;
/** Attributes in the order of Excel, so that styles are found again in a workbook that Excel has saved. */
const align = (horizontal: 'left' | 'center' | 'right', more: string): string => `horizontal="${horizontal}"${more}`;
const TOP_WRAPPED = ' vertical="top" wrapText="1"';
const HEADER_ALIGNMENT = {
  // At the top, where the filter button does not cover it.
  'header first': align('left', TOP_WRAPPED),
  'header left': align('left', `${TOP_WRAPPED} indent="1"`),
  'header right': align('right', TOP_WRAPPED),
  'header center': align('center', TOP_WRAPPED),
} as const;

/** How the cells of a result sheet look, as numbers of styles in the workbook. */
export class Looks {
  private readonly font: (inner: string, size: number) => string;

  constructor(
    private readonly book: StyleBook,
    readonly formats: Formats,
  ) {
    const name = book.fontName();
    // The order of these elements is Excel's: b, sz, color, name, family.
    this.font = (inner, size) =>
      `${inner.replace('SIZE', `<sz val="${size}"/>`)}<name val="${name}"/><family val="2"/>`;
  }

  of(place: Place): number {
    return this.book.number({ ...NORMAL, ...this.placeStyle(place) });
  }

  /** A figure above the table. */
  figure(kind: 'amount' | 'quantity' | 'count' | 'check', value: OutValue): number {
    return this.book.number({
      ...NORMAL,
      font: this.font('<b/>SIZE', 11),
      format: resultFormat(kind, value, this.formats),
    });
  }

  /**
   * A cell of the body; text that Excel could take for a formula is marked as text. `wraps`: the row has long
   * texts. Texts keep a little distance from the figures at their left, but for the first column.
   */
  body(column: ResultColumn, value: OutValue, wraps: boolean, first: boolean): number {
    const { kind } = column;
    const down = wraps ? ' vertical="top"' : '';
    const wrap = wraps && isLong(column) ? ' wrapText="1"' : '';
    const indent = first ? '' : ' indent="1"';
    const alignment = FIGURES.has(kind)
      ? down.trim()
      : kind === 'link'
        ? align('center', down)
        : align('left', down + wrap + indent);
    return this.book.number({
      format: resultFormat(kind, value, this.formats),
      font:
        kind === 'link'
          ? this.font(`SIZE<color rgb="${rgb(PALETTE.link)}"/>`, 11)
          : kind === 'link row'
            ? this.font(`SIZE<color rgb="${GREY}"/>`, 9)
            : '',
      fill: '',
      border: LINE,
      alignment,
      quoted: typeof value === 'string' && /^[=+\-@]/.test(value),
    });
  }

  /** A cell of a page (see page.ts). */
  page({ look, kind, value, result }: PageCell): number {
    const held = value ?? result ?? null;
    const format =
      kind === undefined ? (typeof value === 'string' ? '@' : 'General') : resultFormat(kind, held, this.formats);
    switch (look) {
      case 'title':
      case 'about':
      case 'label':
      case 'header right':
      case 'header center':
        return this.of(look);
      case 'header left':
        return this.of('header first');
      case 'result':
        return this.book.number({
          ...NORMAL,
          font: this.font(`<b/>SIZE<color rgb="${INK}"/>`, 10),
          border: LINE,
          alignment: align('center', ''),
        });
      case 'figure':
        return this.book.number({ ...NORMAL, format, font: this.font('<b/>SIZE', 11), alignment: align('left', '') });
      case 'verdict':
        return this.book.number({
          ...NORMAL,
          font: this.font(`<b/>SIZE<color rgb="${INK}"/>`, 11),
          alignment: align('left', ''),
        });
      case 'section':
      case 'section right':
      case 'section center':
        return this.book.number({
          ...NORMAL,
          font: this.font(`<b/>SIZE<color rgb="${INK}"/>`, 11),
          fill: solid(rgb(PALETTE.section)),
          alignment: align(look === 'section' ? 'left' : look === 'section right' ? 'right' : 'center', ''),
        });
      case 'amount':
        return this.book.number({ ...NORMAL, format, border: LINE });
      case 'text':
        return this.book.number({ ...NORMAL, format: '@', border: LINE, alignment: align('left', '') });
      case 'mark':
        return this.book.number({
          ...NORMAL,
          font: this.font(`<b/>SIZE<color rgb="${rgb(PALETTE.tab)}"/>`, 11),
          border: LINE,
          alignment: align('center', ''),
        });
      case 'note':
        return this.book.number({
          ...NORMAL,
          font: this.font(`SIZE<color rgb="${rgb(PALETTE.about)}"/>`, 9),
          border: LINE,
          alignment: align('left', ' indent="1"'),
        });
    }
  }

  private placeStyle(place: Place): Partial<CellStyle> {
    switch (place) {
      case 'title':
        return { font: this.font(`<b/>SIZE<color rgb="${INK}"/>`, 16), alignment: 'vertical="center"' };
      case 'about':
        return { font: this.font(`SIZE<color rgb="${rgb(PALETTE.about)}"/>`, 10) };
      case 'label':
        return { font: this.font(`SIZE<color rgb="${INK}"/>`, 11) };
      case 'verdict':
        return { font: this.font(`<b/>SIZE<color rgb="${GREY}"/>`, 10), alignment: align('left', '') };
      case 'header first':
      case 'header left':
      case 'header right':
      case 'header center':
        return {
          ...HEADER,
          font: this.font('<b/>SIZE<color rgb="FFFFFFFF"/>', 10),
          alignment: HEADER_ALIGNMENT[place],
        };
      case 'header link':
        return {
          fill: solid(rgb(PALETTE.linkHeader)),
          border: WHITE_SIDES,
          font: this.font('SIZE<color rgb="FFFFFFFF"/>', 9),
          alignment: HEADER_ALIGNMENT['header first'],
        };
      case 'go to label':
        return { font: this.font(`<b/>SIZE<color rgb="${INK}"/>`, 11) };
      case 'go to input':
        return { format: '@', fill: solid(rgb(PALETTE.input)), border: BOX, alignment: align('left', '') };
      case 'go to link':
        return {
          font: this.font(`<u/>SIZE<color rgb="${rgb(PALETTE.link)}"/>`, 11),
          alignment: align('left', ' indent="1"'),
        };
    }
  }
}
