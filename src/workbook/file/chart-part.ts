import { columnLetters, quoteSheet } from '../cells';
import type { Page } from '../sheets/page';
import type { ChartColumn, PageChart } from '../sheets/chart';
import { PALETTE } from '../write/result-layout';
import { escapeAttribute, escapeText } from './xml';

const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const SHEET_DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The part xl/drawings/drawingN.xml: where the charts of a page stand. `ids` are its relationships to them. */
export function drawingPart(charts: readonly PageChart[], ids: readonly string[]): string {
  const corner = (name: string, { row, column }: PageChart['from']): string =>
    `<xdr:${name}><xdr:col>${column - 1}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row - 1}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  const frames = charts.map(
    ({ from, to, title }, at) =>
      `<xdr:twoCellAnchor>${corner('from', from)}${corner('to', to)}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>` +
      `<xdr:cNvPr id="${at + 2}" name="Chart ${at + 1}" descr="${escapeAttribute(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
      '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
      `<a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" r:id="${ids[at]}"/></a:graphicData></a:graphic>` +
      '</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>',
  );
  return `${HEAD}<xdr:wsDr xmlns:xdr="${SHEET_DRAWING}" xmlns:a="${DRAWING}" xmlns:r="${RELATIONSHIPS}">${frames.join('')}</xdr:wsDr>`;
}

/** The part xl/charts/chartN.xml, with the figures as they are now for readers that do not calculate. */
export function chartPart(page: Page, chart: PageChart): string {
  const isBars = chart.kind === 'bars';
  const series = chart.series.map((one, at) => seriesOf(page, chart, one, at)).join('');
  const plot =
    `<c:barChart><c:barDir val="${isBars ? 'bar' : 'col'}"/><c:grouping val="${isBars ? 'clustered' : 'stacked'}"/><c:varyColors val="0"/>` +
    `${series}<c:gapWidth val="${isBars ? 60 : 40}"/>${isBars ? '' : '<c:overlap val="100"/>'}<c:axId val="111111111"/><c:axId val="222222222"/></c:barChart>`;
  const categoryAxis =
    `<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="${isBars ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${isBars ? 'l' : 'b'}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>` +
    `<c:tickLblPos val="low"/><c:spPr>${stroke(PALETTE.box)}</c:spPr>${textSize(800)}<c:crossAx val="222222222"/><c:crosses val="autoZero"/>` +
    '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>';
  const valueAxis =
    '<c:valAx><c:axId val="222222222"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>' +
    `<c:axPos val="${isBars ? 't' : 'l'}"/><c:majorGridlines><c:spPr>${stroke(PALETTE.line)}</c:spPr></c:majorGridlines>` +
    `<c:numFmt formatCode="${escapeAttribute(chart.format)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>` +
    `<c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${textSize(900)}<c:crossAx val="111111111"/>` +
    `<c:crosses val="${isBars ? 'max' : 'autoZero'}"/><c:crossBetween val="between"/></c:valAx>`;
  return (
    `${HEAD}<c:chartSpace xmlns:c="${CHART}" xmlns:a="${DRAWING}" xmlns:r="${RELATIONSHIPS}"><c:roundedCorners val="0"/><c:chart>` +
    `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1100" b="1"/></a:pPr><a:r><a:rPr lang="en-US" sz="1100" b="1">` +
    `${fill(PALETTE.ink)}</a:rPr><a:t>${escapeText(chart.title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>` +
    `<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plot}${categoryAxis}${valueAxis}</c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>` +
    `<c:spPr>${fill('FFFFFF')}${stroke(PALETTE.line)}</c:spPr></c:chartSpace>`
  );
}

const fill = (color: string): string => `<a:solidFill><a:srgbClr val="${color}"/></a:solidFill>`;
const stroke = (color: string): string => `<a:ln w="9525">${fill(color)}</a:ln>`;
const textSize = (size: number): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}"/></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`;

function seriesOf(page: Page, chart: PageChart, { column, color }: ChartColumn, at: number): string {
  const { headerRow, rows, categories } = chart;
  const address = (of: number, first: number, last = first): string => {
    const cell = (row: number): string => `$${columnLetters(of)}$${row}`;
    return escapeText(`${quoteSheet(page.sheet)}!${cell(first)}${last === first ? '' : `:${cell(last)}`}`);
  };
  const body = (of: number): string => address(of, headerRow + 1, headerRow + rows);
  const held = (row: number, of: number): string => {
    const cell = page.rows[row - 1].cells.find((one) => one.column === of);
    return escapeText(String(cell?.value ?? cell?.result ?? ''));
  };
  const points = (of: number): string =>
    `<c:ptCount val="${rows}"/>` +
    Array.from(
      { length: rows },
      (_, index) => `<c:pt idx="${index}"><c:v>${held(headerRow + 1 + index, of)}</c:v></c:pt>`,
    ).join('');
  const name = `<c:tx><c:strRef><c:f>${address(column, headerRow)}</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${held(headerRow, column)}</c:v></c:pt></c:strCache></c:strRef></c:tx>`;
  return (
    `<c:ser><c:idx val="${at}"/><c:order val="${at}"/>${name}` +
    `<c:spPr>${color === undefined ? '<a:noFill/><a:ln><a:noFill/></a:ln>' : fill(color)}</c:spPr><c:invertIfNegative val="0"/>` +
    `<c:cat><c:strRef><c:f>${body(categories)}</c:f><c:strCache>${points(categories)}</c:strCache></c:strRef></c:cat>` +
    `<c:val><c:numRef><c:f>${body(column)}</c:f><c:numCache><c:formatCode>General</c:formatCode>${points(column)}</c:numCache></c:numRef></c:val></c:ser>`
  );
}
