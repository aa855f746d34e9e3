import { columnLetters } from '../cells';
import type { Formats } from '../port';
import { PALETTE } from '../write/result-layout';
import type { Page, PageCell, PageMark, PageRow } from './page';

/** The sheet that a comparison of inventory models is written to. */
export const COMPARISON: PageMark = {
  sheet: 'Model comparison',
  about: 'What a period would have cost under each inventory model. The next comparison takes its place.',
};

/** What a comparison found, in the workbook's currency. */
export interface ComparisonFacts {
  /** "2026-01-01 to 2026-03-31", where the opening comes from, and which items were compared. */
  readonly period: string;
  readonly opening: string;
  readonly items: string;
  /** The columns: the models as they are set, then each for all items. */
  readonly models: readonly string[];
  /** From the opening to the last change, in the order in which they add up; one figure for each model. */
  readonly lines: readonly { readonly label: string; readonly figures: readonly number[] }[];
  /** Which of the lines is the cost of sales, as it adds up: negative. */
  readonly costOfSales: number;
  /** Closing value, by itself. */
  readonly closing: readonly number[];
  /** Issues that stay open and keep their estimate. */
  readonly unsettled: readonly number[];
}

const WIDTHS = [32, 18, 18, 18, 18, 18, 22];
const HEADER_ROW = 10;
const CHART = { left: 5, right: WIDTHS.length + 1 } as const;

/**
 * The sheet of a comparison: cost of sales and closing value side by side with a chart, and below them each model from the opening to the
 * closing value. Figures are those that were computed; totals, differences and the tie-out are live formulas.
 */
export function comparisonPage(facts: ComparisonFacts, formats: Formats): Page {
  const { models, lines, closing } = facts;
  // The figures stand below: section and header, after the models and a gap.
  const linesHeader = HEADER_ROW + models.length + 3;
  const first = linesHeader + 1;
  const last = linesHeader + lines.length;
  const decimals = formats.amountDecimals;
  const rows: PageRow[] = [
    { cells: [{ column: 1, look: 'title', value: COMPARISON.sheet }], height: 26.25 },
    { cells: [{ column: 1, look: 'about', value: COMPARISON.about }], height: 15.75 },
    { cells: [], height: 7.5 },
    fact('Period', facts.period),
    fact('Opening', facts.opening),
    fact('Items', facts.items),
    fact('Currency', formats.currency),
    { cells: [] },
    section('Cost of sales and closing value', 4),
    header('Inventory model', 'Cost of sales', 'Closing value', 'Cost of sales lower by'),
    ...models.map((model, at): PageRow => {
      const letter = columnLetters(2 + at);
      const sales = -lines[facts.costOfSales].figures[at];
      const asSet = -lines[facts.costOfSales].figures[0];
      return {
        cells: [
          { column: 1, look: 'text', value: model },
          live(2, `-${letter}${first + facts.costOfSales}`, 0 + sales),
          live(3, `${letter}${last + 1}`, closing[at]),
          live(4, `ROUND($B$${HEADER_ROW + 1}-B${HEADER_ROW + 1 + at},${decimals})`, tidy(asSet - sales, decimals)),
        ],
      };
    }),
    { cells: [] },
    section('From opening to closing value', models.length + 1),
    header('', ...models),
    ...lines.map(({ label, figures }) => given(label, figures)),
    total('Closing value', models, (letter) => `ROUND(SUM(${letter}${first}:${letter}${last}),${decimals})`, closing),
    given('Closing value, summed by itself', closing),
    total(
      'Difference',
      models,
      (letter) => `ROUND(${letter}${last + 1}-${letter}${last + 2},${decimals})`,
      closing.map(() => 0),
      'check',
    ),
    given('Issues left open', facts.unsettled, 'count'),
  ];
  return {
    ...COMPARISON,
    widths: WIDTHS,
    rows,
    renews: true,
    charts: [
      {
        kind: 'bars',
        title: `Cost of sales lower than as set by (${formats.currency})`,
        headerRow: HEADER_ROW,
        rows: models.length,
        categories: 1,
        series: [{ column: 4, color: PALETTE.ink }],
        from: { row: 4, column: CHART.left },
        to: { row: HEADER_ROW + models.length + 2, column: CHART.right },
        format: '#,##0',
      },
    ],
  };
}

const tidy = (value: number, decimals: number): number => Number(value.toFixed(decimals)) + 0;

const fact = (label: string, value: string): PageRow => ({
  cells: [
    { column: 1, look: 'label', value: label },
    { column: 2, look: 'verdict', value },
  ],
});

const section = (title: string, columns: number): PageRow => ({
  cells: Array.from({ length: columns }, (_, at): PageCell => ({
    column: at + 1,
    look: 'section',
    value: at === 0 ? title : null,
  })),
});

const header = (...texts: readonly string[]): PageRow => ({
  cells: texts.map((value, at): PageCell => ({
    column: at + 1,
    look: at === 0 ? 'header left' : 'header right',
    value,
  })),
  height: 19.5,
});

const live = (column: number, formula: string, result: number, kind: PageCell['kind'] = 'amount'): PageCell => ({
  ...{ column, look: 'amount', formula, result },
  kind,
});

const given = (label: string, figures: readonly number[], kind: PageCell['kind'] = 'amount'): PageRow => ({
  cells: [
    { column: 1, look: 'text', value: label },
    ...figures.map((value, at): PageCell => ({ column: at + 2, look: 'amount', kind, value })),
  ],
});

const total = (
  label: string,
  models: readonly string[],
  formula: (letter: string) => string,
  results: readonly number[],
  kind: PageCell['kind'] = 'amount',
): PageRow => ({
  cells: [
    { column: 1, look: 'label', value: label },
    ...models.map((_, at) => live(at + 2, formula(columnLetters(at + 2)), results[at], kind)),
  ],
});
