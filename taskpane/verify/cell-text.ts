import { parseIsoDay } from '../../src/book/days';
import type { Difference } from '../../src/runs/verify';
import { ALL_RESULT_TABLES } from '../../src/workbook/tables/results';
import type { Format } from '../format';
import type { Translate } from '../texts/sayings';

/** What stands in a cell of a result table, as the reader's language writes such figures and dates. */
export function cellText(
  value: string,
  { table, column }: Pick<Difference, 'table' | 'column'>,
  format: Format,
  say: Translate,
): string {
  const spec = ALL_RESULT_TABLES.find(({ name }) => name === table);
  const kind = spec?.columns.find(({ name }) => name === column)?.kind;
  const day = kind === 'date' ? parseIsoDay(value) : undefined;
  if (day !== undefined) return format.day(day);
  const isFigure = (kind === 'amount' || kind === 'quantity' || kind === 'unit cost') && /^-?\d+(\.\d+)?$/.test(value);
  return isFigure ? format.amount(value) : say(value);
}
