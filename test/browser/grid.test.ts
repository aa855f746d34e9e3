import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILT, describeInBrowser, type Scene, Stage } from './support/stage';
import { Visitor } from './support/visitor';

const JANUARY = '2026-01-31';

/** What a person does in the sheet with the mouse, the clipboard and files. */
describeInBrowser('in the sheet of the workbench', () => {
  const stage = new Stage();
  let scene: Scene;
  beforeAll(() => stage.raise());
  afterAll(() => stage.strike());
  afterEach(() => scene.end());

  const open = async (): Promise<Visitor> => {
    scene = await stage.open();
    const person = new Visitor(scene);
    await person.ready(JANUARY);
    return person;
  };
  const cell = (name: string) => scene.page.locator(`[data-cell="${name}"]`);
  const tab = (name: string) => scene.page.getByRole('tab', { name, exact: true });
  const content = (name: string, text: string | RegExp) => cell(name).filter({ hasText: text }).waitFor();

  test('links lead to the rows that they name, also after these were sorted', async () => {
    const person = await open();
    await person.begin(JANUARY);
    await person.preview(JANUARY);
    await person.ask(JANUARY);
    await person.confirm(JANUARY);
    await person.closed(JANUARY);
    /** Follows the link to the issue of the first settlement, and tells the cell and the row that it leads to. */
    const follow = async (): Promise<[string, string | undefined]> => {
      await tab('Settlements').click();
      await scene.goTo('Settlements!O9');
      await cell('O9').getByRole('link').click();
      await tab('Transactions').and(scene.page.locator('[aria-selected=true]')).waitFor();
      const selection = await scene.excel(async ({ host }) => (await host.book()).selection);
      const [[id] = []] = await scene.texts('Transactions', selection.row, 0, 1, 1);
      const name = await scene.page.getByRole('textbox', { name: 'Name box' }).inputValue();
      return [name, id];
    };
    const [before, id] = await follow();
    expect(id).toBe('FIFO-3');
    await scene.picture('link');
    await scene.pane.evaluate(`Excel.run(async (context) => {
      context.workbook.tables.getItem('Transactions').sort.apply([{ key: 0, ascending: false }]);
      await context.sync();
    })`);
    const [after, same] = await follow();
    expect(same).toBe('FIFO-3');
    expect(after).not.toBe(before);
    await content(after, 'FIFO-3');
  });

  test('cells are copied with their texts, and pasted as they are', async () => {
    await open();
    await scene.goTo('Items!A5');
    await cell('A5').click();
    await cell('B7').click({ modifiers: ['Shift'] });
    await scene.selected('A5:B7');
    await scene.page.keyboard.press('Control+C');
    await scene.page.waitForFunction(`navigator.clipboard.readText().then((text) => text.includes('\\t'))`);
    const copied = await scene.page.evaluate('navigator.clipboard.readText()');
    expect(copied).toBe((await scene.texts('Items', 4, 0, 3, 2)).map((line) => line.join('\t')).join('\n'));
    await scene.goTo('Read me!E30');
    await cell('E30').click();
    await scene.page.keyboard.press('Control+V');
    await content('F32', /./);
    expect(await scene.texts('Read me', 29, 4, 3, 2)).toEqual(await scene.texts('Items', 4, 0, 3, 2));
  });

  test('a column is as wide as it was drawn, also in the saved file', async () => {
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
    await scene.excel(async ({ host }) => {
      const saved = await host.save();
      const file = new File([saved as BlobPart], 'wider.xlsx');
      const input = document.querySelector<HTMLInputElement>('input[type=file]');
      const transfer = new DataTransfer();
      transfer.items.add(file);
      if (input) input.files = transfer.files;
      input?.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await scene.page.getByText('wider.xlsx', { exact: true }).waitFor();
    await tab('Items').click();
    await content('A5', /./);
    expect(Math.abs(((await cell('A5').boundingBox())?.width ?? 0) - (width ?? 0))).toBeLessThanOrEqual(2);
  });

  test('a file that is dropped is opened; one that is no workbook is refused', async () => {
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
    await scene.page.getByText('mine.xlsx', { exact: true }).waitFor();
    await scene.pane.getByText('not closed yet').waitFor();
    expect((await scene.table('Transactions')).length).toBeGreaterThan(0);
  });

  test('nothing complained', () => {
    expect(stage.complaints).toEqual([]);
  });
});
