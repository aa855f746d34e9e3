import { lastClose } from '../../book/book';
import type { Day } from '../../book/days';
import { messageOf } from '../../book/log';
import type { Outcome } from '../../book/outcome';
import type { Refusal } from '../../book/problem';
import type { WorkbookPort } from '../../workbook/port';
import { idKey } from '../../workbook/read/ids';
import type { Environment } from '../environment';
import type { Loaded } from '../load';
import { type Branch, branchesOf, type Extent } from './branches';
import { type Explorer, openExplorer, unknownId } from './explorer';
import { explainTransaction } from './words';

/** Why a transaction has the cost that it has, in sentences. */
export interface Explanation {
  readonly ok: true;
  readonly transaction: string;
  readonly sentences: readonly string[];
}

/** An explanation with the trees of where its cost comes from and where it went, as far as they were asked for. */
export interface ExplainedTransaction extends Explanation {
  readonly from: Branch;
  readonly to: Branch;
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
  extent: Extent = { depth: 1, most: 1 },
): Promise<ExplainedTransaction | Refusal> {
  const opened = await openExplorer(port, upTo, env);
  if (!opened.ok) return opened;
  const { explorer } = opened;
  const position = explorer.find(id);
  if (position === undefined) return { ok: false, problems: [unknownId(id)] };
  return {
    ...explainIn(explorer, position),
    from: branchesOf(explorer, position, 'from', extent),
    to: branchesOf(explorer, position, 'to', extent),
  };
}

/** The sentences for one transaction of a workbook that was read. */
export function explainIn(explorer: Explorer, position: number): Explanation {
  const { loaded, evidence, names, outcome, upTo } = explorer;
  const { read } = loaded;
  const reason = openReason(loaded, outcome, position);
  const sentences = explainTransaction(read, evidence, names, position, reason);
  if (upTo === undefined && !lastClose(read.book.closings)) {
    sentences.push(
      'This workbook was never closed: with a date it is explained from what a close up to then would do.',
    );
  }
  return { ok: true, transaction: names.id(position), sentences };
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
