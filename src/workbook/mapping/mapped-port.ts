import type { Problem } from '../../book/problem';
import type { Area } from '../area';
import type { CellValue } from '../cells';
import { headerKey } from '../headers';
import type {
  Formats,
  Pages,
  Progress,
  SheetArea,
  StandIn,
  TableCells,
  TablePlace,
  TableWrite,
  WorkbookFacts,
  WorkbookPort,
} from '../port';
import { WorkbookRefusal } from '../refusal';
import { INPUT_TABLES } from '../tables/input';
import { MAPPING } from '../tables/mapping';
import type { TableMapping } from './mapping';
import { isMappingTable, readMapping } from './read-mapping';
import {
  findSource,
  type FoundRange,
  type FoundSource,
  headerProblems,
  headerText,
  renamed,
  renamedCells,
  standInOf,
  tableOfRange,
} from './stand-in';

const LAST_ROW = 1_048_576;

/** A mapping with the place that its source has now, under its own headers. */
interface Mapped {
  readonly mapping: TableMapping;
  readonly source: FoundSource;
  readonly place: TablePlace;
}

/** What the workbook's table Mapping comes to. Without one it is empty. */
interface Known {
  readonly facts: WorkbookFacts;
  readonly mapped: readonly Mapped[];
  readonly problems: readonly Problem[];
}

/**
 * The same workbook, in which foreign tables and ranges are read in the place of tables of ours, as the table Mapping says:
 * `facts` and `read` give them out under our names and headers, at their own addresses; nothing is copied. What the
 * mapping says is looked up by `facts`, and holds until that is asked again. A mapping that does not fit refuses to read
 * the input tables, and nothing else.
 */
export function mappedPort(port: WorkbookPort): WorkbookPort {
  return new MappedPort(port);
}

class MappedPort implements WorkbookPort {
  private known: Promise<Known> | undefined;

  readonly pages?: Pages;

  constructor(private readonly port: WorkbookPort) {
    if (port.pages) this.pages = port.pages;
  }

  get isShared(): boolean {
    return this.port.isShared;
  }

  async facts(): Promise<WorkbookFacts> {
    this.known = undefined;
    const { facts, mapped } = await this.know();
    if (mapped.length === 0) return facts;
    const names = new Set(mapped.map(({ mapping }) => headerKey(mapping.table)));
    const places = mapped.map(({ mapping, place }) => renamed(place, mapping));
    return { ...facts, tables: [...places, ...facts.tables.filter(({ name }) => !names.has(headerKey(name)))] };
  }

  async read(names: readonly string[], progress?: Progress): Promise<ReadonlyMap<string, TableCells>> {
    const { mapped, problems } = await this.know();
    if (problems.length > 0 && names.some(isInput)) throw new WorkbookRefusal(problems);
    const standing = new Map<string, Mapped>();
    const plain: string[] = [];
    for (const name of names) {
      const stands = mapped.find(({ mapping }) => headerKey(mapping.table) === headerKey(name));
      if (!stands) plain.push(name);
      else {
        standing.set(name, stands);
        if ('table' in stands.source) plain.push(stands.source.table.name);
      }
    }
    const byKey = new Map(plain.map((name) => [headerKey(name), name] as const));
    const tables = new Map(
      [...(await this.port.read([...byKey.values()], progress)).values()].map((table) => [
        headerKey(table.name),
        table,
      ]),
    );
    const found = new Map<string, TableCells>();
    for (const name of names) {
      const stands = standing.get(name);
      const table = stands ? await this.cellsOf(stands, tables, progress) : tables.get(headerKey(name));
      if (table) found.set(name, table);
    }
    return found;
  }

  usedArea(sheet: string): Promise<Area | undefined> {
    return this.port.usedArea(sheet);
  }

  readArea(place: SheetArea, progress?: Progress): Promise<readonly (readonly CellValue[])[]> {
    return this.port.readArea(place, progress);
  }

  async write(writes: readonly TableWrite[], formats: Formats, progress?: Progress): Promise<void> {
    const { mapped } = await this.know();
    const standIns = mapped.map(({ mapping, source, place }): StandIn => standInOf(source, place, mapping));
    await this.port.write(writes, formats, progress, standIns);
    if (writes.some(({ table }) => table === MAPPING)) this.known = undefined;
  }

  private know(): Promise<Known> {
    return (this.known ??= this.look());
  }

  private async look(): Promise<Known> {
    const facts = await this.port.facts();
    const place = facts.tables.find((table) => headerKey(table.name) === headerKey(MAPPING.name));
    if (!place || !isMappingTable(place)) return { facts, mapped: [], problems: [] };
    const table = (await this.port.read([place.name])).get(place.name);
    const read = table ? readMapping(table, facts) : { mappings: [], problems: [] };
    const problems = [...read.problems];
    const mapped: Mapped[] = [];
    for (const mapping of read.mappings) {
      const source = findSource(mapping, facts);
      if ('code' in source) {
        problems.push(source);
        continue;
      }
      const where = 'table' in source ? source.table : await this.placeOf(source, mapping.source);
      const wrong = headerProblems(where, mapping);
      problems.push(...wrong);
      if (wrong.length === 0) mapped.push({ mapping, source, place: where });
    }
    return { facts, mapped, problems };
  }

  /** A range as a table's place: its headers, and the rows that it has now. */
  private async placeOf(source: FoundRange, name: string): Promise<TablePlace> {
    const { sheet, area } = source;
    const headers = await this.port.readArea({ sheet, area: { ...area, bottom: area.top } });
    const rows = (await this.areaNow(source)).bottom - area.top;
    const texts = headers.map(([cell]) => headerText(cell));
    return { name, sheet, headerRow: area.top, firstColumn: area.left, headers: texts, rows };
  }

  /** The range with the rows that belong to it: those that it names, or all that are filled below its header. */
  private async areaNow({ sheet, area, toEnd }: FoundRange): Promise<Area> {
    if (!toEnd) return area;
    const used = await this.port.usedArea(sheet);
    return { ...area, bottom: Math.max(area.top, used?.bottom ?? area.top) };
  }

  private async cellsOf(
    { mapping, source }: Mapped,
    tables: ReadonlyMap<string, TableCells>,
    progress: Progress | undefined,
  ): Promise<TableCells | undefined> {
    const table =
      'table' in source ? tables.get(headerKey(source.table.name)) : await this.rangeCells(source, mapping, progress);
    if (!table) return undefined;
    // Its headers may have changed since they were looked at.
    const wrong = headerProblems(table, mapping);
    if (wrong.length > 0) throw new WorkbookRefusal(wrong);
    return renamedCells(table, mapping);
  }

  private async rangeCells(
    source: FoundRange,
    mapping: TableMapping,
    progress: Progress | undefined,
  ): Promise<TableCells> {
    const { sheet } = source;
    const area = await this.areaNow(source);
    const withBelow = { ...area, bottom: Math.min(area.bottom + 1, LAST_ROW) };
    const cells = await this.port.readArea({ sheet, area: withBelow }, progress);
    return tableOfRange(mapping.source, sheet, area, cells);
  }
}

const isInput = (name: string): boolean => INPUT_TABLES.some((table) => headerKey(table.name) === headerKey(name));
