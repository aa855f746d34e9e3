/// <reference types="office-js" />
import type { PageChart } from '../sheets/chart';
import { cellsOf } from './ranges';

/**
 * Makes a chart of cells that stand on the same sheet already. Between the categories and the first series may be other columns:
 * series begin at the column of the first one, and get their categories one by one.
 */
export function addChart(sheet: Excel.Worksheet, chart: PageChart): void {
  const { headerRow, rows, categories, series, kind } = chart;
  const body = { top: headerRow + 1, bottom: headerRow + rows };
  const [first, last] = [series[0].column, series[series.length - 1].column];
  const source = cellsOf(sheet, { top: headerRow, bottom: body.bottom, left: first, right: last });
  const made = sheet.charts.add(kind === 'bars' ? 'BarClustered' : 'ColumnStacked', source, 'Columns');
  made.name = chart.title;
  made.title.text = chart.title;
  made.legend.visible = false;
  const texts = cellsOf(sheet, { ...body, left: categories, right: categories });
  series.forEach(({ color }, at) => {
    const one = made.series.getItemAt(at);
    one.setXAxisValues(texts);
    one.gapWidth = kind === 'bars' ? 60 : 40;
    if (color === undefined) one.format.fill.clear();
    else one.format.fill.setSolidColor(`#${color}`);
  });
  const { categoryAxis, valueAxis } = made.axes;
  categoryAxis.tickLabelPosition = 'Low';
  categoryAxis.tickLabelSpacing = 1;
  valueAxis.numberFormat = chart.format;
  // Bars are drawn from below: the first is to stand at the top.
  if (kind === 'bars') categoryAxis.reversePlotOrder = true;
  const { from, to } = chart;
  made.setPosition(sheet.getCell(from.row - 1, from.column - 1), sheet.getCell(to.row - 2, to.column - 2));
}
