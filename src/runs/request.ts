import type { Day } from '../book/days';
import type { RunRequest } from '../book/outcome';
import type { Parameters, Specification } from '../book/parameters';
import type { Problem } from '../book/problem';

/** What a person may say of a run; the parameters of the workbook hold for the rest. */
export interface RunOptions {
  readonly upTo: Day;
  readonly specification?: Specification;
  readonly maximumThroughputs?: number;
  /** Amount units, not scaled. */
  readonly minimumThroughputAdjustment?: number;
  readonly note?: string;
}

export function requestOf(type: RunRequest['type'], options: RunOptions, parameters: Parameters): RunRequest {
  const { minimumThroughputAdjustment: minimum } = options;
  return {
    type,
    day: options.upTo,
    specification: options.specification ?? parameters.specification,
    maximumThroughputs: options.maximumThroughputs ?? parameters.maximumThroughputs,
    minimumThroughputAdjustment:
      minimum === undefined
        ? parameters.minimumThroughputAdjustment
        : Math.round(minimum * 10 ** parameters.amountDecimals),
  };
}

/** What of the options the workbook can not take: an amount finer than its minor unit, as cells are refused too. */
export function problemsOfOptions(options: RunOptions, { amountDecimals }: Parameters): Problem[] {
  const { minimumThroughputAdjustment: minimum = 0 } = options;
  if (Number(minimum.toFixed(amountDecimals)) === minimum) return [];
  return [
    {
      code: 'TOO_FINE',
      severity: 'Error',
      cell: '',
      content: String(minimum),
      message: `The minimum throughput adjustment ${minimum} is finer than the amounts of this workbook (Amount decimals ${amountDecimals}).`,
      remedy: 'Give it as a whole number of the smallest units.',
    },
  ];
}
