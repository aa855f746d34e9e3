import type { Closing } from '../../book/book';
import { isoDay } from '../../book/days';
import type { Problem, Refusal } from '../../book/problem';
import { valueAt } from '../../settle/by-hand/fill';
import type { OpenPart } from '../../settle/by-hand/open-parts';
import { latestReceipt } from '../../settle/by-hand/revaluation';
import { valueAtLastClose } from '../../settle/inventory-value';
import type { WorkbookPort } from '../../workbook/port';
import type { Environment } from '../environment';
import type { Loaded } from '../load';
import { about } from '../obstacles';
import type { AdjustedByHand, ByHandOptions, Found } from './by-hand-run';
import { adjustAtLastClose, notPositive } from './last-close';
import { selectionText } from './on-hand';
import type { Chosen, Selection } from './selection';

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
export function revalue(
  port: WorkbookPort,
  options: RevalueOptions,
  env: Environment,
): Promise<AdjustedByHand | Refusal> {
  const found = (loaded: Loaded, last: Closing, chosen: Chosen) => find(loaded, last, chosen, options);
  return adjustAtLastClose(port, options, { of: 'Moving average', find: found }, env);
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
      warnings.push(notPositive(book, key, quantity, last));
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
