import { HistoryRegular, HomeRegular, LockClosedRegular, QuestionCircleRegular } from '@fluentui/react-icons';

/**
 * The pages, in the order of their tabs. A further run (a recalculation, an adjustment) begins from Start and is
 * a flow like Close; what is done to an earlier run (reverse, resume) begins from its card in History.
 */
export const PAGES = [
  { name: 'start', icon: HomeRegular },
  { name: 'close', icon: LockClosedRegular },
  { name: 'explain', icon: QuestionCircleRegular },
  { name: 'history', icon: HistoryRegular },
] as const;

export type PageName = (typeof PAGES)[number]['name'];

/** The page that an address asks for ("taskpane.html?page=explain"): how the buttons of the ribbon open the pane. */
export function pageIn(search: string): PageName {
  const wanted = new URLSearchParams(search).get('page');
  return PAGES.find(({ name }) => name === wanted)?.name ?? 'start';
}
