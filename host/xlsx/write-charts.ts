import { chartPart, drawingPart } from '../../src/workbook/file/chart-part';
import type { Archive } from '../../src/workbook/file/archive';
import { addContentTypes, addRelationships } from '../../src/workbook/file/relationships';
import type { PageChart } from '../../src/workbook/sheets/chart';
import type { Page } from '../../src/workbook/sheets/page';
import type { Chart } from '../model/charts';
import type { Sheet } from '../model/sheet';

const DRAWINGS = 'application/vnd.openxmlformats-officedocument';
const KINDS: Readonly<Record<string, PageChart['kind']>> = { BarClustered: 'bars', ColumnStacked: 'stacked columns' };

/**
 * Makes the drawing of a sheet's charts, with its parts. Returns its relationship; undefined where the sheet has no chart that
 * can be written: bars, or columns that stand on each other, of neighbouring columns of cells, put into their place.
 */
export function addDrawing(archive: Archive, part: string, sheet: Sheet): string | undefined {
  const charts = sheet.charts.flatMap((chart) => pageChart(chart) ?? []);
  if (charts.length === 0) return undefined;
  const drawing = freePart(archive, 'xl/drawings/drawing');
  archive.setText(drawing, '');
  const parts = charts.map((chart) => {
    const name = freePart(archive, 'xl/charts/chart');
    archive.setText(name, chartPart(pageOf(sheet, chart), chart));
    return name;
  });
  const ids = addRelationships(
    archive,
    drawing,
    parts.map((name) => ({ type: 'chart', part: name })),
  );
  archive.setText(drawing, drawingPart(charts, ids));
  addContentTypes(archive, [
    { part: drawing, type: `${DRAWINGS}.drawing+xml` },
    ...parts.map((name) => ({ part: name, type: `${DRAWINGS}.drawingml.chart+xml` })),
  ]);
  return addRelationships(archive, part, [{ type: 'drawing', part: drawing }])[0];
}

/** A part's name with the first number that is free. */
export function freePart(archive: Archive, path: string): string {
  for (let number = 1; ; number++) {
    const name = `${path}${number}.xml`;
    if (!archive.has(name)) return name;
  }
}

function pageChart({ type, series, title, titleVisible, axes, place }: Chart): PageChart | null {
  const [first] = series;
  const kind = KINDS[type];
  const texts = first?.categories;
  if (!kind || !place || !texts || series.some(({ area }) => area.columns > 1 || area.row !== first.area.row))
    return null;
  return {
    kind,
    title: titleVisible ? title : '',
    headerRow: first.area.row,
    rows: first.area.rows,
    categories: texts.column + 1,
    series: series.map(({ area, fill }) => ({
      column: area.column + 1,
      ...(fill ? { color: fill.slice(1) } : {}),
    })),
    from: { row: place.row + 1, column: place.column + 1 },
    to: { row: place.row + place.rows + 1, column: place.column + place.columns + 1 },
    format: axes.value.numberFormat,
  };
}

/** The cells that a chart shows, with what they come to now. */
function pageOf(sheet: Sheet, { headerRow, rows, categories, series }: PageChart): Page {
  const columns = [categories, ...series.map(({ column }) => column)];
  return {
    sheet: sheet.name,
    about: '',
    widths: [],
    renews: false,
    rows: Array.from({ length: headerRow + rows }, (_, row) => ({
      cells: columns.map((column) => {
        const value = sheet.workbook.calculator.value(sheet, row, column - 1);
        return { column, look: 'text', value: typeof value === 'number' ? value : String(value ?? '') };
      }),
    })),
  };
}
