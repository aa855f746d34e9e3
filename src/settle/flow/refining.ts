import { type Equation, Wide, type WideNumber } from './equations';
import { PlainFactors } from './plain-factors';

/** Where a pass changes nothing by more than this, in minor units, the solution stands: halves are told to 1e-25. */
const STANDS = 1e-28;

/** A thousandth of a minor unit is what a solver may be off (A14); this is well below. */
const NEAR_ENOUGH = 1e-4;

/**
 * Solves a system in plain numbers and looks, in wide ones, what that leaves of each equation; solves for what is left,
 * and so on. Each pass adds ten digits or so. Returns undefined where there is no unique solution as far as plain
 * numbers can tell, or where the passes do not come near enough.
 */
export function solveByRefining(equations: readonly Equation[], passes: number): WideNumber[] | undefined {
  const factors = PlainFactors.of(
    equations.map(
      ({ terms }) => new Map([...terms].map(([unknown, coefficient]) => [unknown, coefficient.toNumber()])),
    ),
  );
  if (!factors) return undefined;
  const solution = equations.map(() => new Wide(0));
  let before = Infinity;
  for (let pass = 0; pass < passes; pass++) {
    const change = factors.solve(Float64Array.from(equations, (equation) => leftOf(equation, solution).toNumber()));
    let largest = 0;
    change.forEach((amount, unknown) => {
      solution[unknown] = solution[unknown].plus(amount);
      largest = Math.max(largest, Math.abs(amount));
    });
    if (largest <= STANDS) return solution;
    if (!(largest < before / 2)) return largest <= NEAR_ENOUGH ? solution : undefined;
    before = largest;
  }
  return before <= NEAR_ENOUGH ? solution : undefined;
}

/** What an equation lacks with this solution. */
function leftOf({ terms, constant }: Equation, solution: readonly WideNumber[]): WideNumber {
  let left = constant;
  for (const [unknown, coefficient] of terms) left = left.minus(coefficient.times(solution[unknown]));
  return left;
}
