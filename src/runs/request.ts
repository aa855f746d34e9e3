import { type Day, serialOf } from '../book/days';
import type { RunRequest } from '../book/outcome';
import type { Parameters, Specification } from '../book/parameters';
import type { Problem } from '../book/problem';
import type { Chosen } from './chosen-items';

/** What a person may say of a run; the parameters of the workbook hold for the rest. */
export interface RunOptions {
  readonly upTo: Day;
  readonly specification?: Specification;
  readonly maximumThroughputs?: number;
  /** Amount units, not scaled. */
  readonly minimumThroughputAdjustment?: number;
  readonly note?: string;
}

export interface CloseOptions extends RunOptions {
  /** A recalculation of all items up to today follows. */
  readonly recalculateAfter?: boolean;
}

/** A recalculation may be of some items only; a close is of all. */
export interface RecalculationOptions extends RunOptions, Chosen {}

/** A run that is to be carried out. */
export type RunPlan =
  | { readonly type: 'Close'; readonly options: CloseOptions }
  | { readonly type: 'Recalculation'; readonly options: RecalculationOptions };

/** What the engine is asked for. `items`: indices into Book.items of the chosen ones, undefined for all. */
export function requestOf(
  type: RunRequest['type'],
  options: RunOptions,
  parameters: Parameters,
  items?: readonly number[],
): RunRequest {
  const { minimumThroughputAdjustment: minimum } = options;
  return {
    type,
    ...(items ? { items } : {}),
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

/** The date of a recalculation that follows a close: today (UTC), or the date of the close where that is still to come. */
export function dayOfFollowing(upTo: Day, now: number): Day {
  return Math.max(upTo, Math.floor(serialOf(now)));
}
