import type { Area } from '../model/address';
import type { Host } from '../host';
import { Grid, type GridBook, type GridCell, type GridChange } from '../view/grid';
import { writeXlsx } from '../xlsx/write';
import { Caller, type Port, serve } from './channel';
import type { Answer, Endpoint, Message } from './endpoint';
import type { Fault } from './faults';

/** Serves a host and the grid of its workbook through a port. Called in the worker that the host lives in. */
export function serveHost(host: Host, port: Port): void {
  const grid = new Grid(host.workbook);
  const tell = serve(port, {
    execute: (body: string, flags: number) => host.execute(body, flags),
    book: () => grid.book(),
    cells: (sheet: string, area: Area) => grid.cells(sheet, area),
    type: (sheet: string, row: number, column: number, text: string) => grid.type(sheet, row, column, text),
    paste: (sheet: string, row: number, column: number, texts: string[][]) => grid.paste(sheet, row, column, texts),
    clear: (sheet: string, area: Area) => grid.clear(sheet, area),
    widen: (sheet: string, column: number, width: number) => grid.widen(sheet, column, width),
    select: (sheet: string, area: Area) => grid.select(sheet, area),
    activate: (sheet: string) => grid.activate(sheet),
    follow: (link: string) => grid.follow(link),
    edit: (on: boolean) => (on ? host.editMode.begin() : host.editMode.end()),
    coauthorTypes: (sheet: string, row: number, column: number, text: string) =>
      host.workbook.changes.as('coauthor', () => grid.type(sheet, row, column, text)),
    fault: (fault: Fault | null) => (fault ? host.faults.arm(fault) : host.faults.clear()),
    stats: () => ({ ...host.stats, syncs: host.faults.syncs, missing: [...host.missing] }),
    save: () => writeXlsx(host.workbook),
  });
  host.onMessages((messages) => tell('messages', messages));
  grid.subscribe((change) => tell('change', change));
}

export interface HostStats {
  readonly requests: number;
  readonly actions: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
  /** Time that the host itself took. */
  readonly milliseconds: number;
  readonly syncs: number;
  readonly missing: readonly (readonly [string, number])[];
}

/** A host on the other side of a port: the endpoint of office.js, and everything that a grid and a test page need. */
export class RemoteHost implements Endpoint {
  private readonly caller: Caller;

  constructor(port: Port) {
    this.caller = new Caller(port);
  }

  execute(body: string, flags: number): Promise<Answer> {
    return this.caller.call('execute', body, flags) as Promise<Answer>;
  }

  onMessages(listener: (messages: readonly Message[]) => void): () => void {
    return this.caller.on('messages', (data) => listener(data as readonly Message[]));
  }

  onChange(listener: (change: GridChange) => void): () => void {
    return this.caller.on('change', (data) => listener(data as GridChange));
  }

  book(): Promise<GridBook> {
    return this.caller.call('book') as Promise<GridBook>;
  }

  cells(sheet: string, area: Area): Promise<(GridCell | null)[][]> {
    return this.caller.call('cells', sheet, area) as Promise<(GridCell | null)[][]>;
  }

  async type(sheet: string, row: number, column: number, text: string): Promise<void> {
    await this.caller.call('type', sheet, row, column, text);
  }

  async paste(sheet: string, row: number, column: number, texts: readonly (readonly string[])[]): Promise<void> {
    await this.caller.call('paste', sheet, row, column, texts);
  }

  async clear(sheet: string, area: Area): Promise<void> {
    await this.caller.call('clear', sheet, area);
  }

  /** A column gets another width, in points. */
  async widen(sheet: string, column: number, width: number): Promise<void> {
    await this.caller.call('widen', sheet, column, width);
  }

  async select(sheet: string, area: Area): Promise<void> {
    await this.caller.call('select', sheet, area);
  }

  async activate(sheet: string): Promise<void> {
    await this.caller.call('activate', sheet);
  }

  follow(link: string): Promise<boolean> {
    return this.caller.call('follow', link) as Promise<boolean>;
  }

  /** Somebody begins or ends to type into a cell. */
  async edit(on: boolean): Promise<void> {
    await this.caller.call('edit', on);
  }

  async coauthorTypes(sheet: string, row: number, column: number, text: string): Promise<void> {
    await this.caller.call('coauthorTypes', sheet, row, column, text);
  }

  /** Plans a fault; null forgets all of them. */
  async fault(fault: Fault | null): Promise<void> {
    await this.caller.call('fault', fault);
  }

  stats(): Promise<HostStats> {
    return this.caller.call('stats') as Promise<HostStats>;
  }

  /** The workbook as an .xlsx file. */
  save(): Promise<Uint8Array> {
    return this.caller.call('save') as Promise<Uint8Array>;
  }
}
