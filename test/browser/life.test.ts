import type { OperationName } from '../../taskpane/flow/options';
import type { Scene } from './support/scene';
import { describeInBrowser } from './support/stage';
import { Visitor } from './support/visitor';

const [JANUARY, FEBRUARY, MARCH] = ['2026-01-31', '2026-02-28', '2026-03-31'];

/** Three months of the sample, with everything that happens to a closing in its life. One test goes on where the last one ended. */
describeInBrowser('a three-month life of the sample', (stage) => {
  let scene: Scene;
  let person: Visitor;
  beforeAll(async () => {
    scene = await stage.open();
    person = new Visitor(scene);
    await person.ready(JANUARY);
  });

  /** The field with this label, also where it must be filled. */
  const field = (label: string) => scene.pane.getByRole('main').getByLabel(new RegExp(`^${label}\\s*\\*?$`));
  /** From the fields of an operation over its preview and the last question to its end. */
  const run = async (name: OperationName): Promise<void> => {
    const { more } = person.texts;
    const { title } = more.operations[name];
    await person.button(more.preview).click();
    await person.button(more.confirm).click();
    await person.heading(more.confirmTitle(title));
    await person.button(more.confirmRun(title)).click();
    await person.heading(more.done(title));
    await scene.picture(`life-${name}`);
    expect(await scene.violations()).toEqual([]);
    await person.button(more.another).click();
    await person.heading(more.title);
  };
  const nextMonth = async (day: string): Promise<void> => {
    await person.page('start');
    await person.ready(day);
    await person.close(day);
    await person.button(person.texts.done.next).waitFor();
  };
  const runs = async (): Promise<string[]> =>
    (await scene.table('Closings')).map(({ Closing, Type, Date, Status }) => `${Closing} ${Type} ${Date} ${Status}`);
  /** The adjustments of a run to a transaction that are in force: reason and amount. */
  const adjusted = async (closing: string, ...ids: string[]): Promise<string[]> =>
    (await scene.table('Adjustments'))
      .filter((row) => row.Closing === closing && ids.includes(row.Transaction ?? '') && row.Status === 'Active')
      .map((row) => `${row.Transaction} ${row.Reason} ${row.Adjustment}`);

  stage.next('January is closed', async () => {
    await person.close(JANUARY);
    expect(await runs()).toEqual(['IC-0001 Close 2026-01-31 Completed']);
    // FIFO-3 was posted at 4.50 a piece: 10 of FIFO-1 cost 4.00, 2 of FIFO-2 cost 5.00.
    expect(await adjusted('IC-0001', 'FIFO-3', 'FIFO-5')).toEqual([
      'FIFO-3 Settlement 5.00',
      'FIFO-3 Settlement (1.00)',
      'FIFO-5 Settlement 0.92',
    ]);
  });

  stage.next('estimates are recalculated in the middle of February', async () => {
    await person.operation('recalculate');
    await field(person.texts.more.upTo).fill('2026-02-15');
    await run('recalculate');
    expect(await runs()).toContain('IC-0002 Recalculation 2026-02-15 Completed');
  });

  stage.next('the close of February is paused, mailed and resumed', async () => {
    const { close, start, work } = person.texts;
    await person.page('start');
    await person.ready(FEBRUARY);
    await person.begin(FEBRUARY);
    await person.preview(FEBRUARY);
    await person.ask(FEBRUARY);
    await scene.excel(({ host }) => host.edit(true));
    await person.confirm(FEBRUARY);
    await person.button(work.pause).click();
    await person.button(work.pausing).waitFor();
    await scene.excel(({ host }) => host.edit(false));
    await scene.pane.getByRole('heading', { name: close.paused('IC-0003', '').slice(0, 20) }).waitFor();
    await scene.picture('life-paused');
    expect(await scene.violations()).toEqual([]);
    expect((await runs()).at(-1)).toBe('IC-0003 Close 2026-02-28 Paused');

    await scene.reopenSaved('mailed.xlsx');
    await scene.inPane();
    await person.heading(start.unfinishedTitle('IC-0003'));
    await scene.picture('life-unfinished');
    expect(await scene.violations()).toEqual([]);
    await scene.pane.getByRole('button', { name: start.resume }).click();
    await person.heading(start.ahead.resume.title('IC-0003'));
    await scene.picture('life-resume-ahead');
    expect(await scene.violations()).toEqual([]);
    await person.button(start.ahead.resume.confirm).click();
    await person.text(start.resumed('IC-0003')).waitFor();
    await person.lastClosed(FEBRUARY);
    expect((await runs()).at(-1)).toBe('IC-0003 Close 2026-02-28 Completed');
  });

  stage.next('it is reversed from its card in the history, and the month is open again', async () => {
    const { more } = person.texts;
    await person.page('history');
    await person.button(`IC-0003: ${more.reverseThis}`).click();
    await person.heading(more.operations.reverse.title);
    await run('reverse');
    expect((await runs()).slice(-2)).toEqual([
      'IC-0003 Close 2026-02-28 Reversed',
      'IC-0004 Reversal 2026-02-28 Completed',
    ]);
    await person.page('start');
    await person.lastClosed(JANUARY);
  });

  stage.next('stock on hand gets another unit cost', async () => {
    // Of HAND-FIFO 7 pieces are left, worth 41.00: at 6.00 each they are worth 42.00.
    const { more } = person.texts;
    await person.operation('on-hand');
    await field(more.items).fill('HAND-FIFO');
    await field(more.amounts['Unit cost']).fill('6');
    await run('on-hand');
    const found = await adjusted('IC-0005', 'FIFO-1', 'FIFO-2', 'FIFO-4');
    expect(found).toEqual(['FIFO-2 On-hand 2.00', 'FIFO-4 On-hand (1.00)']);
  });

  stage.next('a receipt gets another value', async () => {
    const { more } = person.texts;
    await person.operation('receipts');
    const one = { value: 1, text: '1' };
    await field(more.receipt(one)).fill('FIFO-1');
    await field(more.newValue(one)).fill('42');
    await run('receipts');
    expect(await adjusted('IC-0006', 'FIFO-1')).toEqual(['FIFO-1 Transaction 2.00']);
  });

  stage.next('February and March are closed; the sale of the receipt gets what was added to it', async () => {
    await nextMonth(FEBRUARY);
    expect(await adjusted('IC-0007', 'FIFO-3')).toEqual(['FIFO-3 Late cost (2.00)']);
    await nextMonth(MARCH);
    expect((await runs()).slice(-2)).toEqual([
      'IC-0007 Close 2026-02-28 Completed',
      'IC-0008 Close 2026-03-31 Completed',
    ]);
  });

  stage.next('what is closed in full is archived, and may leave its table', async () => {
    const { archive, verify } = person.texts;
    await person.upkeep('archive');
    const start = person.button(/^Archive \d+ rows$/);
    const count = Number((await start.innerText()).replace(/\D/g, ''));
    await scene.picture('life-archive');
    expect(await scene.violations()).toEqual([]);
    await start.click();
    await person.button(archive.now).click();
    await person.heading(archive.done);
    await scene.picture('life-archived');
    expect(await scene.violations()).toEqual([]);
    expect((await runs()).at(-1)).toBe('IC-0009 Archive 2026-03-31 Completed');
    const archived = (await scene.table('LockedRows')).filter(({ Kind }) => Kind === 'Archived');
    expect(archived.length).toBe(count);

    const before = (await scene.table('Transactions')).length;
    const place = await scene.place('Transactions', archived[0]?.Key ?? '', 'Transaction');
    await scene.excel(async ({ host }, { sheet, row, column }) => {
      const { sheets } = await host.book();
      const found = sheets.find(({ name }) => name === sheet);
      const area = found?.tables.find(({ name }) => name === 'Transactions')?.area;
      if (found && area) await host.clear(found.id, { row, column, rows: 1, columns: area.columns });
    }, place);
    const ids = (await scene.table('Transactions')).map(({ Transaction }) => Transaction);
    expect(ids.filter((id) => id !== '').length).toBe(before - 1);
    await person.button(archive.toVerify).click();
    await person.button(verify.start).click();
    await person.text(verify.verified).waitFor();
  });

  stage.next('everything is verified; a cell that is changed by hand is found', async () => {
    const { verify } = person.texts;
    await person.upkeep('verify');
    await person.button(verify.start).click();
    await person.text(verify.verified).waitFor();
    await scene.picture('life-verified');
    expect(await scene.violations()).toEqual([]);

    const [settlement] = await scene.table('Settlements');
    const id = settlement?.Settlement ?? '';
    const place = await scene.place('Settlements', id, 'Amount');
    await scene.goTo(`Settlements!${place.cell}`);
    await scene.page.locator(`[data-cell=${place.cell}]`).click();
    await scene.page.keyboard.type('41');
    await scene.page.keyboard.press('Enter');
    await scene.page.locator(`[data-cell=${place.cell}]`).filter({ hasText: '41.00' }).waitFor();
    await person.button(verify.again).click();
    await person.text(verify.notVerified).waitFor();
    await person.text(verify.changed('Amount', id)).waitFor();
    await scene.picture('life-not-verified');
    expect(await scene.violations()).toEqual([]);
  });
});
