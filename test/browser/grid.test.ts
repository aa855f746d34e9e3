import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Scene } from './support/scene';
import { BUILT, describeInBrowser } from './support/stage';
import { Visitor } from './support/visitor';

const JANUARY = '2026-01-31';

/** What a person does in the sheet with the mouse, the clipboard and files. */
describeInBrowser('in the sheet of the workbench', (stage) => {
  let scene: Scene;
  afterEach(() => scene.end());

  const open = async (): Promise<void> => {
    scene = await stage.open();
    await new Visitor(scene).ready(JANUARY);
  };
  const cell = (name: string) => scene.page.locator(`[data-cell="${name}"]`);
  const tab = (name: string) => scene.page.getByRole('tab', { name, exact: true });
  const content = (name: string, text: string | RegExp) => cell(name).filter({ hasText: text }).waitFor();

  stage.test('cells are copied with their texts, and pasted as they are', async () => {
    await open();
    await scene.goTo('Items!A5');
    await cell('A5').click();
    await cell('B7').click({ modifiers: ['Shift'] });
    await scene.selected('A5:B7');
    await scene.page.keyboard.press('Control+C');
    await scene.page.waitForFunction(`navigator.clipboard.readText().then((text) => text.includes('\\t'))`);
    const copied = await scene.page.evaluate('navigator.clipboard.readText()');
    expect(copied).toBe((await scene.texts('Items', 4, 0, 3, 2)).map((line) => line.join('\t')).join('\n'));
    // The name box has brought the sheet there, and gives the keys back to it.
    await scene.goTo('Read me!E30');
    await scene.page.keyboard.press('Control+V');
    await content('F32', /./);
    expect(await scene.texts('Read me', 29, 4, 3, 2)).toEqual(await scene.texts('Items', 4, 0, 3, 2));
  });

  stage.test('a column is as wide as it was drawn, also in the saved file', async () => {
    await open();
    await tab('Items').click();
    await content('A5', /./);
    const border = scene.page.locator('revogr-header [data-rgcol="0"] .resizable-r').first();
    const box = await border.boundingBox();
    if (!box) throw new Error('The column has no border.');
    const before = await cell('A5').boundingBox();
    await scene.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await scene.page.mouse.down();
    await scene.page.mouse.move(box.x + 90, box.y + box.height / 2, { steps: 8 });
    await scene.page.mouse.up();
    await scene.page.waitForFunction(
      `document.querySelector('[data-cell=A5]').getBoundingClientRect().width > ${(before?.width ?? 0) + 60}`,
    );
    const width = (await cell('A5').boundingBox())?.width;
    await scene.reopenSaved('wider.xlsx');
    await tab('Items').click();
    await content('A5', /./);
    expect(Math.abs(((await cell('A5').boundingBox())?.width ?? 0) - (width ?? 0))).toBeLessThanOrEqual(2);
  });

  stage.test('a file that is dropped is opened; one that is no workbook is refused', async () => {
    await open();
    const drop = async (name: string, bytes: Buffer) => {
      await scene.page.evaluate(
        `(() => {
          const bytes = Uint8Array.from(atob(${JSON.stringify(bytes.toString('base64'))}), (c) => c.charCodeAt(0));
          const transfer = new DataTransfer();
          transfer.items.add(new File([bytes], ${JSON.stringify(name)}));
          const grid = document.querySelector('.sheet');
          for (const type of ['dragover', 'drop']) {
            grid.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
          }
        })()`,
      );
    };
    await drop('notes.xlsx', Buffer.from('no workbook'));
    await scene.page.getByText(/^notes\.xlsx was not opened\./).waitFor();
    await drop('mine.xlsx', readFileSync(join(BUILT, 'samples/smallest.xlsx')));
    await scene.inPane();
    await scene.page.getByText('mine.xlsx', { exact: true }).waitFor();
    await scene.pane.getByText('not closed yet').waitFor();
    expect((await scene.table('Transactions')).length).toBeGreaterThan(0);
  });
});
