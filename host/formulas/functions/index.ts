import type { FormulaFunction } from '../call';
import { AGGREGATES } from './aggregates';
import { CONDITIONALS } from './conditionals';
import { INFORMATION } from './information';
import { LOGIC } from './logic';
import { LOOKUP } from './lookup';
import { NUMBERS } from './numbers';
import { TEXT } from './text';

/** All functions, by their English name in capitals. A name that is not here results in #NAME?. */
export const FUNCTIONS: ReadonlyMap<string, FormulaFunction> = new Map(
  [LOGIC, INFORMATION, NUMBERS, AGGREGATES, CONDITIONALS, LOOKUP, TEXT].flatMap((group) => Object.entries(group)),
);
