import { mulDiv } from '../../book/muldiv';
import type { OpenPart } from './open-parts';

/**
 * Spreads an amount over open parts by their value, by their quantity where the values come to zero; each share is
 * rounded half away from zero to a minor unit, and the last part takes the rest (A20).
 */
export function spread(amount: number, parts: readonly OpenPart[]): number[] {
  const byValue = parts.reduce((sum, { value }) => sum + value, 0) !== 0;
  const weights = parts.map(({ value, quantity }) => (byValue ? value : quantity));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let rest = amount;
  return weights.map((weight, at) => {
    const share = whole > 0 ? mulDiv(amount, weight, whole) : mulDiv(amount, 0 - weight, 0 - whole);
    const part = at === weights.length - 1 ? rest : share;
    rest -= part;
    return part;
  });
}
