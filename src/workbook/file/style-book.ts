import { refuse, type WorkbookRefusal } from '../refusal';
import { Edits } from './edits';
import { attributeOf, childrenOf, prefixOf, rootOf, type Span } from './scan';
import { escapeAttribute } from './xml';

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

/** The children of <styleSheet> in the order that Excel demands. */
const ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
];

/** Numbers below are taken by the formats that every workbook has. */
const FIRST_FORMAT = 164;

/**
 * The part xl/styles.xml, to which styles are added at the end of their lists and nothing else is changed. What is
 * there already is used again.
 */
export class StyleBook {
  private readonly prefix: string;
  private readonly root: Span;
  private readonly lists = new Map<string, List>();
  private readonly formats = new Map<string, number>();
  private readonly known = new Map<string, number>();

  /** Throws WorkbookRefusal where the part has not the lists that every workbook has. */
  constructor(
    private readonly xml: string,
    file: string,
  ) {
    this.root = rootOf(xml);
    this.prefix = prefixOf(this.root);
    const children = childrenOf(xml, this.root);
    for (const name of ['numFmts', 'fonts', 'fills', 'borders', 'cellXfs']) {
      const span = children.find((child) => child.name === this.prefix + name);
      if (name !== 'numFmts' && (!span || span.empty)) throw withoutStyles(file);
      this.lists.set(name, new List(xml, span));
    }
    for (const old of this.list('numFmts').spans) {
      const code = attributeOf(xml, old, 'formatCode');
      const id = attributeOf(xml, old, 'numFmtId');
      if (code && id && !this.formats.has(code.text)) this.formats.set(code.text, Number(id.text));
    }
  }

  /** The name of the font that normal cells have. */
  fontName(): string {
    const font = this.list('fonts').texts[0];
    return /<(?:\w+:)?name val="([^"<>]*)"/.exec(font ?? '')?.[1] ?? 'Calibri';
  }

  /** The number of a style, for the attribute s of a cell. */
  number(style: CellStyle): number {
    const key = JSON.stringify(style);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const format = this.format(style.format);
    const part = (list: string, element: string, inner: string): number =>
      inner === '' ? 0 : this.list(list).place(this.tag(`<${element}>${inner}</${element}>`));
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
    const number = this.list('cellXfs').place(this.tag(xf));
    this.known.set(key, number);
    return number;
  }

  /** The part with what was added; the old text where nothing was. */
  done(): string {
    const edits = new Edits(this.xml);
    for (const [name, list] of this.lists) {
      if (list.added.length === 0) continue;
      const { span } = list;
      if (span && !span.empty) {
        edits.insert(span.innerEnd, list.added.join(''));
        const count = attributeOf(this.xml, span, 'count');
        if (count) edits.replace(count.start, count.end, [String(list.texts.length)]);
      } else if (span) {
        // <numFmts/>: what is put before and behind its "/>" leaves that in place.
        const count = attributeOf(this.xml, span, 'count');
        if (count) edits.replace(count.start, count.end, [String(list.texts.length)]);
        edits.insert(span.end - 2, `>${list.added.join('').slice(0, -2)}`);
        edits.insert(span.end, `</${span.name}>`);
      } else {
        edits.insert(
          this.placeOf(name),
          this.tag(`<${name} count="${list.texts.length}">${list.added.join('')}</${name}>`),
        );
      }
    }
    return edits.done();
  }

  private format(code: string): number {
    if (code === 'General') return 0;
    if (code === '@') return 49;
    const key = escapeAttribute(code);
    const known = this.formats.get(key);
    if (known !== undefined) return known;
    const id = Math.max(FIRST_FORMAT - 1, ...this.formats.values()) + 1;
    this.formats.set(key, id);
    this.list('numFmts').place(this.tag(`<numFmt numFmtId="${id}" formatCode="${key}"/>`));
    return id;
  }

  private list(name: string): List {
    const list = this.lists.get(name);
    if (!list) throw new Error(`no list ${name}`);
    return list;
  }

  private tag(xml: string): string {
    return this.prefix === '' ? xml : withPrefix(xml, this.prefix);
  }

  /** Where a list that is missing belongs: before the first that follows it. */
  private placeOf(name: string): number {
    const after = ORDER.slice(ORDER.indexOf(name) + 1).map((other) => this.prefix + other);
    return childrenOf(this.xml, this.root).find((child) => after.includes(child.name))?.start ?? this.root.innerEnd;
  }
}

/** A list of the part: the old entries as they are written, and new ones. */
class List {
  readonly spans: readonly Span[];
  readonly texts: string[];
  readonly added: string[] = [];

  constructor(
    xml: string,
    readonly span: Span | undefined,
  ) {
    this.spans = span ? childrenOf(xml, span) : [];
    this.texts = this.spans.map((child) => xml.slice(child.start, child.end));
  }

  /** The place of an entry, which is added where it is not there yet. */
  place(text: string): number {
    const old = this.texts.indexOf(text);
    if (old >= 0) return old;
    this.added.push(text);
    return this.texts.push(text) - 1;
  }
}

/** The same elements with a prefix; text is escaped, so that < begins a tag and nothing else. */
export function withPrefix(xml: string, prefix: string): string {
  return prefix === '' ? xml : xml.replace(/<(\/?)(?=[A-Za-z])/g, `<$1${prefix}`);
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

function withoutStyles(file: string): WorkbookRefusal {
  return refuse(
    'UNUSUAL_STYLES',
    `${file} was saved by a program that leaves out the styles that Excel expects. Nothing was changed.`,
    'Open the file in Excel and save it, then start again.',
  );
}
