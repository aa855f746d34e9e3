import type { Frame, Page } from 'playwright-core';
import type { OpenBook } from '../../../workbench/book/open-book';
import { columnName } from '../../../workbench/sheet/places';
import { brokenWords, cutOff, keepPicture, settled, violations } from './look';

/** The workbench in one window: the page, the pane in it, and the workbook behind both. */
export class Scene {
  readonly page: Page;
  pane: Frame;

  constructor(page: Page, pane: Frame) {
    this.page = page;
    this.pane = pane;
  }

  /** Does something with the open workbook and its Excel. */
  excel<T, A>(work: (workbook: OpenBook, argument: A) => Promise<T>, argument?: A): Promise<T> {
    const call = `(argument) => (${work.toString()})(window.workbench, argument)`;
    return this.page.evaluate(`(${call})(${JSON.stringify(argument)})`) as Promise<T>;
  }

  /** The names of the sheets. */
  sheets(): Promise<string[]> {
    return this.excel(async ({ host }) => (await host.book()).sheets.map(({ name }) => name));
  }

  /** Texts of a part of a sheet. */
  texts(sheet: string, row: number, column: number, rows: number, columns: number): Promise<string[][]> {
    return this.excel(
      async ({ host }, area) => {
        const { sheets } = await host.book();
        const found = sheets.find(({ name }) => name === area.sheet);
        if (!found) return [];
        const cells = await host.cells(found.id, area);
        return cells.map((line) => line.map((cell) => (cell ? cell.text : '')));
      },
      { sheet, row, column, rows, columns },
    );
  }

  /** The rows of a table below its header, as texts by header. */
  async table(name: string): Promise<Record<string, string>[]> {
    const place = await this.excel(async ({ host }, wanted) => {
      const { sheets } = await host.book();
      for (const sheet of sheets) {
        const table = sheet.tables.find((one) => one.name === wanted);
        if (table) return { sheet: sheet.name, area: table.area };
      }
      return null;
    }, name);
    if (!place) return [];
    const { row, column, rows, columns } = place.area;
    const [headers = [], ...lines] = await this.texts(place.sheet, row, column, rows, columns);
    return lines.map((line) => Object.fromEntries(line.map((text, index) => [headers[index] ?? '', text.trim()])));
  }

  /** Where a row of a table stands, by its first column, and a column of it: "Transactions!F5" for FIFO-1 and Quantity. */
  async place(
    name: string,
    id: string,
    header: string,
  ): Promise<{ sheet: string; cell: string; row: number; column: number }> {
    const found = await this.excel(
      async ({ host }, wanted) => {
        const { sheets } = await host.book();
        for (const sheet of sheets) {
          const area = sheet.tables.find((one) => one.name === wanted.name)?.area;
          if (!area) continue;
          const [headers = [], ...lines] = await host.cells(sheet.id, area);
          const row = area.row + 1 + lines.findIndex(([first]) => first?.text === wanted.id);
          const column = area.column + headers.findIndex((cell) => cell?.text === wanted.header);
          return { sheet: sheet.name, row, column };
        }
        return null;
      },
      { name, id, header },
    );
    if (!found || found.column < 0) throw new Error(`There is no ${header} of ${id} in ${name}.`);
    return { ...found, cell: `${columnName(found.column)}${found.row + 1}` };
  }

  async picture(name: string): Promise<void> {
    await settled(this.pane);
    await keepPicture(this.page, name);
  }

  /** The pane was opened anew: what follows happens in the new one. */
  async inPane(): Promise<void> {
    const gone = (frame: Frame): boolean => frame === this.pane;
    if (!this.pane.isDetached()) await this.page.waitForEvent('framedetached', { predicate: gone });
    this.pane = await frameOf(this.page);
  }

  /** Chooses from the menu Demonstrate, through menus within it. */
  async demonstrate(...names: string[]): Promise<void> {
    await this.page.getByRole('button', { name: 'Demonstrate' }).click();
    for (const name of names) await this.page.locator('[role^=menuitem]').filter({ hasText: name }).last().click();
  }

  /** Opens a file in place of the open workbook, with a pane of its own. */
  async openFile(name: string, bytes: Uint8Array): Promise<void> {
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const pane = this.inPane();
    await this.page.getByLabel('Workbook to open').setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) });
    await this.page.getByText(name, { exact: true }).waitFor();
    await pane;
  }

  /** Saves the workbook, and opens what was saved by another name. The pane is another one then. */
  async reopenSaved(name: string): Promise<void> {
    await this.excel(async ({ host }, name) => {
      const file = new File([(await host.save()) as BlobPart], name);
      const input = document.querySelector<HTMLInputElement>('input[type=file]');
      const transfer = new DataTransfer();
      transfer.items.add(file);
      if (input) input.files = transfer.files;
      input?.dispatchEvent(new Event('change', { bubbles: true }));
    }, name);
    await this.page.getByText(name, { exact: true }).waitFor();
  }

  /** Goes to a cell by the name box, and waits until it can be seen: "Transactions!F5". */
  async goTo(address: string): Promise<void> {
    const [sheet, name] = address.split('!');
    const box = this.page.getByRole('textbox', { name: 'Name box' });
    await box.fill(`'${sheet}'!${name}`);
    await box.press('Enter');
    await this.page.getByRole('tab', { name: sheet, exact: true, selected: true }).waitFor();
    await this.selected(name);
    const [first] = name.split(':');
    await this.page.locator(`revo-grid[data-selected="${first}"]`).waitFor();
    await this.page.locator(`[data-cell="${first}"]`).waitFor();
  }

  /** Waits until this cell or range is selected in the workbook. */
  async selected(name: string): Promise<void> {
    const shown = this.page.waitForFunction(`document.querySelector('.name-box')?.value === '${name}'`);
    await shown.catch(async (error: Error) => {
      const instead = await this.page.getByRole('textbox', { name: 'Name box' }).inputValue();
      await this.picture(`not-selected-${name.replace(':', '-')}`);
      throw new Error(`${instead} is selected instead of ${name}. ${error.message}`);
    });
  }

  /** What axe finds wrong on the page that the pane shows. */
  violations(): Promise<string[]> {
    return violations(this.pane);
  }

  /** Texts of the pane that can not be read whole. */
  cutOff(): Promise<string[]> {
    return cutOff(this.pane);
  }

  /** Words of the pane that are broken in the middle. */
  brokenWords(): Promise<string[]> {
    return brokenWords(this.pane);
  }

  /** In how many lines the tabs stand. */
  async linesOfTabs(): Promise<number> {
    const tops = await this.pane
      .locator('nav button')
      .evaluateAll((tabs) => tabs.map((tab) => tab.getBoundingClientRect().top));
    return new Set(tops).size;
  }

  async end(): Promise<void> {
    await this.page.context().close();
  }
}

export async function frameOf(page: Page): Promise<Frame> {
  const iframe = await page.waitForSelector('iframe');
  const frame = await iframe.contentFrame();
  if (!frame) throw new Error('The pane has no frame.');
  return frame;
}
