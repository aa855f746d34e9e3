import { type Equation, Wide, type WideNumber } from './equations';
import { solveByRefining } from './refining';
import { ShortestFirst } from './shortest-first';

/** Coefficients are parts of a whole, at most about one; what is smaller than this is what cancelling left. */
const NOTHING = -40;

/** Whether a number is below 1e-40: by its exponent alone, which is at hand. */
function isNothing(value: WideNumber): boolean {
  return value.isZero() || value.e < NOTHING;
}

/** How many steps elimination may take, beside some for each term, before a system counts as one that is not thin. */
const MOST_STEPS = 40_000;
const STEPS_A_TERM = 10;

/**
 * Solves as many equations as unknowns; equation u is that of unknown u. The long thin systems of chained transfers are
 * solved by elimination in wide numbers. Circles in which everybody trades with everybody would fill up on the way, and
 * are solved in plain numbers, pass after pass with what is left, at most so many. Returns undefined where there is no
 * unique solution, or none was found in these passes.
 */
export function solve(equations: readonly Equation[], passes: number): WideNumber[] | undefined {
  for (const { terms } of equations) {
    for (const [unknown, coefficient] of terms) if (isNothing(coefficient)) terms.delete(unknown);
  }
  const solution = solveByElimination(equations);
  return solution === 'not thin' ? solveByRefining(equations, passes) : solution;
}

/**
 * Elimination. The shortest equation goes first, so that thin systems stay thin. It is solved for its own unknown where
 * that has a fair coefficient: nearly always it has the largest, and going the other way round a ring of a thousand
 * factors below one would let every error grow a thousand times over.
 */
export function solveByElimination(given: readonly Equation[]): WideNumber[] | undefined | 'not thin' {
  const equations = given.map(({ terms, constant }) => ({ terms: new Map(terms), constant }));
  const rowsWith = equations.map(() => new Set<number>());
  let steps = MOST_STEPS;
  equations.forEach(({ terms }, row) => {
    for (const unknown of terms.keys()) rowsWith[unknown].add(row);
    steps += STEPS_A_TERM * terms.size;
  });
  const rows = new ShortestFirst(equations.length, (row) => equations[row].terms.size);
  const pivots: { row: number; unknown: number }[] = [];
  for (let row = rows.take(); row !== undefined; row = rows.take()) {
    const pivot = equations[row];
    if (pivot.terms.size === 0) return undefined;
    const unknown = pivotOf(pivot, row);
    pivots.push({ row, unknown });
    const factor = pivot.terms.get(unknown)!;
    for (const other of [...rowsWith[unknown]]) {
      if (rows.isTaken(other)) continue;
      steps -= pivot.terms.size;
      eliminate(equations[other], other, pivot, unknown, factor, rowsWith);
      rows.changed(other);
    }
    if (steps < 0) return 'not thin';
    for (const one of pivot.terms.keys()) rowsWith[one].delete(row);
  }
  return substitute(equations, pivots);
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
  rowsWith: readonly Set<number>[],
): void {
  const times = equation.terms.get(unknown)!.div(factor);
  for (const [other, coefficient] of pivot.terms) {
    const before = equation.terms.get(other);
    const after = (before ?? new Wide(0)).minus(times.times(coefficient));
    if (other === unknown || isNothing(after)) {
      if (before) rowsWith[other].delete(row);
      equation.terms.delete(other);
    } else {
      equation.terms.set(other, after);
      if (!before) rowsWith[other].add(row);
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
