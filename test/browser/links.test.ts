import type { Scene } from './support/scene';
import { describeInBrowser } from './support/stage';
import { Visitor } from './support/visitor';

const JANUARY = '2026-01-31';

/** Links of result sheets are followed with the mouse, as an auditor does. */
describeInBrowser('the links of the result sheets', (stage) => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await stage.open();
    const person = new Visitor(scene);
    await person.ready(JANUARY);
    await person.close(JANUARY);
  });

  const cell = (name: string) => scene.page.locator(`[data-cell="${name}"]`);
  /** Follows the link of the first settlement's issue or receipt. Where it leads to, and the id that stands there. */
  const follow = async (column: 'Issue' | 'Receipt'): Promise<{ place: string; id: string }> => {
    const [settlement] = await scene.table('Settlements');
    const link = await scene.place('Settlements', settlement?.Settlement ?? '', `${column} link`);
    await scene.goTo(`Settlements!${link.cell}`);
    await cell(link.cell).getByRole('link').click();
    await scene.page.getByRole('tab', { name: 'Transactions', exact: true, selected: true }).waitFor();
    const { selection } = await scene.excel(({ host }) => host.book());
    const [[id = ''] = []] = await scene.texts('Transactions', selection.row, 0, 1, 1);
    const place = await scene.page.getByRole('textbox', { name: 'Name box' }).inputValue();
    await cell(place).filter({ hasText: id }).waitFor();
    return { place, id };
  };
  const inExcel = (work: string) =>
    scene.pane.evaluate(`Excel.run(async (context) => { ${work}; await context.sync(); })`);

  stage.test('lead to the rows that they name, and back from there with the next link', async () => {
    expect(await follow('Issue')).toMatchObject({ id: 'FIFO-3' });
    await scene.picture('link');
    expect(await follow('Receipt')).toMatchObject({ id: 'FIFO-1' });
  });

  stage.test('lead to the same rows after the transactions were sorted', async () => {
    const before = await follow('Issue');
    await inExcel(`context.workbook.tables.getItem('Transactions').sort.apply([{ key: 0, ascending: false }])`);
    const after = await follow('Issue');
    expect(after.id).toBe('FIFO-3');
    expect(after.place).not.toBe(before.place);
    expect(await follow('Receipt')).toMatchObject({ id: 'FIFO-1' });
  });

  stage.test('and after rows were inserted above, and the settlements were sorted too', async () => {
    const before = await follow('Issue');
    await inExcel(`
      context.workbook.worksheets.getItem('Transactions').getRange('2:4').insert('Down');
      context.workbook.tables.getItem('Settlements').sort.apply([{ key: 0, ascending: true }])`);
    const after = await follow('Issue');
    expect(after.id).toBe('FIFO-3');
    expect(after.place).not.toBe(before.place);
  });
});
