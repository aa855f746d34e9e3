import { BAD_VALUE, type CellContent, DIVIDED_BY_ZERO, ErrorValue } from '../../model/values';
import type { Call, FormulaFunction } from '../call';
import { Matrix } from '../results';

/** Adds as Excel shows sums: the noise of binary fractions below 15 digits of the largest part is taken away at zero. */
function sum(numbers: Iterable<number>): number {
  let total = 0;
  let largest = 0;
  for (const number of numbers) {
    total += number;
    largest = Math.max(largest, Math.abs(number), Math.abs(total));
  }
  return Math.abs(total) < largest * 1e-15 ? 0 : total;
}

function average(numbers: readonly number[]): number {
  if (!numbers.length) throw DIVIDED_BY_ZERO;
  return sum(numbers) / numbers.length;
}

function largest(numbers: Iterable<number>): number {
  let most = -Infinity;
  for (const number of numbers) if (number > most) most = number;
  return most === -Infinity ? 0 : most;
}

function* contents(call: Call, from: number): Generator<CellContent> {
  for (let index = from; index < call.count; index++) for (const row of call.matrix(index)) yield* row;
}

const countAll = (call: Call, from: number): number => {
  let count = 0;
  for (const content of contents(call, from)) if (content !== undefined) count++;
  return count;
};
const countNumbers = (call: Call, from: number): number => {
  let count = 0;
  for (const content of contents(call, from)) if (typeof content === 'number') count++;
  return count;
};

type Aggregate = (call: Call, from: number) => number;

/** By the numbers that SUBTOTAL knows them by. */
const BY_NUMBER: Readonly<Record<number, Aggregate>> = {
  1: (call, from) => average([...call.numbers(from)]),
  2: countNumbers,
  3: countAll,
  4: (call, from) => largest(call.numbers(from)),
  5: (call, from) => -largest([...call.numbers(from)].map((number) => -number)),
  6: (call, from) => [...call.numbers(from)].reduce((product, number) => product * number, 1),
  9: (call, from) => sum(call.numbers(from)),
};

export const AGGREGATES: Readonly<Record<string, FormulaFunction>> = {
  SUM: (call) => BY_NUMBER[9](call, 0),
  AVERAGE: (call) => BY_NUMBER[1](call, 0),
  COUNT: (call) => countNumbers(call, 0),
  COUNTA: (call) => countAll(call, 0),
  COUNTBLANK: (call) =>
    call
      .matrix(0)
      .flat()
      .filter((content) => content === undefined || content === '').length,
  MAX: (call) => BY_NUMBER[4](call, 0),
  MIN: (call) => BY_NUMBER[5](call, 0),
  PRODUCT: (call) => BY_NUMBER[6](call, 0),
  SUBTOTAL: (call) => {
    const aggregate = BY_NUMBER[call.number(0) % 100];
    if (!aggregate) throw BAD_VALUE;
    return aggregate(call, 1);
  },
  /** How many numbers are at most each bound and above the one before it; a bound that comes again counts nothing. */
  FREQUENCY: (call) => {
    const numbersOf = (index: number): number[] =>
      call
        .matrix(index)
        .flat()
        .filter((one) => typeof one === 'number');
    const bounds = numbersOf(1);
    const sorted = [...new Set(bounds)].sort((a, b) => a - b);
    const counts = new Map<number, number>();
    for (const number of numbersOf(0)) {
      let [low, high] = [0, sorted.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (sorted[middle] < number) low = middle + 1;
        else high = middle;
      }
      const bound = sorted[low] ?? Infinity;
      counts.set(bound, (counts.get(bound) ?? 0) + 1);
    }
    const once = (bound: number): number => {
      const count = counts.get(bound) ?? 0;
      counts.delete(bound);
      return count;
    };
    return new Matrix([...bounds, Infinity].map((bound) => [once(bound)]));
  },
  SUMPRODUCT: (call) => {
    const factors = Array.from({ length: call.count }, (_part, index) => call.matrix(index));
    let total = 0;
    factors[0].forEach((row, at) =>
      row.forEach((_first, column) => {
        let product = 1;
        for (const factor of factors) {
          const content = factor[at]?.[column];
          if (content instanceof ErrorValue) throw content;
          product *= typeof content === 'number' ? content : 0;
        }
        total += product;
      }),
    );
    return total;
  },
};
