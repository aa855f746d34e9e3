import type { Scene } from './support/scene';
import { describeInBrowser } from './support/stage';
import { press, tabTo } from './support/keyboard';

/** The sample, closed for January and February by somebody who has no mouse. */
describeInBrowser('two monthly closes with the keyboard alone', (stage) => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await stage.open();
  });

  const heading = (name: string | RegExp) => scene.pane.getByRole('heading', { name }).first().waitFor();

  stage.next('the shipped office.js boots on the stand-in, and the pane says what it found', async () => {
    await scene.pane.getByText('not closed yet').waitFor();
    const host = await scene.pane.evaluate(`Office.onReady().then(({ host, platform }) => host + ' ' + platform)`);
    expect(host).toBe('Excel PC');
    await scene.picture('1-start');
  });

  stage.next('January: check, preview, confirm, close', async () => {
    await scene.page.keyboard.press('F6');
    await press(scene, /^Close up to Jan 31, 2026/);
    await heading('Up to which date?');
    await press(scene, 'Check');
    await heading('Check up to Jan 31, 2026');
    await scene.picture('2-check');
    await press(scene, 'Preview');
    await heading('Preview of the close up to Jan 31, 2026');
    await scene.picture('3-preview');
    expect(await scene.table('Closings')).toEqual([]);
    await press(scene, 'Close…');
    await heading('Close inventory up to Jan 31, 2026?');
    await scene.picture('4-confirm');
    await press(scene, 'Close up to Jan 31, 2026');
    await heading('Closed up to Jan 31, 2026');
    await scene.picture('5-done');
  });

  stage.next('February: the next close, without checking first', async () => {
    await press(scene, 'Next close');
    await heading('Up to which date?');
    await press(scene, 'Preview without checking');
    await heading('Preview of the close up to Feb 28, 2026');
    await press(scene, 'Close…');
    await press(scene, 'Close up to Feb 28, 2026');
    await heading('Closed up to Feb 28, 2026');
  });

  stage.next('the sheets have both runs, and their tie-outs come out', async () => {
    const closings = await scene.table('Closings');
    expect(closings.map((row) => [row.Closing, row.Type, row.Date, row.Status])).toEqual([
      ['IC-0001', 'Close', '2026-01-31', 'Completed'],
      ['IC-0002', 'Close', '2026-02-28', 'Completed'],
    ]);
    const ledger = await scene.table('Ledger');
    for (const closing of ['IC-0001', 'IC-0002']) {
      const lines = ledger.filter((line) => line.Closing === closing);
      const sum = (side: 'Debit' | 'Credit') =>
        Math.round(lines.reduce((total, line) => total + Number((line[side] || '0').replaceAll(',', '')) * 100, 0));
      expect(lines.length).toBeGreaterThan(1);
      expect(sum('Debit')).toBe(sum('Credit'));
    }
  });

  stage.next('the history leads to the rows', async () => {
    await press(scene, 'Show the log');
    await heading('Runs');
    await tabTo(scene, /Search/);
    await scene.picture('6-history');
    expect(await scene.pane.getByText('IC-0002').first().isVisible()).toBe(true);
  });
});
