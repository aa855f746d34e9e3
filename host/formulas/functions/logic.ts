import { type CellContent, ErrorValue, NOT_AVAILABLE } from '../../model/values';
import type { Call, FormulaFunction } from '../call';
import { logicalOf, Matrix, Reference } from '../results';

/** Logical values of all arguments: in cells only what is logical or a number. */
function* logicals(call: Call): Generator<boolean> {
  for (let index = 0; index < call.count; index++) {
    const result = call.result(index);
    if (!(result instanceof Matrix || result instanceof Reference)) {
      yield logicalOf(result);
      continue;
    }
    for (const content of call.matrix(index).flat()) {
      if (content instanceof ErrorValue) throw content;
      if (typeof content === 'boolean' || typeof content === 'number') yield content !== false && content !== 0;
    }
  }
}

const orElse =
  (isCaught: (error: ErrorValue) => boolean): FormulaFunction =>
  (call) => {
    const content: CellContent = call.content(0);
    return content instanceof ErrorValue && isCaught(content) ? call.result(1) : content;
  };

export const LOGIC: Readonly<Record<string, FormulaFunction>> = {
  IF: (call) => {
    if (call.logical(0)) return call.count > 1 ? call.result(1) : true;
    return call.count > 2 ? call.result(2) : false;
  },
  IFS: (call) => {
    for (let index = 0; index + 1 < call.count; index += 2) if (call.logical(index)) return call.result(index + 1);
    throw NOT_AVAILABLE;
  },
  IFERROR: orElse(() => true),
  IFNA: orElse((error) => error === NOT_AVAILABLE),
  AND: (call) => [...logicals(call)].every(Boolean),
  OR: (call) => [...logicals(call)].some(Boolean),
  NOT: (call) => !call.logical(0),
  TRUE: () => true,
  FALSE: () => false,
};
