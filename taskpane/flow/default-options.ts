import { unscale } from '../../src/book/decimals';
import type { Contents } from '../../src/runs/survey';
import { DEFAULT_COST_PRICE_OPTIONS } from '../../src/settle/reports/cost-prices';
import type { CloseOptions } from './options';

/** What a close starts from: the date that is due, and what the workbook's parameters say. */
export function defaultOptions({ proposed, parameters }: Contents): CloseOptions {
  return {
    name: 'close',
    upTo: proposed,
    specification: parameters.specification,
    minimumThroughputAdjustment: unscale(parameters.minimumThroughputAdjustment, parameters.amountDecimals),
    maximumThroughputs: parameters.maximumThroughputs,
    note: '',
    showReceipts: false,
    costPrices: DEFAULT_COST_PRICE_OPTIONS,
  };
}
