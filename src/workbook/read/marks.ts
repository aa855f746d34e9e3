import { NONE } from '../../book/book';
import { idKey, idText } from './ids';
import { addressIn, type ColumnView, type ProblemList } from './problem-list';
import type { TransactionColumns } from './transactions';

const REMEDY = 'Correct or remove the mark: it joins one issue and one receipt of the same item and dimensions.';

/** Positions of the counterparts that Marked to names, NONE where it is blank. Marks that can not hold are problems (A5). */
export function resolveMarks(columns: TransactionColumns, key: Int32Array, problems: ProblemList): Int32Array {
  const { rows, markedTo, places, view, quantity, ids } = columns;
  const marks = new Int32Array(rows.length).fill(NONE);
  const column = view.column('Marked to');
  if (!column) return marks;
  for (let i = 0; i < rows.length; i += 1) {
    if (markedTo[i] === '') continue;
    const counterpart = places.get(idKey(idText(markedTo[i])));
    if (counterpart === undefined) {
      const message = `There is no transaction "${idText(markedTo[i])}".`;
      problems.at(column, rows[i], 'UNKNOWN_ID', message, 'Correct the id, or remove the mark.');
    } else {
      marks[i] = counterpart;
    }
  }
  for (let i = 0; i < rows.length; i += 1) {
    const j = marks[i];
    // Two rows that name each other are told once.
    if (j === NONE || (marks[j] === i && j < i)) continue;
    const fault = faultOf(i, j);
    if (fault) problems.at(column, rows[i], 'MARK', fault, REMEDY);
  }
  return marks;

  function faultOf(i: number, j: number): string | undefined {
    const other = `${ids[j]} (${addressIn(columns.idColumn, rows[j])})`;
    if (i === j) return 'The transaction is marked to itself.';
    if (Number.isFinite(quantity[i] + quantity[j]) && quantity[i] > 0 === quantity[j] > 0) {
      return `${ids[i]} and ${other} are both ${quantity[i] > 0 ? 'receipts' : 'issues'}.`;
    }
    if (key[i] !== key[j] && key[i] !== NONE && key[j] !== NONE) {
      return `${ids[i]} and ${other} are not of the same item and financial dimensions.`;
    }
    if (marks[j] !== NONE && marks[j] !== i) {
      return `${ids[i]} is marked to ${other}, but that is marked to ${ids[marks[j]]} (${addressIn(column as ColumnView, rows[j])}).`;
    }
    return undefined;
  }
}
