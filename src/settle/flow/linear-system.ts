import { Decimal } from 'decimal.js';

/** Numbers of sixty digits: enough that what is left of a pivot that cancels is told from one that is only small. */
export const Wide = Decimal.clone({ precision: 60 });
export type WideNumber = InstanceType<typeof Wide>;

/** One equation: the sum of coefficient x unknown over the terms = constant. */
export interface Equation {
  readonly terms: Map<number, WideNumber>;
  constant: WideNumber;
}

/** Coefficients are parts of a whole, at most about one; what is smaller than this is what cancelling left. */
const NOTHING = new Wide('1e-40');

/**
 * Solves as many equations as unknowns by elimination; equation u is that of unknown u. The shortest equation goes
 * first, so that the long thin systems of chained transfers stay thin. It is solved for its own unknown where that has
 * a fair coefficient: nearly always it has the largest, and going the other way round a ring of a thousand factors
 * below one would let every error grow a thousand times over. Returns undefined where there is no unique solution.
 */
export function solve(equations: readonly Equation[]): WideNumber[] | undefined {
  for (const { terms } of equations) {
    for (const [unknown, coefficient] of terms) if (coefficient.abs().lt(NOTHING)) terms.delete(unknown);
  }
  const open = new Set(equations.map((_, row) => row));
  const rowsWith = new Map<number, Set<number>>();
  equations.forEach(({ terms }, row) => {
    for (const unknown of terms.keys()) {
      const rows = rowsWith.get(unknown);
      if (rows) rows.add(row);
      else rowsWith.set(unknown, new Set([row]));
    }
  });
  const pivots: { row: number; unknown: number }[] = [];
  while (open.size > 0) {
    const row = shortest(equations, open);
    const pivot = equations[row];
    if (pivot.terms.size === 0) return undefined;
    const unknown = pivotOf(pivot, row);
    open.delete(row);
    pivots.push({ row, unknown });
    const factor = pivot.terms.get(unknown)!;
    for (const other of [...rowsWith.get(unknown)!]) {
      if (other !== row && open.has(other)) eliminate(equations[other], other, pivot, unknown, factor, rowsWith);
    }
    for (const one of pivot.terms.keys()) rowsWith.get(one)!.delete(row);
  }
  return substitute(equations, pivots);
}

function shortest(equations: readonly Equation[], open: ReadonlySet<number>): number {
  let best = -1;
  for (const row of open) {
    if (best < 0 || equations[row].terms.size < equations[best].terms.size) best = row;
    if (equations[best].terms.size <= 1) break;
  }
  return best;
}

/** The own unknown of the equation, unless its coefficient is small beside the largest. */
function pivotOf({ terms }: Equation, own: number): number {
  let largest = -1;
  for (const [unknown, coefficient] of terms) {
    if (largest < 0 || coefficient.abs().gt(terms.get(largest)!.abs())) largest = unknown;
  }
  const mine = terms.get(own);
  return mine?.abs().times(100).gte(terms.get(largest)!.abs()) ? own : largest;
}

function eliminate(
  equation: Equation,
  row: number,
  pivot: Equation,
  unknown: number,
  factor: WideNumber,
  rowsWith: ReadonlyMap<number, Set<number>>,
): void {
  const times = equation.terms.get(unknown)!.div(factor);
  for (const [other, coefficient] of pivot.terms) {
    const before = equation.terms.get(other);
    const after = (before ?? new Wide(0)).minus(times.times(coefficient));
    if (other === unknown || after.abs().lt(NOTHING)) {
      if (before) rowsWith.get(other)!.delete(row);
      equation.terms.delete(other);
    } else {
      equation.terms.set(other, after);
      if (!before) rowsWith.get(other)!.add(row);
    }
  }
  equation.constant = equation.constant.minus(times.times(pivot.constant));
}

function substitute(equations: readonly Equation[], pivots: readonly { row: number; unknown: number }[]): WideNumber[] {
  const solution: WideNumber[] = [];
  for (let at = pivots.length - 1; at >= 0; at--) {
    const { row, unknown } = pivots[at];
    let rest = equations[row].constant;
    for (const [other, coefficient] of equations[row].terms) {
      if (other !== unknown) rest = rest.minus(coefficient.times(solution[other]));
    }
    solution[unknown] = rest.div(equations[row].terms.get(unknown)!);
  }
  return solution;
}
