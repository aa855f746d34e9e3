import type { Scene } from './support/scene';
import { describeInBrowser } from './support/stage';
import { Visitor } from './support/visitor';

const JANUARY = '2026-01-31';

/** Every page as a person with a narrow pane, a screen reader or another theme meets it. */
describeInBrowser('the pages of the pane', (stage) => {
  let scene: Scene;
  afterEach(() => scene.end());

  test.each([
    ['light', 'en-US', { colorScheme: 'light' }],
    ['dark', 'en-US', { colorScheme: 'dark' }],
    ['contrast', 'en-US', { forcedColors: 'active', colorScheme: 'dark' }],
    ['german', 'de-DE', { colorScheme: 'light' }],
  ] as const)(
    '%s: from Start to History without a violation of axe and nothing cut off at 320 pixels',
    async (name, language, media) => {
      scene = await stage.open(`?width=320&locale=${language}`, media);
      const person = new Visitor(scene, language);
      const found: string[] = [];
      const look = async (page: string): Promise<void> => {
        await scene.picture(`${name}-${page}`);
        found.push(...(await scene.violations()).map((violation) => `${page}: ${violation}`));
        found.push(...(await scene.cutOff()).map((text) => `${page} is too narrow for ${text}`));
      };

      await person.ready(JANUARY);
      await look('start');
      await person.page('history');
      await look('history-none');
      await person.page('explain');
      await look('explain-ask');
      await scene.pane.getByRole('textbox').first().fill('FIFO-3');
      await person.button(person.texts.explain.explain).click();
      await scene.pane.getByRole('heading', { name: person.texts.explain.result('FIFO-3') }).waitFor();
      await look('explain');
      await person.page('start');
      await person.begin(JANUARY);
      await scene.pane.getByRole('button', { name: person.texts.choose.options, exact: true }).click();
      await look('choose');
      await person.check(JANUARY);
      await look('check');
      await person.preview(JANUARY, 'check');
      await look('preview');
      await person.ask(JANUARY);
      await look('confirm');
      await person.confirm(JANUARY);
      await person.closed(JANUARY);
      await look('done');
      await person.page('history');
      await scene.pane.getByText('IC-0001').first().waitFor();
      await look('history');
      await person.page('start');
      await look('start-closed');
      expect(found).toEqual([]);
    },
  );

  stage.test('speak German in a German Excel', async () => {
    scene = await stage.open('?locale=de-DE');
    await new Visitor(scene, 'de-DE').ready(JANUARY);
    expect(await scene.pane.evaluate('document.documentElement.lang')).toMatch(/^de/);
  });

  stage.test('begin with help where there is no workbook to close yet', async () => {
    scene = await stage.open('?width=320&sample=template.xlsx');
    await scene.pane.getByRole('heading').first().waitFor();
    expect(await scene.violations()).toEqual([]);
    expect(await scene.cutOff()).toEqual([]);
    await scene.picture('template');
  });
});
