import { refuseDoubleHeaders } from '../headers';
import { refuse } from '../refusal';
import type { DefinedName } from '../write/result-body';
import type { Archive } from './archive';
import { contentTypeOf, readRelationships, type Relationship } from './opc';
import { binaryWorkbook, damaged, notAWorkbook, sharedWorkbook, signed, strictWorkbook } from './refusals';
import { readTablePart, type TablePart } from './table-part';
import { unescapeXstring } from './xml';
import { NS } from './xml-walk';

export interface SheetPart {
  readonly name: string;
  /** "" for a sheet whose part is missing from the package. */
  readonly part: string;
  readonly sheetId: number;
  readonly tables: readonly TablePart[];
}

/** The parts of a workbook that matter here, found by their relationships, wherever they stand. */
export interface WorkbookParts {
  readonly part: string;
  readonly date1904: boolean;
  readonly structureLocked: boolean;
  readonly sheets: readonly SheetPart[];
  readonly tables: readonly TablePart[];
  /** Names that the workbook defines for itself: a table can not have one of them. */
  readonly definedNames: readonly DefinedName[];
  readonly sharedStrings: string | undefined;
  readonly styles: string | undefined;
  readonly calcChain: string | undefined;
}

/** Finds the parts of a workbook. Throws WorkbookRefusal for what is no workbook that can be read and written. */
export function readWorkbookParts(archive: Archive): WorkbookParts {
  const part = findWorkbook(archive);
  const relationships = readRelationships(archive, part);
  const one = (type: string): string | undefined => relationships.find((other) => other.type === type)?.part;
  if (one('revisionHeaders')) throw sharedWorkbook(archive.file);

  let date1904 = false;
  let structureLocked = false;
  let strict = false;
  const sheets: SheetPart[] = [];
  const definedNames: DefinedName[] = [];
  let named: string | undefined;
  archive.walk(part, {
    open(element) {
      if (element.namespace === NS.strict) strict = true;
      if (element.namespace !== NS.main) return;
      if (element.name === 'workbookPr') date1904 = isOn(element.get('date1904'));
      if (element.name === 'workbookProtection') structureLocked = isOn(element.get('lockStructure'));
      if (element.name === 'definedName') named = unescapeXstring(element.get('name') ?? '');
      if (element.name === 'sheet') {
        const id = element.get('id', NS.relationships);
        sheets.push(
          readSheetPart(
            archive,
            unescapeXstring(element.get('name') ?? ''),
            Number(element.get('sheetId')),
            relationships.find((other) => other.id === id),
          ),
        );
      }
    },
    close(element, text) {
      if (element.name !== 'definedName' || named === undefined) return;
      definedNames.push({ name: named, formula: unescapeXstring(text) });
      named = undefined;
    },
  });
  if (strict) throw strictWorkbook(archive.file);
  if (sheets.length === 0) throw damaged(archive.file, 'it has no sheets');
  const tables = sheets.flatMap((sheet) => sheet.tables);
  refuseDoubles(tables);
  return {
    part,
    date1904,
    structureLocked,
    sheets,
    tables,
    definedNames,
    sharedStrings: one('sharedStrings'),
    styles: one('styles'),
    calcChain: one('calcChain'),
  };
}

/** Where the styles go in a workbook that has none. */
export const freeStyles = ({ part }: WorkbookParts): string => `${part.slice(0, part.lastIndexOf('/') + 1)}styles.xml`;

function findWorkbook(archive: Archive): string {
  if (!archive.has('[Content_Types].xml')) {
    const kind =
      archive.has('mimetype') && archive.text('mimetype').includes('opendocument')
        ? 'an OpenDocument file (.ods)'
        : 'another zip file';
    throw notAWorkbook(archive.file, `it is ${kind}`);
  }
  const relationships = readRelationships(archive, '');
  if (relationships.some((other) => other.type === 'origin') || archive.has('_xmlsignatures/origin.sigs'))
    throw signed(archive.file);
  const main = relationships.find((other) => other.type === 'officeDocument');
  if (!main) throw notAWorkbook(archive.file, 'it names no document');
  if (main.strict) throw strictWorkbook(archive.file);
  const type = contentTypeOf(archive, main.part);
  if (type.includes('sheet.binary')) throw binaryWorkbook(archive.file);
  if (!/(spreadsheetml|ms-excel)\..*main\+xml$/.test(type))
    throw notAWorkbook(archive.file, 'it is another kind of Office file');
  return main.part;
}

function readSheetPart(
  archive: Archive,
  name: string,
  sheetId: number,
  relationship: Relationship | undefined,
): SheetPart {
  const part = relationship && archive.has(relationship.part) ? relationship.part : '';
  const tables =
    part === ''
      ? []
      : readRelationships(archive, part)
          .filter((other) => other.type === 'table')
          .map((other) => readTablePart(archive, other.part, name));
  return { name, part, sheetId, tables };
}

/** Two tables of one name leave open which is meant. */
function refuseDoubles(tables: readonly TablePart[]): void {
  const seen = new Map<string, TablePart>();
  for (const table of tables) {
    const other = seen.get(table.name.toLowerCase());
    if (other) {
      throw refuse(
        'DUPLICATE_TABLE',
        `Two tables are named ${table.name}: one on the sheet "${other.sheet}", one on "${table.sheet}". Nothing was changed.`,
        'Rename one of them (Table Design > Table Name), or open the file in Excel, let Excel repair it, and save it.',
      );
    }
    seen.set(table.name.toLowerCase(), table);
    refuseDoubleHeaders(
      table.name,
      table.sheet,
      table.columns.map(({ name }) => name),
    );
  }
}

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true' || value === 'on';
