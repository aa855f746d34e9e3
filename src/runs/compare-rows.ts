import { isoDay } from '../book/days';
import type { ComparedModel, ModelComparison } from '../book/reports';
import { TRANSACTION_TYPES, type TransactionType } from '../book/transaction-types';
import type { Compared } from './compare';

/** What a line of the comparison tells, in the order of the lines; receipts and issues have one for each type. */
export type ComparedLine =
  | { readonly kind: 'opening' | 'costOfSales' | 'changes' | 'closing' | 'saving' | 'unsettled' }
  | { readonly kind: 'receipts' | 'issues'; readonly type: TransactionType };

/** A line with its figure for each column: scaled amounts, or for `unsettled` a count. */
export type ComparedRow = ComparedLine & { readonly figures: readonly number[] };

/** The columns: each item with its own model, then each model for all of them. */
export function comparedColumns({ asSet, models }: ModelComparison): readonly ComparedModel[] {
  return [asSet, ...models];
}

/**
 * The comparison as lines that can be added up from top to bottom: issues are negative. Below them by how much each model's
 * cost of sales is lower than that of the models as they are set, and how many issues stay open.
 */
export function comparedRows(comparison: ModelComparison): ComparedRow[] {
  const columns = comparedColumns(comparison);
  const row = (line: ComparedLine, figure: (column: ComparedModel) => number): ComparedRow => ({
    ...line,
    figures: columns.map(figure),
  });
  const byType = (
    kind: 'receipts' | 'issues',
    of: (column: ComparedModel) => ComparedModel['receipts'],
    sign: 1 | -1,
  ) =>
    TRANSACTION_TYPES.filter((type) => columns.some((column) => of(column).some((total) => total.type === type))).map(
      (type) =>
        row({ kind, type }, (column) => 0 + sign * (of(column).find((total) => total.type === type)?.amount ?? 0)),
    );
  return [
    row({ kind: 'opening' }, ({ opening }) => opening),
    ...byType('receipts', ({ receipts }) => receipts, 1),
    row({ kind: 'costOfSales' }, ({ costOfSales }) => 0 - costOfSales),
    ...byType('issues', ({ otherIssues }) => otherIssues, -1),
    row({ kind: 'changes' }, ({ changes }) => changes),
    row({ kind: 'closing' }, ({ closing }) => closing),
    row({ kind: 'saving' }, ({ costOfSales }) => comparison.asSet.costOfSales - costOfSales),
    row({ kind: 'unsettled' }, ({ unsettled }) => unsettled),
  ];
}

/** A line of the comparison, as a person calls it. */
export function comparedLabel(row: ComparedLine): string {
  switch (row.kind) {
    case 'opening':
      return 'Opening value';
    case 'receipts':
      return `+ ${row.type}`;
    case 'costOfSales':
      return '- Cost of sales';
    case 'issues':
      return `- ${row.type}`;
    case 'changes':
      return '+ Changes of earlier rows';
    case 'closing':
      return '= Closing value';
    case 'saving':
      return 'Cost of sales lower by';
    case 'unsettled':
      return 'Issues left open';
  }
}

/** Where the opening of a comparison comes from. */
export const openingOf = ({ openedBy }: Pick<Compared, 'openedBy'>): string =>
  openedBy === undefined ? 'no close is dated before it' : `as ${openedBy.id} of ${isoDay(openedBy.day)} left it`;
