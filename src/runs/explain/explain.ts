import { lastClose } from '../../book/book';
import { type Day, NO_DAY } from '../../book/days';
import { messageOf, remedyOf } from '../../book/log';
import type { LogCode } from '../../book/log-codes';
import type { Outcome } from '../../book/outcome';
import type { Refusal } from '../../book/problem';
import type { WorkbookPort } from '../../workbook/port';
import { idKey } from '../../workbook/read/ids';
import type { Environment } from '../environment';
import type { Loaded } from '../load';
import { type Branch, branchesOf, type Extent } from './branches';
import { type Explorer, openExplorer, unknownId } from './explorer';
import { ENGLISH_SPEECH, type Speech } from './speech';

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

/** The sentences for one transaction of a workbook that was read, in a language. */
export function explainIn(explorer: Explorer, position: number, speech: Speech = ENGLISH_SPEECH): Explanation {
  const { loaded, names, outcome, upTo, evidence } = explorer;
  const { closings } = loaded.read.book;
  const reason = openReason(loaded, outcome, position).map(speech.told).join(' ');
  const members = explorer.circleOf(position);
  const circle = members.length > 0 ? { members, solved: !explorer.isUnsolved(position) } : undefined;
  const told = explorer.sentencesIn(speech).of(position, reason, circle);
  const sentences = [...told, ...reversedRun(explorer, position, speech)];
  if (upTo === undefined && !lastClose(closings) && evidence.quantityOf(position) !== 0) {
    sentences.push(speech.phrases.neverClosed);
  }
  const archived = loaded.read.locks.archived.get(idKey(names.id(position)));
  if (archived) sentences.push(speech.phrases.archived(archived.closing));
  return { ok: true, transaction: names.id(position), sentences };
}

/** The latest close of the transaction's date that was reversed and has no other in its place. */
function reversedRun(
  { loaded, evidence, names, outcome }: Explorer,
  position: number,
  { phrases, day: dayText }: Speech,
): string[] {
  const { closings } = loaded.read.book;
  const last = lastClose(closings);
  const day = names.day(position);
  if (outcome || day === NO_DAY || (last && day <= last.day) || evidence.hasPairs(position)) return [];
  const reversed = closings.findLast((one) => one.type === 'Close' && one.status === 'Reversed' && day <= one.day);
  return reversed ? [phrases.reversed(phrases.runs.Close(dayText(reversed.day), reversed.id))] : [];
}

/** The entries of the log that say why something is open; others are about a transaction for other reasons. */
const TELLS_WHY_OPEN: readonly LogCode[] = ['NOT_SETTLED', 'NO_FIN_RECEIPT', 'MARKED_LATER', 'CIRCULAR_LIMIT'];

/** What the log says of an open transaction, and what would settle it, a sentence each: of the previewed run, else the latest entry in force. */
function openReason({ read, tables }: Loaded, outcome: Outcome | undefined, position: number): string[] {
  const isOfUse = (code: string): LogCode | undefined => TELLS_WHY_OPEN.find((one) => one === code);
  if (outcome) {
    const entry = outcome.log.find(({ transaction, code }) => transaction === position && isOfUse(code) !== undefined);
    return entry ? [messageOf(entry.code, entry.words), remedyOf(entry.code)] : [];
  }
  const log = tables.get('CloseLog');
  if (!log) return [];
  const column = (name: string) => log.cells[log.headers.indexOf(name)] ?? [];
  const [ids, states, codes, messages] = ['Transaction', 'Status', 'Code', 'Message'].map(column);
  const key = idKey(read.book.transactions.id[position]);
  for (let row = ids.length - 1; row >= 0; row--) {
    const code = isOfUse(String(codes[row]));
    if (code === undefined || states[row] !== 'Active') continue;
    if (ids[row] !== null && idKey(String(ids[row])) === key) return [String(messages[row]), remedyOf(code)];
  }
  return [];
}
