import type { Scene } from './support/scene';
import { describeInBrowser } from './support/stage';

/** The workbench itself: the sheet beside the pane. */
describeInBrowser('the sheet of the workbench', (stage) => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await stage.open();
    await scene.pane.getByText('not closed yet').waitFor();
  });

  const cell = (name: string) => scene.page.locator(`[data-cell=${name}]`);
  const nameBox = () => scene.page.getByRole('textbox', { name: 'Name box' });
  const formulaBar = () => scene.page.getByRole('textbox', { name: 'Formula bar' });

  stage.test('shows sheets as tabs, and figures as Excel does', async () => {
    await scene.page.getByRole('tab', { name: 'Transactions' }).click();
    const { cell: name } = await scene.place('Transactions', 'T0007', 'Financial cost');
    await cell(name).filter({ hasText: '2,035.80' }).waitFor();
  });

  stage.test('a person types into a cell; Excel is in edit mode meanwhile', async () => {
    await cell('F5').click();
    await scene.page.keyboard.type('12.5');
    await scene.page.getByLabel('Cell content').waitFor();
    const refused = scene.pane.evaluate(
      `Excel.run((context) => context.sync()).then(() => 'done', ({ code }) => code)`,
    );
    expect(await refused).toBe('InvalidOperationInCellEditMode');
    await scene.page.keyboard.press('Enter');
    await cell('F5').filter({ hasText: '12.5' }).waitFor();
    expect(await scene.pane.evaluate(`Excel.run((context) => context.sync()).then(() => 'done')`)).toBe('done');
  });

  stage.test('the formula bar shows what stands in the cell, and writes it', async () => {
    await cell('B6').click();
    await scene.page.waitForFunction(`document.querySelector('.formula')?.value === 'HAND-LIFO'`);
    await formulaBar().fill('HAND-FIFO');
    await formulaBar().press('Enter');
    await cell('B6').filter({ hasText: 'HAND-FIFO' }).waitFor();
  });

  stage.test('the name box leads to tables and cells, far down too', async () => {
    await nameBox().fill('Items');
    await nameBox().press('Enter');
    await scene.page.getByRole('tab', { name: 'Items', selected: true }).waitFor();
    await scene.goTo('Transactions!A900');
  });

  stage.test('a protected sheet refuses, in words', async () => {
    await scene.page.getByRole('button', { name: 'Demonstrate' }).click();
    await scene.page.getByRole('menuitemcheckbox', { name: 'This sheet is protected' }).click();
    await scene.page
      .getByRole('tab', { name: /Transactions/, selected: true })
      .locator('svg')
      .waitFor();
    await cell('B897').click();
    await scene.selected('B897');
    await scene.page.keyboard.type('x');
    await scene.page.getByLabel('Cell content').waitFor();
    await scene.page.keyboard.press('Enter');
    await scene.page
      .getByText(/is on a protected sheet/)
      .first()
      .waitFor();
  });

  stage.test('a saved workbook can be opened again', async () => {
    const [download] = await Promise.all([
      scene.page.waitForEvent('download'),
      scene.page.getByRole('button', { name: 'Save', exact: true }).click(),
    ]);
    const path = await download.path();
    await scene.page.getByLabel('Workbook to open').setInputFiles(path);
    await scene.page.waitForFunction(`window.workbench.opening.name !== 'trading-company.xlsx'`);
    const [line = []] = await scene.texts('Transactions', 4, 0, 1, 6);
    expect(line.map((text) => text.trim())).toEqual(['FIFO-1', 'HAND-FIFO', 'Northport', 'NP-MAIN', '', '12.5']);
  });

  stage.test('a file that is no workbook is refused, and the open one stays', async () => {
    const buffer = Buffer.from('no workbook');
    await scene.page
      .getByLabel('Workbook to open')
      .setInputFiles({ name: 'notes.xlsx', mimeType: 'text/plain', buffer });
    await scene.page.getByText(/^notes\.xlsx was not opened\./).waitFor();
    expect((await scene.texts('Transactions', 4, 0, 1, 1))[0]).toEqual(['FIFO-1']);
  });
});
