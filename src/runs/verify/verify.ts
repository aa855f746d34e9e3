import type { Problem, Refusal } from '../../book/problem';
import type { WorkbookPort } from '../../workbook/port';
import { findLockedChanges } from '../../workbook/read/locked-changes';
import { ProblemList } from '../../workbook/read/problem-list';
import { checkResultTables } from '../../workbook/read/results/result-table';
import { TABLES_TO_READ } from '../../workbook/read/book';
import { headerKey } from '../../workbook/headers';
import { parseItemDimensions } from '../../workbook/locked';
import { CLOSINGS, LOCKED_ROWS, RESULT_TABLES } from '../../workbook/tables/results';
import type { ResultTable } from '../../workbook/tables/spec';
import type { Environment } from '../environment';
import { load } from '../load';
import { type Tables, tracesOf, unfinishedIn, unmarked } from '../unfinished';
import { Replay } from './replay';
import type { Difference, Verification, VerifiedRun } from './result';
import { type RunFacts, runsOf, RUN_TABLES } from './run-facts';
import { StoredTable } from './rows';
import { Today } from './today';

/**
 * Verifies a workbook: every run is written again from the input as it was locked, oldest first, and every row, total and
 * fingerprint is compared with what stands there. Each run builds on what the one before it must have written, so that a
 * cell which was changed is named by itself and not with all that follows. Reads only.
 */
export async function verify(port: WorkbookPort, env: Environment): Promise<Verification | Refusal> {
  const facts = await port.facts();
  const damaged = new ProblemList();
  checkResultTables(facts.tables, damaged);
  if (damaged.hasErrors) return { ok: false, problems: damaged.list() };
  const names = new Set([...TABLES_TO_READ, ...RESULT_TABLES.map(({ name }) => name)]);
  const tables = withoutMarks(await port.read([...names], env.progress));

  const find = (spec: ResultTable) =>
    [...tables.values()].find(({ name }) => name.toLowerCase() === spec.name.toLowerCase());
  const locked = new StoredTable(LOCKED_ROWS, find(LOCKED_ROWS), [], facts.date1904);
  const today = new Today(facts, tables, locked);
  const dimensions = dimensionsOf(today, find(LOCKED_ROWS)?.cells.flat() ?? []);
  const stored = new Map(
    [CLOSINGS, ...RUN_TABLES].map(
      (spec) => [spec, new StoredTable(spec, find(spec), dimensions, facts.date1904)] as const,
    ),
  );
  const storedOf = (spec: ResultTable): StoredTable => stored.get(spec)!;
  const runTables = RUN_TABLES.map(storedOf);
  const runs = runsOf(storedOf(CLOSINGS), runTables);

  // Each run has phases of its own: how far all of them are is told here.
  const replay = new Replay(storedOf, today, runs, dimensions, { ...env, progress: () => env.turn?.() });
  const verified: VerifiedRun[] = [];
  const differences: Difference[] = lostRuns(runs, runTables);
  const problems: Problem[] = [];
  for (const [at, run] of runs.entries()) {
    await env.progress?.('Verifying', at, runs.length);
    const found = await replay.run(run);
    differences.push(...found.differences);
    problems.push(...found.problems);
    verified.push({ closing: run.id, type: run.type, day: run.day, manner: found.manner, differences: 0 });
  }
  differences.push(...replay.atTheEnd());
  problems.push(...(await inputChanges(replay, today, env)));
  return {
    ok: true,
    verified: differences.length === 0 && problems.length === 0,
    runs: verified.map((run) => ({
      ...run,
      differences: differences.filter(({ closing }) => closing === run.closing).length,
    })),
    differences,
    problems,
  };
}

/** What a run that never ended has marked of others is no change of theirs: nobody did it, and a rollback undoes it. */
function withoutMarks(tables: Tables): Tables {
  const unfinished = unfinishedIn(tables);
  return unfinished.length === 0 ? tables : unmarked(tables, tracesOf(tables, unfinished));
}

/** The input of today against what the closes must have locked: what was added, changed or deleted since (A16). */
async function inputChanges({ state: { port } }: Replay, today: Today, env: Environment): Promise<readonly Problem[]> {
  port.input = today.tables;
  const loaded = await load(port, env);
  return loaded.ok ? findLockedChanges(loaded.value.read) : loaded.problems;
}

/** Runs whose row in Closings is gone: their rows name them. */
function lostRuns(runs: readonly RunFacts[], tables: readonly StoredTable[]): Difference[] {
  return runs
    .filter(({ row }) => row < 0)
    .map(({ id }) => {
      const table = tables.find((one) => one.rowsOf(id).length > 0)!;
      const cell = table.address(table.rowsOf(id)[0], 'Closing');
      const expected = `the run ${id || '(blank)'}, which rows of ${table.spec.name} name`;
      return { kind: 'missing', closing: id, table: CLOSINGS.name, row: id, column: '', cell, expected, found: '' };
    });
}

/** The dimensions of today, and those that locked items had. */
function dimensionsOf(today: Today, cells: readonly unknown[]): string[] {
  const names = [...today.dimensions];
  for (const cell of cells) {
    if (typeof cell !== 'string' || !cell.includes('"Dimensions":[')) continue;
    for (const name of parseItemDimensions(cell) ?? []) {
      if (!names.some((one) => headerKey(one) === headerKey(name))) names.push(name);
    }
  }
  return names;
}
