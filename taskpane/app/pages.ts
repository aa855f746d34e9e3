/**
 * The pages, in the order in which they are offered. Every further run (a recalculation, an adjustment, a reversal) begins on
 * the page More and is a flow like Close; a reversal can begin from the card of its run in History too.
 */
export const PAGES = ['start', 'close', 'explain', 'history', 'more'] as const;
export type TabName = (typeof PAGES)[number];

/** Pages without a tab, and the tab that they belong to: one comes to them from there. */
const INNER = {
  map: 'start',
  settlements: 'history',
  compare: 'explain',
  averages: 'explain',
  verify: 'more',
  periods: 'more',
  links: 'more',
  archive: 'more',
} as const satisfies Readonly<Record<string, TabName>>;
export type PageName = TabName | keyof typeof INNER;

/** The tab that a page belongs to. */
export const tabOf = (page: PageName): TabName =>
  page in INNER ? INNER[page as keyof typeof INNER] : (page as TabName);

/** The page that an address asks for ("taskpane.html?page=explain"): how the buttons of the ribbon open the pane. */
export function pageIn(search: string): PageName {
  const wanted = new URLSearchParams(search).get('page');
  return PAGES.find((name) => name === wanted) ?? 'start';
}
