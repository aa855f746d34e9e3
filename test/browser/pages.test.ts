import { OPERATIONS } from '../../taskpane/flow/options';
import { LOOKS } from './support/looks';
import type { Scene } from './support/scene';
import { describeInBrowser } from './support/stage';
import { Visitor } from './support/visitor';

const JANUARY = '2026-01-31';
/** "Archive 12 rows", in both languages. */
const ARCHIVE = /^(Archive \d|\d.* archivieren)/;

/** Every page as a person with a narrow pane, a screen reader or another theme meets it. */
describeInBrowser('the pages of the pane', (stage) => {
  let scene: Scene;
  afterEach(() => scene.end());

  for (const [name, language, media] of LOOKS) {
    stage.test(
      `${name}: no page has a violation of axe, or a text that is cut off or broken at 320 pixels`,
      async () => {
        scene = await stage.open(`?width=320&locale=${language}`, media);
        const person = new Visitor(scene, language);
        const { texts } = person;
        const found: string[] = [];
        const look = async (page: string): Promise<void> => {
          await scene.picture(`${name}-${page}`);
          found.push(...(await scene.violations()).map((violation) => `${page}: ${violation}`));
          found.push(...(await scene.cutOff()).map((text) => `${page} is too narrow for ${text}`));
          found.push(...(await scene.brokenWords()).map((word) => `${page} breaks ${word}`));
          if ((await scene.linesOfTabs()) > 1) found.push(`${page} has tabs in two lines`);
        };

        await person.ready(JANUARY);
        await look('start');
        await person.page('history');
        await look('history-none');
        await person.page('more');
        await person.heading(texts.more.title);
        await look('more-none');
        await person.page('explain');
        await look('explain-ask');
        await scene.pane.getByRole('textbox').first().fill('FIFO-3');
        await person.button(texts.explain.explain).click();
        await person.heading(texts.explain.result('FIFO-3'));
        await look('explain');
        await person.button(texts.compare.open).click();
        await person.heading(texts.compare.title);
        await person.button(texts.compare.compare).click();
        await person.heading(texts.compare.result);
        await look('compare');
        await person.page('explain');
        await person.button(texts.averages.open).click();
        await person.heading(texts.averages.title);
        await person.text(texts.averages.none).waitFor();
        await look('averages');

        await person.page('start');
        await person.begin(JANUARY);
        await scene.pane.getByRole('button', { name: texts.choose.options, exact: true }).click();
        await scene.pane.getByLabel(texts.choose.note, { exact: true }).waitFor();
        await look('choose');
        await person.check(JANUARY);
        await look('check');
        await person.preview(JANUARY, 'check');
        await look('preview');
        await person.ask(JANUARY);
        await look('confirm');
        await scene.excel(({ host }) => host.edit(true));
        await person.confirm(JANUARY);
        await person.text(texts.work.cellEdit).waitFor();
        await look('work');
        await scene.excel(({ host }) => host.edit(false));
        await person.closed(JANUARY);
        await look('done');

        await person.page('history');
        await scene.pane.getByText('IC-0001').first().waitFor();
        await look('history');
        await person.button(texts.settlements.open).click();
        await person.heading(texts.settlements.title);
        await scene.pane.getByRole('main').getByRole('listitem').first().getByRole('button').first().click();
        await person.text(texts.settlements.amount).waitFor();
        await look('settlements');
        await person.page('start');
        await person.lastClosed(JANUARY);
        await look('start-closed');

        for (const operation of OPERATIONS) {
          await person.operation(operation);
          await look(operation);
          await person.button(texts.common.back).click();
          await person.heading(texts.more.title);
        }
        await look('more');
        await person.operation('reverse');
        await person.button(texts.more.preview).click();
        await person.button(texts.more.confirm).waitFor();
        await look('reverse-preview');
        await person.button(texts.common.back).click();
        await person.button(texts.common.back).click();
        await person.heading(texts.more.title);
        await person.upkeep('verify');
        await person.button(texts.verify.start).click();
        await person.text(texts.verify.verified).waitFor();
        await look('verify');
        await person.upkeep('archive');
        await person.text(texts.archive.intro).waitFor();
        await scene.pane.getByRole('main').getByRole('button', { name: ARCHIVE }).click();
        await person.button(texts.archive.now).waitFor();
        await look('archive-confirm');
        await person.button(texts.archive.back).click();
        await scene.pane.getByRole('main').getByRole('button', { name: ARCHIVE }).waitFor();
        await look('archive');
        await person.upkeep('periods');
        await person.text(texts.periods.sound).waitFor();
        await look('periods');
        await person.upkeep('links');
        await person.button(texts.links.start).click();
        await person.heading(texts.links.done);
        await look('links');
        expect(found).toEqual([]);
      },
    );
  }

  stage.test('speak German in a German Excel', async () => {
    scene = await stage.open('?locale=de-DE');
    await new Visitor(scene, 'de-DE').ready(JANUARY);
    expect(await scene.pane.evaluate('document.documentElement.lang')).toMatch(/^de/);
  });
});
