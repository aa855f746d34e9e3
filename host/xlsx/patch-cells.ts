import { columnLetters } from '../../src/workbook/cells';
import { Edits } from '../../src/workbook/file/edits';
import { WorkbookRefusal } from '../../src/workbook/refusal';
import { SheetPatch } from '../../src/workbook/file/sheet-patch';
import { SheetRows } from '../../src/workbook/file/sheet-rows';
import { withPrefix } from '../../src/workbook/file/xml';
import type { Sheet } from '../model/sheet';
import { keyOf, type LookBook } from './looks';
import { SheetFrame } from './sheet-frame';
import { cellXml, resultOf, rowAttributes, rowsXml } from './write-cells';

/** What changed of a cell since the file was opened. */
const enum Change {
  none,
  /** How it looks: what it holds stays as it is written. */
  look,
  /** What its formula comes to: the formula stays as it is written, shared or not. */
  result,
  content,
}

/** A part with the cells that changed, and whether cells lost their formulas. */
export interface PatchedCells {
  readonly xml: string;
  readonly formulasGone: boolean;
}

/**
 * Writes the cells that changed since the file was opened into the part of a sheet. Both workbooks are calculated here: what a
 * formula comes to is written where that changed, so that one which the stand-in does not understand keeps its result.
 */
export function patchCells(xml: string, before: Sheet, now: Sheet, looks: LookBook): PatchedCells {
  const changes = changedCells(before, now);
  const heights = changedRows(before, now);
  if (changes.size === 0 && heights.length === 0) return { xml, formulasGone: false };
  const rows = rowsOf(xml, now.name);
  if (!rows) {
    const frame = new SheetFrame(xml);
    frame.put('sheetData', `<sheetData>${rowsXml(now, looks)}</sheetData>`);
    return { xml: frame.done(), formulasGone: true };
  }
  addShared(rows, changes);
  const patch = new SheetPatch(rows);
  let formulasGone = false;
  for (const [row, columns] of changes) {
    const index = rows.find(row + 1);
    const old = new Map(
      index < 0 ? [] : rows.cells(index).map((cell) => [cell.column - 1, plain(cell.xml, rows.prefix)]),
    );
    for (const [column, change] of columns) {
      const was = old.get(column) ?? '';
      const text = patched(was, now, row, column, change, looks);
      formulasGone ||= was.includes('<f') && !text.includes('<f');
      patch.set(row + 1, column + 1, text);
    }
  }
  const used = now.usedArea(false);
  if (used)
    patch.extend({
      top: used.row + 1,
      left: used.column + 1,
      bottom: used.row + used.rows,
      right: used.column + used.columns,
    });
  const text = [...patch.pieces()].join('');
  return { xml: patchRows(text, now, heights), formulasGone };
}

/** Undefined where the rows are written in a form that can not be taken apart: comments between them, or none at all. */
function rowsOf(xml: string, sheet: string): SheetRows | undefined {
  try {
    return new SheetRows(xml, sheet);
  } catch (error) {
    if (error instanceof WorkbookRefusal) return undefined;
    throw error;
  }
}

const plain = (xml: string, prefix: string): string =>
  prefix === '' ? xml : xml.replace(new RegExp(`<(/?)${prefix}`, 'g'), '<$1');

type Changes = Map<number, Map<number, Change>>;

function changedCells(before: Sheet, now: Sheet): Changes {
  const changes: Changes = new Map();
  const layers = [...before.layers, ...now.layers];
  const last = Math.max(0, ...layers.map(({ rows }) => rows.length));
  for (let row = 0; row < last; row++) {
    const width = Math.max(0, ...layers.map(({ rows }) => rows[row]?.length ?? 0));
    for (let column = 0; column < width; column++) {
      const change = changeOf(before, now, row, column);
      if (change !== Change.none) add(changes, row, column, change);
    }
  }
  return changes;
}

function add(changes: Changes, row: number, column: number, change: Change): void {
  const columns = changes.get(row) ?? new Map<number, Change>();
  changes.set(row, columns.set(column, change));
}

function changeOf(before: Sheet, now: Sheet, row: number, column: number): Change {
  const formula = now.formulas.get(row, column)?.text;
  if (before.formulas.get(row, column)?.text !== formula) return Change.content;
  const value = (sheet: Sheet): unknown => sheet.workbook.calculator.value(sheet, row, column);
  if (!Object.is(value(before), value(now))) return formula === undefined ? Change.content : Change.result;
  const format = (sheet: Sheet): string => sheet.numberFormats.get(row, column) ?? 'General';
  const sameLook =
    format(before) === format(now) && keyOf(before.styles.get(row, column)) === keyOf(now.styles.get(row, column));
  return sameLook ? Change.none : Change.look;
}

/**
 * A shared formula stands in one cell, and others name it. Where that cell changes, the others get formulas of their
 * own.
 */
function addShared(rows: SheetRows, changes: Changes): void {
  const { prefix } = rows;
  const shared = (xml: string): RegExpExecArray | null =>
    new RegExp(`<${prefix}f(?=[^>]*\\st="shared")[^>]*\\ssi="(\\d+)"[^>]*>`).exec(xml);
  const lost = new Set<string>();
  for (const [row, columns] of changes) {
    const index = rows.find(row + 1);
    for (const { column, xml } of index < 0 ? [] : rows.cells(index)) {
      const formula = columns.get(column - 1) === Change.content ? shared(xml) : null;
      if (formula?.[0].includes(' ref=')) lost.add(formula[1]);
    }
  }
  if (lost.size === 0) return;
  rows.numbers.forEach((row, index) => {
    for (const { column, xml } of rows.cells(index)) {
      const formula = shared(xml);
      if (formula && lost.has(formula[1])) add(changes, row - 1, column - 1, Change.content);
    }
  });
}

function patched(was: string, now: Sheet, row: number, column: number, change: Change, looks: LookBook): string {
  const tag = was.slice(0, was.indexOf('>') + 1);
  const base = Number(/\ss\s*=\s*["'](\d+)["']/.exec(tag)?.[1] ?? 0);
  if (change === Change.content || was === '') return cellXml(now, row, column, looks, base);
  const number = looks.numberOf(now.numberFormats.get(row, column), now.styles.get(row, column), base);
  const attributes = tag.replace(/\/?>$/, '').replace(/\s(?:s|r)\s*=\s*["'][^"']*["']/g, '');
  const start = `<c r="${columnLetters(column + 1)}${row + 1}"${number ? ` s="${number}"` : ''}${attributes.slice(2).trimEnd()}`;
  if (change === Change.look) return tag.endsWith('/>') ? `${start}/>` : `${start}>${was.slice(tag.length)}`;
  const formula = /<f(?=[\s/>])[^>]*?(?:\/>|>[^<]*<\/f>)/.exec(was)?.[0] ?? '';
  const content = now.workbook.calculator.value(now, row, column);
  return `${start.replace(/\s(?:t|vm)\s*=\s*["'][^"']*["']/g, '')}${resultOf(content, formula)}`;
}

/** Rows, from 0, that are higher, lower, hidden or shown. */
function changedRows(before: Sheet, now: Sheet): number[] {
  const rows = new Set([...before.heights.keys(), ...now.heights.keys(), ...before.hiddenRows, ...now.hiddenRows]);
  return [...rows].filter((row) => rowAttributes(before, row) !== rowAttributes(now, row)).sort((a, b) => a - b);
}

function patchRows(xml: string, sheet: Sheet, changed: readonly number[]): string {
  if (changed.length === 0) return xml;
  const rows = new SheetRows(xml, sheet.name);
  const edits = new Edits(xml);
  for (const row of changed) {
    const attributes = rowAttributes(sheet, row);
    const index = rows.find(row + 1);
    if (index < 0) {
      const next = rows.from(row + 1);
      const at = next < rows.numbers.length ? rows.starts[next] : rows.data.innerEnd;
      edits.insert(at, withPrefix(`<row r="${row + 1}"${attributes}/>`, rows.prefix), row);
      continue;
    }
    const text = rows.text(index);
    const tag = text.slice(0, text.indexOf('>') + 1);
    const kept = tag.replace(/\s(?:ht|customHeight|hidden)\s*=\s*["'][^"']*["']/g, '');
    const start = rows.starts[index];
    edits.replace(start, start + tag.length, [kept.replace(/\s*(\/?>)$/, `${attributes}$1`)]);
  }
  return edits.done();
}
