import { DenseFactors, NO_PIVOT } from './dense-factors';
import { ShortestFirst } from './shortest-first';

/** Rows longer than this are no longer thin: what is left then goes into a full table. */
const LONGEST = 40;

/** A full table of more rows would take more than 300 MB. */
const MOST_DENSE = 6000;

interface Pivot {
  readonly row: number;
  readonly unknown: number;
  /** The other rows that the pivot's was taken off, and how many times. */
  readonly rows: readonly number[];
  readonly times: readonly number[];
}

/** A system of equations in plain numbers, worked out so far that it can be solved for any constants. */
export class PlainFactors {
  private constructor(
    private readonly equations: readonly Map<number, number>[],
    private readonly pivots: readonly Pivot[],
    /** Rows and unknowns of the part that is not thin, and its factors. */
    private readonly rows: readonly number[],
    private readonly unknowns: readonly number[],
    private readonly dense: DenseFactors,
  ) {}

  /** Works a system out, equation by equation as coefficients by unknown; undefined where it has no unique solution. */
  static of(equations: Map<number, number>[]): PlainFactors | undefined {
    const rowsWith = equations.map(() => new Set<number>());
    equations.forEach((terms, row) => {
      for (const unknown of terms.keys()) rowsWith[unknown].add(row);
    });
    const left = new ShortestFirst(equations.length, (row) => equations[row].size);
    const pivots: Pivot[] = [];
    const rest: number[] = [];
    for (let row = left.take(); row !== undefined; row = left.take()) {
      const terms = equations[row];
      if (terms.size > LONGEST || rest.length > 0) {
        rest.push(row);
        continue;
      }
      const unknown = pivotOf(terms, row);
      if (unknown === undefined) return undefined;
      const rows = [...rowsWith[unknown]].filter((other) => !left.isTaken(other));
      const times = rows.map((other) => eliminate(equations[other], other, terms, unknown, rowsWith));
      rows.forEach((other) => left.changed(other));
      for (const one of terms.keys()) rowsWith[one].delete(row);
      pivots.push({ row, unknown, rows, times });
    }
    if (rest.length > MOST_DENSE) return undefined;
    const solved = new Set(pivots.map(({ unknown }) => unknown));
    const unknowns = [...equations.keys()].filter((unknown) => !solved.has(unknown));
    const dense = DenseFactors.of(
      rest.map((row) => equations[row]),
      unknowns,
    );
    return dense && new PlainFactors(equations, pivots, rest, unknowns, dense);
  }

  /** The solution for constants, one an equation; they are used up. */
  solve(constants: Float64Array): Float64Array {
    for (const { row, rows, times } of this.pivots) {
      for (let at = 0; at < rows.length; at++) constants[rows[at]] -= times[at] * constants[row];
    }
    const solution = new Float64Array(constants.length);
    const full = this.dense.solve(Float64Array.from(this.rows, (row) => constants[row]));
    this.unknowns.forEach((unknown, at) => (solution[unknown] = full[at]));
    for (let at = this.pivots.length - 1; at >= 0; at--) {
      const { row, unknown } = this.pivots[at];
      let value = constants[row];
      for (const [other, coefficient] of this.equations[row]) {
        if (other !== unknown) value -= coefficient * solution[other];
      }
      solution[unknown] = value / this.equations[row].get(unknown)!;
    }
    return solution;
  }
}

/** The own unknown of the equation, unless its coefficient is small beside the largest; undefined where all are nothing. */
function pivotOf(terms: ReadonlyMap<number, number>, own: number): number | undefined {
  let largest: number | undefined;
  for (const [unknown, coefficient] of terms) {
    if (largest === undefined || Math.abs(coefficient) > Math.abs(terms.get(largest)!)) largest = unknown;
  }
  if (largest === undefined || Math.abs(terms.get(largest)!) < NO_PIVOT) return undefined;
  const mine = terms.get(own);
  return mine !== undefined && 100 * Math.abs(mine) >= Math.abs(terms.get(largest)!) ? own : largest;
}

/** Takes an equation off another, so often that the unknown is gone from there; returns how often. */
function eliminate(
  terms: Map<number, number>,
  row: number,
  pivot: ReadonlyMap<number, number>,
  unknown: number,
  rowsWith: readonly Set<number>[],
): number {
  const times = terms.get(unknown)! / pivot.get(unknown)!;
  for (const [other, coefficient] of pivot) {
    if (other === unknown) continue;
    terms.set(other, (terms.get(other) ?? 0) - times * coefficient);
    rowsWith[other].add(row);
  }
  terms.delete(unknown);
  rowsWith[unknown].delete(row);
  return times;
}
