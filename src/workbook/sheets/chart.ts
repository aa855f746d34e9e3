/** Cells of the page that a chart shows: a header, and the values below it. Rows and columns count from 1. */
export interface ChartColumn {
  readonly column: number;
  /** RRGGBB; a series without one is not drawn and only lifts those that stand on it. */
  readonly color?: string;
}

/** A native chart of a page: columns that stand on each other, or bars. Its data are neighbouring columns of cells. */
export interface PageChart {
  readonly kind: 'stacked columns' | 'bars';
  readonly title: string;
  readonly headerRow: number;
  /** Rows of data, below the header. */
  readonly rows: number;
  /** The texts along the axis; the series stand in the columns right of it. */
  readonly categories: number;
  readonly series: readonly ChartColumn[];
  /** Where it stands: the cells of its corners. */
  readonly from: { readonly row: number; readonly column: number };
  readonly to: { readonly row: number; readonly column: number };
  /** How the figures along the axis are shown. */
  readonly format: string;
}
