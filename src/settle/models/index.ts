import type { InventoryModel } from '../../book/models';
import type { Parameters } from '../../book/parameters';
import { fifo } from './fifo';
import { lifoNewestFirst, lifoOldestFirst } from './lifo';
import { lifoDate } from './lifo-date';
import type { Model } from './model';
import { weightedAverage, weightedAverageDate } from './weighted-average';

/** The inventory models that settle. Standard cost and moving average are locked by a close, not paired (A15). */
export function modelFor(model: InventoryModel, parameters: Parameters): Model | undefined {
  switch (model) {
    case 'FIFO':
      return fifo;
    case 'LIFO':
      return parameters.lifoIssueOrder === 'Newest first' ? lifoNewestFirst : lifoOldestFirst;
    case 'LIFO date':
      return lifoDate;
    case 'Weighted average':
      return weightedAverage;
    case 'Weighted average date':
      return weightedAverageDate;
    default:
      return undefined;
  }
}
