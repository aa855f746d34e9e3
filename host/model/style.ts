/** How a cell looks, apart from its number format. What is absent has Excel's default. */
export interface Style {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: string;
  readonly strikethrough?: boolean;
  readonly color?: string;
  readonly font?: string;
  readonly size?: number;
  readonly fill?: string;
  readonly horizontal?: string;
  readonly vertical?: string;
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly locked?: boolean;
  readonly hidden?: boolean;
  readonly borders?: Readonly<Record<string, Border>>;
}

export interface Border {
  readonly style: string;
  readonly color: string;
  readonly weight: string;
}

export const DEFAULT_STYLE = {
  bold: false,
  italic: false,
  underline: 'None',
  strikethrough: false,
  color: '#000000',
  font: 'Calibri',
  size: 11,
  fill: '#FFFFFF',
  horizontal: 'General',
  vertical: 'Bottom',
  wrap: false,
  indent: 0,
  locked: true,
  hidden: false,
} as const;

export type StyleName = keyof typeof DEFAULT_STYLE;

/** Excel's widths, in points: what office.js reads and writes, and the count of characters that files and people use. */
export const DEFAULT_COLUMN_WIDTH = 48;
export const DEFAULT_ROW_HEIGHT = 15;
const PIXELS_PER_CHARACTER = 7;
const POINTS_PER_PIXEL = 0.75;

export const pointsFromCharacters = (characters: number): number =>
  Math.round(characters * PIXELS_PER_CHARACTER + 5) * POINTS_PER_PIXEL;
export const charactersFromPoints = (points: number): number =>
  Math.round(((points / POINTS_PER_PIXEL - 5) / PIXELS_PER_CHARACTER) * 100) / 100;
