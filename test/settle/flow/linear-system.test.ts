import fc from 'fast-check';
import { type Equation, Wide } from '../../../src/settle/flow/equations';
import { solve, solveByElimination } from '../../../src/settle/flow/linear-system';
import { solveByRefining } from '../../../src/settle/flow/refining';

/** Each unknown is a constant and parts of other unknowns, as a cost is: parts below one, together one at most. */
function systemOf(
  size: number,
  parts: readonly (readonly [number, number])[][],
  constants: readonly number[],
): Equation[] {
  return Array.from({ length: size }, (_, own) => {
    const terms = new Map([[own, new Wide(1)]]);
    for (const [other, part] of parts[own]) {
      const before = terms.get(other % size) ?? new Wide(0);
      terms.set(other % size, before.minus(new Wide(part).div(1000 * parts[own].length)));
    }
    return { terms, constant: new Wide(constants[own]) };
  });
}

const size = 20;
const part = fc.tuple(fc.nat(size - 1), fc.integer({ min: 1, max: 999 }));
const system = fc
  .tuple(
    fc.array(fc.array(part, { minLength: 1, maxLength: 5 }), { minLength: size, maxLength: size }),
    fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: size, maxLength: size }),
  )
  .map(([parts, constants]) => systemOf(size, parts, constants));

test('pass after pass in plain numbers comes to what elimination in wide ones finds', () => {
  fc.assert(
    fc.property(system, (equations) => {
      const exact = solveByElimination(equations);
      const found = solveByRefining(equations, 100);
      if (exact === undefined || exact === 'not thin') throw new Error('a system of this test can be solved');
      found!.forEach((value, unknown) => expect(value.minus(exact[unknown]).abs().toNumber()).toBeLessThan(1e-26));
    }),
    { numRuns: 25, seed: 27 },
  );
});

test('a system in which everybody takes from everybody is solved, though elimination gives up', () => {
  const everybody = Array.from({ length: 80 }, (_, own) =>
    Array.from({ length: 80 }, (_, other): [number, number] => [other, other === own ? 0 : 900 + ((own * other) % 90)]),
  );
  const equations = systemOf(
    80,
    everybody,
    Array.from({ length: 80 }, (_, own) => 1000 + own),
  );
  expect(solveByElimination(equations)).toBe('not thin');
  const solution = solve(equations, 100)!;
  for (const { terms, constant } of equations) {
    let left = constant;
    for (const [unknown, coefficient] of terms) left = left.minus(coefficient.times(solution[unknown]));
    expect(left.abs().toNumber()).toBeLessThan(1e-26);
  }
  // One pass is not near enough: the bound of the run holds.
  expect(solve(equations, 1)).toBeUndefined();
});

test('where all that goes round comes back there is no single solution', () => {
  const ring = Array.from({ length: 40 }, (_, own): [number, number][] => [[own + 1, 1000]]);
  const equations = systemOf(
    40,
    ring,
    Array.from({ length: 40 }, () => 5),
  );
  expect(solveByElimination(equations)).toBeUndefined();
  expect(solveByRefining(equations, 100)).toBeUndefined();
});
