import { scale } from '../../book/decimals';
import type { Parameters } from '../../book/parameters';
import type { Problem } from '../../book/problem';

/** An amount that a person gave, scaled; or why the workbook can not hold it, as cells are refused too. */
export function amountOf(value: number, what: string, { amountDecimals }: Parameters): number | Problem {
  const units = Number.isFinite(value) ? scale(value, amountDecimals) : 'large';
  if (typeof units === 'number') return units;
  const [code, why] =
    units === 'fine'
      ? ['TOO_FINE', `is finer than the amounts of this workbook (Amount decimals ${amountDecimals})`]
      : ['TOO_LARGE', 'has too many digits to be exact'];
  return {
    code,
    severity: 'Error',
    cell: '',
    content: String(value),
    message: `${what} ${value} ${why}.`,
    remedy: 'Give it as a whole number of the smallest units.',
  };
}
