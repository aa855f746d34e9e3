import type { WayOut } from '../../taskpane/start/ways-out';
import { LOOKS } from './support/looks';
import type { Scene } from './support/scene';
import { describeInBrowser } from './support/stage';
import { Visitor } from './support/visitor';

const [JANUARY, FEBRUARY] = ['2026-01-31', '2026-02-28'];
/** A request in the middle of writing a close of the sample. */
const IN_THE_MIDDLE = 30;

/** What the pane shows of runs that failed, broke off or were paused, as people with another theme or language meet it. */
describeInBrowser('the pane in trouble', (stage) => {
  let scene: Scene;
  afterEach(() => scene.end());

  for (const [name, language, media] of LOOKS) {
    stage.test(`${name}: what failed or was paused can be read at 320 pixels`, async () => {
      scene = await stage.open(`?width=320&locale=${language}`, media);
      const person = new Visitor(scene, language);
      const { close, failure, start, work } = person.texts;
      const found: string[] = [];
      const look = async (page: string): Promise<void> => {
        await scene.picture(`trouble-${name}-${page}`);
        found.push(...(await scene.violations()).map((violation) => `${page}: ${violation}`));
        found.push(...(await scene.cutOff()).map((text) => `${page} is too narrow for ${text}`));
        found.push(...(await scene.brokenWords()).map((word) => `${page} breaks ${word}`));
        if ((await scene.linesOfTabs()) > 1) found.push(`${page} has tabs in two lines`);
      };
      const lookAhead = async (way: WayOut, closing: string): Promise<void> => {
        await person.button(new RegExp(`^${start[way]}`)).click();
        await person.heading(start.ahead[way].title(closing));
        await look(`${way}-ahead`);
      };
      const held = async (day: string): Promise<void> => {
        await person.begin(day);
        await person.preview(day);
        await person.ask(day);
        await scene.excel(({ host }) => host.edit(true));
        await person.confirm(day);
        await person.text(work.cellEdit).waitFor();
      };

      // Excel fails while a close is written.
      await person.ready(JANUARY);
      await held(JANUARY);
      await scene.excel(
        ({ host }, sync) => host.fault({ sync, code: 'GeneralException', when: 'after', lasting: true }),
        IN_THE_MIDDLE,
      );
      await scene.excel(({ host }) => host.edit(false));
      await person.text(failure.titles.run).waitFor();
      await look('failed');
      await scene.excel(({ host }) => host.fault(null));
      expect((await scene.table('Closings')).map(({ Status }) => Status)).toEqual(['Running']);
      await scene.demonstrate('Close the pane and open it again');
      await scene.inPane();
      await person.heading(start.unfinishedTitle('IC-0001'));
      await look('broken-off');
      await person.page('history');
      await scene.pane.getByText('IC-0001').first().waitFor();
      await look('history-broken-off');
      // Nothing else runs meanwhile.
      await person.page('close');
      await person.button(person.texts.choose.skipToPreview).click();
      await person.text(failure.titles.preview).waitFor();
      await look('refused');
      await person.page('start');
      await lookAhead('startOver', 'IC-0001');
      await person.button(person.texts.common.back).click();
      await lookAhead('resume', 'IC-0001');
      await person.button(start.ahead.resume.confirm).click();
      await person.lastClosed(JANUARY);

      // A close is paused.
      await person.ready(FEBRUARY);
      await held(FEBRUARY);
      await person.button(work.pause).click();
      await person.button(work.pausing).waitFor();
      await scene.excel(({ host }) => host.edit(false));
      await scene.pane
        .getByRole('heading', { level: 1, name: close.paused('IC-0002', '').split('IC-0002')[0] })
        .waitFor();
      await scene.pane.getByRole('main').getByRole('button', { name: close.toStart }).waitFor();
      await look('paused');
      await person.button(close.toStart).click();
      await person.heading(start.unfinishedTitle('IC-0002'));
      await look('unfinished');
      await lookAhead('rollBack', 'IC-0002');
      await person.button(start.ahead.rollBack.confirm).click();
      await person.ready(FEBRUARY);
      await person.page('close');
      await person.heading(person.texts.choose.title);
      expect((await scene.table('Closings')).map(({ Status }) => Status)).toEqual(['Completed', 'Reversed']);
      expect(found).toEqual([]);
    });
  }
});
