import type { LogCode } from '../../src/book/log-codes';
import type { CostBase } from '../../src/book/reports';
import type { ClosingStatus, ClosingType } from '../../src/book/book';
import type { InventoryModel, Principle } from '../../src/book/models';
import type { Reason } from '../../src/book/outcome';
import type { Specification } from '../../src/book/parameters';
import type { TransactionType } from '../../src/book/transaction-types';
import type { en } from './en';

/** Strings and functions of the same shape, whatever they say. */
type Shape<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : Shape<T[K]>;
};

/** The words of the workbook that must have a translation: a new model or code does not compile without one. */
interface Vocabulary {
  readonly terms: {
    readonly runTypes: Readonly<Record<ClosingType, string>>;
    readonly runStatuses: Readonly<Record<ClosingStatus, string>>;
    readonly models: Readonly<Record<InventoryModel, string>>;
    readonly reasons: Readonly<Record<Reason, string>>;
    readonly specifications: Readonly<Record<Specification, string>>;
    readonly principles: Readonly<Record<Principle, string>>;
    readonly types: Readonly<Record<TransactionType | 'Closing transfer', string>>;
    readonly bases: Readonly<Record<CostBase, string>>;
  };
  readonly codes: Readonly<Record<LogCode, string>>;
}

/** All texts of the pane in one language. */
export type Texts = Shape<typeof en> & Vocabulary;

/** The word for one of the workbook's words; the word itself where it is not one of ours. */
export function termOf(terms: Readonly<Record<string, string>>, word: string): string {
  return Object.hasOwn(terms, word) ? terms[word] : word;
}
