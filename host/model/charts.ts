import type { Area } from './address';
import type { Sheet } from './sheet';

/** A series of a chart: a row or column of its source. A colour of null is no fill, undefined the automatic one. */
export interface ChartSeries {
  readonly area: Area;
  /** The texts along the axis; null where the source has no column of them. */
  categories: Area | null;
  name: string | null;
  fill: string | null | undefined;
  gapWidth: number;
}

export interface ChartAxis {
  reversePlotOrder: boolean;
  tickLabelPosition: string;
  /** Every how many categories have a label; 0 leaves it to Excel. */
  tickLabelSpacing: number;
  numberFormat: string;
}

/** A chart of a sheet: what it shows, how it is set, and where it stands. */
export interface Chart {
  readonly id: string;
  readonly sheet: Sheet;
  type: string;
  name: string;
  readonly series: readonly ChartSeries[];
  title: string;
  titleVisible: boolean;
  legendVisible: boolean;
  readonly axes: { readonly category: ChartAxis; readonly value: ChartAxis };
  /** From the first to the last cell that it covers; null where it stands where Excel put it. */
  place: Area | null;
  deleted: boolean;
}

const axis = (): ChartAxis => ({
  reversePlotOrder: false,
  tickLabelPosition: 'NextToAxis',
  tickLabelSpacing: 0,
  numberFormat: 'General',
});

/**
 * Makes a chart of columns or rows: the first row (column) are names where it holds texts, the first column (row) categories,
 * as Excel takes a source apart.
 */
export function addChart(sheet: Sheet, type: string, source: { sheet: Sheet; area: Area }, byColumns: boolean): Chart {
  const { area } = source;
  const isText = (row: number, column: number): boolean =>
    typeof sheet.workbook.calculator.value(source.sheet, row, column) !== 'number';
  const heads = area.rows > 1 && isText(area.row, area.column + area.columns - 1) ? 1 : 0;
  const sides = area.columns > 1 && isText(area.row + area.rows - 1, area.column) ? 1 : 0;
  const body = {
    row: area.row + heads,
    column: area.column + sides,
    rows: area.rows - heads,
    columns: area.columns - sides,
  };
  const count = byColumns ? body.columns : body.rows;
  const categories = byColumns
    ? sides && { ...body, column: area.column, columns: 1 }
    : heads && { ...body, row: area.row, rows: 1 };
  const number = sheet.charts.length + 1;
  const chart: Chart = {
    id: `{chart-${sheet.id}-${number}}`,
    sheet,
    type,
    name: `Chart ${number}`,
    series: Array.from({ length: count }, (_, at) => ({
      area: byColumns ? { ...body, column: body.column + at, columns: 1 } : { ...body, row: body.row + at, rows: 1 },
      categories: categories || null,
      name: null,
      fill: undefined,
      gapWidth: 150,
    })),
    title: 'Chart Title',
    titleVisible: true,
    legendVisible: true,
    axes: { category: axis(), value: axis() },
    place: null,
    deleted: false,
  };
  sheet.charts.push(chart);
  sheet.workbook.changes.report({ kind: 'sheet settings', sheet });
  return chart;
}

export function deleteChart(chart: Chart): void {
  chart.deleted = true;
  chart.sheet.charts.splice(chart.sheet.charts.indexOf(chart), 1);
  chart.sheet.workbook.changes.report({ kind: 'sheet settings', sheet: chart.sheet });
}
