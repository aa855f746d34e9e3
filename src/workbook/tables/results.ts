import { INVENTORY_VALUE } from './inventory-value';
import { LOCKED_ROWS } from './kept-tables';
import { COST_PRICE_CHECK, MOVING_AVERAGE, OPEN_QUANTITIES } from './report-tables';
import { ADJUSTMENTS, CLOSE_LOG, CLOSING_TRANSFERS, CLOSINGS, LEDGER, SETTLEMENTS } from './run-tables';
import type { ResultTable } from './spec';

export * from './inventory-value';
export * from './kept-tables';
export * from './report-tables';
export * from './run-tables';

/** Tables whose rows are replaced each time: no run leaves anything in them. */
export const REPORTS: readonly ResultTable[] = [OPEN_QUANTITIES, COST_PRICE_CHECK, MOVING_AVERAGE];

/** The tables that runs write, in the order of their sheets. */
export const RESULT_TABLES: readonly ResultTable[] = [
  CLOSINGS,
  SETTLEMENTS,
  ADJUSTMENTS,
  LEDGER,
  CLOSE_LOG,
  INVENTORY_VALUE,
  CLOSING_TRANSFERS,
  LOCKED_ROWS,
  OPEN_QUANTITIES,
  COST_PRICE_CHECK,
];

/** All tables with results, those included that are made only when they are asked for. */
export const ALL_RESULT_TABLES: readonly ResultTable[] = [...RESULT_TABLES, MOVING_AVERAGE];
