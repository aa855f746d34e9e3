import { columnLetters } from '../cells';
import type { Steps } from '../../book/steps';
import type { OutValue } from '../port';
import { PALETTE } from '../write/result-layout';
import type { Audit } from './audit';
import { is, isPlainCriterion, type Live } from './live';
import { movementBlock } from './movement';
import type { Page, PageCell, PageMark, PageRow } from './page';

/** What a summary says that formulas can not find: it is as the run saw it. */
export interface SummaryFacts {
  readonly closing: string;
  /** Items with the largest adjustments, as the tables name them, largest first. */
  readonly largest: readonly (string | number)[];
  readonly models: readonly {
    readonly model: string;
    readonly items: number;
    readonly adjustments: number;
    readonly adjustment: number;
    readonly closingValue: number;
  }[];
  readonly parameters: readonly (readonly [name: string, value: string])[];
  /** Who ran it, where that is known. */
  readonly by?: string | undefined;
  /** Whether the sheet was lost, and is made from what the run wrote: models and parameters are those of now. */
  readonly isLate?: boolean;
}

/** The sheet that tells of one run. */
export const summaryMark = (closing: string): PageMark => ({
  sheet: `Summary ${closing}`,
  about: 'One run: key figures as live formulas, the movement of inventory value, and what it was computed with.',
});

const WIDTHS = [30, 20, 14, 14, 16, 16, 16, 16];
const LABEL = 1;
const VALUE = 2;
/** Charts stand at the right of the key figures. */
const CHARTS = { left: 4, right: WIDTHS.length + 1 } as const;

/** Rows of the key figures: label, column of Closings, and what it holds. */
const KEY_FIGURES: readonly (readonly [label: string, column: string, kind: PageCell['kind'] | undefined])[] = [
  ['Status', 'Status', undefined],
  ['Type', 'Type', undefined],
  ['Date', 'Date', 'date'],
  ['Value before', 'Value before', 'amount'],
  ['Adjustment', 'Adjustment', 'amount'],
  ['Value after', 'Value after', 'amount'],
  ['Transactions that took part', 'Transactions', 'count'],
  ['Settlements', 'Settlements', 'count'],
  ['Adjustments', 'Adjustments', 'count'],
  ['Log entries', 'Log entries', 'count'],
  ['Ledger specification', 'Specification', undefined],
  ['Maximum throughputs', 'Maximum throughputs', 'count'],
  ['Minimum throughput adjustment', 'Minimum throughput adjustment', 'amount'],
  ['Started (UTC)', 'Started', 'moment'],
  ['Finished (UTC)', 'Finished', 'moment'],
  ['Version', 'Version', undefined],
];
/** Long texts: they stand by themselves, below the charts. */
const LONG_TEXTS = ['Note', 'Input fingerprint', 'Result fingerprint'] as const;
/** Points: the charts beside the key figures get room by it, and the movement still stands on the first printed page. */
const KEY_HEIGHT = 17.25;
const RUN_ROW = 4;

/** The sheet of a run, in steps. `row` are the values of its row in Closings, in the days of the workbook. */
export function* summaryPageSteps(
  audit: Audit,
  facts: SummaryFacts,
  row: Readonly<Record<string, OutValue | undefined>>,
): Steps<Page> {
  const mark = summaryMark(facts.closing);
  const key = (label: string, cell: PageCell): PageRow => ({ ...line(label, cell), height: KEY_HEIGHT });
  const rows: PageRow[] = [
    { cells: [{ column: 1, look: 'title', value: mark.sheet }], height: 26.25 },
    { cells: [{ column: 1, look: 'about', value: mark.about }], height: 15.75 },
    { cells: [], height: 7.5 },
    key('Run', { column: VALUE, look: 'verdict', value: facts.closing }),
    ...KEY_FIGURES.map(([label, column, kind]) => {
      const result = row[column] ?? (kind === 'amount' || kind === 'count' ? 0 : '');
      const look = column === 'Status' ? 'verdict' : kind === undefined ? 'text' : 'amount';
      return key(label, {
        ...{ column: VALUE, look, formula: ofRun(audit, column, kind), result },
        ...(kind === undefined ? {} : { kind }),
      });
    }),
    ...(facts.by === undefined ? [] : [key('Run by', { column: VALUE, look: 'text', value: facts.by })]),
    { cells: [] },
  ];
  const movement = movementBlock(audit, facts.closing, `$${columnLetters(VALUE)}$${RUN_ROW}`, rows.length + 1);
  rows.push(...movement.rows, { cells: [] });
  yield;
  const largest = largestBlock(audit, facts);
  const largestHeader = rows.length + 2;
  const texts = LONG_TEXTS.map((name) =>
    line(name, { column: VALUE, look: 'text', formula: ofRun(audit, name, undefined), result: row[name] ?? '' }),
  );
  rows.push(...largest, { cells: [] }, ...models(facts), { cells: [] }, ...parameters(facts), { cells: [] });
  rows.push(section('Note and fingerprints'), ...texts);
  // Ten items need a little more room than the movement.
  const middle = RUN_ROW + Math.floor(KEY_FIGURES.length / 2);
  const bottom = RUN_ROW + KEY_FIGURES.length + 2;
  const format = `#,##0`;
  return {
    ...mark,
    widths: WIDTHS,
    rows,
    renews: false,
    charts: [
      {
        ...movement.chart,
        title: `Inventory value: from opening to closing (${audit.formats.currency})`,
        from: { row: RUN_ROW, column: CHARTS.left },
        to: { row: middle, column: CHARTS.right },
        format,
      },
      ...(facts.largest.length === 0
        ? []
        : [
            {
              kind: 'bars' as const,
              title: `Largest adjustments by item (${audit.formats.currency})`,
              headerRow: largestHeader,
              rows: facts.largest.length,
              categories: LABEL,
              series: [{ column: VALUE, color: PALETTE.ink }],
              from: { row: middle, column: CHARTS.left },
              to: { row: bottom, column: CHARTS.right },
              format,
            },
          ]),
    ],
  };
}

const line = (label: string, cell: PageCell): PageRow => ({
  cells: [{ column: LABEL, look: 'label', value: label }, cell],
});

/** A figure of the run's row in Closings, wherever that was sorted to; blank cells give nothing. */
function ofRun({ live }: Audit, column: string, kind: PageCell['kind'] | undefined): string {
  const run = `$${columnLetters(VALUE)}$${RUN_ROW}`;
  const found = `INDEX(${live.reference('Closings', column)},MATCH(${run},${live.reference('Closings', 'Closing')},0))`;
  return kind === 'amount' || kind === 'count' ? found : `IFERROR(IF(${found}="","",${found}),"Not found")`;
}

const heading = (...texts: readonly string[]): PageRow => ({
  cells: texts.map((value, at): PageCell => ({
    column: at + 1,
    look: at === 0 ? 'header left' : 'header right',
    value,
  })),
  height: 19.5,
});

const section = (title: string): PageRow => ({
  cells: [
    { column: LABEL, look: 'section', value: title },
    { column: VALUE, look: 'section', value: null },
  ],
});

function largestBlock(audit: Audit, { closing, largest }: SummaryFacts): PageRow[] {
  if (largest.length === 0)
    return [section('Adjustments by item'), { cells: [{ column: LABEL, look: 'text', value: 'None' }] }];
  return [
    section('Largest adjustments by item'),
    heading('Item', 'Adjustment'),
    ...largest.map((item): PageRow => {
      const { formula, value } = adjustmentOf(audit, closing, item);
      return {
        cells: [
          { column: LABEL, look: 'text', value: item },
          { column: VALUE, look: 'amount', kind: 'amount', formula, result: value },
        ],
      };
    }),
  ];
}

/** The adjustment of an item in the run. Ids that SUMIFS would take for patterns are compared one by one. */
function adjustmentOf({ live }: Audit, closing: string, item: string | number): Live {
  const of = live.amount('Adjustments', 'Adjustment', is('Closing', closing), is('Item', String(item)));
  if (isPlainCriterion(String(item))) return of;
  const [amount, run, name] = ['Adjustment', 'Closing', 'Item'].map((column) => live.reference('Adjustments', column));
  const text = `"${String(item).replace(/"/g, '""')}"`;
  return { formula: `SUMPRODUCT((${run}="${closing}")*(${name}=${text})*${amount})`, value: of.value };
}

const foundWhen = ({ isLate }: SummaryFacts): string =>
  isLate ? 'as they were when this sheet was made' : 'as the run found them';

function models(facts: SummaryFacts): PageRow[] {
  return [
    section(`Inventory models, ${foundWhen(facts)}`),
    heading('Inventory model', 'Closing value', 'Items', 'Adjustments', 'Adjustment'),
    ...facts.models.map(({ model, items, adjustments, adjustment, closingValue }): PageRow => ({
      cells: [
        { column: 1, look: 'text', value: model },
        { column: 2, look: 'amount', kind: 'amount', value: closingValue },
        { column: 3, look: 'amount', kind: 'count', value: items },
        { column: 4, look: 'amount', kind: 'count', value: adjustments },
        { column: 5, look: 'amount', kind: 'amount', value: adjustment },
      ],
    })),
  ];
}

function parameters(facts: SummaryFacts): PageRow[] {
  return [
    section(`Parameters, ${foundWhen(facts)}`),
    ...facts.parameters.map(([name, value]): PageRow => ({
      cells: [
        { column: LABEL, look: 'text', value: name },
        { column: VALUE, look: 'text', value },
      ],
    })),
  ];
}
