import type { Locator } from 'playwright-core';
import { parseIsoDay } from '../../../src/book/days';
import type { TabName } from '../../../taskpane/app/pages';
import type { OperationName } from '../../../taskpane/flow/options';
import { formatIn } from '../../../taskpane/format';
import type { Texts } from '../../../taskpane/texts';
import { textsIn } from '../../support/languages';
import type { Scene } from './scene';

/** A person with a mouse in the pane, in one of its languages. A step is over when what it leads to is there. */
export class Visitor {
  readonly texts: Texts;
  private readonly scene: Scene;
  private readonly language: string;

  constructor(scene: Scene, language = 'en-US') {
    this.scene = scene;
    this.language = language;
    this.texts = textsIn(language);
  }

  /** A button of the page that shows. */
  button(name: string | RegExp): Locator {
    return this.scene.pane.getByRole('main').getByRole('button', { name, exact: typeof name === 'string' });
  }

  heading(name: string): Promise<void> {
    return this.scene.pane.getByRole('heading', { name, exact: true }).first().waitFor();
  }

  /** A heading with a count beside it. */
  countedHeading(name: string): Promise<void> {
    return this.scene.pane.getByRole('heading').filter({ hasText: name }).first().waitFor();
  }

  /** A text of the pane, whole. */
  text(text: string): Locator {
    return this.scene.pane.getByText(text, { exact: true }).first();
  }

  /** "2026-01-31" as the pane writes it. */
  day(iso: string): string {
    return formatIn(this.language).day(parseIsoDay(iso) ?? 0);
  }

  /** The workbook was read, and can be closed up to this day. */
  async ready(day: string): Promise<void> {
    await this.scene.pane.getByRole('button', { name: this.texts.start.closeUpTo(this.day(day)) }).waitFor();
  }

  /** The workbook was read, and its last close is of this day. */
  async lastClosed(day: string): Promise<void> {
    await this.scene.pane.getByText(`${this.day(day)} (IC-`).waitFor();
  }

  async page(name: TabName): Promise<void> {
    const tab = this.scene.pane
      .getByRole('navigation', { name: this.texts.pages.label })
      .getByRole('button', { name: this.texts.pages[name], exact: true });
    await tab.click();
    await this.scene.pane.locator('nav [aria-current=page]').filter({ hasText: this.texts.pages[name] }).waitFor();
    await this.scene.pane.getByRole('heading').first().waitFor();
  }

  /** From anywhere to the page that asks what an operation needs to know. */
  async operation(name: OperationName): Promise<void> {
    await this.card(this.texts.more.operations[name].card);
    await this.heading(this.texts.more.operations[name].title);
  }

  async upkeep(name: 'verify' | 'periods' | 'links' | 'archive'): Promise<void> {
    await this.card(this.texts[name].card);
    await this.heading(this.texts[name].title);
  }

  /** Chooses a card of the page More. */
  private async card(title: string): Promise<void> {
    await this.page('more');
    await this.scene.pane.getByRole('main').getByRole('button').filter({ hasText: title }).first().click();
  }

  /** From Start to the page that asks for the date. */
  async begin(day: string): Promise<void> {
    await this.scene.pane.getByRole('button', { name: this.texts.start.closeUpTo(this.day(day)) }).click();
    await this.heading(this.texts.choose.title);
  }

  async check(day: string): Promise<void> {
    await this.button(this.texts.choose.check).click();
    await this.heading(this.texts.check.title(this.day(day)));
  }

  async preview(day: string, from: 'choose' | 'check' = 'choose'): Promise<void> {
    await this.button(from === 'choose' ? this.texts.choose.skipToPreview : this.texts.check.preview).click();
    await this.heading(this.texts.preview.title(this.day(day)));
  }

  /** From the preview to the last question. */
  async ask(day: string): Promise<void> {
    await this.button(this.texts.preview.next).click();
    await this.heading(this.texts.confirm.title(this.day(day)));
  }

  /** Answers the last question with yes, and does not wait. */
  async confirm(day: string): Promise<void> {
    await this.button(this.texts.confirm.confirm(this.day(day))).click();
  }

  closed(day: string): Promise<void> {
    return this.heading(this.texts.done.title(this.day(day)));
  }

  /** The whole way from Start, or from the question for the date, to a close that is done. */
  async close(day: string): Promise<void> {
    await this.begin(day);
    await this.preview(day);
    await this.ask(day);
    await this.confirm(day);
    await this.closed(day);
  }
}
