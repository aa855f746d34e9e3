import { createContext, useContext } from 'react';
import type { Format } from '../format';
import type { PaneHost } from '../host';
import type { OperationOptions } from '../flow/options';
import type { Texts } from '../texts';
import type { Machinery } from '../work/work';
import type { PageName } from './pages';

/** What every page needs, passed around once. */
export interface Pane {
  readonly host: PaneHost;
  readonly machinery: Machinery;
  readonly texts: Texts;
  readonly format: Format;
  /** Selects a cell or range in the sheet; tells where that fails. */
  readonly goTo: (address: string) => void;
  /** Shows a page of the pane. */
  readonly open: (page: PageName) => void;
  /** Shows the page Explain with this transaction, explained from a preview up to a day where one is given. */
  readonly explain: (transaction: string, upTo?: number) => void;
  /** Shows what a run settled and adjusted, row by row. */
  readonly settlements: (closing: string) => void;
  /** Shows the page More with an operation and what is chosen for it already. */
  readonly operate: (options: OperationOptions) => void;
  /** Says something that has no place on the page: "the sheet is gone". */
  readonly tell: (message: string) => void;
}

export const PaneContext = createContext<Pane | undefined>(undefined);

export function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (!pane) throw new Error('usePane outside of the pane');
  return pane;
}
