import { NONE } from '../../book/book';
import { short } from '../../book/decimals';
import { TRANSACTION_TYPES } from '../../book/transaction-types';
import { idKey, idText } from './ids';
import { addressIn, type ColumnView, type ProblemList } from './problem-list';
import type { TransactionColumns } from './transactions';

const TRANSFER = TRANSACTION_TYPES.indexOf('Transfer');
const RETURN = TRANSACTION_TYPES.indexOf('Customer return');

/** Positions of the issues that Cost source names, NONE where it is blank. Sources that can not be are problems (A11). */
export function resolveCostSources(
  columns: TransactionColumns,
  key: Int32Array,
  quantityDecimals: number,
  problems: ProblemList,
): Int32Array {
  const { rows, costSource, places, view, quantity, type, item, ids } = columns;
  const sources = new Int32Array(rows.length).fill(NONE);
  const column = view.column('Cost source');
  if (!column) return sources;
  for (let i = 0; i < rows.length; i += 1) {
    if (costSource[i] === '') continue;
    const source = places.get(idKey(idText(costSource[i])));
    if (source === undefined) {
      const message = `There is no transaction "${idText(costSource[i])}".`;
      problems.at(column, rows[i], 'UNKNOWN_ID', message, 'Correct the id, or remove it.');
      continue;
    }
    const fault = faultOf(i, source);
    if (fault === undefined) sources[i] = source;
    else problems.at(column, rows[i], 'COST_SOURCE', fault[0], fault[1]);
  }
  checkWhole(columns, column, sources, key, quantityDecimals, problems);
  return sources;

  function faultOf(i: number, j: number): readonly [message: string, remedy: string] | undefined {
    const other = `${ids[j]} (${addressIn(columns.idColumn, rows[j])})`;
    if (i === j) return ['The transaction names itself as its cost source.', 'Name the issue whose cost it takes.'];
    if (quantity[i] < 0) {
      return ['An issue has a cost source: only receipts take their cost from an issue.', 'Remove it from the issue.'];
    }
    if (type[i] !== TRANSFER && type[i] !== RETURN) {
      const message = `A ${TRANSACTION_TYPES[type[i]]} receipt has a cost source: only Transfer and Customer return take one.`;
      return [message, 'Correct the Type, or remove the cost source.'];
    }
    if (quantity[j] > 0 && Number.isFinite(quantity[j]))
      return [`The cost source ${other} is a receipt.`, 'Name the issue whose cost it takes.'];
    if (item[i] !== item[j] && item[i] >= 0 && item[j] >= 0) {
      return [`The cost source ${other} is of another item.`, 'Name an issue of the same item.'];
    }
    return undefined;
  }
}

/** Receipts together can not take more than their issue. A transfer inside one cost key takes no cost (A6). */
function checkWhole(
  columns: TransactionColumns,
  column: ColumnView,
  sources: Int32Array,
  key: Int32Array,
  quantityDecimals: number,
  problems: ProblemList,
): void {
  const { rows, quantity, type, ids } = columns;
  const taken = new Map<number, number>();
  for (let i = 0; i < rows.length; i += 1) {
    const source = sources[i];
    if (source === NONE || (type[i] === TRANSFER && key[i] === key[source])) continue;
    const sum = (taken.get(source) ?? 0) + quantity[i];
    taken.set(source, sum);
    if (!Number.isFinite(sum) || !Number.isFinite(quantity[source]) || sum <= -quantity[source]) continue;
    const other = `${ids[source]} (${addressIn(columns.idColumn, rows[source])})`;
    const message = `The receipts that name ${other} have ${short(sum, quantityDecimals)} with this one, but the issue has only ${short(-quantity[source], quantityDecimals)}.`;
    problems.at(column, rows[i], 'COST_SOURCE', message, 'Correct the quantities, or the cost source of a receipt.');
  }
}
