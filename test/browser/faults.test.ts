import { inForce, type Tables } from './support/in-force';
import type { Scene } from './support/scene';
import { describeInBrowser } from './support/stage';
import { Visitor } from './support/visitor';

const JANUARY = '2026-01-31';

/** How a run that broke off is brought to an end, once the workbook is open again. */
type Remedy = 'resume' | 'roll back' | 'start over';
/** What a close has left that broke off. */
type Found = 'nothing' | 'empty sheets' | 'Running' | 'Completed';

/**
 * Excel fails in the middle of a close and is gone. The pane says what was and was not changed; the workbook is opened again, and
 * the run is put right: the result is that of a close that was never disturbed, nothing doubled and nothing lost.
 * Every single request is broken off in test/workbook/excel/faults.test.ts; here are places from the first request to the last.
 */
describeInBrowser('a close that breaks off', (stage) => {
  let scene: Scene;
  let person: Visitor;
  /** What an undisturbed close leaves, and how many requests it makes, with reading the workbook anew at its end. */
  let wanted: Tables;
  let requests = 0;

  const begin = async (query = ''): Promise<void> => {
    scene = await stage.open(query);
    person = new Visitor(scene);
    await person.ready(JANUARY);
  };
  const toConfirm = async (): Promise<void> => {
    await person.begin(JANUARY);
    await person.preview(JANUARY);
    await person.ask(JANUARY);
  };
  const sent = () => scene.excel(async ({ host }) => (await host.stats()).syncs);
  beforeAll(async () => {
    await begin();
    await toConfirm();
    const before = await sent();
    await person.confirm(JANUARY);
    await person.closed(JANUARY);
    await person.page('start');
    await person.lastClosed(JANUARY);
    requests = (await sent()) - before;
    wanted = await inForce(scene);
    await scene.end();
  });
  afterEach(() => scene.end());

  /** Breaks a close off at a request, and looks at what the pane says. What the workbook has then. */
  const breakOff = async (sync: number): Promise<Found> => {
    await begin();
    const sheets = await scene.sheets();
    await toConfirm();
    await scene.excel(
      ({ host }, sync) => host.fault({ sync, code: 'GeneralException', when: 'after', lasting: true }),
      sync,
    );
    await person.confirm(JANUARY);
    await person.text(person.texts.failure.titles.run).waitFor();
    const [run] = await scene.table('Closings');
    const untouched = (await scene.sheets()).length === sheets.length;
    const said = await scene.pane.getByRole('alert').first().innerText();
    expect(said.includes(person.texts.failure.nothingChanged)).toBe(untouched);
    expect(said.includes('Nothing was changed')).toBe(untouched);
    await scene.picture(`fault-at-${sync}-of-${requests}`);
    expect(await scene.violations()).toEqual([]);
    return untouched ? 'nothing' : ((run?.Status || 'empty sheets') as Found);
  };
  /** Opens the workbook again: the pane only, or the saved file, as on another machine. */
  const openAgain = async (saved: boolean): Promise<void> => {
    await scene.excel(({ host }) => host.fault(null));
    if (saved) await scene.reopenSaved('mailed.xlsx');
    else await scene.demonstrate('Close the pane and open it again');
    await scene.inPane();
  };
  const putRight = async (remedy: Remedy): Promise<void> => {
    const { start } = person.texts;
    await person.heading(start.unfinishedTitle('IC-0001'));
    expect(await scene.violations()).toEqual([]);
    const way = ({ resume: 'resume', 'roll back': 'rollBack', 'start over': 'startOver' } as const)[remedy];
    await scene.pane.getByRole('button', { name: start[way] }).click();
    await person.heading(start.ahead[way].title('IC-0001'));
    expect(await scene.violations()).toEqual([]);
    await person.button(start.ahead[way].confirm).click();
    if (remedy === 'resume') await person.text(start.resumed('IC-0001')).waitFor();
    if (remedy === 'start over') await person.text(start.resumed('IC-0002')).waitFor();
    if (remedy !== 'roll back') return;
    await person.text(start.rolledBack('IC-0001')).waitFor();
    await person.ready(JANUARY);
    await person.close(JANUARY);
  };

  for (const [share, found, remedy, saved] of [
    [0.05, 'nothing', 'resume', false],
    [0.25, 'empty sheets', 'resume', true],
    [0.4, 'Running', 'resume', false],
    [0.5, 'Running', 'roll back', true],
    [0.6, 'Running', 'start over', false],
    [0.67, 'Running', 'resume', true],
    [0.72, 'Completed', 'resume', false],
  ] as const) {
    const file = saved ? 'the saved file' : 'the pane';
    stage.test(`at ${share * 100} % of its requests leaves ${found}; then ${file} is opened again`, async () => {
      expect(await breakOff(Math.round(requests * share))).toBe(found);
      await openAgain(saved);
      if (found === 'Running') await putRight(remedy);
      else if (found === 'Completed') await person.lastClosed(JANUARY);
      else {
        await person.ready(JANUARY);
        await person.close(JANUARY);
      }
      expect(await inForce(scene)).toEqual(wanted);
    });
  }
});
