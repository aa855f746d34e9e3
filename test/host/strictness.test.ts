import { errorOf, valuesOf } from './support/excel';
import { type Script, sales, sheet, workbook } from './support/sales';

// What Excel refuses, and what it does to what it is given. Each case is a few lines of an add-in, and the code that the
// add-in gets back.

const REFUSED: readonly (readonly [string, string, Script])[] = [
  ['a missing sheet', 'ItemNotFound', (context) => context.workbook.worksheets.getItem('Nope').load('name')],
  ['a missing table', 'ItemNotFound', (context) => context.workbook.tables.getItem('Nope').load('name')],
  ['a missing column', 'ItemNotFound', (context) => sales(context).columns.getItem('Nope').load('name')],
  ['a missing name', 'ItemNotFound', (context) => context.workbook.names.getItem('Nope').load('name')],
  ['a missing setting', 'ItemNotFound', (context) => context.workbook.settings.getItem('Nope').load('value')],
  ['a wrong address', 'InvalidArgument', (context) => sheet(context).getRange('A0:B').load('address')],
  [
    'cells beyond the sheet',
    'InvalidArgument',
    (context) => sheet(context).getRangeByIndexes(1048575, 0, 2, 1).load('address'),
  ],
  ['too few rows of values', 'InvalidArgument', (context) => (sheet(context).getRange('G1:H2').values = [[1, 2]])],
  [
    'rows of values of different length',
    'InvalidArgument',
    (context) => (sheet(context).getRange('G1:H2').values = [[1, 2], [3]]),
  ],
  [
    'a flat list of values',
    'InvalidArgument',
    (context) => (sheet(context).getRange('G1:H1').values = [1, 2] as unknown as unknown[][]),
  ],
  [
    'values for whole columns',
    'InvalidArgument',
    (context) => (sheet(context).getRange('G:H').values = 'x' as unknown as unknown[][]),
  ],
  [
    'number formats for whole columns',
    'InvalidArgument',
    (context) => (sheet(context).getRange('G:G').numberFormat = '0' as unknown as unknown[][]),
  ],
  ['a formula that is none', 'InvalidArgument', (context) => (sheet(context).getRange('G1').formulas = [['=SUM(']])],
  [
    'a formula that names no table',
    'InvalidArgument',
    (context) => (sheet(context).getRange('G1').formulas = [['=SUM(Nope[amount])']]),
  ],
  [
    'a formula that names no column',
    'InvalidArgument',
    (context) => (sheet(context).getRange('G1').formulas = [['=SUM(Sales[nope])']]),
  ],
  [
    'a formula that names no sheet',
    'InvalidArgument',
    (context) => (sheet(context).getRange('G1').formulas = [['=Nope!A1']]),
  ],
  [
    '[@column] outside of a table',
    'InvalidArgument',
    (context) => (sheet(context).getRange('G1').formulas = [['=[@amount]']]),
  ],
  [
    'a formula that is too long',
    'FormulaLengthExceedsLimit',
    (context) => (sheet(context).getRange('G1').formulas = [[`="${'x'.repeat(8200)}"`]]),
  ],
  [
    'a text that is too long',
    'InvalidArgument',
    (context) => (sheet(context).getRange('G1').values = [['x'.repeat(32768)]]),
  ],
  [
    'a sheet name that is taken, in other letters',
    'ItemAlreadyExists',
    (context) => context.workbook.worksheets.add('x'),
  ],
  ['a sheet name of 32 letters', 'InvalidArgument', (context) => context.workbook.worksheets.add('x'.repeat(32))],
  ['a sheet name with a slash', 'InvalidArgument', (context) => context.workbook.worksheets.add('a/b')],
  ['a sheet name that begins with an apostrophe', 'InvalidArgument', (context) => (sheet(context).name = "'a")],
  ['the sheet name History', 'InvalidArgument', (context) => (sheet(context).name = 'History')],
  ['a table over another table', 'InvalidOperation', (context) => sheet(context).tables.add('B4:C6', true)],
  ['a table name with a space', 'InvalidArgument', (context) => (sales(context).name = 'My sales')],
  ['a table name that is an address', 'InvalidArgument', (context) => (sales(context).name = 'AB12')],
  [
    'a table name that a range has',
    'ItemAlreadyExists',
    (context) => {
      context.workbook.names.add('Taken', sheet(context).getRange('G1'));
      sales(context).name = 'Taken';
    },
  ],
  [
    'a range name that a table has',
    'ItemAlreadyExists',
    (context) => context.workbook.names.add('Sales', sheet(context).getRange('G1')),
  ],
  ['a table moved by resizing', 'InvalidArgument', (context) => sales(context).resize('A2:B6')],
  ['a table resized to its header', 'InvalidArgument', (context) => sales(context).resize('A1:B1')],
  [
    'a totals row that is not shown',
    'InvalidOperation',
    (context) => sales(context).getTotalRowRange().load('address'),
  ],
  [
    'cells inserted through part of a table',
    'InvalidOperation',
    (context) => sheet(context).getRange('A2').insert('Down'),
  ],
  ['the header row of a table deleted', 'InvalidOperation', (context) => sheet(context).getRange('1:1').delete('Up')],
  [
    'hiding the last visible sheet',
    'InvalidOperation',
    (context) => {
      sheet(context).visibility = 'Hidden';
      context.workbook.worksheets.getItem('Sheet1').visibility = 'Hidden';
    },
  ],
  [
    'activating a hidden sheet',
    'InvalidOperation',
    (context) => {
      sheet(context).visibility = 'Hidden';
      sheet(context).activate();
    },
  ],
  [
    'a sheet that was deleted',
    'ItemNotFound',
    (context) => {
      const gone = sheet(context);
      gone.delete();
      gone.getRange('A1').load('values');
    },
  ],
  ['rows of another width', 'InvalidArgument', (context) => sales(context).rows.add(undefined, [['d', 4, 5]])],
  [
    'part of a merged area',
    'InvalidOperation',
    (context) => {
      sheet(context).getRange('G1:H2').merge(false);
      sheet(context).getRange('H1:I1').values = [[1, 2]];
    },
  ],
  [
    'a member that the stand-in does not have',
    'ApiNotFound',
    (context) => context.workbook.worksheets.getItem('X').shapes.load('items'),
  ],
];

test.each(REFUSED)('%s is refused: %s', async (_what, code, script) => {
  const excel = await workbook();
  const failed = await errorOf(
    excel.run(async (context) => {
      script(context);
      await context.sync();
    }),
  );
  expect(failed.code).toBe(code);
});

test('what came before the failing step stays done, what comes after it is not done', async () => {
  const excel = await workbook();
  const failed = await errorOf(
    excel.run(async (context) => {
      sheet(context).getRange('G1').values = [['before']];
      sheet(context).getRange('G2:H2').values = [[1]];
      sheet(context).getRange('G3').values = [['after']];
      await context.sync();
    }),
  );
  expect(failed.debugInfo?.statement).toContain('.values = ');
  expect(await valuesOf(excel, 'X', 'G1:G3')).toEqual([['before'], [''], ['']]);
});

test('a member that is missing is named and counted', async () => {
  const excel = await workbook();
  const failed = await errorOf(
    excel.run(async (context) => {
      context.workbook.worksheets.getItem('X').shapes.load('items');
      await context.sync();
    }),
  );
  expect(failed.message).toBe('Worksheet.Shapes is not implemented by the stand-in.');
  expect([...excel.host.missing]).toEqual([['Worksheet.Shapes', 1]]);
});
