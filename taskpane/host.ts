import type { SheetArea, WorkbookPort } from '../src/workbook/port';

/** What a piece of work tells a port, and wants to be told by it. */
export interface PortHooks {
  /** Stops the work before its next request to Excel. */
  readonly signal: AbortSignal;
  /** True when a cell is being edited and nothing else can be done meanwhile, false when that is over. */
  readonly onCellEdit: (editing: boolean) => void;
}

/** Where the pane runs. */
export interface OpenedIn {
  /** As a person calls it: "Excel on the web", "Excel for Windows". It stands in the details of an error. */
  readonly platform: string;
  /** Nothing can be written: the workbook was opened for reading. */
  readonly readOnly: boolean;
}

/** The cell that is selected, and the row of the table that it stands in. */
export interface Selection {
  /** "Transactions!A15"; "" where nothing is selected. */
  readonly address: string;
  /** The text of the cell. */
  readonly text: string;
  /** Texts of the table row that the cell stands in, by header; undefined outside of tables. */
  readonly row: Readonly<Record<string, string>> | undefined;
  /** Header of the cell's column, "" outside of tables. */
  readonly column: string;
}

/**
 * All that the pane knows of the world outside of it. Excel is behind it, or the workbench, or a workbook in memory in
 * the tests: the pane is the same.
 */
export interface PaneHost {
  readonly openedIn: OpenedIn;
  /** The language that the program is shown in, as BCP 47: "de-DE". */
  readonly language: string;
  /** What the surrounding program looks like, where it says so; else the pane follows the system. */
  readonly theme?: { dark(): boolean | undefined; onChanged(listener: () => void): () => void };
  port(hooks?: PortHooks): WorkbookPort;
  /** Selects the cell or range and brings it into view. Rejects where it is not there (any more). */
  goTo(address: string): Promise<void>;
  selection(): Promise<Selection>;
  /** The cells that are selected; undefined where they are no single rectangle. */
  selectedArea(): Promise<SheetArea | undefined>;
  /** Returns what ends the listening. */
  onSelectionChanged(listener: () => void): () => void;
  /** Adds the sheets of a workbook (.xlsx) to the open one. Rejects where that can not be done, and says why. */
  insertSheets(workbook: Uint8Array): Promise<void>;
}
