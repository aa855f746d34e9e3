import { quoteSheet } from '../../src/workbook/cells';
import { Edits } from '../../src/workbook/file/edits';
import { askToCalculate } from '../../src/workbook/file/package-edits';
import { attributeOf, childrenOf, prefixOf, rootOf, type Span } from '../../src/workbook/file/scan';
import { escapeAttribute, escapeText, withPrefix } from '../../src/workbook/file/xml';
import { areaText } from '../model/address';
import type { Sheet } from '../model/sheet';
import type { NamedItem, Workbook } from '../model/workbook';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STATES = { Visible: '', Hidden: 'hidden', VeryHidden: 'veryHidden' } as const;

/** A sheet that is saved: which sheet of the file it was, if one, or the relationship of its new part. */
export interface SavedSheet {
  readonly sheet: Sheet;
  /** As it was when the file was opened; a blank one for a new sheet. */
  readonly before: Sheet;
  /** From 0; undefined for a new sheet. */
  readonly index: number | undefined;
  readonly relationship: string | undefined;
}

/** The part xl/workbook.xml with the sheets, names and active sheet as they are now; all else stays to the letter. */
export function bookXml(xml: string, before: Workbook | null, now: Workbook, saved: readonly SavedSheet[]): string {
  const edits = new Edits(xml);
  const root = rootOf(xml);
  const prefix = prefixOf(root);
  const children = childrenOf(xml, root);
  const child = (name: string): Span | undefined => children.find((one) => one.name === prefix + name);
  const sheets = child('sheets');
  if (!sheets) throw new Error('a workbook without sheets was let in');
  const list = sheetList(xml, sheets, saved, prefix);
  if (list !== xml.slice(sheets.inner, sheets.innerEnd)) edits.replace(sheets.inner, sheets.innerEnd, [list]);
  activate(xml, edits, child('bookViews'), now.sheets.indexOf(now.active));
  const names = nameList(xml, child('definedNames'), before, now, saved, prefix);
  const place = child('definedNames');
  const whole = names === '' ? '' : `<${prefix}definedNames>${names}</${prefix}definedNames>`;
  if (place && names !== xml.slice(place.inner, place.innerEnd)) edits.replace(place.start, place.end, [whole]);
  else if (!place && names !== '') {
    const after = child('externalReferences') ?? child('functionGroups') ?? sheets;
    edits.insert(after.end, whole);
  }
  return edits.done();
}

/** The same part, which has Excel compute the workbook when it opens it. */
export function calculated(xml: string): string {
  const edits = new Edits(xml);
  askToCalculate(xml, edits);
  return edits.done();
}

/** The elements of the sheets: old ones as they are written, but for a new name or state. */
function sheetList(xml: string, sheets: Span, saved: readonly SavedSheet[], prefix: string): string {
  const old = childrenOf(xml, sheets);
  let lastId = Math.max(0, ...old.map((one) => Number(attributeOf(xml, one, 'sheetId')?.text ?? 0)));
  return saved
    .map(({ sheet, before, index, relationship }) => {
      const state = STATES[sheet.visibility];
      if (index === undefined) {
        const text = `<sheet xmlns:r="${OFFICE}" name="${escapeAttribute(sheet.name)}" sheetId="${++lastId}"${state && ` state="${state}"`} r:id="${relationship}"/>`;
        return withPrefix(text, prefix);
      }
      const span = old[index];
      let text = xml.slice(span.start, span.end);
      if (sheet.name !== before.name)
        text = text.replace(
          /(\sname\s*=\s*)(?:"[^"]*"|'[^']*')/,
          (_, start: string) => `${start}"${escapeAttribute(sheet.name)}"`,
        );
      if (sheet.visibility !== before.visibility) {
        text = text.replace(/\sstate\s*=\s*(?:"[^"]*"|'[^']*')/, '');
        if (state) text = text.replace(/(\ssheetId=)/, ` state="${state}"$1`);
      }
      return text;
    })
    .join('');
}

function activate(xml: string, edits: Edits, views: Span | undefined, active: number): void {
  const [view] = views ? childrenOf(xml, views) : [];
  if (!view) return;
  const attribute = attributeOf(xml, view, 'activeTab');
  if (Number(attribute?.text ?? 0) === active) return;
  if (attribute) edits.replace(attribute.start, attribute.end, [String(active)]);
  else edits.insert(view.start + view.name.length + 1, ` activeTab="${active}"`);
}

/** The elements of the names: old ones as they are written, where they still say what holds. */
function nameList(
  xml: string,
  place: Span | undefined,
  before: Workbook | null,
  now: Workbook,
  saved: readonly SavedSheet[],
  prefix: string,
): string {
  const keyOf = (name: string, home: number | null): string => `${home ?? ''}|${name.toLowerCase()}`;
  const homeOf = ({ sheet }: NamedItem): number | null => (sheet ? now.sheets.indexOf(sheet) : null);
  const wanted = new Map(now.names.map((item) => [keyOf(item.name, homeOf(item)), item]));
  const old = new Map(
    (before?.names ?? []).map((item) => [
      `${item.sheet ? before?.sheets.indexOf(item.sheet) : ''}|${item.name.toLowerCase()}`,
      item,
    ]),
  );
  const printed = saved.map(({ sheet, before: was }) => printNames(sheet, was));
  const elements: string[] = [];
  for (const span of place ? childrenOf(xml, place) : []) {
    const name = attributeOf(xml, span, 'name')?.text ?? '';
    const local = attributeOf(xml, span, 'localSheetId');
    const home = local === undefined ? null : saved.findIndex(({ index }) => index === Number(local.text));
    if (home === -1) continue;
    const text = xml.slice(span.start, span.end);
    const moved = text.replace(/(\slocalSheetId\s*=\s*["'])\d+/, `$1${home}`);
    if (name.startsWith('_xlnm.')) {
      if (home === null || !printed[home].has(name)) elements.push(moved);
      continue;
    }
    const key = keyOf(name, home);
    const item = wanted.get(key);
    if (!item) continue;
    wanted.delete(key);
    const same = old.get(`${local?.text ?? ''}|${name.toLowerCase()}`)?.formula === item.formula;
    const inner = moved.slice(0, moved.indexOf('>') + 1);
    elements.push(same || span.empty ? moved : `${inner}${escapeText(item.formula.slice(1))}</${span.name}>`);
  }
  const element = (name: string, home: number | null, formula: string): string =>
    withPrefix(
      `<definedName name="${escapeAttribute(name)}"${home === null ? '' : ` localSheetId="${home}"`}>${escapeText(formula)}</definedName>`,
      prefix,
    );
  for (const item of wanted.values()) elements.push(element(item.name, homeOf(item), item.formula.slice(1)));
  printed.forEach((names, home) => {
    for (const [name, formula] of names) if (formula !== '') elements.push(element(name, home, formula));
  });
  return elements.join('');
}

/** What of a sheet is printed, and repeated on each page, where that was changed; "" takes the name away. */
function printNames({ name, page }: Sheet, { name: oldName, page: before }: Sheet): Map<string, string> {
  const names = new Map<string, string>();
  const put = (what: string, of: (from: typeof page) => readonly (typeof page)['printArea'][]): void => {
    const renamed = name !== oldName && of(page).some((area) => area !== null);
    if (!renamed && JSON.stringify(of(page)) === JSON.stringify(of(before))) return;
    const areas = of(page).flatMap((area) => (area ? [`${quoteSheet(name)}!${areaText(area, true)}`] : []));
    names.set(`_xlnm.${what}`, areas.join(','));
  };
  put('Print_Area', ({ printArea }) => [printArea]);
  put('Print_Titles', ({ titleColumns, titleRows }) => [titleColumns, titleRows]);
  return names;
}
