import type { OutValue } from '../port';
import type { PageChart } from './chart';
import type { ColumnKind } from '../tables/spec';

/** How a cell of a page is set. */
export type PageLook =
  | 'title'
  | 'about'
  | 'label'
  | 'figure'
  | 'verdict'
  | 'result'
  | 'section'
  | 'section right'
  | 'section center'
  | 'header left'
  | 'header right'
  | 'header center'
  | 'text'
  | 'amount'
  | 'mark'
  | 'note';

export interface PageCell {
  /** From 1. */
  readonly column: number;
  readonly look: PageLook;
  /** How its number is shown; text where it is left out. */
  readonly kind?: ColumnKind | 'check';
  /** What it holds, where it is no formula. */
  readonly value?: OutValue;
  /** In the notation of files, without the equals sign. */
  readonly formula?: string;
  /** What the formula comes to now, for readers without a calculator. */
  readonly result?: OutValue;
}

export interface PageRow {
  readonly cells: readonly PageCell[];
  /** Points; the usual height where it is left out. */
  readonly height?: number;
}

/**
 * A sheet of ours without a table: all its cells, as data, whatever writes them. It is found again by its name, and known as
 * ours by its first two cells: title and description.
 */
export interface Page {
  readonly sheet: string;
  readonly about: string;
  /** Characters, column by column. */
  readonly widths: readonly number[];
  /** From row 1 on; the first two are made of sheet and about, the third is a gap. */
  readonly rows: readonly PageRow[];
  /** The row whose headers stay in view and are repeated on each printed page; none where it is left out. */
  readonly headerRow?: number;
  /** Whether a page that is there is written anew: one that tells of a single run stays as that run left it. */
  readonly renews: boolean;
  readonly charts?: readonly PageChart[];
}

/** What a sheet must have in A1 and A2 to be ours. */
export type PageMark = Pick<Page, 'sheet' | 'about'>;
