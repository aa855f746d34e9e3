import { EXCEL_TYPES } from './excel';
import { eventsOf } from './excel/events';
import { SINCE } from './excel/requirement-sets';
import type { CellRange } from './excel/targets';
import { of } from './excel/targets';
import type { Change } from './model/changes';
import { shifted } from './model/rewrite';
import { follow } from './model/shift';
import { Workbook, type WorkbookOptions } from './model/workbook';
import { Guard } from './protocol/guard';
import { Processor } from './protocol/processor';
import { References } from './protocol/references';
import type { WireRequest } from './protocol/wire';
import { EditMode } from './transport/edit-mode';
import { type Answer, DELAY_FOR_CELL_EDIT, type Endpoint, Failure, type Message } from './transport/endpoint';
import { Faults, stopOf } from './transport/faults';

export interface HostOptions extends WorkbookOptions {
  /** A workbook that is open already (see xlsx/read.ts); by default a new one with one blank sheet. */
  readonly workbook?: Workbook;
  /** Excel on the web refuses requests and responses of more than 5 MB. */
  readonly platform?: 'PC' | 'OfficeOnline';
  /** The declared requirement sets; members newer than ExcelApi are refused. */
  readonly sets?: Readonly<Record<string, string>>;
  /** Bytes of a request or response; by default 5 MB on the web, none elsewhere. */
  readonly payloadLimit?: number;
}

export const DEFAULT_SETS: Readonly<Record<string, string>> = {
  ExcelApi: '1.17',
  SharedRuntime: '1.1',
  DelayForCellEdit: '1.1',
};
const WEB_LIMIT = 5 * 1024 * 1024;
const MESSAGE_CATEGORY = 65536;

/** An Excel that exists in memory only: it answers the requests of the real office.js, over a workbook. */
export class Host implements Endpoint {
  readonly workbook: Workbook;
  readonly platform: 'PC' | 'OfficeOnline';
  readonly sets: Readonly<Record<string, string>>;
  readonly faults = new Faults();
  readonly editMode = new EditMode();
  readonly references = new References();
  readonly stats = { requests: 0, actions: 0, bytesIn: 0, bytesOut: 0, milliseconds: 0 };
  private readonly guard: Guard;
  private readonly processor: Processor;
  private readonly limit: number;
  private readonly registered = new Set<string>();
  private readonly listeners = new Set<(messages: readonly Message[]) => void>();
  private pending: Message[] = [];
  private queue: Promise<unknown> = Promise.resolve();

  constructor(options: HostOptions = {}) {
    this.workbook = options.workbook ?? new Workbook(options);
    this.platform = options.platform ?? 'PC';
    this.sets = options.sets ?? DEFAULT_SETS;
    this.limit = options.payloadLimit ?? (this.platform === 'OfficeOnline' ? WEB_LIMIT : Infinity);
    this.guard = new Guard(SINCE, this.sets.ExcelApi ?? '1.1');
    this.processor = new Processor(
      of('Workbook', this.workbook),
      EXCEL_TYPES,
      this.references,
      this.guard,
      (type, target, on) => {
        if (on) this.registered.add(`${type}:${target}`);
        else this.registered.delete(`${type}:${target}`);
      },
    );
    this.workbook.changes.subscribe((change) => this.announce(change));
    follow(this.workbook, (shift) => {
      for (const { type, target } of this.references.all()) {
        const range = target as CellRange;
        if (type === 'Range' && range.area && range.sheet === shift.sheet) range.area = shifted(range.area, shift);
      }
    });
  }

  /** Members that were asked for and are not implemented, with how often: a test can say that there were none. */
  get missing(): ReadonlyMap<string, number> {
    return this.guard.missing;
  }

  /** Answers one request; requests are answered one after the other. */
  execute(body: string, flags: number): Promise<Answer> {
    const answer = this.queue.then(() => this.answer(body, flags));
    this.queue = answer.catch(() => undefined);
    return answer;
  }

  onMessages(listener: (messages: readonly Message[]) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private async answer(body: string, flags: number): Promise<Answer> {
    if (this.editMode.isOn) {
      if ((flags & DELAY_FOR_CELL_EDIT) === 0) return { failure: Failure.cellEditMode };
      await this.editMode.over();
    }
    const start = performance.now();
    try {
      return this.answerNow(body);
    } finally {
      this.stats.milliseconds += performance.now() - start;
    }
  }

  private answerNow(body: string): Answer {
    const bytes = byteLength(body, this.limit);
    if (bytes > this.limit) return { failure: Failure.requestTooLarge };
    const request = JSON.parse(body) as WireRequest;
    this.stats.requests++;
    this.stats.actions += request.Actions.length;
    this.stats.bytesIn += bytes;
    const fault = isCleanUp(request) ? null : this.faults.next();
    if (fault && typeof fault.code === 'number') {
      if (fault.when !== 'before') {
        const done = fault.when === 'after' ? request.Actions : request.Actions.slice(0, fault.when);
        this.processor.process({ ...request, Actions: done });
      }
      return { failure: fault.code };
    }
    const response = this.workbook.changes.as('addin', () =>
      this.processor.process(request, fault ? stopOf(fault) : undefined),
    );
    const text = JSON.stringify(response);
    const size = byteLength(text, this.limit);
    this.stats.bytesOut += size;
    return size > this.limit ? { failure: Failure.responseTooLarge } : { body: text };
  }

  private announce(change: Change): void {
    if (!this.workbook.addinEvents) return;
    for (const { type, target, args, remote } of eventsOf(change)) {
      const wanted = type < 10 || this.registered.has(`${type}:${target}`);
      if (!wanted) continue;
      if (!this.pending.length) setTimeout(() => this.flush(), 0);
      this.pending.push({
        messageCategory: MESSAGE_CATEGORY,
        messageType: type,
        targetId: target,
        message: JSON.stringify(args),
        id: '',
        isRemoteOverride: remote,
      });
    }
  }

  private flush(): void {
    const messages = this.pending;
    this.pending = [];
    for (const listener of this.listeners) listener(messages);
  }
}

/** A request that only gives references back, after a run. */
function isCleanUp({ Actions, ObjectPaths }: WireRequest): boolean {
  return Actions.every(
    ({ ActionType, Name, ObjectPathId }) =>
      Name === '_RemoveReference' || (ActionType === 1 && ObjectPaths[ObjectPathId]?.ObjectPathType === 1),
  );
}

/** Bytes in UTF-8, counted only where the length leaves the answer open. */
function byteLength(text: string, limit: number): number {
  if (text.length * 3 <= limit) return text.length;
  return limit === Infinity ? text.length : new TextEncoder().encode(text).length;
}
