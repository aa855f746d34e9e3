import { join } from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { serve } from '../../../workbench/serve';
import { launch } from './find-browser';
import { frameOf, Scene } from './scene';
import { keepPicture } from './look';

const ROOT = join(__dirname, '../../..');
export const BUILT = join(ROOT, 'output/workbench-for-tests');

const CLIPBOARD = ['clipboard-read', 'clipboard-write'];
const WINDOW = { viewport: { width: 1280, height: 900 }, locale: 'en-US', timezoneId: 'UTC', permissions: CLIPBOARD };
/**
 * Milliseconds until something that is waited for counts as missing. Long: other programs may need the machine. While a test
 * is written, BROWSER_PATIENCE (seconds) makes it fail sooner.
 */
export const PATIENCE = 1000 * Number(process.env.BROWSER_PATIENCE ?? 90);
/** A test waits for many things; that each of them comes in time is what is tested. */
jest.setTimeout(5 * PATIENCE);

/** What the system prefers: colours, contrast. */
type Media = Pick<BrowserContextOptions, 'colorScheme' | 'forcedColors'>;

/** Tests in a browser, where one was found: with a browser and a server of their own. */
export function describeInBrowser(name: string, tests: (stage: Stage) => void): void {
  const describeIt = process.env.FOUND_BROWSER ? describe : describe.skip;
  describeIt(name, () => {
    const stage = new Stage();
    beforeAll(() => stage.raise());
    afterAll(() => stage.strike());
    tests(stage);
  });
}

/** One browser and one server for the tests of a file. */
export class Stage {
  private browser!: Browser;
  private served!: { readonly address: string; close(): Promise<void> };
  /** What pages complained of: every test ends with none. */
  private complaints: string[] = [];
  /** The first test that failed. */
  private failed = '';

  async raise(): Promise<void> {
    this.served = await serve(BUILT, 0);
    this.browser = await launch(process.env.FOUND_BROWSER ?? '');
  }

  async strike(): Promise<void> {
    await this.browser.close();
    await this.served.close();
  }

  /**
   * A test, in which no page complains, and nothing outside of this machine is asked for. Where it fails, what its windows
   * show is kept as pictures.
   */
  test(name: string, work: () => Promise<void>): void {
    test(name, async () => {
      this.complaints = [];
      try {
        await work();
        expect(this.complaints).toEqual([]);
      } catch (error) {
        this.failed ||= name;
        const pages = this.browser.contexts().flatMap((context) => context.pages());
        const called = `failed-${name.replace(/[^a-z0-9]+/gi, '-').slice(0, 60)}`;
        await Promise.all(
          pages.map((page, index) => keepPicture(page, `${called}-${index + 1}`).catch(() => undefined)),
        );
        throw error;
      }
    });
  }

  /** A test that goes on where the one before it ended, and can not where that failed. */
  next(name: string, work: () => Promise<void>): void {
    this.test(name, async () => {
      if (this.failed !== '') throw new Error(`It can not be done, because this failed: ${this.failed}`);
      await work();
    });
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
