import { createHash, randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { WorkbookRefusal } from '../refusal';
import {
  fileChanged,
  fileOpen,
  folderMissing,
  folderReadOnly,
  isFolder,
  notFound,
  notReadable,
  readOnly,
  writeFailed,
} from './disk-refusals';

/** A workbook as it was read from the disk. */
export interface WorkbookFile {
  readonly path: string;
  /** Name without its folder, for messages. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Pass it to saveWorkbookFile, which then notices a change in between. */
  readonly seen: SeenFile;
}

/** What a file was when it was read. */
export interface SeenFile {
  readonly size: number;
  readonly modified: number;
  readonly hash: string;
}

/** Reads a file. Throws WorkbookRefusal where there is none that can be read. */
export function readWorkbookFile(file: string): WorkbookFile {
  const name = path.basename(file);
  try {
    const status = fs.statSync(file);
    if (status.isDirectory()) throw isFolder(file);
    const bytes = fs.readFileSync(file);
    return { path: file, name, bytes, seen: { size: status.size, modified: status.mtimeMs, hash: hashOf(bytes) } };
  } catch (error) {
    if (error instanceof WorkbookRefusal) throw error;
    if (codeOf(error) === 'ENOENT') throw notFound(file);
    if (BUSY.has(codeOf(error))) throw fileOpen(file, '');
    throw notReadable(file, messageOf(error));
  }
}

/**
 * Refuses, before any work is done, a file that could not be saved at the end: one that is read-only or open in
 * Excel or LibreOffice, or a folder that can not be written to. A file that does not exist yet needs only the folder.
 */
export function checkWritable(file: string): void {
  const target = realPath(file);
  const folder = path.dirname(target);
  const folderStatus = fs.statSync(folder, { throwIfNoEntry: false });
  if (!folderStatus?.isDirectory()) throw folderMissing(folder);
  refuseWhileOpen(file);
  if (target !== file) refuseWhileOpen(target);
  const status = fs.statSync(target, { throwIfNoEntry: false });
  if (status?.isDirectory()) throw isFolder(file);
  // The mode counts for the superuser too, who could write all the same: read-only was meant.
  if (status && (status.mode & 0o222) === 0) throw readOnly(file);
  if (process.platform !== 'win32' && (folderStatus.mode & 0o222) === 0) throw folderReadOnly(folder);
  try {
    if (status) fs.closeSync(fs.openSync(target, 'r+'));
    fs.accessSync(folder, fs.constants.W_OK);
  } catch (error) {
    if (BUSY.has(codeOf(error))) throw fileOpen(file, '');
    throw status && !canWrite(target) ? readOnly(file) : folderReadOnly(folder);
  }
}

/**
 * Puts the bytes in place of the file: a temporary file beside it, written through to the disk, then renamed, so that
 * whenever the power goes the old or the new workbook is there, never half of one. Keeps the file's mode; follows a
 * symbolic link. With `seen`, refuses where the file has other content than when it was read.
 */
export function saveWorkbookFile(file: string, bytes: Uint8Array, seen?: SeenFile): void {
  checkWritable(file);
  const target = realPath(file);
  const status = fs.statSync(target, { throwIfNoEntry: false });
  if (seen && !isAsSeen(target, status, seen)) throw fileChanged(file);
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const handle = fs.openSync(temporary, 'wx', status ? status.mode & 0o777 : 0o666);
    try {
      // The process's mask may have taken bits away that the old file had.
      if (status) fs.fchmodSync(handle, status.mode & 0o777);
      for (let at = 0; at < bytes.length;) at += fs.writeSync(handle, bytes, at, bytes.length - at);
      fs.fsyncSync(handle);
    } finally {
      fs.closeSync(handle);
    }
    if (seen && !isAsSeen(target, fs.statSync(target, { throwIfNoEntry: false }), seen)) throw fileChanged(file);
    fs.renameSync(temporary, target);
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    if (error instanceof WorkbookRefusal) throw error;
    if (BUSY.has(codeOf(error))) throw fileOpen(file, '');
    throw writeFailed(file, messageOf(error));
  }
  syncFolder(path.dirname(target));
  // Who is saving the same file at this moment is refused in any case, because it was changed.
  for (const left of leftoversOf(file)) fs.rmSync(left, { force: true });
}

/**
 * Files that an interrupted saving of this file has left beside it. They are no workbooks that anybody knows of: the file
 * itself is whole, as it was before.
 */
export function leftoversOf(file: string): string[] {
  const target = realPath(file);
  const folder = path.dirname(target);
  try {
    return fs
      .readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && isLeftover(entry.name, path.basename(target)))
      .map(({ name }) => path.join(folder, name));
  } catch {
    return [];
  }
}

const isLeftover = (name: string, of: string): boolean =>
  name.startsWith(`.${of}.`) && /^[0-9a-f]{12}\.tmp$/.test(name.slice(of.length + 2));

/** What the system says of a file that another program holds. */
const BUSY = new Set(process.platform === 'win32' ? ['EBUSY', 'EPERM', 'EACCES'] : ['EBUSY', 'ETXTBSY']);

/** Excel and LibreOffice put a file beside a workbook that they have open, and the user's name into it. */
function refuseWhileOpen(file: string): void {
  const folder = path.dirname(file);
  const name = path.basename(file);
  for (const [lock, nameOf] of [
    [`~$${name}`, excelUser],
    [`.~lock.${name}#`, libreOfficeUser],
  ] as const) {
    const place = path.join(folder, lock);
    if (!fs.existsSync(place)) continue;
    let user = '';
    try {
      user = nameOf(fs.readFileSync(place));
    } catch {
      // Excel may keep its file to itself: that it is there says enough.
    }
    throw fileOpen(file, lock, user);
  }
}

/** One byte of length, then the name. */
const excelUser = (bytes: Buffer): string =>
  bytes
    .subarray(1, 1 + (bytes[0] ?? 0))
    .toString('latin1')
    .trim();

/** Fields parted by commas; the first is the user, or blank and the second is the account. */
function libreOfficeUser(bytes: Buffer): string {
  const [user = '', account = ''] = bytes.toString('utf8').split(',');
  return (user || account).trim();
}

function isAsSeen(file: string, status: fs.Stats | undefined, seen: SeenFile): boolean {
  if (!status) return false;
  if (status.size === seen.size && status.mtimeMs === seen.modified) return true;
  // Synchronised folders touch files without changing them.
  return status.size === seen.size && hashOf(fs.readFileSync(file)) === seen.hash;
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function realPath(file: string): string {
  try {
    return fs.realpathSync(file);
  } catch {
    return path.resolve(file);
  }
}

function canWrite(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Makes the renaming last. Not every system can do that for a folder; then it lasts when the system sees to it. */
function syncFolder(folder: string): void {
  try {
    const handle = fs.openSync(folder, 'r');
    try {
      fs.fsyncSync(handle);
    } finally {
      fs.closeSync(handle);
    }
  } catch {
    return;
  }
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

const messageOf = (error: unknown): string => String(error).replace(/^Error: /, '');
