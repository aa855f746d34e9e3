import { isoDay, parseIsoDay } from '../../src/book/days';
import type { CloseOptions } from '../flow/options';

/** The options as they stand in the fields. */
export interface TypedOptions {
  readonly upTo: string;
  readonly specification: CloseOptions['specification'];
  readonly minimum: string;
  readonly note: string;
  readonly base: CloseOptions['costPrices']['base'];
  readonly maximumDeviation: string;
  readonly minimumDeviation: string;
  readonly ignoreProduction: boolean;
  readonly showReceipts: boolean;
}

export function typedOptions({ costPrices, ...options }: CloseOptions): TypedOptions {
  return {
    upTo: isoDay(options.upTo),
    specification: options.specification,
    minimum: String(options.minimumThroughputAdjustment),
    note: options.note,
    base: costPrices.base,
    maximumDeviation: String(costPrices.maximumDeviation),
    minimumDeviation: String(costPrices.minimumDeviation),
    ignoreProduction: costPrices.ignoreProduction,
    showReceipts: options.showReceipts,
  };
}

/** What is typed as options; or the fields that are not what they should be. */
export function typedToOptions(
  typed: TypedOptions,
  before: CloseOptions,
): { readonly options: CloseOptions } | { readonly wrong: readonly (keyof TypedOptions)[] } {
  const upTo = parseIsoDay(typed.upTo);
  const minimum = zeroOrMore(typed.minimum);
  const maximumDeviation = zeroOrMore(typed.maximumDeviation);
  const minimumDeviation = zeroOrMore(typed.minimumDeviation);
  if (upTo === undefined || minimum === undefined || maximumDeviation === undefined || minimumDeviation === undefined) {
    const fields = { upTo, minimum, maximumDeviation, minimumDeviation };
    const names = Object.keys(fields) as (keyof typeof fields)[];
    return { wrong: names.filter((name) => fields[name] === undefined) };
  }
  return {
    options: {
      ...before,
      upTo,
      minimumThroughputAdjustment: minimum,
      specification: typed.specification,
      note: typed.note.trim(),
      showReceipts: typed.showReceipts,
      costPrices: {
        base: typed.base,
        maximumDeviation,
        minimumDeviation,
        ignoreProduction: typed.ignoreProduction,
      },
    },
  };
}

/** A number field gives "" for what is no number. A comma is a decimal point where the browser leaves it to us. */
function zeroOrMore(text: string): number | undefined {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() !== '' && Number.isFinite(value) && value >= 0 ? value : undefined;
}
