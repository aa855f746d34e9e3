/** What a workbook may be at most. Beyond lies no inventory book but a damaged file, or one made to do harm. */

const MB = 1 << 20;

export const LIMITS = {
  /** The file itself, and what we write: zip without its 64-bit form ends at 4 GB. */
  fileBytes: 2048 * MB,
  entries: 30_000,
  /** One part unpacked, and all parts that the file declares. */
  partBytes: 1900 * MB,
  declaredBytes: 8192 * MB,
  /** A part that is changed stands in memory as one text, and half a gigabyte is the longest that there is. */
  textBytes: 500 * MB,
  /** Unpacked to packed size. Sheets reach 20 to 60; deflate itself ends at 1,032. Small parts can do no harm. */
  ratio: 250,
  ratioFromBytes: 32 * MB,
  /** Cells of the tables that are read, together: some 8 bytes each before their contents. */
  cells: 60_000_000,
  /** Excel's own. */
  rows: 1_048_576,
  columns: 16_384,
  textLength: 32_767,
} as const;
