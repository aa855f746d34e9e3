import { Deflate } from 'fflate';
import { crc32 } from './crc32';

/** An entry of a zip file as it stands in the file. What is not changed is copied in this form, never packed again. */
export interface PackedEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  /** Bytes unpacked. */
  readonly size: number;
  readonly packed: readonly Uint8Array[];
  /** Date and time of a copied entry in the form of MS-DOS; entries that we make take that of the file. */
  readonly time?: number;
}

/** Half again as fast as the usual 6 for a tenth more bytes: packing is most of the work of a large result. */
const LEVEL = 3;
/** Bytes handed to the packer at a time; part of what makes the same input the same bytes. */
const STEP = 1 << 18;

/** Packs the parts of one entry, one after the other, so that a large sheet never stands in memory as a whole. */
export class Packer {
  private crc = 0;
  private size = 0;
  private readonly packed: Uint8Array[] = [];
  private readonly deflate: Deflate;

  constructor(private readonly name: string) {
    this.deflate = new Deflate({ level: LEVEL }, (chunk) => {
      if (chunk.length > 0) this.packed.push(chunk);
    });
  }

  push(bytes: Uint8Array): void {
    this.crc = crc32(bytes, this.crc);
    this.size += bytes.length;
    for (let at = 0; at < bytes.length; at += STEP) this.deflate.push(bytes.subarray(at, at + STEP));
  }

  finish(): PackedEntry {
    this.deflate.push(new Uint8Array(0), true);
    return { name: this.name, method: 8, crc: this.crc, size: this.size, packed: this.packed };
  }
}

/** One entry from its bytes. */
export function pack(name: string, bytes: Uint8Array): PackedEntry {
  const packer = new Packer(name);
  packer.push(bytes);
  return packer.finish();
}

/** A zip file of the entries, in their order. The same entries and time give the same bytes. */
export function writeZip(
  entries: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  modified: Date,
): Uint8Array {
  return writePacked(
    entries.map(({ name, bytes }) => pack(name, bytes)),
    modified,
  );
}

/** A zip file of entries that are packed already. Without zip64: 4 GB and 65,535 entries are the end (see limits.ts). */
export function writePacked(entries: readonly PackedEntry[], modified: Date): Uint8Array {
  const time = dosTime(modified);
  const names = entries.map((entry) => new TextEncoder().encode(entry.name));
  const lengths = entries.map((entry) => entry.packed.reduce((sum, part) => sum + part.length, 0));
  const directorySize = names.reduce((sum, name) => sum + 46 + name.length, 0);
  const directoryAt = entries.reduce((sum, _, index) => sum + 30 + names[index].length + lengths[index], 0);
  const bytes = new Uint8Array(directoryAt + directorySize + 22);
  const view = new DataView(bytes.buffer);
  let at = 0;
  let record = directoryAt;
  entries.forEach((entry, index) => {
    const name = names[index];
    // 0x0800 says that the name is UTF-8, which plain ASCII is too.
    const common = (to: number): void => {
      view.setUint16(to, 20, true);
      view.setUint16(to + 2, name.length === entry.name.length ? 0 : 0x0800, true);
      view.setUint16(to + 4, entry.method, true);
      view.setUint32(to + 6, entry.time ?? time, true);
      view.setUint32(to + 10, entry.crc, true);
      view.setUint32(to + 14, lengths[index], true);
      view.setUint32(to + 18, entry.size, true);
      view.setUint16(to + 22, name.length, true);
    };
    view.setUint32(record, 0x02014b50, true);
    view.setUint16(record + 4, 20, true);
    common(record + 6);
    view.setUint32(record + 42, at, true);
    bytes.set(name, record + 46);
    record += 46 + name.length;

    view.setUint32(at, 0x04034b50, true);
    common(at + 4);
    bytes.set(name, at + 30);
    at += 30 + name.length;
    for (const part of entry.packed) {
      bytes.set(part, at);
      at += part.length;
    }
  });
  view.setUint32(record, 0x06054b50, true);
  view.setUint16(record + 8, entries.length, true);
  view.setUint16(record + 10, entries.length, true);
  view.setUint32(record + 12, directorySize, true);
  view.setUint32(record + 16, directoryAt, true);
  return bytes;
}

/** Date and time as MS-DOS packs them, in UTC so that the bytes do not depend on where they are made. */
function dosTime(moment: Date): number {
  const year = Math.min(Math.max(moment.getUTCFullYear(), 1980), 2107);
  const date = ((year - 1980) << 9) | ((moment.getUTCMonth() + 1) << 5) | moment.getUTCDate();
  const time = (moment.getUTCHours() << 11) | (moment.getUTCMinutes() << 5) | (moment.getUTCSeconds() >> 1);
  return ((date << 16) | time) >>> 0;
}
