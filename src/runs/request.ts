import type { Day } from '../book/days';
import type { RunRequest } from '../book/outcome';
import type { Parameters, Specification } from '../book/parameters';

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
