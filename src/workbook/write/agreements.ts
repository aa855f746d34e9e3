import { columnLetters } from '../cells';
import type { Live } from '../sheets/live';
import type { PageCell } from '../sheets/page';
import type { Formats } from '../port';
import type { ResultTable } from '../tables/spec';
import { TIE_OUT_VERDICTS } from './result-layout';

/** Two figures that should be the same, one of them from other tables. */
export interface Agreement {
  readonly kind: 'amount' | 'quantity';
  /** The run that it is about; "" where there is none. */
  readonly run: string;
  /** Which run and day: a few words, that are not cut off where a page ends. */
  readonly note: string;
  /** The figures as live formulas. */
  readonly figures: { readonly expected: Live; readonly found: Live } | 'not tested';
}

/** Above the comparisons stands this, and what their columns are, from the column of the figures on. */
export const AGREEMENTS_TITLE = 'Compared with other tables';
const HEADERS = ['Expected', 'Found', 'Difference', 'Result', 'Run'] as const;
export const FIRST_HEADER = HEADERS[0];
const NOT_TESTED = 'Not tested';
/** Where a run was rolled back after these formulas were written for it. */
const NOT_IN_FORCE = 'Not in force';

/** All texts of the block that do not change. */
export const agreementTexts = ({ agreements = [] }: ResultTable): string[] =>
  agreements.length === 0 ? [] : [AGREEMENTS_TITLE, ...HEADERS, ...agreements];

/** The cells of the row above the comparisons, from the column of the labels on. `left` is the column of the figures. */
export const agreementHeaders = (label: number, left: number): PageCell[] => [
  ...Array.from({ length: left - label }, (_, at): PageCell => ({
    ...{ column: label + at, look: 'section' },
    value: at === 0 ? AGREEMENTS_TITLE : null,
  })),
  ...HEADERS.map((value, at): PageCell => ({
    ...{ column: left + at, look: at < 3 ? 'section right' : at === 3 ? 'section center' : 'section' },
    value,
  })),
];

/** The cells of a comparison right of its label, in a row of the sheet. */
export function agreementCells(
  { kind, run, note, figures }: Agreement,
  left: number,
  row: number,
  formats: Formats,
): PageCell[] {
  const at = (offset: number): string => `${columnLetters(left + offset)}${row}`;
  if (figures === 'not tested') {
    const blanks = [0, 1, 2].map((offset): PageCell => ({ column: left + offset, look: 'amount', kind, value: null }));
    return [
      ...blanks,
      { column: left + 3, look: 'result', value: NOT_TESTED },
      { column: left + 4, look: 'note', value: note },
    ];
  }
  const { expected, found } = figures;
  const decimals = kind === 'amount' ? formats.amountDecimals : formats.quantityDecimals;
  const rounded = (value: number): number => Math.round(value * 10 ** decimals) / 10 ** decimals;
  const difference = rounded(found.value - expected.value);
  const figure = (offset: number, formula: string, result: number, shown: PageCell['kind'] = kind): PageCell => ({
    ...{ column: left + offset, look: 'amount', formula: `ROUND(${formula},${decimals})`, result },
    kind: shown,
  });
  const [ok, differs] = TIE_OUT_VERDICTS;
  const isInForce = `COUNTIFS(Closings[Closing],"${run}",Closings[Status],"Completed")>0`;
  return [
    figure(0, expected.formula, rounded(expected.value)),
    figure(1, found.formula, rounded(found.value)),
    figure(2, `${at(1)}-${at(0)}`, difference, kind === 'amount' ? 'check' : kind),
    {
      ...{ column: left + 3, look: 'result' },
      formula: `IF(${isInForce},IF(${at(2)}=0,"${ok}","${differs}"),"${NOT_IN_FORCE}")`,
      result: difference === 0 ? ok : differs,
    },
    { column: left + 4, look: 'note', value: note },
  ];
}
