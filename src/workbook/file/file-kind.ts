import { LIMITS } from './limits';
import { damaged, emptyFile, encrypted, notAWorkbook, oldFormat, tooLarge } from './refusals';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** Refuses what can not be a zip package by its first bytes: an encrypted or old workbook, text, nothing at all. */
export function refuseOtherKinds(bytes: Uint8Array, file: string): void {
  if (bytes.length === 0) throw emptyFile(file);
  if (bytes.length > LIMITS.fileBytes) throw tooLarge(file, `${bytes.length} bytes`);
  if (startsWith(bytes, OLE)) {
    if (containsWide(bytes, 'EncryptedPackage')) throw encrypted(file);
    if (containsWide(bytes, 'Workbook') || containsWide(bytes, 'Book')) throw oldFormat(file);
    throw notAWorkbook(file, 'it is another kind of Office file');
  }
  if (startsWith(bytes, ZIP)) return;
  if (startsWith(bytes, ZIP.slice(0, bytes.length))) throw damaged(file, 'its end is missing');
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200)).trimStart();
  if (start.startsWith('%PDF')) throw notAWorkbook(file, 'it is a PDF');
  if (start.startsWith('<')) throw notAWorkbook(file, 'it is a web page or XML, whatever its name says');
  throw notAWorkbook(file, 'it is text (CSV?) or something else, whatever its name says');
}

function startsWith(bytes: Uint8Array, first: readonly number[]): boolean {
  return bytes.length >= first.length && first.every((byte, index) => bytes[index] === byte);
}

/** Names of streams in a compound file stand there in UTF-16. */
function containsWide(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(`${name}\0`, 'utf16le'));
}
