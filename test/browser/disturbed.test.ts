import type { Scene } from './support/scene';
import { describeInBrowser } from './support/stage';
import { Visitor } from './support/visitor';

const JANUARY = '2026-01-31';

/** What happens to a close when people and Excel do not hold still. */
describeInBrowser('a close that is disturbed', (stage) => {
  let scene: Scene;
  let person: Visitor;
  beforeEach(async () => {
    scene = await stage.open();
    person = new Visitor(scene);
    await person.ready(JANUARY);
  });
  afterEach(() => scene.end());

  const toConfirm = async () => {
    await person.begin(JANUARY);
    await person.preview(JANUARY);
    await person.ask(JANUARY);
  };
  /** Types into a column of the table Transactions, in the row with this position below its header. */
  const typeAt = (row: number, header: string, text: string, who: 'person' | 'coauthor') =>
    scene.excel(
      async ({ host }, { row, header, text, who }) => {
        const { sheets } = await host.book();
        const sheet = sheets.find(({ name }) => name === 'Transactions');
        const area = sheet?.tables[0]?.area;
        if (!sheet || !area) throw new Error('There is no table.');
        const [headers = []] = await host.cells(sheet.id, { ...area, rows: 1 });
        const column = area.column + headers.findIndex((cell) => cell?.text === header);
        if (who === 'coauthor') await host.coauthorTypes(sheet.id, area.row + row, column, text);
        else await host.type(sheet.id, area.row + row, column, text);
      },
      { row, header, text, who },
    );
  const status = async (): Promise<string[]> => (await scene.table('Closings')).map(({ Status }) => Status);

  stage.test('bad input is refused with the cell, and Go to cell leads there', async () => {
    await typeAt(3, 'Quantity', 'ten', 'person');
    await person.begin(JANUARY);
    await person.button(person.texts.choose.check).click();
    const goTo = person.button(/Transactions!F7/).first();
    await goTo.waitFor();
    await scene.picture('bad-input');
    await goTo.click();
    await scene.selected('F7');
    expect(await scene.violations()).toEqual([]);
    expect(await status()).toEqual([]);
  });

  stage.test('while a cell is edited the close waits and says so; then it goes on', async () => {
    await toConfirm();
    await scene.excel(({ host }) => host.edit(true));
    await person.confirm(JANUARY);
    await scene.pane.getByText(person.texts.work.cellEdit).waitFor();
    await scene.picture('cell-edit');
    expect(await scene.violations()).toEqual([]);
    expect(await status()).toEqual([]);
    await scene.excel(({ host }) => host.edit(false));
    await person.closed(JANUARY);
    expect(await status()).toEqual(['Completed']);
  });

  stage.test("a co-author's change after the preview is in what is closed", async () => {
    await toConfirm();
    // FIFO-1 holds 10 pieces and cost 40.00 before the co-author made it 44.00.
    await typeAt(1, 'Financial cost', '44', 'coauthor');
    await person.confirm(JANUARY);
    await person.closed(JANUARY);
    await scene.picture('co-author');
    const used = (await scene.table('Settlements')).filter((row) => row.Receipt === 'FIFO-1');
    const values = used.map((row) => Number(row.Amount.replaceAll(',', '')));
    expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(44, 2);
  });

  stage.test('a fault says what was and was not changed, wherever it strikes', async () => {
    // An undisturbed close tells how many requests there are, and how many of them only read.
    await toConfirm();
    const requests = () => scene.excel(async ({ host }) => (await host.stats()).syncs);
    const before = await requests();
    await person.confirm(JANUARY);
    await person.closed(JANUARY);
    const all = (await requests()) - before;

    const met: string[] = [];
    for (const share of [0.1, 0.5, 0.8]) {
      await scene.end();
      scene = await stage.open();
      person = new Visitor(scene);
      await person.ready(JANUARY);
      await toConfirm();
      await scene.excel(
        ({ host }, sync) => host.fault({ sync, code: 'GeneralException', when: 'after', lasting: true }),
        Math.round(all * share),
      );
      await person.confirm(JANUARY);
      await scene.pane.getByText(person.texts.failure.titles.run, { exact: true }).waitFor();
      const begun = (await scene.table('Closings')).length > 0;
      const said = await scene.pane.getByRole('alert').first().innerText();
      met.push(begun ? 'begun' : 'nothing');
      expect([share, said.includes(person.texts.failure.nothingChanged)]).toEqual([share, !begun]);
      expect([share, said.includes('Nothing was changed')]).toEqual([share, !begun]);
      await scene.picture(`fault-${share * 10}-of-10`);
      expect(await scene.violations()).toEqual([]);
    }
    expect(met).toEqual(expect.arrayContaining(['nothing', 'begun']));
  });
});
