import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeFileSync } from 'node:fs';
import { benchWorkbook } from '../samples';
import { openXlsx } from '../src/workbook/file';
import type { OutValue, TableWrite } from '../src/workbook/port';
import { CLOSINGS, RESULT_TABLES, SETTLEMENTS } from '../src/workbook/tables/results';
import { LINK_COLUMNS } from '../src/workbook/write/link-formula';
import { NewRows } from '../src/workbook/write/rows';
import { LibreOffice, libreOffice } from './libreoffice';
import { median, type Timing } from './timing';
import { numbers } from './workload';

const MODIFIED = new Date('2026-01-31T12:00:00Z');
const FORMATS = { currency: 'USD', amountDecimals: 2, quantityDecimals: 6 };
/** What load and calculation with our links may take of those with fixed addresses. */
const LIMIT = 3;
const ROUNDS = 3;
const TIMEOUT = 1_800_000;
/** Links of a row of Settlements: to the issue, the receipt and the run. */
const LINKS_A_ROW = SETTLEMENTS.links.length;

/**
 * Loading and calculating a workbook with so many of our links in LibreOffice, against the same workbook with fixed addresses in
 * their place. The two take turns. Nothing where LibreOffice is not installed.
 */
export async function benchLinks(links: number): Promise<Timing[]> {
  if (libreOffice === undefined) {
    console.log('LibreOffice is not installed: links are not measured.');
    return [];
  }
  const office = new LibreOffice();
  try {
    const rows = Math.ceil(links / LINKS_A_ROW);
    const ours = await linked(rows);
    const files = { ours: office.path('ours.xlsx'), fixed: office.path('fixed.xlsx') };
    writeFileSync(files.ours, ours);
    writeFileSync(files.fixed, withFixedAddresses(ours));
    const rounds: Record<keyof typeof files, Round[]> = { ours: [], fixed: [] };
    for (let round = 0; round < ROUNDS; round++) {
      for (const form of ['fixed', 'ours'] as const) rounds[form].push(await measure(office, files[form], rows));
    }
    const timing = (what: string, form: keyof typeof files, ms: (round: Round) => number, limit?: number): Timing => {
      const [own, fixed] = [form, 'fixed' as const].map((one) => median(rounds[one].map(ms)));
      return {
        name: `LibreOffice, ${what}, ${rows * LINKS_A_ROW} ${form === 'ours' ? 'links' : 'fixed addresses'}`,
        ms: own,
        ratio: own / fixed,
        of: 'fixed addresses',
        limit,
      };
    };
    const both = ({ load, calculation }: Round): number => load + calculation;
    return [
      timing('load and calculation', 'fixed', both),
      timing('load and calculation', 'ours', both, LIMIT),
      timing('calculation alone', 'ours', ({ calculation }) => calculation),
    ];
  } finally {
    office.close();
  }
}

interface Round {
  readonly load: number;
  readonly calculation: number;
}

/** Milliseconds that LibreOffice needs to open a workbook and to calculate every cell of it. */
async function measure(office: LibreOffice, file: string, rows: number): Promise<Round> {
  const told = await office.run(
    `Sub Work
       Dim began As Long, opened_ As Long, done As Long
       began = GetSystemTicks()
       doc = Opened("${file}")
       opened_ = GetSystemTicks()
       doc.calculateAll()
       done = GetSystemTicks()
       sheet = doc.Sheets.getByName("Settlements")
       Tell CStr(opened_ - began)
       Tell CStr(done - opened_)
       cursor = sheet.createCursor()
       cursor.gotoEndOfUsedArea(False)
       last = cursor.RangeAddress.EndRow
       data = sheet.getCellRangeByPosition(0, last - ${rows} + 1, cursor.RangeAddress.EndColumn, last).getDataArray()
       arrows = 0
       For Each row In data
         For Each cell In row
           If cell = "${ARROW}" Then arrows = arrows + 1
         Next
       Next
       Tell CStr(arrows)
       doc.close(True)
     End Sub`,
    TIMEOUT,
  );
  const [load, calculation, arrows] = told.map(Number);
  if (arrows !== rows * LINKS_A_ROW)
    throw new Error(`${file}: ${arrows} of ${rows * LINKS_A_ROW} links lead somewhere`);
  return { load, calculation };
}

const ARROW = '→';

/** A workbook with so many settlements, each of which names two transactions anywhere in the sheet, and its run. */
async function linked(rows: number): Promise<Uint8Array> {
  const port = openXlsx(benchWorkbook(rows, MODIFIED), 'bench.xlsx');
  const transactions = (await port.read(['Transactions'])).get('Transactions');
  const ids = transactions?.cells[0] ?? [];
  const next = numbers(7);
  const any = (): { id: OutValue; row: number } => {
    const row = Math.floor(next() * rows);
    return { id: String(ids[row]), row: row + 1 };
  };
  const settlements = new NewRows(SETTLEMENTS, []);
  for (let row = 0; row < rows; row++) {
    const [issue, receipt] = [any(), any()];
    settlements.add({
      Settlement: `S-${row + 1}`,
      Closing: 'IC-0001',
      Date: 46053,
      Item: 'A',
      Issue: issue.id,
      Receipt: receipt.id,
      Quantity: 1,
      Amount: 1,
      Adjustment: 0,
      Principle: 'FIFO',
      Status: 'Active',
      'Issue row': issue.row,
      'Receipt row': receipt.row,
      'Closing row': 1,
    });
  }
  const closings = new NewRows(CLOSINGS, []);
  closings.add({ Closing: 'IC-0001', Type: 'Close', Date: 46053, Status: 'Completed' });
  const given: ReadonlyMap<string, NewRows> = new Map([settlements, closings].map((one) => [one.table.name, one]));
  const writes = RESULT_TABLES.map((table): TableWrite =>
    (given.get(table.name) ?? new NewRows(table, [])).toWrite(true),
  );
  await port.write(writes, FORMATS);
  return port.toBytes(MODIFIED);
}

/** The same workbook whose links are plain addresses: HYPERLINK("#Transactions!$A$12","→"), another one in each row. */
function withFixedAddresses(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const [name] = Object.entries(parts).find(([part, content]) => {
    return part.startsWith('xl/worksheets/sheet') && strFromU8(content.subarray(0, 20_000)).includes('Settlements[');
  }) ?? [''];
  const [transaction] = LINK_COLUMNS.transaction;
  // The header of Transactions stands in the first row of its sheet, that of Closings further down: any row will do.
  const xml = strFromU8(parts[name]).replace(
    /<f>(IFERROR\([^<]*)<\/f><v>→<\/v><\/c><c r="[A-Z]+\d+"[^>]*><v>(\d+)<\/v>/g,
    (cells, formula: string, row: string) =>
      cells.replace(formula, `HYPERLINK("#${transaction.table}!$A$${Number(row) + 1}","${ARROW}")`),
  );
  const left = /<f>IFERROR\(HYPERLINK\([^<]*/.exec(xml);
  if (left) throw new Error(`A link was left: ${left[0]}`);
  parts[name] = strToU8(xml);
  for (const [part, content] of Object.entries(parts)) {
    if (!part.startsWith('xl/tables/') || !strFromU8(content).includes('name="Settlements"')) continue;
    parts[part] = strToU8(strFromU8(content).replace(/<calculatedColumnFormula>[^<]*<\/calculatedColumnFormula>/g, ''));
  }
  return zipSync(parts, { level: 6 });
}
