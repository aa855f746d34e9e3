/** An exact rational number. Slow and obvious: whole numbers of any size, always in lowest terms. */
export class Fraction {
  static readonly ZERO = new Fraction(0n, 1n);
  static readonly ONE = new Fraction(1n, 1n);

  private constructor(
    readonly over: bigint,
    readonly under: bigint,
  ) {}

  /** A whole number; anything else is an Error. */
  static of(whole: number | bigint): Fraction {
    return new Fraction(BigInt(whole), 1n);
  }

  static ratio(over: bigint, under: bigint): Fraction {
    if (under === 0n) throw new Error('division by zero');
    if (under === 1n) return new Fraction(over, under);
    const common = greatestCommonDivisor(over, under) * (under < 0n ? -1n : 1n);
    return new Fraction(over / common, under / common);
  }

  static sum(parts: Iterable<Fraction>): Fraction {
    let sum = Fraction.ZERO;
    for (const part of parts) sum = sum.plus(part);
    return sum;
  }

  plus(other: Fraction): Fraction {
    return Fraction.ratio(this.over * other.under + other.over * this.under, this.under * other.under);
  }

  minus(other: Fraction): Fraction {
    return this.plus(other.negated());
  }

  times(other: Fraction): Fraction {
    return Fraction.ratio(this.over * other.over, this.under * other.under);
  }

  div(other: Fraction): Fraction {
    return Fraction.ratio(this.over * other.under, this.under * other.over);
  }

  negated(): Fraction {
    return new Fraction(-this.over, this.under);
  }

  abs(): Fraction {
    return this.over < 0n ? this.negated() : this;
  }

  isZero(): boolean {
    return this.over === 0n;
  }

  equals(other: Fraction): boolean {
    return this.over === other.over && this.under === other.under;
  }

  isLessThan(other: Fraction): boolean {
    return this.over * other.under < other.over * this.under;
  }

  /** To a whole minor unit, half away from zero (A4). */
  rounded(): Fraction {
    if (this.under === 1n) return this;
    const size = this.over < 0n ? -this.over : this.over;
    const whole = (2n * size + this.under) / (2n * this.under);
    return new Fraction(this.over < 0n ? -whole : whole, 1n);
  }

  /** The number of a whole amount, as the columns hold it; a fraction of a minor unit is an Error. */
  toUnits(): number {
    if (this.under !== 1n) throw new Error(`${this.over}/${this.under} is no whole number of minor units`);
    return Number(this.over);
  }
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
