import { enter, startExcel, type Started } from './excel';

/** A few lines of an add-in. */
export type Script = (context: Excel.RequestContext) => unknown;

/** A workbook with a sheet X that holds a table Sales of three rows, and notes to the right of it. */
export async function workbook(options: Parameters<typeof startExcel>[0] = {}): Promise<Started> {
  const excel = startExcel(options);
  await enter(excel, 'X', 'A1:B4', [
    ['id', 'amount'],
    ['a', 1],
    ['b', 2],
    ['c', 3],
  ]);
  await enter(excel, 'X', 'E1', [['note']]);
  await excel.run(async (context) => {
    context.workbook.worksheets.getItem('X').tables.add('A1:B4', true).name = 'Sales';
    await context.sync();
  });
  return excel;
}

export const sheet = (context: Excel.RequestContext): Excel.Worksheet => context.workbook.worksheets.getItem('X');
export const sales = (context: Excel.RequestContext): Excel.Table => context.workbook.tables.getItem('Sales');
