import { describeInBrowser, type Scene, Stage } from './support/stage';

/** What happens to a close when people and Excel do not hold still. */
describeInBrowser('a close that is disturbed', () => {
  const stage = new Stage();
  let scene: Scene;
  beforeAll(() => stage.raise(), 60_000);
  afterAll(() => stage.strike());
  afterEach(() => scene.end());

  const button = (name: string | RegExp) => scene.pane.getByRole('button', { name, exact: typeof name === 'string' });
  const heading = (name: string | RegExp) => scene.pane.getByRole('heading', { name }).first();
  const toPreview = async () => {
    scene = await stage.open();
    await button(/^Close up to Jan 31, 2026/).click();
    await button('Preview without checking').click();
    await heading('Preview of the close up to Jan 31, 2026').waitFor();
  };
  /** Where the column of the table Transactions stands, counted from 0. */
  const typeAt = (row: number, header: string, text: string, who: 'person' | 'coauthor') =>
    scene.excel(
      async ({ host }, { row, header, text, who }) => {
        const { sheets } = await host.book();
        const sheet = sheets.find(({ name }) => name === 'Transactions');
        const area = sheet?.tables[0]?.area;
        if (!sheet || !area) throw new Error('There is no table.');
        const [headers = []] = await host.cells(sheet.id, { ...area, rows: 1 });
        const column = area.column + headers.findIndex((cell) => cell?.text === header);
        if (who === 'coauthor') await host.coauthorTypes(sheet.id, area.row + row, column, text);
        else await host.type(sheet.id, area.row + row, column, text);
      },
      { row, header, text, who },
    );

  test('bad input is refused with the cell, and Go to cell leads there', async () => {
    scene = await stage.open();
    await button(/^Close up to Jan 31, 2026/).waitFor();
    await typeAt(3, 'Quantity', 'ten', 'person');
    await button(/^Close up to Jan 31, 2026/).click();
    await button('Check').click();
    await scene.pane
      .getByText(/Transactions!F7/)
      .first()
      .waitFor();
    await scene.picture('bad-input');
    await scene.pane
      .getByRole('button', { name: /Transactions!F7/ })
      .first()
      .click();
    await scene.page.waitForFunction(`document.querySelector('.name-box')?.value === 'F7'`);
    expect(await scene.violations()).toEqual([]);
    expect(await scene.table('Closings')).toEqual([]);
  }, 60_000);

  test('while a cell is edited the close waits and says so; then it goes on', async () => {
    await toPreview();
    await button('Close…').click();
    await scene.excel(({ host }) => host.edit(true));
    await button('Close up to Jan 31, 2026').click();
    await scene.pane.getByText(/A cell is being edited/).waitFor({ timeout: 20_000 });
    await scene.picture('cell-edit');
    expect(await scene.violations()).toEqual([]);
    await scene.excel(({ host }) => host.edit(false));
    await heading('Closed up to Jan 31, 2026').waitFor({ timeout: 60_000 });
    expect((await scene.table('Closings')).map(({ Status }) => Status)).toEqual(['Completed']);
  }, 90_000);

  test("a co-author's change after the preview is in what is closed, or stops the close; never is half of it", async () => {
    await toPreview();
    await button('Close…').click();
    await typeAt(1, 'Financial cost', '44', 'coauthor');
    await button('Close up to Jan 31, 2026').click();
    await heading('Closed up to Jan 31, 2026').waitFor({ timeout: 60_000 });
    await scene.picture('co-author');
    const [sale] = (await scene.table('Adjustments')).filter((row) => row.Transaction === 'FIFO-3');
    // FIFO-1 holds 10 pieces and cost 40.00 before the co-author made it 44.00.
    expect(sale).toBeDefined();
    const locked = (await scene.table('LockedRows')).find((row) => row.Key === 'FIFO-1');
    expect(locked?.Content).toContain('44');
  }, 90_000);

  test('a fault while results are written says what was changed', async () => {
    await toPreview();
    await button('Close…').click();
    await scene.excel(({ host }) => host.fault({ sync: 45, code: 'GeneralException', when: 'after', lasting: true }));
    await button('Close up to Jan 31, 2026').click();
    await scene.pane.getByText('The close did not finish', { exact: true }).waitFor({ timeout: 30_000 });
    const begun = (await scene.table('Closings')).length > 0;
    const said = await scene.pane.locator('body').innerText();
    expect(said.includes('Nothing in the workbook was changed')).toBe(!begun);
    await scene.picture('fault');
    expect(await scene.violations()).toEqual([]);
  }, 90_000);

  test('nothing else was complained of', () => {
    expect(stage.complaints).toEqual([]);
  });
});
