import { Edits } from '../../src/workbook/file/edits';
import { childrenOf, prefixOf, rootOf, type Span } from '../../src/workbook/file/scan';
import { withPrefix } from '../../src/workbook/file/xml';

/** The children of <worksheet> in the order that Excel demands. */
const ORDER = [
  ['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'sheetCalcPr', 'sheetProtection'],
  ['protectedRanges', 'scenarios', 'autoFilter', 'sortState', 'dataConsolidate', 'customSheetViews', 'mergeCells'],
  ['phoneticPr', 'conditionalFormatting', 'dataValidations', 'hyperlinks', 'printOptions', 'pageMargins', 'pageSetup'],
  ['headerFooter', 'rowBreaks', 'colBreaks', 'customProperties', 'cellWatches', 'ignoredErrors', 'smartTags'],
  ['drawing', 'legacyDrawing', 'legacyDrawingHF', 'drawingHF', 'picture', 'oleObjects', 'controls', 'webPublishItems'],
  ['tableParts', 'extLst'],
].flat();

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The part of a sheet with nothing on it. */
export const BLANK_SHEET =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}">` +
  '<sheetData></sheetData></worksheet>';

/** The part of a sheet around its cells: elements are put into their places, and all others stay to the letter. */
export class SheetFrame {
  private readonly edits: Edits;
  private readonly prefix: string;
  private readonly children: readonly Span[];
  /** What an element with a relationship must say, where the part does not say it for all. */
  readonly relationships: string;

  constructor(private readonly xml: string) {
    this.edits = new Edits(xml);
    const root = rootOf(xml);
    this.prefix = prefixOf(root);
    this.children = childrenOf(xml, root);
    this.relationships = xml.slice(root.start, root.inner).includes('xmlns:r=') ? '' : ` xmlns:r="${OFFICE}"`;
  }

  /** The elements of a name, without prefix; most have one at the most. */
  all(name: string): string[] {
    return this.spans(name).map(({ start, end }) =>
      this.prefix === '' ? this.xml.slice(start, end) : this.xml.slice(start, end).replace(this.prefixes(), '<$1'),
    );
  }

  /** The first element of a name, without prefix; "" where there is none. */
  text(name: string): string {
    return this.all(name)[0] ?? '';
  }

  /** Puts elements in place of those of their name; "" takes them away. At most once for each name. */
  put(name: string, elements: string): void {
    const old = this.spans(name);
    const order = ORDER.indexOf(name);
    const text = withPrefix(elements, this.prefix);
    if (old.length > 0) {
      old.forEach(({ start, end }, at) => this.edits.replace(start, end, at === 0 ? [text] : [], order));
    } else if (elements !== '') {
      const next = this.children.find((child) => ORDER.indexOf(child.name.slice(this.prefix.length)) > order);
      this.edits.insert(next?.start ?? rootOf(this.xml).innerEnd, text, order);
    }
  }

  done(): string {
    return this.edits.isEmpty ? this.xml : this.edits.done();
  }

  private spans(name: string): Span[] {
    return this.children.filter((child) => child.name === this.prefix + name);
  }

  private prefixes(): RegExp {
    return new RegExp(`<(/?)${this.prefix}`, 'g');
  }
}
