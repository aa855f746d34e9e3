import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';

const PICTURES = join(__dirname, '../../../output/pictures');
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const CUT_OFF = `(() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) return ['the page itself'];
  const placeOf = ({ parentElement }) =>
    getComputedStyle(parentElement).display === 'contents' ? placeOf(parentElement) : parentElement.getBoundingClientRect();
  const ofItsOwn = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
  return [...document.querySelectorAll('body *')].filter((element) => {
    const { left, right, width: wide, height } = element.getBoundingClientRect();
    if (element.closest('[role=region][tabindex="0"]') || wide <= 1 || height <= 1 || element.matches('input, textarea, option, [data-tabster-dummy]')) return false;
    if (right > width + 1 || left < -1) return true;
    // A field that is wider than its place covers what stands beside it.
    if (element.matches('.fui-Input, .fui-Select, button, label') && right > placeOf(element).right + 2) return true;
    const { overflowX, overflowY } = getComputedStyle(element);
    const hidden = (overflow, content, box) => overflow !== 'visible' && content > box + 1;
    return (
      ofItsOwn(element) &&
      (hidden(overflowX, element.scrollWidth, element.clientWidth) ||
        hidden(overflowY, element.scrollHeight, element.clientHeight))
    );
  }).map((element) => (element.textContent || element.tagName).trim().slice(0, 60));
})()`;

/** Words of letters that go on in a second line: not ids and names of tables, which may break anywhere. */
const BROKEN = `(() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  const range = document.createRange();
  while (texts.nextNode()) {
    const { currentNode: text } = texts;
    if (text.parentElement.closest('textarea, select, script, style') || text.parentElement.getClientRects().length === 0) continue;
    for (const { 0: word, index } of text.data.matchAll(/\\p{L}{4,}/gu)) {
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) found.push(word);
    }
  }
  return found;
})()`;

/** Waits until nothing moves any more: what opens has opened, and colours that change have changed. */
export async function settled(pane: Frame): Promise<void> {
  await pane.evaluate(`Promise.all(
    document.getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
      .map(({ finished }) => finished.catch(() => undefined)))`);
}

/** A picture of the window in output/pictures, for people to look at. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

/**
 * What axe finds wrong on the page that the pane shows, one line each. Left out are the stops with which Fluent UI
 * keeps the order of Tab: they can have the focus, but pass it on at once.
 */
export async function violations(pane: Frame): Promise<string[]> {
  await settled(pane);
  await pane.evaluate(AXE);
  const found = (await pane.evaluate(
    `axe.run({ exclude: [['[data-tabster-dummy]']] }, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 160))))`,
  )) as string[];
  return found;
}

/**
 * Texts of the pane that can not be read whole: beyond its edge, or hidden by the box that they stand in. Left out is
 * what is there for screen readers only, fields, whose contents can be moved, and regions that are made to be scrolled.
 */
export const cutOff = (pane: Frame): Promise<string[]> => pane.evaluate(CUT_OFF) as Promise<string[]>;

/** Words of the pane that are broken in the middle, without a hyphen. */
export const brokenWords = (pane: Frame): Promise<string[]> => pane.evaluate(BROKEN) as Promise<string[]>;
