import type { Area } from '../model/address';
import type { Chart, ChartAxis, ChartSeries } from '../model/charts';
import type { ConditionalFormat, Sheet } from '../model/sheet';
import type { Table } from '../model/table';
import type { NamedItem, Workbook } from '../model/workbook';
import type { Entity, TypeSpec } from '../protocol/members';

/** A range that an add-in holds: it moves with its cells; null once they were deleted. */
export interface CellRange {
  readonly sheet: Sheet;
  area: Area | null;
}

/** Objects of a workbook, or of one sheet of it. */
export interface Scope {
  readonly workbook: Workbook;
  readonly sheet: Sheet | null;
}

export interface ColumnOf {
  readonly table: Table;
  readonly id: number;
}

export interface RowOf {
  readonly table: Table;
  readonly index: number;
}

export interface BorderOf {
  readonly range: CellRange;
  readonly side: string;
}

export interface SettingOf {
  readonly workbook: Workbook;
  readonly key: string;
}

export interface RuleOf {
  readonly sheet: Sheet;
  readonly format: ConditionalFormat;
}

/** What a worksheet function came to. */
export interface ResultOf {
  readonly value: number;
  readonly error: string;
}

export interface AreasOf {
  readonly sheet: Sheet;
  readonly areas: readonly Area[];
}

/** What each type of Excel's object model stands for here. */
export interface Targets {
  Workbook: Workbook;
  Application: Workbook;
  CultureInfo: Workbook;
  NumberFormatInfo: Workbook;
  DatetimeFormatInfo: Workbook;
  Runtime: Workbook;
  DocumentProperties: Workbook;
  Functions: Workbook;
  FunctionResult: ResultOf;
  WorkbookProtection: Workbook;
  WorksheetCollection: Workbook;
  Worksheet: Sheet;
  WorksheetProtection: Sheet;
  WorksheetFreezePanes: Sheet;
  PageLayout: Sheet;
  HeaderFooterGroup: Sheet;
  HeaderFooter: Sheet;
  Range: CellRange;
  RangeView: CellRange;
  RangeAreas: AreasOf;
  RangeFormat: CellRange;
  RangeFont: CellRange;
  RangeFill: CellRange;
  RangeBorderCollection: CellRange;
  RangeBorder: BorderOf;
  FormatProtection: CellRange;
  RangeSort: CellRange;
  DataValidation: CellRange;
  ConditionalFormatCollection: CellRange;
  ConditionalFormat: RuleOf;
  CustomConditionalFormat: RuleOf;
  ConditionalFormatRule: RuleOf;
  CellValueConditionalFormat: RuleOf;
  ConditionalRangeFormat: RuleOf;
  ConditionalRangeFont: RuleOf;
  ConditionalRangeFill: RuleOf;
  ChartCollection: Sheet;
  Chart: Chart;
  ChartTitle: Chart;
  ChartLegend: Chart;
  ChartSeriesCollection: Chart;
  ChartSeries: ChartSeries;
  ChartSeriesFormat: ChartSeries;
  ChartFill: ChartSeries;
  ChartAxes: Chart;
  ChartAxis: ChartAxis;
  TableCollection: Scope;
  Table: Table;
  TableColumnCollection: Table;
  TableColumn: ColumnOf;
  TableRowCollection: Table;
  TableRow: RowOf;
  TableSort: Table;
  AutoFilter: Table | Sheet;
  Filter: ColumnOf;
  NamedItemCollection: Scope;
  NamedItem: NamedItem & { readonly workbook: Workbook };
  SettingCollection: Workbook;
  Setting: SettingOf;
}

export type TypeName = keyof Targets;

/** The object of a type that stands for something of the model. */
export function of<N extends TypeName>(type: N, target: Targets[N]): Entity {
  return { type, target };
}

export function ofNullable<N extends TypeName>(type: N, target: Targets[N] | null): Entity | null {
  return target === null ? null : { type, target };
}

export type Spec<N extends TypeName> = TypeSpec<Targets[N]>;
export type Specs<N extends TypeName> = { readonly [K in N]: Spec<K> };
