import type { Fault } from '../../host/transport/faults';
import { enter, errorOf, startExcel, type Started, valuesOf } from './support/excel';

const fill = (excel: Started): Promise<void> =>
  excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.getRange('A1').values = [['first']];
    await context.sync();
    sheet.getRange('A2').values = [['second']];
    await context.sync();
    sheet.getRange('A3').values = [['third']];
    await context.sync();
  });

describe('a fault on demand', () => {
  test.each<readonly [string, Fault, string, string[]]>([
    [
      'before anything is applied',
      { sync: 2, code: 'GeneralException', when: 'before' },
      'GeneralException',
      ['first', '', ''],
    ],
    [
      'after all was applied',
      { sync: 2, code: 'GeneralException', when: 'after' },
      'GeneralException',
      ['first', 'second', ''],
    ],
    [
      'of the whole request, before',
      { sync: 3, code: 5102, when: 'before' },
      'ActivityLimitReached',
      ['first', 'second', ''],
    ],
    [
      'of the whole request, after',
      { sync: 3, code: 5012, when: 'after' },
      'InvalidOrTimedOutSession',
      ['first', 'second', 'third'],
    ],
  ])('%s', async (_what, fault, code, expected) => {
    const excel = startExcel();
    excel.host.faults.arm(fault);
    expect((await errorOf(fill(excel))).code).toBe(code);
    expect((await valuesOf(excel, 'Sheet1', 'A1:A3')).flat()).toEqual(expected);
  });

  test('in the middle of a request applies what comes before the action', async () => {
    const excel = startExcel();
    excel.host.faults.arm({ sync: 1, code: 'GeneralException', when: 5 });
    const work = excel.run(async (context) => {
      const cells = ['A1', 'A2', 'A3'].map((address) =>
        context.workbook.worksheets.getItem('Sheet1').getRange(address),
      );
      for (const range of cells) range.values = [['x']];
      await context.sync();
    });
    await errorOf(work);
    const done = (await valuesOf(excel, 'Sheet1', 'A1:A3')).flat().filter((value) => value === 'x').length;
    expect(done).toBeLessThan(3);
  });

  test('can last: nothing gets through any more, until it is cleared', async () => {
    const excel = startExcel();
    excel.host.faults.arm({ sync: 1, code: 'GeneralException', when: 'after', lasting: true });
    await errorOf(fill(excel));
    await errorOf(fill(excel));
    excel.host.faults.clear();
    expect((await valuesOf(excel, 'Sheet1', 'A1:A3')).flat()).toEqual(['first', '', '']);
  });

  test('is counted in syncs of the add-in, without the clean-up after a run', async () => {
    const excel = startExcel();
    await enter(excel, 'Sheet1', 'A1', [[1]]);
    const before = excel.host.faults.syncs;
    await fill(excel);
    expect(excel.host.faults.syncs - before).toBe(3);
  });
});
