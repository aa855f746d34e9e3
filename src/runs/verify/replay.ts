/** Runs of a workbook written again, one after the other, from what was locked; each compared with what the workbook has. */
import type { Day } from '../../book/days';
import type { Problem } from '../../book/problem';
import { idKey } from '../../workbook/read/ids';
import { CLOSE_LOG, CLOSING_TRANSFERS, CLOSINGS, LOCKED_ROWS } from '../../workbook/tables/results';
import type { ResultTable } from '../../workbook/tables/spec';
import { fingerprint } from '../../workbook/write/fingerprints';
import { lockedRows } from '../../workbook/write/locked-rows';
import type { Environment } from '../environment';
import { reverse } from '../reverse';
import { asLockedThen, checkArchive } from './archive-then';
import { asReversal, compareClosing, FIGURES, onDay } from './closing-cells';
import { changed, checkRun, checkTakenBack, checkValueAfter } from './checks';
import { LEVELS, TableComparison } from './compare-run';
import { inputThen } from './input-then';
import { compute, idsOf, write } from './compute';
import { type LockRecord, LocksThen, recordsIn } from './locks-then';
import { inputsOfRecalculation } from './recalculation-then';
import { fingerprintOf, type InputFacts, proveLocks } from './prove-locks';
import { ReplayState, type Starts } from './replay-state';
import type { Difference, Manner } from './result';
import { type RunFacts, RUN_TABLES } from './run-facts';
import type { StoredTable } from './rows';
import type { Today } from './today';

/** What came of one run. */
export interface Replayed {
  readonly manner: Manner;
  readonly differences: readonly Difference[];
  readonly problems: readonly Problem[];
}

export class Replay {
  readonly state: ReplayState;
  private readonly comparisons: TableComparison[] = [];
  /** Entries that nothing but the fingerprint of their run vouches for, where that does not hold. */
  private suspects: readonly Difference[] = [];
  private readonly closingRows: { readonly facts: RunFacts; readonly row: number }[] = [];

  constructor(
    private readonly stored: (table: ResultTable) => StoredTable,
    private readonly today: Today,
    /** All runs, oldest first. */
    private readonly runs: readonly RunFacts[],
    dimensions: readonly string[],
    private readonly env: Environment,
  ) {
    this.state = new ReplayState(stored, dimensions);
  }

  /** Writes a run again and compares it. Runs come oldest first. */
  async run(facts: RunFacts): Promise<Replayed> {
    if (facts.unfinished || facts.takenBack) {
      this.takeOver(facts, facts.status);
      if (facts.unfinished) return { manner: 'unfinished', differences: [], problems: [] };
      const tables = RUN_TABLES.map((table) => this.stored(table));
      return { manner: 'taken back', differences: checkTakenBack(facts, tables), problems: [] };
    }
    if (facts.type === 'Close') return this.close(facts);
    if (facts.type === 'Reversal') return this.reversal(facts);
    if (facts.type === 'Recalculation') return this.recalculation(facts);
    return facts.type === 'Archive' ? this.archive(facts) : this.checked(facts);
  }

  /** At the end: the statuses of all rows, what is in force and what was taken back. */
  atTheEnd(): Difference[] {
    const closings = this.stored(CLOSINGS);
    const expected = this.state.port.table(CLOSINGS);
    const ofRuns = this.closingRows.flatMap(({ facts, row }) => {
      const must = String(expected.columns['Status'][row]);
      return facts.row < 0 || must === facts.status ? [] : [changed(facts, closings, facts.row, 'Status', must)];
    });
    return [...this.suspects, ...ofRuns, ...this.comparisons.flatMap((one) => one.statuses())];
  }

  private async close(told: RunFacts): Promise<Replayed> {
    const { today } = this;
    const { port } = this.state;
    const locked = this.stored(LOCKED_ROWS);
    const records = recordsIn(locked, locked.rowsOf(told.id));
    const inputOn = (day: Day): InputFacts => ({
      closing: told.id,
      type: told.type,
      day,
      before: this.state.lastClose()?.inputFingerprint ?? '',
      input: told.inputFingerprint,
    });
    // Where as many rows say one date as another, the fingerprint knows.
    const fits = (day: Day): boolean => fingerprintOf(inputOn(day), records) === told.inputFingerprint;
    const facts = onDay(told, told.days.length > 1 ? (told.days.find(fits) ?? told.day) : told.day);
    const input = inputOn(facts.day);
    const proof = proveLocks(input, records, port.table(LOCKED_ROWS), today);
    const locks = LocksThen.ofClose(port.table(LOCKED_ROWS), proof.records);
    const computed = await compute(this.state, facts, locks, today, this.env);
    if ('problems' in computed) return this.notComputed(facts, computed.problems);
    const starts = this.state.starts();
    await write(this.state, facts, computed, this.env);
    const differences = this.compare(facts, starts, FIGURES);
    if (proof.proven) this.state.setClosing('Input fingerprint', facts.inputFingerprint);
    else if (facts.row < 0) this.state.setClosing('Input fingerprint', fingerprintOf(input, proof.records));
    else {
      const expected = fingerprintOf(input, proof.records);
      differences.push(changed(facts, this.stored(CLOSINGS), facts.row, 'Input fingerprint', expected));
      this.state.setClosing('Input fingerprint', expected);
    }
    return { manner: 'computed', differences, problems: [] };
  }

  /** Nothing locks the input of a recalculation: it is computed again where the rows of today, or of the next close, fit. */
  private async recalculation(told: RunFacts): Promise<Replayed> {
    const { port } = this.state;
    const before = this.state.lastClose()?.inputFingerprint ?? '';
    const guesses = [...inputsOfRecalculation(port.table(LOCKED_ROWS), this.recordsOfNextClose(told), this.today)];
    for (const facts of told.days.map((day) => onDay(told, day))) {
      for (const { locks, rows } of guesses) {
        const computed = await compute(this.state, facts, locks, this.today, this.env, rows);
        if ('problems' in computed) continue;
        const input = lockedRows(computed.read, computed.outcome, idsOf(this.state, facts));
        if (fingerprint(before, facts, [input]) !== facts.inputFingerprint) continue;
        const starts = this.state.starts();
        await write(this.state, facts, computed, this.env);
        return { manner: 'computed', differences: this.compare(facts, starts, FIGURES), problems: [] };
      }
    }
    return this.checked(told);
  }

  /** What the first close after a run kept of its input. */
  private recordsOfNextClose({ id }: RunFacts): readonly LockRecord[] {
    const at = this.runs.findIndex((run) => run.id === id);
    const next = this.runs.slice(at + 1).find(({ type }) => type === 'Close');
    const locked = this.stored(LOCKED_ROWS);
    return next ? recordsIn(locked, locked.rowsOf(next.id)) : [];
  }

  private async reversal(told: RunFacts): Promise<Replayed> {
    const { port } = this.state;
    const facts = asReversal(told, this.state.newestInForce());
    const locks = LocksThen.inForce(port.table(LOCKED_ROWS), this.state.lastClose()?.id ?? '');
    port.input = inputThen(locks, this.state.bystanders(locks), this.today);
    const starts = this.state.starts();
    const options = { closing: facts.reverses, withLater: false, note: '', dryRun: false };
    const found = await reverse(port, options, this.env);
    if (!found.ok) return this.notComputed(facts, found.problems);
    this.state.rename(starts, found.runs[0].by, facts.id);
    // What rows are worth that no close has locked is not known any more.
    const ofClose =
      this.closingRows.find((one) => idKey(one.facts.id) === idKey(facts.reverses))?.facts.type === 'Close';
    const differences = this.compare(
      facts,
      starts,
      ofClose ? FIGURES.slice(1) : ['Settlements', 'Adjustments', 'Adjustment'],
    );
    if (!ofClose) differences.push(...checkValueAfter(facts, this.stored));
    else {
      const expected = String(port.table(CLOSINGS).columns['Input fingerprint'].at(-1) ?? '');
      if (expected !== facts.inputFingerprint) {
        differences.push(changed(facts, this.stored(CLOSINGS), facts.row, 'Input fingerprint', expected));
      }
    }
    return { manner: 'computed', differences, problems: [] };
  }

  /** Runs that rest on what was not locked, or on what was entered by hand. */
  private checked(facts: RunFacts): Replayed {
    const starts = this.takeOver(facts, 'Completed');
    const differences = this.compare(facts, starts, []);
    if (facts.row >= 0) differences.push(...checkRun(facts, this.stored));
    return { manner: 'checked', differences, problems: [] };
  }

  /** An archive keeps rows as they were locked: what it must have kept follows from the locks in force. */
  private archive(facts: RunFacts): Replayed {
    const locks = LocksThen.inForce(this.state.port.table(LOCKED_ROWS));
    const before = this.state.lastClose();
    const starts = this.takeOver(facts, 'Completed');
    const lost = asLockedThen(this.state.port.table(LOCKED_ROWS), starts.get(LOCKED_ROWS) ?? 0, locks);
    const differences = this.compare(facts, starts, []);
    differences.push(...checkArchive(facts, this.stored, lost, before?.inputFingerprint ?? ''));
    return { manner: 'checked', differences, problems: [] };
  }

  private notComputed(facts: RunFacts, problems: readonly Problem[]): Replayed {
    const { differences } = this.checked(facts);
    return { manner: 'checked', differences, problems };
  }

  private takeOver(facts: RunFacts, status: string): Starts {
    const starts = this.state.takeOver(facts, status);
    this.closingRows.push({ facts, row: this.state.port.table(CLOSINGS).rows - 1 });
    return starts;
  }

  /** Compares the rows that were written since `starts`; they take the ids that the workbook gave them. */
  private compare(facts: RunFacts, starts: Starts, figures: readonly string[]): Difference[] {
    const isFinancial = this.state.financialDimensions();
    const compared = new Map<ResultTable, TableComparison>();
    // Legs first: other rows name them.
    for (const spec of [CLOSING_TRANSFERS, ...RUN_TABLES.filter((table) => table !== CLOSING_TRANSFERS)]) {
      const table = this.state.port.table(spec);
      const stored = this.stored(spec);
      const start = starts.get(spec) ?? 0;
      const rows = Array.from({ length: table.rows - start }, (_, at) => start + at);
      const one = new TableComparison(
        facts.id,
        { table, rows },
        { table: stored, rows: stored.rowsOf(facts.id) },
        isFinancial,
      );
      const renamed = one.takeIds(table);
      if (spec === CLOSING_TRANSFERS && renamed.size > 0) this.state.renameLegs(starts, renamed);
      compared.set(spec, one);
    }
    const comparisons = RUN_TABLES.map((table) => compared.get(table)!);
    this.comparisons.push(...comparisons);
    if (this.closingRows.at(-1)?.facts !== facts) {
      this.closingRows.push({ facts, row: this.state.port.table(CLOSINGS).rows - 1 });
    }
    const before = this.state.lastCloseBefore(facts)?.resultFingerprint ?? '';
    const fingerprints = LEVELS.map((level) =>
      fingerprint(
        before,
        facts,
        comparisons.map((one) => one.rowsAt(level)),
      ),
    );
    const at = fingerprints.indexOf(facts.resultFingerprint);
    this.state.setClosing('Result fingerprint', at < 0 ? fingerprints[1] : facts.resultFingerprint);
    if (facts.row < 0) return comparisons.flatMap((one) => one.differences('figures'));
    const level = at < 0 ? 'words' : at === 0 ? 'figures' : LEVELS[at];
    const differences = comparisons.flatMap((one) => one.differences(level));
    const closings = this.stored(CLOSINGS);
    // A fingerprint that agrees rests on the one before: what was expected there is proven, and its cell alone was changed.
    if (at >= 0) this.suspects = [];
    else {
      if (differences.length === 0) this.suspects = comparisons.flatMap((one) => one.looseRows());
      differences.push(changed(facts, closings, facts.row, 'Result fingerprint', fingerprints[1]));
    }
    const entries = comparisons.find(({ spec }) => spec === CLOSE_LOG)!.rowsAt('figures').count;
    differences.push(...compareClosing(facts, closings, this.state.port.table(CLOSINGS), figures, entries));
    return differences;
  }
}
