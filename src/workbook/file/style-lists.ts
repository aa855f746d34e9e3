import { refuse, type WorkbookRefusal } from '../refusal';
import { Edits } from './edits';
import { attributeOf, childrenOf, prefixOf, rootOf, type Span } from './scan';
import { escapeAttribute, withPrefix } from './xml';

/** Lists that new looks may need. Excel leaves the first and the last out where they would be empty. */
const LISTS = ['numFmts', 'fonts', 'fills', 'borders', 'cellXfs', 'dxfs'] as const;
const OPTIONAL: readonly string[] = ['numFmts', 'dxfs'];

export type StyleListName = (typeof LISTS)[number];

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
 * The lists of the part xl/styles.xml. Entries are added at their ends and nothing else is changed; what is there already
 * is used again.
 */
export class StyleLists {
  private readonly prefix: string;
  private readonly root: Span;
  private readonly lists = new Map<string, List>();
  private readonly formats = new Map<string, number>();

  /** Throws WorkbookRefusal where the part has not the lists that every workbook has. */
  constructor(
    private readonly xml: string,
    file: string,
  ) {
    this.root = rootOf(xml);
    this.prefix = prefixOf(this.root);
    const children = childrenOf(xml, this.root);
    for (const name of LISTS) {
      const span = children.find((child) => child.name === this.prefix + name);
      if (!OPTIONAL.includes(name) && (!span || span.empty)) throw withoutStyles(file);
      this.lists.set(name, new List(xml, span));
    }
    for (const old of this.list('numFmts').spans) {
      const code = attributeOf(xml, old, 'formatCode');
      const id = attributeOf(xml, old, 'numFmtId');
      if (code && id && !this.formats.has(code.text)) this.formats.set(code.text, Number(id.text));
    }
  }

  /** The entries of a list as they are written, old ones first. */
  entries(list: StyleListName): readonly string[] {
    return this.list(list).texts;
  }

  /** The number of an entry, given without prefix, which is added where it is not there yet. */
  place(list: StyleListName, xml: string): number {
    return this.list(list).place(withPrefix(xml, this.prefix));
  }

  /** The number of a number format. */
  format(code: string): number {
    if (code === 'General') return 0;
    if (code === '@') return 49;
    const key = escapeAttribute(code);
    const known = this.formats.get(key);
    if (known !== undefined) return known;
    const id = Math.max(FIRST_FORMAT - 1, ...this.formats.values()) + 1;
    this.formats.set(key, id);
    this.place('numFmts', `<numFmt numFmtId="${id}" formatCode="${key}"/>`);
    return id;
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
        const count = attributeOf(this.xml, span, 'count');
        if (count) edits.replace(count.start, count.end, [String(list.texts.length)]);
        const entries = list.added.join('');
        if (entries.endsWith('/>')) {
          // <numFmts/>: what is put before and behind its "/>" leaves that in place.
          edits.insert(span.end - 2, `>${entries.slice(0, -2)}`);
          edits.insert(span.end, `</${span.name}>`);
        } else edits.replace(span.end - 2, span.end, [`>${entries}</${span.name}>`]);
      } else {
        edits.insert(
          this.placeOf(name),
          withPrefix(`<${name} count="${list.texts.length}">`, this.prefix) +
            `${list.added.join('')}</${this.prefix}${name}>`,
        );
      }
    }
    return edits.done();
  }

  private list(name: string): List {
    const list = this.lists.get(name);
    if (!list) throw new Error(`no list ${name}`);
    return list;
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

function withoutStyles(file: string): WorkbookRefusal {
  return refuse(
    'UNUSUAL_STYLES',
    `${file} was saved by a program that leaves out the styles that Excel expects. Nothing was changed.`,
    'Open the file in Excel and save it, then start again.',
  );
}
