import { type CellContent, ErrorValue, NOT_AVAILABLE } from '../../model/values';
import type { FormulaFunction } from '../call';
import { numberOf } from '../results';

const test =
  (holds: (content: CellContent) => boolean): FormulaFunction =>
  (call) =>
    holds(call.content(0));

export const INFORMATION: Readonly<Record<string, FormulaFunction>> = {
  ISTEXT: test((content) => typeof content === 'string'),
  ISNONTEXT: test((content) => typeof content !== 'string'),
  ISNUMBER: test((content) => typeof content === 'number'),
  ISLOGICAL: test((content) => typeof content === 'boolean'),
  ISBLANK: test((content) => content === undefined),
  ISERROR: test((content) => content instanceof ErrorValue),
  ISERR: test((content) => content instanceof ErrorValue && content !== NOT_AVAILABLE),
  ISNA: test((content) => content === NOT_AVAILABLE),
  NA: () => {
    throw NOT_AVAILABLE;
  },
  N: (call) => {
    const content = call.value(0);
    return typeof content === 'string' ? 0 : numberOf(content);
  },
  T: (call) => {
    const content = call.value(0);
    return typeof content === 'string' ? content : '';
  },
};
