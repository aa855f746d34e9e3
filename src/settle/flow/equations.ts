import { Decimal } from 'decimal.js';

/** Numbers of sixty digits: enough that what is left of a pivot that cancels is told from one that is only small. */
export const Wide = Decimal.clone({ precision: 60 });
export type WideNumber = InstanceType<typeof Wide>;

/** One equation: the sum of coefficient x unknown over the terms = constant. */
export interface Equation {
  readonly terms: Map<number, WideNumber>;
  constant: WideNumber;
}
