import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Frame, Page } from 'playwright-core';
import type { OpenBook } from '../../../workbench/book/open-book';
import { serve } from '../../../workbench/serve';
import { launch } from './find-browser';

const ROOT = join(__dirname, '../../..');
export const BUILT = join(ROOT, 'output/workbench-for-tests');
const PICTURES = join(ROOT, 'output/pictures');
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const CLIPBOARD = ['clipboard-read', 'clipboard-write'];
const WINDOW = { viewport: { width: 1280, height: 900 }, locale: 'en-US', timezoneId: 'UTC', permissions: CLIPBOARD };
/** Milliseconds until something that is waited for counts as missing. Long: other programs may need the machine. */
export const PATIENCE = 90_000;
/** A test waits for many things; that each of them comes in time is what is tested. */
jest.setTimeout(5 * PATIENCE);

/** What the system prefers: colours, contrast. */
type Media = Pick<BrowserContextOptions, 'colorScheme' | 'forcedColors'>;

/** Tests in a browser, where one was found. */
export const describeInBrowser = process.env.FOUND_BROWSER ? describe : describe.skip;

const CUT_OFF = `(() => {
  const width = document.documentElement.clientWidth;
  const ofItsOwn = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
  return [...document.querySelectorAll('body *')].filter((element) => {
    const { left, right, width: wide, height } = element.getBoundingClientRect();
    if (wide <= 1 || height <= 1 || element.matches('input, textarea, option, [data-tabster-dummy]')) return false;
    if (right > width + 1 || left < -1) return true;
    const { overflowX, overflowY } = getComputedStyle(element);
    const hidden = (overflow, content, box) => overflow !== 'visible' && content > box + 1;
    return (
      ofItsOwn(element) &&
      (hidden(overflowX, element.scrollWidth, element.clientWidth) ||
        hidden(overflowY, element.scrollHeight, element.clientHeight))
    );
  }).map((element) => (element.textContent || element.tagName).trim().slice(0, 60));
})()`;

/** One browser and one server for the tests of a file. */
export class Stage {
  private browser!: Browser;
  private served!: { readonly address: string; close(): Promise<void> };
  /** What pages complained of: every test ends with none. */
  readonly complaints: string[] = [];

  async raise(): Promise<void> {
    this.served = await serve(BUILT, 0);
    this.browser = await launch(process.env.FOUND_BROWSER ?? '');
  }

  async strike(): Promise<void> {
    await this.browser.close();
    await this.served.close();
  }

  /** Opens the workbench in a window of its own; `query` is that of its address: "?sample=smallest.xlsx". */
  async open(query = '', media: Media = {}): Promise<Scene> {
    const context = await this.browser.newContext({ ...WINDOW, ...media });
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(this.served.address) && !/^(data|blob):/.test(request.url())) {
        this.complaints.push(`asked for ${request.url()}`);
      }
    });
    await page.goto(`${this.served.address}${query}`);
    return new Scene(page, await frameOf(page));
  }
}

async function frameOf(page: Page): Promise<Frame> {
  const iframe = await page.waitForSelector('iframe');
  const frame = await iframe.contentFrame();
  if (!frame) throw new Error('The pane has no frame.');
  return frame;
}

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
    return lines.map((line) => Object.fromEntries(line.map((text, index) => [headers[index] ?? '', text])));
  }

  async picture(name: string): Promise<void> {
    mkdirSync(PICTURES, { recursive: true });
    await this.page.screenshot({ path: join(PICTURES, `${name}.png`) });
  }

  /** The pane was opened anew: what follows happens in the new one. */
  async inPane(): Promise<void> {
    const gone = (frame: Frame): boolean => frame === this.pane;
    if (!this.pane.isDetached()) await this.page.waitForEvent('framedetached', { predicate: gone });
    this.pane = await frameOf(this.page);
  }

  /** Goes to a cell by the name box, and waits until it can be seen: "Transactions!F5". */
  async goTo(address: string): Promise<void> {
    const [sheet, name] = address.split('!');
    const box = this.page.getByRole('textbox', { name: 'Name box' });
    await box.fill(`'${sheet}'!${name}`);
    await box.press('Enter');
    await this.page.getByRole('tab', { name: sheet, exact: true, selected: true }).waitFor();
    await this.selected(name);
    await this.page.locator(`[data-cell="${name}"]`).waitFor();
  }

  /** Waits until this cell or range is selected in the workbook. */
  async selected(name: string): Promise<void> {
    await this.page.waitForFunction(`document.querySelector('.name-box')?.value === '${name}'`);
  }

  /**
   * What axe finds wrong on the page that the pane shows, one line each. Left out are the stops with which Fluent UI
   * keeps the order of Tab: they can have the focus, but pass it on at once.
   */
  async violations(): Promise<string[]> {
    await this.pane.evaluate(AXE);
    const found = (await this.pane.evaluate(
      `axe.run({ exclude: [['[data-tabster-dummy]']] }, { resultTypes: ['violations'] }).then(({ violations }) =>
        violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 160))))`,
    )) as string[];
    return found;
  }

  /**
   * Texts of the pane that can not be read whole: beyond its edge, or hidden by the box that they stand in. Left out is
   * what is there for screen readers only, and fields, whose contents can be moved.
   */
  cutOff(): Promise<string[]> {
    return this.pane.evaluate(CUT_OFF) as Promise<string[]>;
  }

  async end(): Promise<void> {
    await this.page.context().close();
  }
}
