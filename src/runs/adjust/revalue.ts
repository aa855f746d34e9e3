import { type Closing, lastClose } from '../../book/book';
import { isoDay } from '../../book/days';
import { short } from '../../book/decimals';
import { keyName } from '../../book/names';
import type { Problem, Refusal } from '../../book/problem';
import { valueAt } from '../../settle/by-hand/fill';
import type { OpenPart } from '../../settle/by-hand/open-parts';
import { latestReceipt } from '../../settle/by-hand/revaluation';
import { valueAtLastClose } from '../../settle/inventory-value';
import type { WorkbookPort } from '../../workbook/port';
import type { Environment } from '../environment';
import { load, type Loaded } from '../load';
import { about } from '../obstacles';
import { type AdjustedByHand, type ByHandOptions, type Found, obstaclesByHand, runByHand } from './by-hand-run';
import { selectionText } from './on-hand';
import { type Chosen, choose, type Selection } from './selection';

/** Which items with moving average, and what one unit of them is to cost: amount units a whole unit. */
export interface RevalueOptions extends ByHandOptions {
  readonly selection: Selection;
  readonly unitCost: number;
}

/**
 * Gives what is on hand of moving average items a new unit cost, as of the last close and dated at it (A20): new unit cost
 * x quantity on hand - value on hand, one adjustment on the latest receipt of each cost key. Returns what was written, or
 * with `dryRun` would be; or why not. The listing has quantity and value of the whole stock of the key.
 */
export async function revalue(
  port: WorkbookPort,
  options: RevalueOptions,
  env: Environment,
): Promise<AdjustedByHand | Refusal> {
  const loaded = await load(port, env);
  if (!loaded.ok) return loaded;
  const { value } = loaded;
  const last = lastClose(value.read.book.closings);
  const chosen = choose(value.read, options.selection, 'Moving average');
  const problems = [...obstaclesByHand(value), ...(last ? [] : [about('NO_CLOSE', {})]), ...chosen.problems];
  if (problems.length > 0 || !last) return { ok: false, problems };
  return runByHand(port, value, () => find(value, last, chosen, options), options, env);
}

function find({ read }: Loaded, last: Closing, chosen: Chosen, options: RevalueOptions): Found | Refusal {
  const { book } = read;
  const { unitCost, selection } = options;
  const parts: OpenPart[] = [];
  const amounts: number[] = [];
  const warnings: Problem[] = [];
  for (const { key, closingQuantity: quantity, closingValue: value } of valueAtLastClose(book)) {
    if (!chosen.hasItem(book.keys[key].item)) continue;
    const receipt = latestReceipt(book, key, last.day);
    if (receipt !== undefined && !chosen.hasDimensions(receipt)) continue;
    if (quantity <= 0 || receipt === undefined) {
      const words = { key: keyName(book, key), date: isoDay(last.day) };
      warnings.push(about('NOT_POSITIVE', { ...words, quantity: short(quantity, book.parameters.quantityDecimals) }));
      continue;
    }
    parts.push({ transaction: receipt, quantity, value });
    amounts.push(valueAt(book, quantity, unitCost) - value);
  }
  if (parts.length === 0) {
    return { ok: false, problems: [about('NOTHING_ON_HAND', { date: isoDay(last.day) })] };
  }
  const what = `moving average to a unit cost of ${unitCost}; ${selectionText(selection)}`;
  return { type: 'On-hand adjustment', day: last.day, parts, amounts, what, warnings };
}
