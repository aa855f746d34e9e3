import { type Area, boundingArea, MAX_COLUMNS, MAX_ROWS } from './address';
import type { Chart } from './charts';
import { Layer } from './layer';
import type { Style } from './style';
import type { Scalar } from './values';
import type { Workbook } from './workbook';

/** A formula as it stands in a cell, with its last result. */
export interface Formula {
  text: string;
  /** The result, and the state of the workbook that it belongs to; -1 before the first calculation. */
  result: Scalar | undefined;
  calculatedAt: number;
  /** Where a HYPERLINK function in it leads to. */
  link: string | null;
}

export interface Hyperlink {
  readonly address?: string;
  readonly documentReference?: string;
  readonly screenTip?: string;
}

export interface DataValidation {
  readonly area: Area;
  rule: Record<string, unknown>;
  errorAlert: Record<string, unknown>;
  prompt: Record<string, unknown>;
  ignoreBlanks: boolean;
}

export interface ConditionalFormat {
  readonly id: string;
  readonly area: Area;
  readonly type: string;
  rule: Record<string, unknown>;
  style: Style;
  stopIfTrue: boolean;
}

export interface PageSettings {
  orientation: string;
  order: string;
  zoom: Record<string, unknown>;
  paperSize: string;
  printGridlines: boolean;
  centerHorizontally: boolean;
  margins: Record<string, number>;
  /** Texts at the head and foot of the pages, by the names of office.js. */
  readonly texts: Map<string, string>;
  titleRows: Area | null;
  titleColumns: Area | null;
  printArea: Area | null;
}

export interface SheetProtection {
  readonly options: Readonly<Record<string, boolean | string>>;
  readonly password: string;
}

export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden';

/** A worksheet: layers of content over its cells, and the settings of the sheet itself. */
export class Sheet {
  readonly workbook: Workbook;
  readonly id: string;
  name: string;
  visibility: Visibility = 'Visible';
  tabColor = '';
  gridlines = true;
  headings = true;
  calculates = true;
  standardWidth = 8.43;
  frozen: { readonly rows: number; readonly columns: number } | null = null;
  protection: SheetProtection | null = null;
  deleted = false;

  readonly values = new Layer<Scalar>();
  readonly formulas = new Layer<Formula>();
  readonly numberFormats = new Layer<string>();
  readonly styles = new Layer<Style>();
  readonly links = new Layer<Hyperlink>();
  /** Widths and heights in points, by column and row from 0. */
  readonly widths = new Map<number, number>();
  readonly heights = new Map<number, number>();
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  merged: Area[] = [];
  readonly charts: Chart[] = [];
  validations: DataValidation[] = [];
  conditionalFormats: ConditionalFormat[] = [];
  readonly page: PageSettings = {
    orientation: 'Portrait',
    order: 'DownThenOver',
    zoom: { scale: 100 },
    paperSize: 'Letter',
    printGridlines: false,
    centerHorizontally: false,
    margins: {
      leftMargin: 50.4,
      rightMargin: 50.4,
      topMargin: 54,
      bottomMargin: 54,
      headerMargin: 21.6,
      footerMargin: 21.6,
    },
    texts: new Map(),
    titleRows: null,
    titleColumns: null,
    printArea: null,
  };

  constructor(workbook: Workbook, id: string, name: string) {
    this.workbook = workbook;
    this.id = id;
    this.name = name;
  }

  get layers(): readonly Layer<unknown>[] {
    return [this.values, this.formulas, this.numberFormats, this.styles, this.links] as Layer<unknown>[];
  }

  isBlank(area: Area): boolean {
    return this.values.isEmpty(area) && this.formulas.isEmpty(area);
  }

  /** The rectangle around everything that is used: values, and formats too unless only values count. */
  usedArea(valuesOnly: boolean): Area | null {
    const parts: readonly Layer<unknown>[] = valuesOnly
      ? [this.values, this.formulas]
      : [this.values, this.formulas, this.numberFormats, this.styles];
    let used: Area | null = null;
    for (const layer of parts) {
      const extent = layer.extent();
      if (extent) used = used ? boundingArea(used, extent) : extent;
    }
    return used;
  }

  entireRows(row: number, rows: number): Area {
    return { row, column: 0, rows, columns: MAX_COLUMNS };
  }

  entireColumns(column: number, columns: number): Area {
    return { row: 0, column, rows: MAX_ROWS, columns };
  }
}
