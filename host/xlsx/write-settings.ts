import { escapeAttribute, escapeText } from '../../src/workbook/file/xml';
import { areaText, cell, WHOLE_SHEET } from '../model/address';
import type { PageSettings, Sheet } from '../model/sheet';
import { charactersFromPoints, DEFAULT_COLUMN_WIDTH } from '../model/style';
import type { SheetFrame } from './sheet-frame';

/**
 * Puts what changed of a sheet's settings into its part; `before` is the sheet as it was opened, or a blank one. `isActive` is undefined
 * where the same sheet is active as before.
 */
export function putSettings(frame: SheetFrame, before: Sheet, now: Sheet, isActive: boolean | undefined): void {
  const same = (what: (sheet: Sheet) => unknown): boolean => JSON.stringify(what(before)) === JSON.stringify(what(now));
  const printing = !same(({ page }) => printed(page));
  if (!same(({ tabColor }) => tabColor) || printing) frame.put('sheetPr', propertiesXml(frame, now, printing));
  const view = viewsXml(
    frame,
    now,
    isActive,
    same(({ frozen, gridlines }) => [frozen, gridlines]),
  );
  if (view !== frame.text('sheetViews')) frame.put('sheetViews', view);
  if (!same(widthsOf)) frame.put('cols', columnsXml(frame, before, now));
  if (!same(({ protection }) => protection))
    frame.put('sheetProtection', now.protection ? '<sheetProtection sheet="1"/>' : '');
  if (!same(({ merged }) => merged))
    frame.put(
      'mergeCells',
      listXml(
        'mergeCells',
        now.merged.map((area) => `<mergeCell ref="${areaText(area)}"/>`),
      ),
    );
  if (!same(linksOf)) {
    // Links out of the workbook have a relationship, and are not seen here.
    const outside = (frame.text('hyperlinks').match(/<hyperlink\s[^>]*\/>/g) ?? []).filter((link) =>
      /\s\w+:id=/.test(link),
    );
    const links = [...outside, ...linksOf(now)];
    frame.put('hyperlinks', links.length ? `<hyperlinks>${links.join('')}</hyperlinks>` : '');
  }
  if (printing) putPrinting(frame, now.page);
}

export const listXml = (name: string, items: readonly string[]): string =>
  items.length ? `<${name} count="${items.length}">${items.join('')}</${name}>` : '';

function propertiesXml(frame: SheetFrame, { tabColor, page }: Sheet, printing: boolean): string {
  const old = frame.text('sheetPr');
  const open = /^<sheetPr[^>]*?(?=\/?>)/.exec(old)?.[0] ?? '<sheetPr';
  let inner = old.includes('</sheetPr>') ? old.slice(old.indexOf('>') + 1, old.lastIndexOf('</sheetPr>')) : '';
  inner = inner.replace(/<tabColor[^>]*\/>/, '');
  if (tabColor) inner = `<tabColor rgb="FF${tabColor.slice(1)}"/>${inner}`;
  if (printing) {
    inner = inner.replace(/<pageSetUpPr[^>]*\/>/, '');
    if (fits(page)) inner += '<pageSetUpPr fitToPage="1"/>';
  }
  return inner === '' && open === '<sheetPr' ? '' : `${open}>${inner}</sheetPr>`;
}

/** Of two sheets that are both selected, Excel would change both: only the active one is. */
function viewsXml(frame: SheetFrame, now: Sheet, isActive: boolean | undefined, same: boolean): string {
  const { frozen, gridlines } = now;
  const old = frame.text('sheetViews');
  const wasActive = /\stabSelected="(?:1|true)"/.test(old);
  const active = isActive ?? wasActive;
  const selected = active ? ' tabSelected="1"' : '';
  if (same && active === wasActive) return old;
  if (same && old !== '')
    return old.replace(/\stabSelected="[^"]*"/g, '').replace(/<sheetView(?=[\s/>])/, `<sheetView${selected}`);
  const view = `<sheetViews><sheetView${gridlines ? '' : ' showGridLines="0"'}${selected} workbookViewId="0">`;
  if (!frozen || (!frozen.rows && !frozen.columns)) return `${view}</sheetView></sheetViews>`;
  const pane = frozen.rows && frozen.columns ? 'bottomRight' : frozen.rows ? 'bottomLeft' : 'topRight';
  const split = (frozen.columns ? ` xSplit="${frozen.columns}"` : '') + (frozen.rows ? ` ySplit="${frozen.rows}"` : '');
  const corner = areaText(cell(frozen.rows, frozen.columns));
  return `${view}<pane${split} topLeftCell="${corner}" activePane="${pane}" state="frozen"/></sheetView></sheetViews>`;
}

const sorted = <T>(items: Iterable<readonly [number, T]>): (readonly [number, T])[] =>
  [...items].sort(([a], [b]) => a - b);
const widthsOf = ({ widths, hiddenColumns }: Sheet): unknown => [
  sorted(widths),
  [...hiddenColumns].sort((a, b) => a - b),
];

/** Columns that are as they were keep their elements, which may say more than a width. */
function columnsXml(frame: SheetFrame, before: Sheet, now: Sheet): string {
  const state = ({ widths, hiddenColumns }: Sheet, column: number): string =>
    `${widths.get(column) ?? ''}|${hiddenColumns.has(column)}`;
  const all = [before, now].flatMap(({ widths, hiddenColumns }) => [...widths.keys(), ...hiddenColumns]);
  const changed = new Set(all.filter((column) => state(before, column) !== state(now, column)));
  const elements: [number, string][] = [];
  for (const old of frame.text('cols').match(/<col\s[^>]*\/>/g) ?? []) {
    const number = (name: string): number => Number(new RegExp(`\\s${name}="(\\d+)"`).exec(old)?.[1] ?? 0);
    const [first, last] = [number('min'), number('max')];
    const cuts = [...changed].filter((column) => column + 1 >= first && column + 1 <= last).sort((a, b) => a - b);
    let from = first;
    for (const cut of [...cuts.map((column) => column + 1), last + 1]) {
      const to = cut - 1;
      if (to >= from)
        elements.push([from, old.replace(/\smin="\d+"/, ` min="${from}"`).replace(/\smax="\d+"/, ` max="${to}"`)]);
      from = cut + 1;
    }
  }
  for (const column of changed) {
    const points = now.widths.get(column);
    const hidden = now.hiddenColumns.has(column);
    if (points === undefined && !hidden) continue;
    const width = Math.round((charactersFromPoints(points ?? DEFAULT_COLUMN_WIDTH) + 0.71) * 100) / 100;
    elements.push([
      column + 1,
      `<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"${hidden ? ' hidden="1"' : ''}/>`,
    ]);
  }
  const items = sorted(elements).map(([, element]) => element);
  return items.length ? `<cols>${items.join('')}</cols>` : '';
}

/** Links to places in the workbook, as elements. */
function linksOf(sheet: Sheet): string[] {
  const links: string[] = [];
  sheet.links.each(WHOLE_SHEET, (row, column, { documentReference, screenTip }) => {
    if (documentReference === undefined) return;
    const tip = screenTip ? ` tooltip="${escapeAttribute(screenTip)}"` : '';
    links.push(
      `<hyperlink ref="${areaText(cell(row, column))}" location="${escapeAttribute(documentReference)}"${tip}/>`,
    );
  });
  return links;
}

/** What the part of a sheet says of printing; what is printed, and repeated, are names of the workbook. */
const printed = ({
  texts,
  titleRows: _rows,
  titleColumns: _columns,
  printArea: _area,
  ...rest
}: PageSettings): unknown => ({
  ...rest,
  texts: [...texts],
});

const PAPERS: Readonly<Record<string, number>> = { Letter: 1, Legal: 5, A3: 8, A4: 9, A5: 11 };

const fits = ({ zoom }: PageSettings): boolean =>
  zoom.horizontalFitToPages !== undefined || zoom.verticalFitToPages !== undefined;

function putPrinting(frame: SheetFrame, page: PageSettings): void {
  const { margins, zoom, texts } = page;
  const options =
    (page.printGridlines ? ' gridLines="1"' : '') + (page.centerHorizontally ? ' horizontalCentered="1"' : '');
  frame.put('printOptions', options ? `<printOptions${options}/>` : '');
  const inches = (name: string): string => String(Math.round((margins[`${name}Margin`] / 72) * 10000) / 10000);
  const sides = ['left', 'right', 'top', 'bottom', 'header', 'footer'].map((side) => ` ${side}="${inches(side)}"`);
  frame.put('pageMargins', `<pageMargins${sides.join('')}/>`);
  const count = (name: string): number => Number(zoom[name] ?? 0);
  const size = fits(page)
    ? ` fitToWidth="${count('horizontalFitToPages')}" fitToHeight="${count('verticalFitToPages')}"`
    : zoom.scale === undefined || zoom.scale === 100
      ? ''
      : ` scale="${count('scale')}"`;
  const paper = PAPERS[page.paperSize];
  frame.put(
    'pageSetup',
    `<pageSetup${paper && paper !== 1 ? ` paperSize="${paper}"` : ''}` +
      `${page.order === 'OverThenDown' ? ' pageOrder="overThenDown"' : ''} orientation="${page.orientation.toLowerCase()}"${size}/>`,
  );
  const text = (place: 'Header' | 'Footer'): string => {
    const sections = [
      ['Left', 'L'],
      ['Center', 'C'],
      ['Right', 'R'],
    ].map(([side, code]) => {
      const own = texts.get(`${side}${place}`) ?? '';
      return own && `&${code}${own}`;
    });
    const all = sections.join('');
    return all && `<odd${place}>${escapeText(all)}</odd${place}>`;
  };
  const pages = text('Header') + text('Footer');
  frame.put('headerFooter', pages && `<headerFooter>${pages}</headerFooter>`);
}
