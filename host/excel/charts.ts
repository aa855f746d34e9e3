import { invalidArgument, itemNotFound } from '../errors';
import { boundingArea } from '../model/address';
import { addChart, type Chart, type ChartAxis, deleteChart } from '../model/charts';
import type { Sheet } from '../model/sheet';
import type { Arguments } from '../protocol/arguments';
import * as kept from './kept';
import { areaOf, rangeArgument } from './ranges';
import { type CellRange, of, ofNullable, type Specs } from './targets';

/** The types that the stand-in draws; others of Excel's are refused, so that nobody believes in them. */
const TYPES = ['ColumnClustered', 'ColumnStacked', 'BarClustered', 'BarStacked', 'Line', 'Pie'];
const POSITIONS = ['NextToAxis', 'High', 'Low', 'None'];

function alive(chart: Chart): Chart {
  if (chart.deleted) throw itemNotFound();
  return chart;
}

const find = (sheet: Sheet, key: unknown): Chart | null =>
  sheet.charts.find(({ id, name }) => id === key || name.toLowerCase() === String(key).toLowerCase()) ?? null;

const existing = (chart: Chart | null | undefined) => {
  if (!chart) throw itemNotFound();
  return of('Chart', chart);
};

function add(sheet: Sheet, args: Arguments): Chart {
  const type = kept.oneOf(TYPES, args.at(0));
  const source = rangeArgument(args, 1, sheet);
  const by = args.has(2) ? kept.oneOf(['Auto', 'Columns', 'Rows'], args.at(2)) : 'Auto';
  const area = areaOf(source);
  return addChart(
    sheet,
    type,
    { sheet: source.sheet, area },
    by === 'Auto' ? area.rows >= area.columns : by === 'Columns',
  );
}

/** Puts a chart over cells: from the upper left corner of the first to the lower right one of the last. */
function place(chart: Chart, args: Arguments): null {
  const start = rangeArgument(args, 0, chart.sheet);
  const end = args.has(1) ? rangeArgument(args, 1, chart.sheet) : start;
  if (start.sheet !== chart.sheet || end.sheet !== chart.sheet) throw invalidArgument();
  alive(chart).place = boundingArea(areaOf(start), areaOf(end));
  return null;
}

/** A range that is given as such: there is no sheet that an address could be on. */
function rangeOnly(args: Arguments, index: number): CellRange {
  const entity = args.entity(index);
  if (entity?.type !== 'Range') throw invalidArgument();
  return entity.target as CellRange;
}

const COLOR = /^#[0-9a-f]{6}$/i;

/** Charts, as far as a report needs them. */
export const CHARTS: Specs<
  | 'ChartCollection'
  | 'Chart'
  | 'ChartTitle'
  | 'ChartLegend'
  | 'ChartSeriesCollection'
  | 'ChartSeries'
  | 'ChartSeriesFormat'
  | 'ChartFill'
  | 'ChartAxes'
  | 'ChartAxis'
> = {
  ChartCollection: {
    items: (sheet) => sheet.charts.map((chart) => of('Chart', chart)),
    item: (sheet, key) => existing(find(sheet, key)),
    properties: { Count: { get: (sheet) => sheet.charts.length } },
    methods: {
      Add: (sheet, args) => of('Chart', add(sheet, args)),
      GetItemAt: (sheet, args) => existing(sheet.charts[args.count(0)]),
      GetItemOrNullObject: (sheet, args) => ofNullable('Chart', find(sheet, args.at(0))),
    },
  },
  Chart: {
    id: (chart) => chart.id,
    properties: {
      Id: { get: (chart) => alive(chart).id },
      ChartType: kept.choice(
        TYPES,
        (chart) => alive(chart).type,
        (chart, value) => (alive(chart).type = value),
      ),
      Name: kept.text(
        (chart) => alive(chart).name,
        (chart, value) => (alive(chart).name = value),
      ),
    },
    navigation: {
      Title: (chart) => of('ChartTitle', alive(chart)),
      Legend: (chart) => of('ChartLegend', alive(chart)),
      Series: (chart) => of('ChartSeriesCollection', alive(chart)),
      Axes: (chart) => of('ChartAxes', alive(chart)),
    },
    methods: {
      SetPosition: place,
      Delete: (chart) => {
        deleteChart(alive(chart));
        return null;
      },
    },
  },
  ChartTitle: {
    properties: {
      Text: kept.text(
        (chart) => chart.title,
        (chart, value) => (chart.title = value),
      ),
      Visible: kept.flag(
        (chart) => chart.titleVisible,
        (chart, value) => (chart.titleVisible = value),
      ),
    },
  },
  ChartLegend: {
    properties: {
      Visible: kept.flag(
        (chart) => chart.legendVisible,
        (chart, value) => (chart.legendVisible = value),
      ),
    },
  },
  ChartSeriesCollection: {
    items: (chart) => chart.series.map((series) => of('ChartSeries', series)),
    properties: { Count: { get: (chart) => chart.series.length } },
    methods: {
      GetItemAt: (chart, args) => {
        const series = chart.series[args.count(0)];
        if (!series) throw itemNotFound();
        return of('ChartSeries', series);
      },
    },
  },
  ChartSeries: {
    properties: {
      GapWidth: kept.number(
        (series) => series.gapWidth,
        (series, value) => {
          if (value < 0 || value > 500) throw invalidArgument();
          series.gapWidth = value;
        },
      ),
    },
    navigation: { Format: (series) => of('ChartSeriesFormat', series) },
    methods: {
      SetXAxisValues: (series, args) => {
        series.categories = areaOf(rangeOnly(args, 0));
        return null;
      },
    },
  },
  ChartSeriesFormat: { navigation: { Fill: (series) => of('ChartFill', series) } },
  ChartFill: {
    methods: {
      Clear: (series) => {
        series.fill = null;
        return null;
      },
      SetSolidColor: (series, args) => {
        if (!COLOR.test(args.text(0))) throw invalidArgument();
        series.fill = args.text(0).toUpperCase();
        return null;
      },
    },
  },
  ChartAxes: {
    navigation: {
      CategoryAxis: (chart) => of('ChartAxis', chart.axes.category),
      ValueAxis: (chart) => of('ChartAxis', chart.axes.value),
    },
  },
  ChartAxis: {
    properties: {
      ReversePlotOrder: kept.flag<ChartAxis>(
        (axis) => axis.reversePlotOrder,
        (axis, value) => (axis.reversePlotOrder = value),
      ),
      TickLabelPosition: kept.choice<ChartAxis>(
        POSITIONS,
        (axis) => axis.tickLabelPosition,
        (axis, value) => (axis.tickLabelPosition = value),
      ),
      TickLabelSpacing: kept.number<ChartAxis>(
        (axis) => axis.tickLabelSpacing,
        (axis, value) => (axis.tickLabelSpacing = value),
      ),
      NumberFormat: kept.text<ChartAxis>(
        (axis) => axis.numberFormat,
        (axis, value) => (axis.numberFormat = value),
      ),
    },
  },
};
