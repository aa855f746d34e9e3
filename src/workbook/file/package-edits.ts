import type { Archive } from './archive';
import { Edits } from './edits';
import { addContentTypes, addRelationships } from './relationships';
import { attributeOf, childrenOf, prefixOf, rootOf, type Span } from './scan';
import { printArea, printTitles, type PrintLayout } from '../write/print-layout';
import type { DefinedName } from '../write/result-body';
import type { WorkbookParts } from './workbook-parts';
import { escapeAttribute, escapeText, withPrefix } from './xml';
import { NS } from './xml-walk';

/** A sheet that was made, to be made known to the package. */
export interface AddedSheet {
  readonly name: string;
  readonly part: string;
  /** The part of its table; undefined where it has none. */
  readonly tablePart?: string;
  /** Further parts that belong to it, with what they are. */
  readonly others?: readonly { readonly part: string; readonly type: string }[];
  /** Repeated on every printed page; none where it is left out. */
  readonly headerRow?: number | undefined;
  /** How it is printed; as wide as a page, with all columns, where it is left out. */
  readonly print?: PrintLayout;
}

const WHOLE: PrintLayout = { pagesWide: 1, lastColumn: undefined };
const MAIN_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A part's name in a folder beside the workbook part, with the first number that is free: "xl/tables/table4.xml". */
export function freePart(archive: Archive, parts: WorkbookParts, path: string): string {
  const folder = parts.part.slice(0, parts.part.lastIndexOf('/') + 1);
  for (let number = 1; ; number++) {
    const name = `${folder}${path}${number}.xml`;
    if (!archive.has(name)) return name;
  }
}

/** Names new sheets, and a new styles part, in the workbook, its relationships and the content types: by insertion only. */
export function announce(
  archive: Archive,
  parts: WorkbookParts,
  sheets: readonly AddedSheet[],
  newStyles: string | undefined,
  linkNames: readonly DefinedName[] = [],
): void {
  const ids = addRelationships(archive, parts.part, [
    ...sheets.map((sheet) => ({ type: 'worksheet', part: sheet.part })),
    ...(newStyles === undefined ? [] : [{ type: 'styles', part: newStyles }]),
  ]);
  addContentTypes(archive, [
    ...sheets.flatMap((sheet) => [
      { part: sheet.part, type: `${MAIN_TYPE}.worksheet+xml` },
      ...(sheet.tablePart === undefined ? [] : [{ part: sheet.tablePart, type: `${MAIN_TYPE}.table+xml` }]),
      ...(sheet.others ?? []),
    ]),
    ...(newStyles === undefined ? [] : [{ part: newStyles, type: `${MAIN_TYPE}.styles+xml` }]),
  ]);
  addToWorkbook(archive, parts, sheets, ids, linkNames);
}

function addToWorkbook(
  archive: Archive,
  parts: WorkbookParts,
  added: readonly AddedSheet[],
  ids: readonly string[],
  linkNames: readonly DefinedName[],
): void {
  const xml = archive.text(parts.part);
  const edits = new Edits(xml);
  const root = rootOf(xml);
  const prefix = prefixOf(root);
  const children = childrenOf(xml, root);
  const child = (name: string): Span | undefined => children.find((other) => other.name === prefix + name);
  const sheets = child('sheets');
  if (!sheets) throw new Error('a workbook without sheets was let in');
  if (added.length > 0) {
    const declared = new RegExp(`xmlns:(\\w+)\\s*=\\s*["']${NS.relationships}["']`).exec(
      xml.slice(root.start, root.inner),
    )?.[1];
    const r = declared ?? 'r';
    const declaration = declared === undefined ? ` xmlns:r="${NS.relationships}"` : '';
    const firstId = Math.max(0, ...parts.sheets.map((sheet) => sheet.sheetId)) + 1;
    const elements = added.map(
      (sheet, index) =>
        `<sheet${declaration} name="${escapeAttribute(sheet.name)}" sheetId="${firstId + index}" ${r}:id="${ids[index]}"/>`,
    );
    edits.insert(sheets.innerEnd, withPrefix(elements.join(''), prefix));
  }
  const definedNames = child('definedNames');
  const old = new Map(
    (definedNames ? childrenOf(xml, definedNames) : [])
      .filter((one) => !attributeOf(xml, one, 'localSheetId'))
      .map((one) => [attributeOf(xml, one, 'name')?.text.toLowerCase(), one]),
  );
  const names = added.flatMap(({ name, headerRow, print = WHOLE }, index) => {
    const local = (what: string, text: string): string =>
      `<definedName name="_xlnm.${what}" localSheetId="${parts.sheets.length + index}">${escapeText(text)}</definedName>`;
    return [
      ...(print.lastColumn === undefined ? [] : [local('Print_Area', printArea(name, print.lastColumn))]),
      ...(headerRow === undefined ? [] : [local('Print_Titles', printTitles(name, headerRow, print))]),
    ];
  });
  for (const { name, formula } of linkNames) {
    const there = old.get(name.toLowerCase());
    if (there && !there.empty) edits.replace(there.inner, there.innerEnd, [escapeText(formula)]);
    else names.push(`<definedName name="${escapeAttribute(name)}">${escapeText(formula)}</definedName>`);
  }
  const before = child('externalReferences') ?? child('functionGroups') ?? sheets;
  if (names.length === 0) {
    // Nothing is repeated on pages, and links have their names.
  } else if (definedNames && !definedNames.empty)
    edits.insert(definedNames.innerEnd, withPrefix(names.join(''), prefix));
  else if (definedNames)
    edits.replace(definedNames.start, definedNames.end, [
      withPrefix(`<definedNames>${names.join('')}</definedNames>`, prefix),
    ]);
  else edits.insert(before.end, withPrefix(`<definedNames>${names.join('')}</definedNames>`, prefix));
  askToCalculate(xml, edits);
  if (!edits.isEmpty) archive.setText(parts.part, edits.done());
}

/**
 * Has the workbook computed when it is opened next, unless its calculation is manual: formulas of other sheets may read what
 * was changed.
 */
export function askToCalculate(xml: string, edits: Edits): void {
  const root = rootOf(xml);
  const prefix = prefixOf(root);
  const children = childrenOf(xml, root);
  const child = (name: string): Span | undefined => children.find((other) => other.name === prefix + name);
  const calc = child('calcPr');
  if (!calc) {
    const before = ['definedNames', 'externalReferences', 'functionGroups', 'sheets'].map(child).find((one) => one);
    // Behind the names that are put at the same place.
    if (before) edits.insert(before.end, withPrefix('<calcPr fullCalcOnLoad="1"/>', prefix), 1);
  } else if (!attributeOf(xml, calc, 'fullCalcOnLoad') && attributeOf(xml, calc, 'calcMode')?.text !== 'manual') {
    edits.insert(calc.inner - (calc.empty ? 2 : 1), ' fullCalcOnLoad="1"');
  }
}
