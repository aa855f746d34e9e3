import { describeInBrowser, type Scene, Stage } from './support/stage';

const PAGES = ['Start', 'Close', 'Explain', 'History'] as const;

/** Every page as a person with a narrow pane, a screen reader or another theme meets it. */
describeInBrowser('the pages of the pane', () => {
  const stage = new Stage();
  let scene: Scene;
  beforeAll(() => stage.raise(), 60_000);
  afterAll(() => stage.strike());
  afterEach(() => scene.end());

  const tab = (name: string) => scene.pane.getByRole('tab', { name, exact: true });
  const overflow = () =>
    scene.pane.evaluate(`(() => {
      const wide = [...document.querySelectorAll('body *')].filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return right > document.documentElement.clientWidth + 1 || left < -1;
      });
      return wide.map((element) => element.outerHTML.slice(0, 120));
    })()`);

  test('have no violations of axe, and nothing is cut off at 320 pixels', async () => {
    scene = await stage.open('?width=320');
    await scene.pane.getByText('not closed yet').waitFor();
    for (const name of PAGES) {
      await tab(name).click();
      await scene.pane.getByRole('heading').first().waitFor();
      expect([name, await scene.violations()]).toEqual([name, []]);
      expect([name, await overflow()]).toEqual([name, []]);
      await scene.picture(`320-${name.toLowerCase()}`);
    }
  }, 60_000);

  test('have none in the dark either', async () => {
    scene = await stage.open();
    await scene.page.emulateMedia({ colorScheme: 'dark' });
    await scene.pane.getByText('not closed yet').waitFor();
    for (const name of PAGES) {
      await tab(name).click();
      await scene.pane.getByRole('heading').first().waitFor();
      expect([name, await scene.violations()]).toEqual([name, []]);
      await scene.picture(`dark-${name.toLowerCase()}`);
    }
  }, 60_000);

  test('speak German in a German Excel', async () => {
    scene = await stage.open('?locale=de-DE');
    await scene.pane.getByText('997').first().waitFor();
    await scene.picture('german');
    expect(await scene.pane.evaluate('document.documentElement.lang')).toMatch(/^de/);
    expect(await scene.violations()).toEqual([]);
  }, 60_000);

  test('begin with help where there is no workbook to close yet', async () => {
    scene = await stage.open('?sample=template.xlsx');
    await scene.pane.getByRole('heading').first().waitFor();
    expect(await scene.violations()).toEqual([]);
    await scene.picture('template');
  }, 60_000);

  test('nothing else was complained of', () => {
    expect(stage.complaints).toEqual([]);
  });
});
