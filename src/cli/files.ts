import { existsSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import {
  checkWritable,
  leftoversOf,
  openXlsx,
  readWorkbookFile,
  saveWorkbookFile,
  type FilePort,
  type SeenFile,
} from '../workbook/file';
import { mappedPort } from '../workbook/mapping/mapped-port';
import type { WorkbookPort } from '../workbook/port';
import { refuse } from '../workbook/refusal';

/** A workbook on the disk that a command works on. */
export interface OpenWorkbook {
  /** As runs see it: with the foreign tables and ranges that are mapped to ours. */
  readonly port: WorkbookPort;
  readonly package: FilePort;
  readonly file: string;
  readonly seen: SeenFile;
}

/** Where a command writes. */
export interface Target {
  readonly output?: string;
  readonly force?: boolean;
}

/** Reads a workbook. Throws WorkbookRefusal where it can not be read. */
export function openWorkbook(file: string): OpenWorkbook {
  const { bytes, seen } = readWorkbookFile(file);
  const left = leftoversOf(file).map((one) => basename(one));
  if (left.length > 0) {
    const what = left.length === 1 ? 'a file' : 'files';
    process.stderr.write(
      `A save of ${file} was interrupted and left ${what} beside it (${left.join(', ')}). The workbook is whole, as it was before. The next command that saves it removes what was left.\n`,
    );
  }
  const opened = openXlsx(bytes, file);
  return { port: mappedPort(opened), package: opened, file, seen };
}

/** Refuses, before any work is done, a target that can not or should not be written. */
export function checkTarget(file: string, { output, force }: Target): void {
  if (output === undefined || isSame(file, output)) return checkWritable(file);
  checkKind(output, KINDS.includes(kindOf(file)) ? [kindOf(file)] : KINDS);
  checkFree(output, force);
  checkWritable(output);
}

/** Refuses to replace a file that is there, unless that is wanted. */
export function checkFree(file: string, force = false): void {
  if (force || !existsSync(file)) return;
  throw refuse(
    'FILE_EXISTS',
    `${file} is there already, and was left as it is.`,
    'Choose another name with --output, or replace it with --force.',
    '',
    file,
  );
}

/** Refuses, before any work is done, a text file that can not or should not be written. */
export function checkTextTarget(file: string, { force }: Pick<Target, 'force'>): void {
  if (KINDS.includes(kindOf(file))) {
    throw refuse(
      'OUTPUT_KIND',
      `${file} would not open: what is to be written is a text, not a workbook.`,
      'Give it a name that ends in .txt or .json.',
      '',
      file,
    );
  }
  checkFree(file, force);
  checkWritable(file);
}

/** Writes a text as a file of its own, whole or not at all. */
export function saveText(file: string, text: string): void {
  saveWorkbookFile(file, new TextEncoder().encode(text));
}

/** Excel opens no file whose name says another kind of workbook than it is. */
export function checkKind(file: string, kinds: readonly string[]): void {
  if (kinds.includes(kindOf(file))) return;
  throw refuse(
    'OUTPUT_KIND',
    `${file} would not open: the workbook to be written is of the kind ${kinds.join(' or ')}.`,
    `Give it a name that ends in ${kinds.join(' or ')}.`,
    '',
    file,
  );
}

/** Writes the workbook to the output, or over itself; the file holds the old or the new workbook at any moment. */
export function saveWorkbook({ package: opened, file, seen }: OpenWorkbook, { output }: Target, now: number): string {
  const target = output ?? file;
  saveWorkbookFile(target, opened.toBytes(new Date(now)), isSame(file, target) ? seen : undefined);
  return target;
}

const KINDS = ['.xlsx', '.xlsm'];
const kindOf = (file: string): string => extname(file).toLowerCase();
const isSame = (file: string, other: string): boolean => resolve(file) === resolve(other);
