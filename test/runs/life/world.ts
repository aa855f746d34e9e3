/** A workbook with the model that it is held against: what is in force, and how the workbook was before each run. */
import type { Refusal } from '../../../src/book/problem';
import { rollback } from '../../../src/runs/rollback';
import { resume } from '../../../src/runs/resume';
import { type MemoryPort, PowerCut } from '../../support/memory-port';
import { ENV } from '../../support/workbooks';
import { disagreements, lostBetween, unverified } from './always';
import { type Balances, less, postingsOf, runsIn, type State, stateOf, sumOf } from './state';

/** A run in force, and the workbook before it. */
export interface Standing {
  readonly closing: string;
  readonly type: string;
  readonly before: State;
  /** Balances of the accounts after it. */
  readonly after: Balances;
  /** How often the input had been changed by then. */
  readonly inputs: number;
  /** The same close once more. */
  readonly again?: Run;
}

export type Answer = { readonly ok: true; readonly paused?: boolean } | Refusal;

/** Something that is done to a workbook. */
export interface Run {
  readonly name: string;
  readonly to: (port: MemoryPort, env?: Parameters<typeof resume>[2]) => Promise<Answer>;
  /** Why it may be refused. */
  readonly refusals: readonly string[];
  /** Only rolled back when it was broken off. */
  readonly isByHand?: boolean;
  /** A recalculation. */
  readonly isProvisional?: boolean;
  /** Of a reversal: the oldest run that it takes back, by its place among those in force. */
  readonly reverses?: number;
}

/** A run that began and has not ended. */
interface Unfinished {
  readonly run: Run;
  readonly before: State;
  /** The workbook as it would be had the run never stopped. */
  readonly straight: MemoryPort;
}

export class World {
  readonly standing: Standing[] = [];
  unfinished: Unfinished | undefined;
  /** How often the input was changed. */
  inputs = 0;
  private known: MemoryPort;
  /** What was done, for the report of a failure, and to see that all of it is. */
  readonly told: string[] = [];

  constructor(public port: MemoryPort) {
    this.known = port.copy();
  }

  /** Carries a run out to its end. Refused, it must have changed nothing. */
  async carryOut(run: Run): Promise<Answer> {
    const before = await stateOf(this.port);
    const untouched = this.port.contents();
    const answer = await run.to(this.port);
    this.told.push(`${run.name}: ${answer.ok ? 'done' : answer.problems.map(({ code }) => code).join(', ')}`);
    // What an earlier run had kept of its input, and left when the power went, is cleared by the next one.
    if (answer.ok) expect(this.port.records('RunInput')).toEqual([]);
    if (answer.ok) return this.began(run, before).then(() => answer);
    const codes = answer.problems.map(({ code }) => code);
    if (this.unfinished) expect(codes).toContain(this.unfinished.run.isByHand ? 'UNFINISHED_BY_HAND' : 'OTHER_RUN');
    else expect([run.name, ...codes.filter((code) => !run.refusals.includes(code))]).toEqual([run.name]);
    expect(this.port.contents()).toEqual(untouched);
    return answer;
  }

  /** Carries a run out until it is paused, or the power goes. */
  async breakOff(run: Run, how: { readonly pauseAt: number } | { readonly pieces: number }): Promise<void> {
    if (this.unfinished) return;
    const before = await stateOf(this.port);
    const straight = this.port.copy();
    if (!(await run.to(straight)).ok) return;
    if ('pauseAt' in how) await run.to(this.port, { ...ENV, pause: ({ step }) => step >= how.pauseAt });
    else await this.untilThePowerGoes(how.pieces, () => run.to(this.port));
    const last = runsIn(this.port).at(-1);
    const isOpen = last?.['Status'] === 'Running' || last?.['Status'] === 'Paused';
    this.told.push(`${run.name}: ${isOpen ? String(last['Status']) : 'not begun, or done'} (${JSON.stringify(how)})`);
    if (isOpen) this.unfinished = { run, before, straight };
    else await this.began(run, before);
  }

  /** Resumes what is unfinished; the power may go meanwhile, once. It ends as if it had never stopped. */
  async resume(pieces: number): Promise<void> {
    if (!this.unfinished) return;
    const { run, before, straight } = this.unfinished;
    const go = async () => {
      const done = await resume(this.port, {}, ENV);
      expect(done.ok ? [] : done.problems).toEqual([]);
    };
    if (run.isByHand) {
      expect(await resume(this.port, {}, ENV)).toMatchObject({ ok: false, problems: [{ code: 'NOT_RESUMABLE' }] });
      return;
    }
    const throughout = await this.untilThePowerGoes(pieces, go);
    if (!throughout) this.told.push(`resumed ${run.name} until the power went`);
    // Its last piece may have been written, and what it had kept of its input be left to the next one.
    if (!throughout && this.isUnfinished()) await go();
    else if (throughout) expect(this.port.records('RunInput')).toEqual([]);
    this.told.push(`resumed ${run.name}`);
    this.unfinished = undefined;
    expect(withoutMoments(this.port)).toEqual(withoutMoments(straight));
    await this.began(run, before);
  }

  /** Takes back what is unfinished; the power may go meanwhile, once. */
  async rollback(pieces: number): Promise<void> {
    if (!this.unfinished) return;
    const { run, before } = this.unfinished;
    const go = async () => expect(await rollback(this.port, ENV)).toMatchObject({ ok: true });
    if (!(await this.untilThePowerGoes(pieces, go))) this.told.push(`took ${run.name} back until the power went`);
    await go();
    this.told.push(`took ${run.name} back`);
    this.unfinished = undefined;
    expect(await stateOf(this.port)).toEqual(before);
  }

  /** A workbook after a reversal is as it was before the run, less the provisional adjustments that were replaced since (A19). */
  async expectAsBefore({ before }: Standing): Promise<void> {
    const now = await stateOf(this.port);
    const replaced = [...before.provisional].filter(([id]) => !now.provisional.has(id)).map(([, row]) => row);
    expect({ balances: now.balances, locks: now.locks, lastClose: now.lastClose }).toEqual({
      balances: less(before.balances, postingsOf(replaced)),
      locks: before.locks,
      lastClose: before.lastClose,
    });
    const changed = [...before.transactions].filter(
      ([id, figures]) => (now.transactions.get(id) ?? figures) !== figures,
    );
    expect(changed.map(([id, was]) => `${id}: ${was} became ${now.transactions.get(id)}`)).toEqual([]);
  }

  /** What must hold after every step. */
  async check(): Promise<void> {
    if (JSON.stringify(this.known.contents()) === JSON.stringify(this.port.contents())) return;
    expect(lostBetween(this.known, this.port)).toEqual([]);
    this.known = this.port.copy();
    if (!this.unfinished) expect(disagreements(this.port)).toEqual([]);
    expect(await unverified(this.port)).toEqual([]);
  }

  /** What a run has left behind. */
  private async began(run: Run, before: State): Promise<void> {
    if (run.reverses !== undefined) return this.reversed(run.reverses);
    const last = runsIn(this.port).at(-1);
    const closing = String(last?.['Closing']);
    if (last?.['Status'] !== 'Completed' || this.standing.some((one) => one.closing === closing)) return;
    const after = sumOf(this.port.records('Ledger'));
    const again = last['Type'] === 'Close' ? { again: run } : {};
    this.standing.push({ closing, type: String(last['Type']), before, after, inputs: this.inputs, ...again });
  }

  /** After a reversal: the state of before; and where the input is the same, the same close once more. */
  private async reversed(index: number): Promise<void> {
    const [oldest] = this.standing.splice(index);
    if (!oldest) return;
    await this.expectAsBefore(oldest);
    if (!oldest.again || oldest.inputs !== this.inputs) return;
    const copy = this.port.copy();
    expect(await oldest.again.to(copy)).toMatchObject({ ok: true });
    expect(settlementsOf(copy, runsIn(copy).at(-1)?.['Closing'])).toEqual(settlementsOf(copy, oldest.closing));
    expect(sumOf(copy.records('Ledger'))).toEqual(oldest.after);
  }

  private isUnfinished(): boolean {
    return this.port.records('Closings').some(({ Status }) => Status === 'Running' || Status === 'Paused');
  }

  /** Whether it came to its end. */
  private async untilThePowerGoes(pieces: number, work: () => Promise<unknown>): Promise<boolean> {
    this.port.piecesLeft = pieces;
    try {
      await work();
      return true;
    } catch (error) {
      if (!(error instanceof PowerCut)) throw error;
      return false;
    } finally {
      this.port.piecesLeft = Infinity;
    }
  }
}

/** All that does not depend on when it was done, and how often it was paused. */
function withoutMoments(port: MemoryPort): unknown {
  const names = port.names().filter((name) => name !== 'RunInput');
  const rows = (name: string) => port.records(name).map((row) => ({ ...row, Started: null, Finished: null }));
  return Object.fromEntries(names.map((name) => [name, rows(name)]));
}

/** What a run settled, in its order and without its number. */
function settlementsOf(port: MemoryPort, closing: unknown): string[] {
  return port
    .records('Settlements')
    .filter((row) => row['Closing'] === closing && row['Status'] !== 'Reversal')
    .map((row) =>
      ['Issue', 'Receipt', 'Quantity', 'Amount', 'Adjustment', 'Principle']
        .map((name) => String(row[name]).replaceAll(String(closing), 'IC'))
        .join(' '),
    );
}
