/** What people do to the cells between two runs: what they may, and what they must not. */
import { lastClose } from '../../../src/book/book';
import { cellAddress, type CellValue } from '../../../src/workbook/cells';
import { close } from '../../../src/runs/close';
import { resume } from '../../../src/runs/resume';
import { verify } from '../../../src/runs/verify';
import { RESULT_TABLES } from '../../../src/workbook/tables/results';
import type { MemoryTable } from '../../support/memory-port';
import { START } from '../../support/random-rows';
import { ENV } from '../../support/workbooks';
import { loadedFrom, runsIn } from './state';
import type { World } from './world';

export const EDITS = ['add', 'invoice', 'correct', 'remove', 'sort', 'sort results', 'setting', 'forbidden'] as const;
export type EditKind = (typeof EDITS)[number];

interface Chance {
  readonly pick: number;
  readonly days: number;
  readonly figure: number;
}

/** Changes the input as a person might. While a run is unfinished, resume must name the change; it is undone then. */
export async function edit(world: World, kind: EditKind, chance: Chance): Promise<void> {
  if (world.unfinished) return meanwhile(world, chance);
  const table = world.port.table('Transactions')!;
  const last = lastClose((await loadedFrom(world.port)).read.book.closings)?.day ?? START - 1;
  if (kind === 'forbidden') return forbidden(world, table, chance);
  if (kind === 'sort' || kind === 'sort results') {
    const name = kind === 'sort' ? 'Transactions' : RESULT_TABLES[chance.pick % RESULT_TABLES.length].name;
    const sorted = world.port.table(name);
    if (!sorted) return;
    sorted.rows = turned(sorted.rows, chance.days);
    if (kind === 'sort') world.inputs += 1;
    world.told.push(`sorted ${name}`);
    return;
  }
  if (kind === 'setting' && chance.days % 2 === 1) {
    const groups = world.port.table('ItemModelGroups')!;
    const row = groups.rows[chance.pick % groups.rows.length];
    set(groups, row, 'Include physical value', chance.figure % 2 === 0 ? 'Yes' : 'No');
  } else if (kind === 'setting') {
    const parameters = world.port.table('Parameters')!;
    const row = parameters.rows.find(([name]) => name === 'Uncovered quantity')!;
    row[1] = chance.pick % 2 === 0 ? 'Keep estimate' : 'Cost of covered part';
  } else if (kind === 'add') {
    table.rows.push(added(table, last + 1 + chance.days, chance, world.inputs));
  } else {
    const open = unlocked(world, table, kind === 'invoice');
    if (open.length === 0) return;
    const row = open[chance.pick % open.length];
    if (kind === 'remove') {
      if (isNamed(world, String(row[0]))) return;
      table.rows = table.rows.filter((one) => one !== row);
    } else if (kind === 'correct') {
      set(table, row, 'Financial date', null);
      set(table, row, 'Physical date', last + 1 + chance.days);
      // One in four has no cost until its invoice comes.
      set(table, row, 'Physical cost', chance.pick % 4 === 0 ? null : signOf(table, row) * (chance.figure / 10));
    } else {
      set(table, row, 'Financial date', last + 1 + chance.days);
      set(table, row, 'Financial cost', signOf(table, row) * (chance.figure / 10));
    }
  }
  world.inputs += 1;
  world.told.push(`${kind} ${JSON.stringify(chance)}`);
}

/** A row of a later day: a purchase or a sale of something that is there. */
function added(table: MemoryTable, day: number, { pick, figure }: Chance, number: number): CellValue[] {
  const like = table.rows[pick % table.rows.length];
  const sign = pick % 2 === 0 ? 1 : -1;
  const row: CellValue[] = table.headers.map(() => null);
  for (const name of ['Item', 'Site', 'Batch']) set(table, row, name, like[at(table, name)]);
  set(table, row, 'Transaction', `N${number}`);
  set(table, row, 'Quantity', sign * (1 + (figure % 7)));
  const isSlip = pick % 5 === 0;
  set(table, row, isSlip ? 'Physical date' : 'Financial date', day);
  set(table, row, isSlip ? 'Physical cost' : 'Financial cost', (sign * figure) / 10);
  set(table, row, 'Type', sign > 0 ? 'Purchase' : 'Sale');
  return row;
}

/** Rows that nothing has locked; with `slips` also those that are locked without an invoice. */
function unlocked(world: World, table: MemoryTable, slips: boolean): CellValue[][] {
  const locked = lockedIds(world);
  const later = world.port
    .records('LockedRows')
    .filter((row) => row['Kind'] === 'Later')
    .map((row) => String(row['Key']));
  return table.rows.filter((row) => {
    const id = String(row[0]);
    if (!locked.has(id)) return !slips || row[at(table, 'Physical date')] !== null;
    return slips && row[at(table, 'Financial date')] === null && !later.includes(id);
  });
}

function lockedIds(world: World): Set<string> {
  const rows = world.port.records('LockedRows');
  return new Set(
    rows.filter((row) => row['Status'] === 'Active' && row['Kind'] === 'Transaction').map((row) => String(row['Key'])),
  );
}

/** Whether another row or a result in force names a row: it can not go then. */
function isNamed(world: World, id: string): boolean {
  const input = world.port.records('Transactions').some((row) => row['Marked to'] === id || row['Cost source'] === id);
  const results = ['Settlements', 'Adjustments', 'CloseLog'].some((name) =>
    world.port
      .records(name)
      .some((row) => [row['Transaction'], row['Issue'], row['Receipt'], row['Source']].includes(id)),
  );
  return input || results;
}

/** A change of what is closed: a close refuses it with its cell, and so does verification; then it is undone. */
async function forbidden(world: World, table: MemoryTable, { pick, figure }: Chance): Promise<void> {
  const locked = lockedIds(world);
  const rows = table.rows.filter((row) => locked.has(String(row[0])));
  if (rows.length === 0) return;
  const row = rows[pick % rows.length];
  // A greater receipt may exceed the issue that it comes from: that is told as an error of the input, of another cell.
  const quantity = row[at(table, 'Cost source')] === null ? ['Quantity'] : [];
  const names = [...quantity, 'Financial cost', 'Physical cost'].filter((name) => row[at(table, name)] !== null);
  const column = at(table, names[figure % names.length]);
  const was = row[column];
  row[column] = Number(was) + Math.sign(Number(was) || 1);
  const cell = cellAddress('Transactions', 4 + table.rows.indexOf(row), column + 1);
  const closed = await close(world.port.copy(), { upTo: 60_000 }, ENV);
  expect({ cell, refused: closed.ok ? [] : closed.problems.map((one) => `${one.code} ${one.cell}`) }).toEqual({
    cell,
    refused: expect.arrayContaining([expect.stringMatching(new RegExp(`${cell}$`))]),
  });
  const found = await verify(world.port.copy(), ENV);
  const told = found.ok ? found.problems : found.problems;
  expect(told.map((one) => one.cell)).toContain(cell);
  row[column] = was;
  world.told.push(`changed ${cell}, and undid it`);
}

/** A change of the input of a run that is unfinished. */
async function meanwhile(world: World, { pick }: Chance): Promise<void> {
  const table = world.port.table('Transactions')!;
  const row = table.rows[pick % table.rows.length];
  const column = at(table, 'Quantity');
  const was = row[column];
  row[column] = Number(was) * 2;
  const before = world.port.contents();
  const found = await resume(world.port, {}, ENV);
  if (!world.unfinished?.run.isByHand) {
    const cell = cellAddress('Transactions', 4 + table.rows.indexOf(row), column + 1);
    const isPaused = runsIn(world.port).at(-1)?.['Status'] === 'Paused';
    expect(found).toMatchObject({ ok: false, problems: [{ code: 'INPUT_CHANGED', ...(isPaused ? { cell } : {}) }] });
    world.told.push(`changed ${cell} while a run was unfinished, and undid it`);
  }
  expect(world.port.contents()).toEqual(before);
  row[column] = was;
}

/** The rows in another order, the same for the same number. */
function turned(rows: readonly CellValue[][], number: number): CellValue[][] {
  const at = number % Math.max(1, rows.length);
  const other = [...rows.slice(at), ...rows.slice(0, at)];
  return number % 2 === 0 ? other : other.reverse();
}

const at = (table: MemoryTable, name: string): number => table.headers.indexOf(name);
const signOf = (table: MemoryTable, row: readonly CellValue[]): number => Math.sign(Number(row[at(table, 'Quantity')]));
function set(table: MemoryTable, row: CellValue[], name: string, value: CellValue): void {
  row[at(table, name)] = value;
}
