import { Fraction } from './fraction';

/**
 * Solves x = f(x) exactly for a function that is linear but for a constant: its constant is f(0), its columns are
 * what f(unit) adds to it. Returns undefined where there is no unique solution.
 */
export function fixedPoint(size: number, f: (x: readonly Fraction[]) => readonly Fraction[]): Fraction[] | undefined {
  const unit = (at: number): Fraction[] =>
    Array.from({ length: size }, (_, index) => (index === at ? Fraction.ONE : Fraction.ZERO));
  const constant = f(unit(-1));
  const columns = constant.map((_, at) => f(unit(at)).map((value, row) => value.minus(constant[row])));
  const rows = constant.map((value, row) => [
    ...columns.map((column, at) => (at === row ? Fraction.ONE.minus(column[row]) : column[row].negated())),
    value,
  ]);
  return solve(rows);
}

/** Gauss and Jordan on rows of coefficients with the right side last. */
function solve(rows: Fraction[][]): Fraction[] | undefined {
  for (let at = 0; at < rows.length; at++) {
    const pivot = rows.findIndex((row, index) => index >= at && !row[at].isZero());
    if (pivot < 0) return undefined;
    [rows[at], rows[pivot]] = [rows[pivot], rows[at]];
    const scale = rows[at][at];
    rows[at] = rows[at].map((value) => value.div(scale));
    rows.forEach((row, index) => {
      if (index === at || row[at].isZero()) return;
      const factor = row[at];
      rows[index] = row.map((value, column) => value.minus(factor.times(rows[at][column])));
    });
  }
  return rows.map((row) => row[rows.length]);
}
