import { DEFAULT_PARAMETERS } from '../../book/parameters';
import type { OutValue } from '../port';
import {
  DIMENSION_GROUPS,
  INPUT_TABLES,
  ITEM_MODEL_GROUPS,
  ITEMS,
  LEDGER_BALANCES,
  PARAMETERS,
  PERIODS,
  POSTING,
  TRANSACTIONS,
} from '../tables/input';
import { PARAMETER_SPECS, type ParameterSpec } from '../tables/parameters';
import type { InputTable } from '../tables/spec';
import { createWorkbook } from './create';
import type { CellRule, NewPage, NewTable, PageLine, Rule } from './create-sheet';

/** Rows below each table that have validation already; beyond, Excel carries it on as the table grows. */
const SPARE_ROWS = 1000;
const DIMENSIONS = ['Site', 'Warehouse', 'Batch'];

/** An empty workbook with all input tables, the parameters at their defaults, and instructions on its first sheet. */
export function templateWorkbook(modified: Date): Uint8Array {
  const tables = [TRANSACTIONS, ITEMS, ITEM_MODEL_GROUPS, DIMENSION_GROUPS, POSTING, PERIODS, LEDGER_BALANCES].map(
    (table): NewTable => ({
      kind: 'table',
      table,
      dimensions: table.dimensions ? DIMENSIONS : [],
      rows: 0,
      cells: {},
      spareRows: SPARE_ROWS,
    }),
  );
  return createWorkbook([readMe(), ...tables, parametersTable({})], modified);
}

/** The table Parameters with every parameter, its value (the default where the record has none) and what it means. */
export function parametersTable(values: Readonly<Record<string, OutValue>>): NewTable {
  const value = (spec: ParameterSpec): OutValue => values[spec.name] ?? defaultOf(spec);
  return {
    kind: 'table',
    table: PARAMETERS,
    extra: [
      { name: 'Meaning', kind: 'text', width: 84, note: 'What the setting does. Not read: write what you like.' },
    ],
    rows: PARAMETER_SPECS.length,
    cells: {
      Parameter: PARAMETER_SPECS.map((spec) => spec.name),
      Value: PARAMETER_SPECS.map(value),
      Meaning: PARAMETER_SPECS.map((spec) => spec.note),
    },
    rules: PARAMETER_SPECS.flatMap((spec, row): CellRule[] => {
      const rule = ruleOf(spec);
      return rule ? [{ column: 'Value', row, rule }] : [];
    }),
  };
}

/** Numbers as numbers, so that people can go on typing numbers. */
function defaultOf(spec: ParameterSpec): OutValue {
  const value = DEFAULT_PARAMETERS[spec.field];
  return typeof value === 'number' ? value : spec.defaultText;
}

function ruleOf(spec: ParameterSpec): Rule | undefined {
  switch (spec.kind) {
    case 'choice':
      return { kind: 'list', choices: spec.choices };
    case 'yes/no':
      return { kind: 'list', choices: ['Yes', 'No'] };
    case 'whole':
      return { kind: 'whole', from: spec.least, to: spec.most };
    case 'amount':
      return { kind: 'not negative' };
    case 'text':
      return undefined;
  }
}

function readMe(): NewPage {
  return {
    kind: 'page',
    sheet: 'Read me',
    title: 'Inventory close',
    lines: [
      {
        text: 'During a period every issue is posted at an estimate. The close pairs issues with receipts by the inventory model of the item, corrects each issue to what its goods really cost, and writes the voucher.',
      },
      { heading: 'How to use this workbook' },
      {
        text: '1.  Fill the table Transactions: paste from your ERP system, or type. Start with the stock on hand at the beginning as receipts.',
      },
      {
        text: '2.  Fill the other tables as far as you need them. A table that stays empty, or is deleted, has its defaults: every item FIFO, without dimensions, on the accounts of the parameters.',
      },
      { text: '3.  Save the file under a name of its own, check it, look at the result first, then close:' },
      { command: '  inventory-close check my-book.xlsx --up-to 2026-01-31' },
      { command: '  inventory-close preview my-book.xlsx --up-to 2026-01-31' },
      { command: '  inventory-close close my-book.xlsx --up-to 2026-01-31' },
      { blank: true },
      {
        text: '4.  Read the sheets that the close adds: Closings, Settlements, Adjustments, Ledger, Close log, Inventory value. Your own tables are never changed.',
      },
      { heading: 'Rules' },
      { text: '•  Receipts have a positive quantity and cost, issues a negative one.' },
      {
        text: '•  Dark headers are needed; light ones may stay blank or be deleted. Point at a header to read what belongs there.',
      },
      {
        text: '•  Tables are found by their names and columns by their headers. Move them, add columns of your own, sort and filter as you like; do not rename them.',
      },
      {
        text: '•  Leave no filled cells directly below a table: rows that the table does not hold would be missed, so they are refused.',
      },
      { heading: 'Sheets' },
      { cells: ['Sheet', 'Needed', 'What it holds'], bold: true },
      ...INPUT_TABLES.map(contents),
    ],
  };
}

function contents(table: InputTable): PageLine {
  return { cells: [table.sheet, table.required ? 'Yes' : 'No', table.about], link: table.sheet };
}
