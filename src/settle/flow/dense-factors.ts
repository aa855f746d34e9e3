/** Coefficients are at most about one: a pivot below this is what rounding left of nothing. */
export const NO_PIVOT = 1e-13;

/** A full system of equations in plain numbers as a product of two triangles, by rows with the largest pivot first. */
export class DenseFactors {
  private constructor(
    private readonly table: readonly Float64Array[],
    /** For each row of the triangles the equation that stands there. */
    private readonly order: readonly number[],
  ) {}

  /** Equations as coefficients by unknown; undefined where there is no unique solution. */
  static of(equations: readonly ReadonlyMap<number, number>[], unknowns: readonly number[]): DenseFactors | undefined {
    const size = unknowns.length;
    const place = new Map(unknowns.map((unknown, at) => [unknown, at]));
    const table = equations.map((terms) => {
      const row = new Float64Array(size);
      for (const [unknown, coefficient] of terms) row[place.get(unknown)!] = coefficient;
      return row;
    });
    const order = table.map((_, at) => at);
    for (let at = 0; at < size; at++) {
      const best = largestIn(table, at);
      [table[at], table[best]] = [table[best], table[at]];
      [order[at], order[best]] = [order[best], order[at]];
      const pivot = table[at];
      if (Math.abs(pivot[at]) < NO_PIVOT) return undefined;
      for (let below = at + 1; below < size; below++) {
        const row = table[below];
        if (row[at] === 0) continue;
        const times = row[at] / pivot[at];
        row[at] = times;
        for (let column = at + 1; column < size; column++) row[column] -= times * pivot[column];
      }
    }
    return new DenseFactors(table, order);
  }

  /** The solution for constants, one an equation, in the order of the unknowns. */
  solve(constants: Float64Array): Float64Array {
    const { table, order } = this;
    const solution = new Float64Array(order.length);
    for (let at = 0; at < order.length; at++) {
      let value = constants[order[at]];
      for (let column = 0; column < at; column++) value -= table[at][column] * solution[column];
      solution[at] = value;
    }
    for (let at = order.length - 1; at >= 0; at--) {
      let value = solution[at];
      for (let column = at + 1; column < order.length; column++) value -= table[at][column] * solution[column];
      solution[at] = value / table[at][at];
    }
    return solution;
  }
}

function largestIn(table: readonly Float64Array[], column: number): number {
  let best = column;
  for (let row = column + 1; row < table.length; row++) {
    if (Math.abs(table[row][column]) > Math.abs(table[best][column])) best = row;
  }
  return best;
}
