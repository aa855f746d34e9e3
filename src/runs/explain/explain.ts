import { lastClose } from '../../book/book';
import type { Day } from '../../book/days';
import { messageOf } from '../../book/log';
import type { Outcome } from '../../book/outcome';
import type { Problem, Refusal } from '../../book/problem';
import type { WorkbookPort } from '../../workbook/port';
import { idKey } from '../../workbook/read/ids';
import type { Environment } from '../environment';
import { load, type Loaded } from '../load';
import { preview } from '../preview';
import { evidenceOf } from './evidence';
import { Trace, type TraceLine } from './trace';
import { explainTransaction } from './words';

/** Why a transaction has the cost that it has, in sentences. */
export interface Explanation {
  readonly ok: true;
  readonly transaction: string;
  readonly sentences: readonly string[];
  /** Where its cost comes from, down to the invoices, and where it went. */
  readonly from: readonly TraceLine[];
  readonly to: readonly TraceLine[];
}

/**
 * Says in words why a transaction has its cost and, where it is open, why (A23): from the results in the workbook, or
 * with a date from what a close up to then would give.
 */
export async function explain(
  port: WorkbookPort,
  id: string,
  upTo: Day | undefined,
  env: Environment,
): Promise<Explanation | Refusal> {
  let loaded: Loaded;
  let outcome: Outcome | undefined;
  if (upTo === undefined) {
    const found = await load(port, env);
    if (!found.ok) return found;
    loaded = found.value;
  } else {
    const found = await preview(port, { upTo }, env);
    if (!found.ok) return found;
    loaded = found.loaded;
    outcome = found.outcome;
  }
  const { read } = loaded;
  const position = read.positions.get(idKey(id.trim()));
  if (position === undefined) return { ok: false, problems: [unknown(id)] };
  const evidence = evidenceOf(read, outcome);
  const last = lastClose(read.book.closings);
  const sentences = explainTransaction(
    read,
    evidence,
    position,
    upTo ?? last?.day,
    openReason(loaded, outcome, position),
  );
  if (upTo === undefined && !last) {
    sentences.push(
      'This workbook was never closed: with a date it is explained from what a close up to then would do.',
    );
  }
  const trace = new Trace(read, evidence);
  const transaction = read.book.transactions.id[position];
  return { ok: true, transaction, sentences, from: trace.down(position), to: trace.up(position) };
}

function unknown(id: string): Problem {
  return {
    code: 'UNKNOWN_ID',
    severity: 'Error',
    cell: '',
    content: id,
    message: `There is no transaction "${id}" in the tables Transactions and ClosingTransfers.`,
    remedy: 'Check the id. Upper and lower case do not count.',
  };
}

/** The entries of the log that say why something is open; others are about a transaction for other reasons. */
const TELLS_WHY_OPEN: ReadonlySet<string> = new Set([
  'NOT_SETTLED',
  'NO_FIN_RECEIPT',
  'MARKED_LATER',
  'CIRCULAR_LIMIT',
]);

/** What the log says of an open transaction: of the previewed run, else the latest entry in force of CloseLog. */
function openReason({ read, tables }: Loaded, outcome: Outcome | undefined, position: number): string {
  if (outcome) {
    const entry = outcome.log.find(({ transaction, code }) => transaction === position && TELLS_WHY_OPEN.has(code));
    return entry ? messageOf(entry.code, entry.words) : '';
  }
  const log = tables.get('CloseLog');
  if (!log) return '';
  const column = (name: string) => log.cells[log.headers.indexOf(name)] ?? [];
  const [ids, states, codes, messages] = ['Transaction', 'Status', 'Code', 'Message'].map(column);
  const key = idKey(read.book.transactions.id[position]);
  for (let row = ids.length - 1; row >= 0; row--) {
    if (!TELLS_WHY_OPEN.has(String(codes[row]))) continue;
    if (states[row] === 'Active' && ids[row] !== null && idKey(String(ids[row])) === key) return String(messages[row]);
  }
  return '';
}
