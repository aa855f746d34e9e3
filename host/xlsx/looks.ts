import { StyleLists } from '../../src/workbook/file/style-lists';
import { escapeAttribute } from '../../src/workbook/file/xml';
import { type Border, DEFAULT_STYLE, type Style, type StyleName } from '../model/style';
import type { CellLook } from './read-styles';

const FONT: readonly StyleName[] = ['bold', 'italic', 'underline', 'strikethrough', 'color', 'font', 'size'];
const FILL: readonly StyleName[] = ['fill'];
const ALIGNMENT: readonly StyleName[] = ['horizontal', 'vertical', 'wrap', 'indent'];
const PROTECTION: readonly StyleName[] = ['locked', 'hidden'];

/** Styles are told apart by what they say. */
const keys = new WeakMap<Style, string>();
export function keyOf(style: Style | undefined): string {
  if (style === undefined) return '';
  let key = keys.get(style);
  if (key === undefined) keys.set(style, (key = JSON.stringify(style)));
  return key;
}

/**
 * The looks of cells in a file, by their numbers. A new look is an old one with what was changed about it: what the stand-in does not
 * know of (borders, colours of the theme) stays with the cell.
 */
export class LookBook {
  private readonly lists: StyleLists;
  private readonly known = new Map<string, number>();

  /** `xml` is the part xl/styles.xml, `looks` what was read of it. */
  constructor(
    xml: string,
    file: string,
    private readonly looks: readonly CellLook[],
  ) {
    this.lists = new StyleLists(xml, file);
  }

  /** The number by which a cell names its look; `base` is the one that it had, 0 for a new cell. */
  numberOf(numberFormat: string | undefined, style: Style | undefined, base = 0): number {
    const key = `${base}|${numberFormat ?? ''}|${keyOf(style)}`;
    let number = this.known.get(key);
    if (number === undefined) this.known.set(key, (number = this.add(numberFormat, style, base)));
    return number;
  }

  /** The lists themselves, for looks that are brought along from another file. */
  get styles(): StyleLists {
    return this.lists;
  }

  done(): string {
    return this.lists.done();
  }

  private add(numberFormat: string | undefined, style: Style | undefined, base: number): number {
    const { numberFormat: oldFormat, style: old = {} } = this.looks[base] ?? {};
    // A cell that nobody gave a font has the one of the workbook.
    const now =
      base === 0
        ? { ...(old.font && { font: old.font }), ...(old.size && { size: old.size }), ...style }
        : { ...style };
    const differs = (names: readonly StyleName[]): boolean =>
      names.some((name) => (now[name] ?? DEFAULT_STYLE[name]) !== (old[name] ?? DEFAULT_STYLE[name]));
    const look = new CellXf(
      this.lists.entries('cellXfs')[base] ?? '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    );
    if ((numberFormat ?? 'General') !== (oldFormat ?? 'General'))
      look.set('numFmtId', this.formatId(numberFormat ?? 'General'), 'NumberFormat');
    if (differs(FONT)) look.set('fontId', this.lists.place('fonts', fontXml(now)), 'Font');
    if (differs(FILL)) look.set('fillId', now.fill ? this.lists.place('fills', fillXml(now.fill)) : 0, 'Fill');
    if (now.borders) look.set('borderId', this.lists.place('borders', borderXml(now.borders)), 'Border');
    if (differs(ALIGNMENT)) look.put('alignment', alignmentXml(now));
    if (differs(PROTECTION)) look.put('protection', protectionXml(now));
    return this.lists.place('cellXfs', look.text());
  }

  private formatId(code: string): number {
    return code === 'm/d/yyyy' ? 14 : this.lists.format(code);
  }
}

/** One entry of the list cellXfs. */
class CellXf {
  private readonly attributes: string[];
  private readonly children: Map<string, string>;

  constructor(xml: string) {
    const plain = xml.replace(/<(\/?)\w+:/g, '<$1');
    const open = plain.slice(0, plain.indexOf('>'));
    this.attributes = open.match(/[\w:]+\s*=\s*(?:"[^"]*"|'[^']*')/g) ?? [];
    const children = plain.slice(open.length + 1).match(/<\w+[^>]*?(?:\/>|>[^]*?<\/\w+>)/g) ?? [];
    this.children = new Map(children.map((child) => [/^<(\w+)/.exec(child)?.[1] ?? '', child]));
  }

  /** Gives it another entry of a list, and says that this is meant. */
  set(attribute: string, value: number, applies: string): void {
    this.attribute(attribute, String(value));
    this.attribute(`apply${applies}`, '1');
  }

  /** Puts a child in place of the one of that name; "" takes it away. */
  put(name: 'alignment' | 'protection', xml: string): void {
    if (xml === '') this.children.delete(name);
    else this.children.set(name, xml);
    this.attribute(name === 'alignment' ? 'applyAlignment' : 'applyProtection', '1');
  }

  text(): string {
    const children = ['alignment', 'protection', 'extLst'].map((name) => this.children.get(name) ?? '').join('');
    const open = `<xf ${this.attributes.join(' ')}`;
    return children === '' ? `${open}/>` : `${open}>${children}</xf>`;
  }

  private attribute(name: string, value: string): void {
    const text = `${name}="${value}"`;
    const at = this.attributes.findIndex((one) => one.split('=')[0].trim() === name);
    if (at < 0) this.attributes.push(text);
    else this.attributes[at] = text;
  }
}

function fontXml(style: Style): string {
  return (
    '<font>' +
    (style.bold ? '<b/>' : '') +
    (style.italic ? '<i/>' : '') +
    (style.strikethrough ? '<strike/>' : '') +
    (style.underline && style.underline !== 'None' ? '<u/>' : '') +
    `<sz val="${style.size ?? DEFAULT_STYLE.size}"/>` +
    (style.color && style.color !== DEFAULT_STYLE.color ? `<color rgb="FF${style.color.slice(1)}"/>` : '') +
    `<name val="${escapeAttribute(style.font ?? DEFAULT_STYLE.font)}"/></font>`
  );
}

const fillXml = (color: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${color.slice(1)}"/><bgColor indexed="64"/></patternFill></fill>`;

const LINES: Readonly<Record<string, string>> = {
  Dash: 'dashed',
  DashDot: 'dashDot',
  DashDotDot: 'dashDotDot',
  Dot: 'dotted',
  Double: 'double',
  SlantDashDot: 'slantDashDot',
};
const WEIGHTS: Readonly<Record<string, string>> = { Hairline: 'hair', Thin: 'thin', Medium: 'medium', Thick: 'thick' };

/** Lines inside a range are those around each of its cells. */
function borderXml(borders: Readonly<Record<string, Border>>): string {
  const side = (name: string, edge: string, inside?: string): string => {
    const line = [borders[edge], inside === undefined ? undefined : borders[inside]].find(
      (one) => one !== undefined && one.style !== 'None',
    );
    if (!line) return `<${name}/>`;
    const kind = line.style === 'Continuous' ? WEIGHTS[line.weight] : LINES[line.style];
    return `<${name} style="${kind}"><color rgb="FF${line.color.replace('#', '')}"/></${name}>`;
  };
  return (
    `<border>${side('left', 'EdgeLeft', 'InsideVertical')}${side('right', 'EdgeRight', 'InsideVertical')}` +
    `${side('top', 'EdgeTop', 'InsideHorizontal')}${side('bottom', 'EdgeBottom', 'InsideHorizontal')}<diagonal/></border>`
  );
}

function alignmentXml({ horizontal, vertical, wrap, indent }: Style): string {
  const small = (name: string): string => name[0].toLowerCase() + name.slice(1);
  const attributes =
    (horizontal && horizontal !== 'General' ? ` horizontal="${small(horizontal)}"` : '') +
    (vertical && vertical !== 'Bottom' ? ` vertical="${small(vertical)}"` : '') +
    (wrap ? ' wrapText="1"' : '') +
    (indent ? ` indent="${indent}"` : '');
  return attributes ? `<alignment${attributes}/>` : '';
}

const protectionXml = ({ locked, hidden }: Style): string =>
  `<protection locked="${locked === false ? 0 : 1}"${hidden ? ' hidden="1"' : ''}/>`;
