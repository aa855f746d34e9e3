import { bookOf, EXPORT_ROWS, exportRange } from '../workbook/mapping/export-book';
import { press, tabTo } from './support/keyboard';
import type { Scene } from './support/scene';
import { describeInBrowser } from './support/stage';
import { Visitor } from './support/visitor';

const JANUARY = '2026-01-31';

/** The export of another program: titles above, German headers, and an id that nobody would recognise by its header. */
const [, ...BODY] = EXPORT_ROWS;
const EXPORT = bookOf(
  exportRange([['Kennung X', 'Buchungsdatum', 'Artikelnummer', 'Text', 'Menge', 'Betrag'], ...BODY]),
);

/** The export of another program is mapped, remembered and closed by somebody who has no mouse. */
describeInBrowser('a foreign range with the keyboard alone', (stage) => {
  let scene: Scene;
  let person: Visitor;
  beforeAll(async () => {
    scene = await stage.open('?width=320');
    person = new Visitor(scene);
    await person.ready(JANUARY);
    await scene.openFile('export.xlsx', EXPORT);
    await scene.page.keyboard.press('F6');
  });
  const look = async (name: string): Promise<void> => {
    await scene.picture(name);
    expect(await scene.violations()).toEqual([]);
    expect(await scene.cutOff()).toEqual([]);
    expect(await scene.brokenWords()).toEqual([]);
  };

  stage.next('is found, and its columns are recognised by their headers', async () => {
    const { map, start } = person.texts;
    await person.heading(start.emptyTitle);
    await look('begin');
    await press(scene, new RegExp(`^${map.begin}`));
    await person.heading(map.title);
    await look('map-choose');
    await press(scene, map.next);
    await person.heading(map.match);
    await look('map-match');
    expect(await scene.pane.getByLabel(/^Quantity/).inputValue()).toBe('Menge');
    expect(await scene.pane.getByLabel(/^Transaction/).inputValue()).toBe('');
  });

  stage.next('what is missing is told, and chosen by hand', async () => {
    const { map } = person.texts;
    await press(scene, map.save);
    await person.text(map.faults.missing).waitFor();
    await look('map-faults');
    await tabTo(scene, /^Transaction/);
    await scene.page.keyboard.type('Kennung');
    expect(await scene.pane.getByLabel(/^Transaction/).inputValue()).toBe('Kennung X');
    await press(scene, map.save);
    await scene.pane.getByText(/^Transactions is read from 'ERP export'!/).waitFor();
    await look('start-mapped');
  });

  stage.next('the mapping is remembered in the file, and the close reads the range where it stands', async () => {
    const before = await scene.texts('ERP export', 0, 0, 12, 8);
    await scene.reopenSaved('remembered.xlsx');
    await scene.inPane();
    await scene.pane.getByText(/^Transactions is read from 'ERP export'!/).waitFor();
    await scene.page.keyboard.press('F6');
    await press(scene, /^Close up to Jan 31, 2026/);
    await press(scene, 'Preview without checking');
    await press(scene, 'Close…');
    await press(scene, 'Close up to Jan 31, 2026');
    await person.closed(JANUARY);
    const settled = await scene.table('Settlements');
    // 15 pieces of A1 take the 10 of E1 (100.00), then 5 of the 10 of E2 (120.00).
    expect(settled.map(({ Issue, Receipt, Quantity, Amount }) => [Issue, Receipt, Quantity, Amount])).toEqual([
      ['A1', 'E1', '10', '100.00'],
      ['A1', 'E2', '5', '60.00'],
    ]);
    expect(await scene.texts('ERP export', 0, 0, 12, 8)).toEqual(before);
    expect(await scene.table('Transactions')).toEqual([]);
  });
});
