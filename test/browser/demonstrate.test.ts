import type { Scene } from './support/scene';
import { describeInBrowser } from './support/stage';
import { Visitor } from './support/visitor';

const JANUARY = '2026-01-31';

/** The menu Demonstrate: what happens around an add-in, made to happen by a person. */
describeInBrowser('the menu Demonstrate', (stage) => {
  let scene: Scene;
  let person: Visitor;
  beforeEach(async () => {
    scene = await stage.open();
    person = new Visitor(scene);
    await person.ready(JANUARY);
  });
  afterEach(() => scene.end());

  /** Chooses from the menu, through menus within it. */
  const choose = async (...names: string[]): Promise<void> => {
    await scene.page.getByRole('button', { name: 'Demonstrate' }).click();
    for (const name of names) {
      const item = scene.page.locator('[role^=menuitem]').filter({ hasText: name }).last();
      await item.click();
    }
  };
  const readAgain = () => person.button(person.texts.start.readAgain).click();

  stage.test('somebody is typing: the pane waits and says so', async () => {
    await choose('Somebody is typing into a cell');
    await readAgain();
    await scene.pane.getByText(person.texts.work.cellEdit).waitFor();
    await choose('Somebody is typing into a cell');
    await person.ready(JANUARY);
  });

  stage.test('a co-author types into the selected cell', async () => {
    await scene.goTo('Transactions!F5');
    await choose('A co-author types into the selected cell…');
    await scene.page.getByRole('heading', { name: 'A co-author types into Transactions!F5' }).waitFor();
    await scene.page.getByLabel('New content of the cell').fill('11');
    await scene.page.keyboard.press('Enter');
    await scene.page.locator('[data-cell=F5]').filter({ hasText: '11' }).waitFor();
  });

  stage.test('Excel fails at the next request, once', async () => {
    await choose('Excel fails', 'Excel refuses', 'at the next request');
    await readAgain();
    await scene.pane.getByText(person.texts.failure.titles.survey, { exact: true }).waitFor();
    await readAgain();
    await person.ready(JANUARY);
  });

  stage.test('Excel is gone, until nothing fails any more', async () => {
    await choose('Excel fails', 'Excel is gone', 'at the next request');
    await readAgain();
    await scene.pane.getByText(person.texts.failure.titles.survey, { exact: true }).waitFor();
    await choose('Excel fails', 'Nothing fails any more');
    await readAgain();
    await person.ready(JANUARY);
  });

  stage.test('a workbook that is opened for reading only can not be closed', async () => {
    await choose('Workbook opened for reading only');
    await scene.inPane();
    await scene.pane.getByText(person.texts.start.readOnly).waitFor();
    await person.begin(JANUARY);
    await person.preview(JANUARY);
    await person.button(person.texts.preview.next).and(scene.pane.locator('[aria-disabled=true]')).waitFor();
    await scene.picture('read-only');
  });

  stage.test('the limits of Excel on the web: a close runs within them', async () => {
    await choose('Limits of Excel on the web (5 MB a request)');
    await scene.inPane();
    await person.ready(JANUARY);
    await person.begin(JANUARY);
    await person.preview(JANUARY);
    await person.ask(JANUARY);
    await person.confirm(JANUARY);
    await person.closed(JANUARY);
  });

  stage.test('another language of Excel', async () => {
    await choose('Language of Excel', 'Deutsch');
    await scene.inPane();
    await new Visitor(scene, 'de-DE').ready(JANUARY);
    const { cell } = await scene.place('Transactions', 'T0007', 'Financial cost');
    await scene.goTo(`Transactions!${cell}`);
    await scene.page.locator(`[data-cell=${cell}]`).filter({ hasText: '2.035,80' }).waitFor();
  });

  stage.test('the pane is closed and opened again, and is made narrow', async () => {
    await person.page('history');
    await choose('Close the pane and open it again');
    await scene.inPane();
    await person.ready(JANUARY);
    await choose('Width of the pane', '320 pixels');
    await scene.pane.waitForFunction('document.documentElement.clientWidth === 320');
  });
});
