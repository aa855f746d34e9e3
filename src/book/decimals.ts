/**
 * Amounts and quantities are whole numbers of minor units held in doubles ("scaled"): 12.50 at two decimals is 1250.
 * They stay below 2^53, where every whole number is exact; a sum or product that would leave it is an error.
 */

/** The largest scaled value that is exact. */
export const LARGEST = Number.MAX_SAFE_INTEGER;

/** A figure left the range in which whole minor units are exact. A limit, told to the user; never a wrong number. */
export class RangeOfFigures extends Error {
  constructor(readonly what: string) {
    super(`${what} has more than 15 digits, and would no longer be exact`);
    this.name = 'RangeOfFigures';
  }
}

/** Returns the value if it is exact, else throws RangeOfFigures. */
export function exact(value: number, what: string): number {
  if (value > LARGEST || value < -LARGEST) throw new RangeOfFigures(what);
  return value;
}

/**
 * A number as Excel shows it, at 15 significant digits, to whole units of the given number of decimals.
 * Returns 'fine' where the number has more decimals than that, and 'large' where it leaves the exact range.
 */
export function scale(value: number, decimals: number): number | 'fine' | 'large' {
  const power = 10 ** decimals;
  const units = Math.round(value * power);
  if (!Number.isSafeInteger(units)) return 'large';
  if (units / power === value) return units === 0 ? 0 : units;
  return Number((units / power).toPrecision(15)) === Number(value.toPrecision(15)) ? units || 0 : 'fine';
}

/** Scaled units back to the number that a cell holds: the double nearest to the decimal. */
export function unscale(units: number, decimals: number): number {
  return units / 10 ** decimals;
}

/** Scaled units as plain text with a point and no separators: -1250 at two decimals is "-12.50". */
export function plain(units: number, decimals: number): string {
  const digits = Math.abs(units)
    .toString()
    .padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  return (units < 0 ? '-' : '') + (decimals === 0 ? whole : `${whole}.${digits.slice(digits.length - decimals)}`);
}

/** As plain(), without trailing zeros: quantities in messages. */
export function short(units: number, decimals: number): string {
  const text = plain(units, decimals);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** As plain(), with a comma at every third digit: amounts in messages. */
export function money(units: number, decimals: number): string {
  return grouped(plain(units, decimals));
}

/** "-1234.50" to "-1,234.50". */
export function grouped(text: string): string {
  return text.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');
}
