import { BAD_VALUE, type CellContent, DIVIDED_BY_ZERO, ErrorValue } from '../../model/values';
import type { Call, FormulaFunction } from '../call';
import { Matrix, Reference, type Result } from '../results';
import { criterion } from './criteria';

type Grid = readonly (readonly CellContent[])[];

/**
 * A result for each criterion, where one is several cells or a list: Excel then counts or sums once for each of them. With one
 * criterion everywhere it is a plain result.
 */
function eachCriterion(call: Call, first: number, result: (call: Call) => number): Result {
  for (let index = first + 1; index < call.count; index += 2) {
    const many = call.result(index);
    const isMany = many instanceof Matrix || (many instanceof Reference && many.area.rows * many.area.columns > 1);
    if (!isMany) continue;
    return new Matrix(call.matrix(index).map((row) => row.map((one) => result(call.with(index, one)))));
  }
  return result(call);
}

/** The places at which all pairs of range and criterion hold, as row and column from 0. */
function* matches(call: Call, first: number): Generator<readonly [number, number]> {
  const grids: Grid[] = [];
  const tests: ((content: CellContent) => boolean)[] = [];
  for (let index = first; index + 1 < call.count; index += 2) {
    const { rows, columns } = call.area(index);
    const { rows: sameRows, columns: sameColumns } = call.area(first);
    if (rows !== sameRows || columns !== sameColumns) throw BAD_VALUE;
    grids.push(call.matrix(index));
    tests.push(criterion(call.content(index + 1)));
  }
  const height = Math.max(...grids.map((grid) => grid.length));
  const width = Math.max(...grids.map((grid) => grid[0].length));
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      if (tests.every((holds, index) => holds(grids[index][row]?.[column]))) yield [row, column];
    }
  }
}

function* matchingNumbers(call: Call, numbers: Grid, first: number): Generator<number> {
  for (const [row, column] of matches(call, first)) {
    const content = numbers[row]?.[column];
    if (content instanceof ErrorValue) throw content;
    if (typeof content === 'number') yield content;
  }
}

function total(numbers: Iterable<number>): { sum: number; count: number } {
  let sum = 0;
  let count = 0;
  for (const number of numbers) {
    sum += number;
    count++;
  }
  return { sum, count };
}

const mean = ({ sum, count }: { sum: number; count: number }): number => {
  if (count === 0) throw DIVIDED_BY_ZERO;
  return sum / count;
};

/** SUMIF(range, criterion, sum range): the numbers stand in the third argument, or in the first. */
const numbersOfIf = (call: Call): Generator<number> => {
  const numbers = call.matrix(call.count > 2 ? 2 : 0);
  return matchingNumbers(call, numbers, 0);
};

export const CONDITIONALS: Readonly<Record<string, FormulaFunction>> = {
  COUNTIF: (call) => eachCriterion(call, 0, (one) => [...matches(one, 0)].length),
  COUNTIFS: (call) => eachCriterion(call, 0, (one) => [...matches(one, 0)].length),
  SUMIF: (call) => total(numbersOfIf(call)).sum,
  SUMIFS: (call) => eachCriterion(call, 1, (one) => total(matchingNumbers(one, one.matrix(0), 1)).sum),
  AVERAGEIF: (call) => mean(total(numbersOfIf(call))),
  AVERAGEIFS: (call) => mean(total(matchingNumbers(call, call.matrix(0), 1))),
};
