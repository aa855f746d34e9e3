/** What a row of Transactions must be by itself: quantity, cost and type. */
import { NO_DAY } from '../../book/days';
import { TRANSACTION_TYPES, type TransactionType } from '../../book/transaction-types';
import type { ProblemList } from './problem-list';
import type { TransactionColumns } from './transactions';

/** Types whose rows go one way as a rule. The other way is possible (a credit note), but worth a look. */
const USUAL_SIGN: Partial<Record<TransactionType, 1 | -1>> = {
  Purchase: 1,
  Sale: -1,
  Production: 1,
  'Production line': -1,
  'Customer return': 1,
  'Vendor return': -1,
};

/** Zero quantities and missing financial costs are errors; signs that look wrong are warnings. */
export function checkTransactions(columns: TransactionColumns, problems: ProblemList): void {
  const { rows, view, quantity, financialCost, physicalCost, financialDay, type } = columns;
  const quantityColumn = view.column('Quantity');
  const financialColumn = view.column('Financial cost');
  const physicalColumn = view.column('Physical cost');
  const typeColumn = view.column('Type');
  const usual = TRANSACTION_TYPES.map((name) => USUAL_SIGN[name] ?? 0);
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i];
    const amount = quantity[i];
    if (amount === 0 && quantityColumn) {
      const remedy = 'Enter the quantity, receipts positive and issues negative, or remove the row.';
      problems.at(quantityColumn, row, 'ZERO_QUANTITY', 'Quantity is zero.', remedy);
    }
    if (financialDay[i] !== NO_DAY && Number.isNaN(financialCost[i]) && financialColumn) {
      const message = 'Financial cost is blank, but the row has a Financial date.';
      problems.at(financialColumn, row, 'NO_FINANCIAL_COST', message, 'Enter the cost; 0 if it cost nothing.');
    }
    if (!Number.isFinite(amount)) continue;
    if (financialColumn && differs(amount, financialCost[i])) sign(financialColumn, row);
    if (physicalColumn && differs(amount, physicalCost[i])) sign(physicalColumn, row);
    if (typeColumn && amount * usual[type[i]] < 0) {
      const name = TRANSACTION_TYPES[type[i]];
      const message = `${name} has a ${amount > 0 ? 'positive' : 'negative'} quantity: it counts as ${amount > 0 ? 'a receipt' : 'an issue'}.`;
      const remedy = 'Nothing to do if that is meant (a credit note, say); else correct the sign or the type.';
      problems.at(typeColumn, row, 'TYPE_SIGN', message, remedy, 'Warning');
    }
  }

  function sign(column: NonNullable<typeof financialColumn>, row: number): void {
    const message = `${column.name} and Quantity have different signs.`;
    const remedy = 'Costs are signed like the quantity: positive for receipts, negative for issues.';
    problems.at(column, row, 'SIGN', message, remedy, 'Warning');
  }
}

/** Whether both are figures, of different sign. */
function differs(quantity: number, cost: number): boolean {
  return Number.isFinite(cost) && ((quantity > 0 && cost < 0) || (quantity < 0 && cost > 0));
}
