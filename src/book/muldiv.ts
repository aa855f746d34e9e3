/**
 * value x part / whole, rounded half away from zero, exactly. This is the rounding of every slice and share (A4, A11).
 *
 * All three are whole numbers below 2^53 in size and whole > 0. While the product stays below 2^53 plain numbers are
 * exact. Beyond, the product is held as an unevaluated sum of two doubles (Dekker's product), the quotient estimated,
 * and the estimate corrected by its exact remainder.
 */
export function mulDiv(value: number, part: number, whole: number): number {
  const product = value * part;
  if (product <= 9007199254740991 && product >= -9007199254740991) {
    if (product >= 0) {
      const quotient = Math.floor(product / whole);
      const rest = product - quotient * whole;
      // The division may have rounded up to the next whole number: then the rest is negative.
      if (rest < 0) return 2 * (rest + whole) >= whole ? quotient : quotient - 1;
      // Up or down is a toss: added without a branch.
      return quotient + Number(rest >= whole - rest);
    }
    return 0 - mulDiv(-value, part, whole);
  }
  if (value < 0) return 0 - mulDiv(-value, part, whole);
  return part < 0 ? 0 - large(value, -part, whole) : large(value, part, whole);
}

const SPLIT = 134217729; // 2^27 + 1
const WIDEST = 2 ** 50; // up to here every step of large() is exact

function large(value: number, part: number, whole: number): number {
  if (whole >= WIDEST || value >= WIDEST * 4 || part > whole) return byBigInt(value, part, whole);
  const high = value * part;
  const low = productError(value, part, high);
  let quotient = Math.round(value * (part / whole));
  const back = quotient * whole;
  let rest = high - back + (low - productError(quotient, whole, back));
  while (rest < 0) {
    quotient -= 1;
    rest += whole;
  }
  while (rest >= whole) {
    quotient += 1;
    rest -= whole;
  }
  return rest >= whole - rest ? quotient + 1 : quotient;
}

/** a x b - product, exactly, where product = a x b as rounded. */
function productError(a: number, b: number, product: number): number {
  const a1 = SPLIT * a;
  const aHigh = a1 - (a1 - a);
  const aLow = a - aHigh;
  const b1 = SPLIT * b;
  const bHigh = b1 - (b1 - b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

function byBigInt(value: number, part: number, whole: number): number {
  const product = BigInt(value) * BigInt(part);
  const divisor = BigInt(whole);
  const size = product < 0n ? -product : product;
  const rounded = Number((2n * size + divisor) / (2n * divisor));
  return product < 0n ? 0 - rounded : rounded;
}
