import type { ColumnKind, ResultTable } from '../tables/spec';
import { labelColumn } from './print-layout';
import { goTo, type ResultColumn } from './result-columns';

/** Where things stand on the sheet of a result table, whatever writes it: title, description, tie-outs, header. */

/** Colours as RRGGBB. */
export const PALETTE = {
  ink: '1F3B4D',
  grey: '7F7F7F',
  about: '595959',
  line: 'E3E6E8',
  white: 'FFFFFF',
  linkHeader: '5A7684',
  link: '0563C1',
  input: 'FFF8DC',
  box: 'A6A6A6',
  tab: '8A6D3B',
  section: 'EEF2F4',
} as const;

/** Heights in points. */
export const HEIGHTS = { title: 26.25, about: 15.75, gap: 7.5, goTo: 18 } as const;

export const FIRST_TIE_OUT_ROW = 4;
export const TIE_OUT_VERDICTS = ['OK', 'Difference'] as const;
export const TABLE_STYLE = 'TableStyleLight1';

/** The row of the header: below title, description, tie-outs, comparisons with other tables, and the jump cell. */
export function headerRowOf(table: ResultTable, hasGoTo: boolean): number {
  const { tieOuts, agreements = [] } = table;
  const figures = tieOuts.length + (agreements.length > 0 ? 1 + agreements.length : 0);
  return 3 + (figures > 0 ? figures + 1 : 0) + (hasGoTo ? 2 : 0) + 1;
}

/** The row of the title of the comparisons with other tables: these stand below it. */
export const agreementsRow = ({ tieOuts }: ResultTable): number => FIRST_TIE_OUT_ROW + tieOuts.length;

/** The column, from 1, of the figures above the table: wide enough, and the first behind the longest label. */
export function figureColumn(table: ResultTable, columns: readonly ResultColumn[]): number {
  const { tieOuts, agreements = [] } = table;
  const labels = [...tieOuts.map((tieOut) => tieOut.label), ...agreements, goTo(table)?.target ?? ''];
  const longest = Math.max(0, ...labels.map((label) => label.length));
  const label = labelColumn(columns);
  let before = 0;
  for (const [index, { kind, width }] of columns.entries()) {
    if (before > longest && width >= FIGURE_WIDTH && kind !== 'link' && kind !== 'link row') return index + 1;
    if (index + 1 >= label) before += width;
  }
  return columns.length;
}

/** Characters: sums of eight digits before the point are to be seen. */
const FIGURE_WIDTH = 14;

/** The formula beside a figure that should be zero: says whether it is. In the notation of files, without the equals sign. */
export const verdictFormula = (figure: string): string =>
  `IF(${figure}=0,"${TIE_OUT_VERDICTS[0]}","${TIE_OUT_VERDICTS[1]}")`;

/** The header's height in points: as many lines as the longest header needs, beside its filter button. */
export function headerHeight(columns: readonly ResultColumn[]): number {
  const lines = columns.map(({ header, width }) => {
    let count = 1;
    let length = 0;
    for (const word of header.split(' ')) {
      if (length > 0 && length + 1 + word.length > width - 2) {
        count++;
        length = word.length;
      } else length += (length > 0 ? 1 : 0) + word.length;
    }
    return count;
  });
  return 6 + 13.5 * Math.max(1, ...lines);
}

/** Kinds that stand at the right, as figures do, and their headers above them. */
export const FIGURES: ReadonlySet<ColumnKind | 'link' | 'link row'> = new Set([
  'quantity',
  'amount',
  'unit cost',
  'percent',
  'count',
  'number',
] as const);

/** Columns of sentences: they wrap. Wider ones hold text for machines, which stays on one line. */
export const isLong = ({ kind, width }: ResultColumn): boolean => kind === 'text' && width >= 60 && width < 90;

export type HeaderPlace = 'header first' | 'header left' | 'header right' | 'header link';

/** How the header of a column is set. */
export function headerPlace({ kind }: ResultColumn, index: number): HeaderPlace {
  if (index === 0) return 'header first';
  if (kind === 'link' || kind === 'link row') return 'header link';
  return FIGURES.has(kind) ? 'header right' : 'header left';
}
