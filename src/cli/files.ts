import {
  checkWritable,
  openXlsx,
  readWorkbookFile,
  saveWorkbookFile,
  type FilePort,
  type SeenFile,
} from '../workbook/file';

/** A workbook on the disk that a command works on. */
export interface OpenWorkbook {
  readonly port: FilePort;
  readonly file: string;
  readonly seen: SeenFile;
}

/** Reads a workbook. Throws WorkbookRefusal where it can not be read. */
export function openWorkbook(file: string): OpenWorkbook {
  const { bytes, seen } = readWorkbookFile(file);
  return { port: openXlsx(bytes, file), file, seen };
}

/** Refuses a target that can not be written, before any work is done. */
export function checkTarget(file: string, output: string | undefined): void {
  checkWritable(output ?? file);
}

/** Writes the workbook to the output, or over itself; the file holds the old or the new workbook at any moment. */
export function saveWorkbook({ port, file, seen }: OpenWorkbook, output: string | undefined, now: number): string {
  const target = output ?? file;
  saveWorkbookFile(target, port.toBytes(new Date(now)), output === undefined ? seen : undefined);
  return target;
}
