/// <reference types="office-js" />
import { headerKey } from '../headers';
import type { CellChange, Formats, TableWrite } from '../port';
import { resultColumns } from '../write/result-columns';
import type { ChunkSize } from './chunks';
import type { OpenTable } from './open-tables';
import { writerOf } from './out-values';
import { cellsOf, everywhere } from './ranges';
import type { Session } from './session';

/** Cells of one column that stand below each other. */
interface Run {
  readonly column: string;
  readonly first: number;
  readonly values: CellChange['value'][];
}

/** Bytes that a request needs for one range, whatever is in it. */
const BYTES_A_RANGE = 600;

/**
 * Changes cells of rows that are there, in the order given: the status of a run is set last, after what it says to be true.
 * Cells below each other go together.
 */
export async function writeChanges(
  session: Session,
  table: OpenTable,
  write: TableWrite,
  formats: Formats,
  date1904: boolean,
  size: ChunkSize,
): Promise<void> {
  const runs = runsOf(write.changes);
  const specs = new Map(
    resultColumns(write.table, write.dimensions, true).map((column) => [headerKey(column.header), column] as const),
  );
  const places = new Map(table.columns.map(({ name }, at) => [headerKey(name), at] as const));
  for (let done = 0; done < runs.length;) {
    let bytes = 0;
    let end = done;
    for (; end < runs.length && (end === done || bytes < size.bytes); end++) bytes += bytesOf(runs[end]);
    const part = runs.slice(done, end);
    await session.run(async (context) => {
      context.application.suspendApiCalculationUntilNextSync();
      const sheet = context.workbook.worksheets.getItem(table.sheetId);
      for (const { column, first, values } of part) {
        const spec = specs.get(headerKey(column));
        const at = places.get(headerKey(column));
        const top = table.area.top + 1 + first;
        const bottom = top + values.length - 1;
        if (!spec || at === undefined) throw new Error(`${table.name} has no column ${column}`);
        if (bottom > table.area.bottom) throw new Error(`${table.name} has no row ${first + values.length - 1}`);
        const writer = writerOf(spec, formats, date1904);
        const left = table.area.left + at;
        const range = cellsOf(sheet, { top, bottom, left, right: left });
        const texts = values.map((value) => writer.format(value));
        range.numberFormat = texts.every((text) => text === texts[0])
          ? everywhere(texts[0])
          : texts.map((text) => [text]);
        range.values = values.map((value) => [writer.value(value)]);
      }
      await context.sync();
    });
    done = end;
  }
}

function runsOf(changes: readonly CellChange[]): Run[] {
  const runs: Run[] = [];
  const open = new Map<string, Run>();
  for (const { row, column, value } of changes) {
    const run = open.get(column);
    if (run && run.first + run.values.length === row) run.values.push(value);
    else {
      const fresh = { column, first: row, values: [value] };
      open.set(column, fresh);
      runs.push(fresh);
    }
  }
  return runs;
}

const bytesOf = ({ values }: Run): number =>
  values.reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length + 6 : 12), BYTES_A_RANGE);
