import type { CellProps, ColumnDataSchemaModel, ColumnRegular } from '@revolist/revogrid';
import type { GridCell, GridSheet } from '../../host/view/grid';
import { cellLook } from './cell-look';
import { fitting } from './fitting';
import { mergedSize } from './merged';
import { columnName, pixels } from './places';
import { columnCount, type SheetRow } from './rows';

/** The grid knows its rows as records of anything. */
const rowOf = ({ model }: ColumnDataSchemaModel): number => (model as unknown as SheetRow).row;

export interface CellSource {
  readonly sheet: GridSheet;
  at(row: number, column: number): GridCell | null;
}

/** The columns of a sheet for the grid, hidden ones left out. `source` is asked at every drawing for what is current. */
export function sheetColumns(sheet: GridSheet, defaultWidth: number, source: () => CellSource): ColumnRegular[] {
  const columns: ColumnRegular[] = [];
  const count = columnCount(sheet);
  for (let column = 0; column < count; column++) {
    const width = sheet.widths[column] ?? defaultWidth;
    if (width === 0) continue;
    columns.push({
      prop: column,
      name: columnName(column),
      size: pixels(width),
      minSize: 24,
      editor: 'cell',
      ...(column < sheet.frozen.columns ? { pin: 'colPinStart' as const } : {}),
      cellProperties: (props) => propertiesOf(source(), rowOf(props), column),
      cellTemplate: (create, props) => contentOf(create, source(), rowOf(props), column),
    });
  }
  return columns;
}

function propertiesOf(source: CellSource, row: number, column: number): CellProps {
  const cell = source.at(row, column);
  const merged = mergedSize(source.sheet, row, column);
  const spills = cell !== null && !merged && spillsOver(source, row, column, cell);
  return {
    style: { ...cellLook(source.sheet, row, column, cell), ...merged },
    class: merged ? 'merged' : spills ? 'spills' : '',
    'data-cell': `${columnName(column)}${row + 1}`,
  };
}

type Create = Parameters<NonNullable<ColumnRegular['cellTemplate']>>[0];

function contentOf(create: Create, source: CellSource, row: number, column: number): unknown {
  const cell = source.at(row, column);
  if (!cell) return '';
  const { link } = cell;
  const text = fitting(source.sheet, column, cell);
  if (!link) return create('span', {}, text);
  return create('a', { href: link, tabindex: -1, title: link }, text);
}

/** Text runs over the cells at its right while those are blank, as in Excel. */
function spillsOver(source: CellSource, row: number, column: number, cell: GridCell): boolean {
  if (cell.align !== 'left' || cell.style?.wrap || cell.text === '') return false;
  return (source.at(row, column + 1)?.text ?? '') === '';
}
