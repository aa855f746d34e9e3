/** Pointing at foreign data: what there is to map, what is proposed, and that it is remembered and forgotten again. */
import { mappable, propose, saveMappings } from '../../src/runs/mapping';
import { survey } from '../../src/runs/survey';
import { openXlsx } from '../../src/workbook/file/file-port';
import { mappedPort } from '../../src/workbook/mapping/mapped-port';
import type { WorkbookPort } from '../../src/workbook/port';
import { tableSheet } from '../support/xlsx';
import { openExcel } from '../workbook/excel/support';
import { bookOf, exportRange, exportTable, RANGE_HEADER } from '../workbook/mapping/export-book';

const env = { now: () => Date.UTC(2026, 1, 3, 9), version: '1.2.3' };

const PORTS: readonly [string, (bytes: Uint8Array) => WorkbookPort][] = [
  ['a file', (bytes) => mappedPort(openXlsx(bytes, 'book.xlsx'))],
  ['Excel', (bytes) => mappedPort(openExcel(bytes).port)],
];

describe.each(PORTS)('over %s', (_, open) => {
  test('foreign tables and filled sheets are there to be mapped, ours are not', async () => {
    const port = open(
      bookOf(exportTable(), { ...exportRange(), name: 'Plain' }, tableSheet('Items', [['Item'], ['BOLT']]), {
        name: 'Blank',
        rows: [],
      }),
    );
    expect(await mappable(port)).toEqual({
      candidates: [
        { kind: 'table', name: 'Export', sheet: 'ERP export', area: { top: 1, left: 1, bottom: 4, right: 6 } },
        { kind: 'sheet', name: 'Plain', sheet: 'Plain', area: { top: 1, left: 1, bottom: 7, right: 6 } },
      ],
      mappings: [],
    });
  });

  test('a sheet is proposed from its header on, and grows', async () => {
    const port = open(bookOf(exportRange()));
    const { candidates } = await mappable(port);
    const proposal = await propose(port, 'Transactions', candidates[0]);
    expect(proposal).toMatchObject({ source: RANGE_HEADER, address: "'ERP export'!A4:F7", rowCount: 3 });
    expect(proposal.rows[0]).toEqual(['E1', 46027, 'BOLT', 'Schraube', 10, 100]);
    const proposed = proposal.columns.filter(({ header }) => header !== '');
    expect(proposed.map(({ column, header }) => `${column}: ${header}`)).toEqual([
      'Transaction: Belegnummer',
      'Item: Artikelnummer',
      'Quantity: Menge',
      'Financial date: Buchungsdatum',
      'Financial cost: Betrag (EUR)',
    ]);
  });

  test('a part of a sheet stays that part', async () => {
    const port = open(bookOf(exportRange()));
    const area = { top: 4, left: 1, bottom: 6, right: 6 };
    const selection = { kind: 'selection', name: 'A4:F6', sheet: 'ERP export', area } as const;
    expect(await propose(port, 'Transactions', selection)).toMatchObject({ source: "'ERP export'!A4:F6", rowCount: 2 });
  });

  test('a mapping is remembered, changed and removed', async () => {
    const port = open(bookOf(exportTable()));
    expect((await survey(port, env)).contents).toBeUndefined();
    const { candidates } = await mappable(port);
    const { source, columns } = await propose(port, 'Transactions', candidates[0]);
    const mapping = { table: 'Transactions', source, columns: columns.filter(({ header }) => header !== '') };
    await saveMappings(port, [mapping], env);
    const found = await survey(port, env);
    expect(found.contents).toMatchObject({ transactions: 3, items: 1 });
    expect(found.tables).toContainEqual(
      expect.objectContaining({ name: 'Transactions', mapped: 'Export', address: "'ERP export'!A1" }),
    );

    const { mappings } = await mappable(port);
    expect(mappings).toMatchObject([{ table: 'Transactions', source: 'Export' }]);
    expect((await mappable(port)).candidates).toEqual(candidates);
    await saveMappings(port, [{ ...mapping, columns: mapping.columns.slice(0, 2) }], env);
    expect((await survey(port, env)).problems).toMatchObject([{ code: 'MISSING_COLUMN' }, { code: 'MISSING_COLUMN' }]);

    await saveMappings(port, [], env);
    expect((await mappable(port)).mappings).toEqual([]);
    expect((await survey(port, env)).contents).toBeUndefined();
  });

  test('a mapping that does not fit any more can still be mapped anew', async () => {
    const port = open(bookOf(exportTable()));
    const columns = [{ column: 'Transaction', header: 'Gone' }];
    await saveMappings(port, [{ table: 'Transactions', source: 'Export', columns }], env);
    await expect(survey(port, env)).resolves.toMatchObject({ contents: undefined, problems: [{ code: 'MAPPING' }] });
    const { candidates, mappings } = await mappable(port);
    expect(mappings).toEqual([{ table: 'Transactions', source: 'Export', columns }]);
    expect(candidates).toHaveLength(1);
  });
});
