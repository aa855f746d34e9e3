/** A close or recalculation computed and written again, from locked rows. */
import { RangeOfFigures } from '../../book/decimals';
import type { Outcome } from '../../book/outcome';
import type { Refusal } from '../../book/problem';
import { openPartOf } from '../../settle/aside/open-part';
import { CLOSINGS } from '../../workbook/tables/results';
import type { RunIds } from '../../workbook/write/outcome-rows';
import { itemsOf } from '../chosen-items';
import type { Environment } from '../environment';
import { load, type Loaded } from '../load';
import { about } from '../obstacles';
import { settleHere } from '../preview';
import { requestOf } from '../request';
import { writeResults } from '../write-results';
import { asLocked } from './as-locked';
import { inputThen, type RowOrder } from './input-then';
import type { LocksThen } from './locks-then';
import type { ReplayState } from './replay-state';
import type { RunFacts } from './run-facts';
import type { Today } from './today';

export interface Computed extends Loaded {
  readonly outcome: Outcome;
}

/** Computes a run from its locked input. Sets the input of the workbook; writes nothing. */
export async function compute(
  state: ReplayState,
  facts: RunFacts,
  locks: LocksThen,
  today: Today,
  env: Environment,
  rows: RowOrder = 'today',
): Promise<Computed | Refusal> {
  const { port } = state;
  port.input = inputThen(locks, state.bystanders(locks), today, rows);
  const loaded = await load(port, env);
  if (!loaded.ok) return loaded;
  const read = asLocked(loaded.value.read, locks);
  const { book } = read;
  const type = facts.type === 'Recalculation' ? 'Recalculation' : 'Close';
  const { items } = type === 'Recalculation' ? itemsOf(book, facts) : { items: undefined };
  const { day: upTo, specification, maximumThroughputs, minimum } = facts;
  const options = {
    ...{ upTo, specification, maximumThroughputs },
    ...(minimum === undefined ? {} : { minimumThroughputAdjustment: minimum }),
  };
  try {
    const request = requestOf(type, options, book.parameters, items);
    const part = openPartOf(book);
    const outcome = part.inWhole(await settleHere(part.book, request, env.progress));
    return { read, tables: loaded.value.tables, outcome };
  } catch (error) {
    if (!(error instanceof RangeOfFigures)) throw error;
    return { ok: false, problems: [about('OUT_OF_RANGE', { what: error.what })] };
  }
}

/** The numbers that the workbook gave the run. */
export function idsOf({ port }: ReplayState, { id }: RunFacts): RunIds {
  const digits = /\d+$/.exec(id)?.[0] ?? '';
  return { closing: id, voucher: `V-${digits}`, closingRow: port.table(CLOSINGS).rows + 1 };
}

/** Writes a computed run into the workbook in memory. */
export async function write(state: ReplayState, facts: RunFacts, computed: Computed, env: Environment): Promise<void> {
  const run = { started: 0, version: facts.version, note: '' };
  await writeResults(state.port, computed, computed.outcome, idsOf(state, facts), run, env);
}
