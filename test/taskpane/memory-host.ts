import type { PaneHost, Selection } from '../../taskpane/host';
import { openXlsx, type FilePort } from '../../src/workbook/file/file-port';
import { mappedPort } from '../../src/workbook/mapping/mapped-port';
import type { SheetArea, WorkbookPort } from '../../src/workbook/port';

const NOTHING: Selection = { address: '', text: '', row: undefined, column: '' };

/** A host over a workbook in memory: the pane in the tests, and on the page that shows it without Excel. */
export class MemoryHost implements PaneHost {
  readonly openedIn: { platform: string; readOnly: boolean };
  /** Addresses that the pane went to. */
  readonly visited: string[] = [];
  private file: FilePort | undefined;
  private selected = NOTHING;
  private area: SheetArea | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(
    workbook: Uint8Array | undefined,
    readonly language = 'en-US',
    readOnly = false,
    /** Wraps the port: to make it slow, or to make it fail. */
    private readonly around: (port: WorkbookPort) => WorkbookPort = (port) => port,
  ) {
    this.openedIn = { platform: 'Memory', readOnly };
    this.file = workbook && openXlsx(workbook, 'workbook.xlsx');
  }

  port(): WorkbookPort {
    return mappedPort(this.around(this.file ?? EMPTY));
  }

  goTo(address: string): Promise<void> {
    this.visited.push(address);
    return Promise.resolve();
  }

  selection(): Promise<Selection> {
    return Promise.resolve(this.selected);
  }

  selectedArea(): Promise<SheetArea | undefined> {
    return Promise.resolve(this.area);
  }

  onSelectionChanged(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  insertSheets(workbook: Uint8Array): Promise<void> {
    this.file = openXlsx(workbook, 'inserted.xlsx');
    return Promise.resolve();
  }

  /** What a person does in the sheet. */
  select(selection: Partial<Selection>, area?: SheetArea): void {
    this.selected = { ...NOTHING, ...selection };
    this.area = area;
    this.listeners.forEach((listener) => listener());
  }
}

/** A workbook with one blank sheet. */
const EMPTY: WorkbookPort = {
  isShared: false,
  facts: () => Promise.resolve({ date1904: false, sheets: ['Sheet1'], tables: [] }),
  read: () => Promise.resolve(new Map()),
  usedArea: () => Promise.resolve(undefined),
  readArea: () => Promise.reject(new Error('There is nothing to read')),
  write: () => Promise.reject(new Error('There is nothing to write to')),
};
