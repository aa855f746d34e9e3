import { REASONS } from '../../book/outcome';
import type { Audit } from './audit';
import type { PageChart } from './chart';
import { is, type Live, minus, number, plus } from './live';
import type { PageCell, PageRow } from './page';

/** Colours of the columns: levels, what adds to the value, what takes from it. */
const COLORS = { level: '1F3B4D', up: '5B8C5A', down: 'B5533C' } as const;

/** A step from the opening to the closing value. A level stands on the axis, a change on what was there before. */
interface Step {
  readonly label: string;
  readonly figure: Live;
  readonly isLevel: boolean;
}

/** Label, amount, and the parts of the chart's columns: what lifts them, and what is drawn above and below the axis. */
const COLUMNS = [
  'Movement',
  'Amount',
  'Below the step',
  'Level',
  'Increase',
  'Decrease',
  'Increase below zero',
  'Decrease below zero',
];

/**
 * From the opening to the closing value of a run, with adjustments by reason, and the same as stacked columns that every program can
 * draw as a waterfall. `cell` is the address of the cell with the run's id, `top` the row that the block begins at.
 */
export function movementBlock(
  audit: Audit,
  closing: string,
  cell: string,
  top: number,
): { rows: PageRow[]; chart: Pick<PageChart, 'kind' | 'headerRow' | 'rows' | 'categories' | 'series'> } {
  const steps = stepsOf(audit, closing, cell);
  const header = top + 1;
  const rows: PageRow[] = [
    {
      cells: COLUMNS.map((_, at): PageCell => ({
        column: at + 1,
        look: 'section',
        value: at === 0 ? 'From opening to closing value' : null,
      })),
    },
    {
      cells: COLUMNS.map((value, at): PageCell => ({
        column: at + 1,
        look: at === 0 ? 'header left' : 'header right',
        value,
      })),
      height: 33,
    },
  ];
  let level = 0;
  steps.forEach(({ label, figure, isLevel }, at) => {
    const row = header + 1 + at;
    const before = isLevel ? 0 : level;
    level = isLevel ? figure.value : level + figure.value;
    rows.push({
      cells: [
        { column: 1, look: 'text', value: label },
        amount(2, `ROUND(${figure.formula},${audit.formats.amountDecimals})`, tidy(figure.value)),
        ...parts(row, header, isLevel, before, level, audit.formats.amountDecimals),
      ],
    });
  });
  return {
    rows,
    chart: {
      kind: 'stacked columns',
      headerRow: header,
      rows: steps.length,
      categories: 1,
      series: [
        { column: 3 },
        { column: 4, color: COLORS.level },
        { column: 5, color: COLORS.up },
        { column: 6, color: COLORS.down },
        { column: 7, color: COLORS.up },
        { column: 8, color: COLORS.down },
      ],
    },
  };
}

const tidy = (value: number): number => Number(value.toFixed(6));
const amount = (column: number, formula: string, result: number): PageCell => ({
  ...{ column, look: 'amount', kind: 'amount' },
  formula,
  result,
});

/**
 * The parts of a step's column. The level before a change is the sum of all amounts above it, the opening included; columns that
 * cross the axis have a part on either side of it.
 */
function parts(
  row: number,
  header: number,
  isLevel: boolean,
  before: number,
  after: number,
  decimals: number,
): PageCell[] {
  // Differences of sums in binary are not quite exact.
  const part = (column: number, formula: string, result: number): PageCell =>
    amount(column, `ROUND(${formula},${decimals})`, tidy(result));
  const own = `$B${row}`;
  if (isLevel) {
    const rest = [5, 6, 7, 8].map((column): PageCell => ({ column, look: 'amount', kind: 'amount', value: 0 }));
    return [{ column: 3, look: 'amount', kind: 'amount', value: 0 }, amount(4, own, tidy(after)), ...rest];
  }
  const sum = `SUM($B$${header + 1}:$B${row - 1})`;
  const low = `MIN(${sum},${sum}+${own})`;
  const high = `MAX(${sum},${sum}+${own})`;
  const above = `MAX(0,${high})-MAX(0,${low})`;
  const below = `MIN(0,${low})-MIN(0,${high})`;
  const [least, most] = [Math.min(before, after), Math.max(before, after)];
  const [up, down] = [Math.max(0, most) - Math.max(0, least), Math.min(0, least) - Math.min(0, most)];
  const rises = after >= before;
  return [
    part(3, `MAX(0,${low})+MIN(0,${high})`, Math.max(0, least) + Math.min(0, most)),
    { column: 4, look: 'amount', kind: 'amount', value: 0 },
    part(5, `IF(${own}>=0,${above},0)`, rises ? up : 0),
    part(6, `IF(${own}<0,${above},0)`, rises ? 0 : up),
    part(7, `IF(${own}>=0,${below},0)`, rises ? down : 0),
    part(8, `IF(${own}<0,${below},0)`, rises ? 0 : down),
  ];
}

/** Opening, receipts, issues, adjustments of this run by reason, those of runs since the close before, closing. */
function stepsOf({ live }: Audit, closing: string, cell: string): Step[] {
  const run = is('Closing', closing, cell);
  const value = (column: string): Live => live.amount('InventoryValue', column, run);
  const reasons = REASONS.map((reason) => ({
    label: reason,
    figure: live.amount('Adjustments', 'Adjustment', run, is('Reason', reason)),
    isLevel: false,
  })).filter(({ figure }) => figure.value !== 0);
  const others = minus(
    value('Adjustment'),
    ...(reasons.length === 0
      ? [number(0)]
      : [
          {
            ...plus(...reasons.map(({ figure }) => figure)),
            formula: `(${plus(...reasons.map(({ figure }) => figure)).formula})`,
          },
        ]),
  );
  return [
    { label: 'Opening value', figure: value('Opening value'), isLevel: true },
    { label: 'Receipts', figure: value('Receipt value'), isLevel: false },
    { label: 'Issues', figure: value('Issue value'), isLevel: false },
    ...reasons,
    ...(Math.abs(others.value) < 1e-6 ? [] : [{ label: 'Adjustments of other runs', figure: others, isLevel: false }]),
    { label: 'Closing value', figure: value('Closing value'), isLevel: true },
  ];
}
