import type { Formats, OutValue } from '../port';
import type { ResultColumn } from './result-columns';

/** How a value of a result column is shown: amounts as accountants write them, quantities with the decimals they have. */
export function resultFormat(kind: ResultColumn['kind'] | 'check', value: OutValue, formats: Formats): string {
  switch (kind) {
    case 'amount':
      return accounting(formats.amountDecimals);
    case 'check':
      // What should be zero stands out where it is not.
      return accounting(formats.amountDecimals).replace(/^(.*?);(.*?);/, '[Red]$1;[Red]$2;');
    case 'unit cost':
      return accounting(formats.amountDecimals + 2);
    case 'quantity':
      // "#,##0.######" alone would leave a point behind every whole number.
      return brackets(
        typeof value === 'number' && !Number.isInteger(value)
          ? `#,##0.0${'#'.repeat(Math.max(formats.quantityDecimals - 1, 0))}`
          : '#,##0',
      );
    case 'percent':
      return brackets('#,##0.0');
    case 'count':
    case 'link row':
      return '#,##0';
    case 'date':
      return 'yyyy\\-mm\\-dd';
    case 'moment':
      return 'yyyy\\-mm\\-dd\\ hh:mm';
    case 'id':
      return typeof value === 'number' ? 'General' : '@';
    default:
      return 'General';
  }
}

/** Thousands, negatives in brackets, zero as a dash, the points below each other. */
function accounting(decimals: number): string {
  const figure = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
  return `_(* ${figure}_);_(* \\(${figure}\\);_(* "-"${'?'.repeat(decimals)}_);_(@_)`;
}

const brackets = (figure: string): string => `${figure}_);\\(${figure}\\);"-"_)`;
