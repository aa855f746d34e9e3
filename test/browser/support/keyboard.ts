import type { Scene } from './scene';
import { PATIENCE } from './stage';

const IN_PANE = `document.activeElement?.tagName === 'IFRAME'`;

/** What a screen reader would call the element that has the focus in the pane. */
const FOCUSED = `(() => {
  const element = document.activeElement;
  if (!element || element === document.body) return '';
  const labels = [...(element.labels ?? [])].map((label) => label.textContent);
  const named = (element.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '');
  return (element.getAttribute('aria-label') || named.join(' ').trim() || labels.join(' ').trim() || element.textContent || '').trim();
})()`;

export const focused = (scene: Scene): Promise<string> => scene.pane.evaluate(FOCUSED) as Promise<string>;

/**
 * Walks with Tab until the element with this name has the focus; from the end of the pane back into it with F6, for a
 * while: what is walked to may have to appear first.
 */
export async function tabTo(scene: Scene, name: string | RegExp): Promise<void> {
  const passed = new Set<string>();
  for (const end = Date.now() + PATIENCE; Date.now() < end;) {
    const here = await focused(scene);
    if (typeof name === 'string' ? here === name : name.test(here)) return;
    passed.add(here);
    await scene.page.keyboard.press((await scene.page.evaluate(IN_PANE)) ? 'Tab' : 'F6');
  }
  throw new Error(`Tab never came to ${name}. It came to: ${[...passed].join(' | ')}`);
}

export async function press(scene: Scene, name: string | RegExp, key = 'Enter'): Promise<void> {
  await tabTo(scene, name);
  await scene.page.keyboard.press(key);
}
