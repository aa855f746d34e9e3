import { LIMITS } from './limits';
import { damaged, tooLarge } from './refusals';
import type { PackedEntry } from './zip';

/**
 * The entries of a zip file by its central directory, with their packed bytes as they stand (no copies). Reads the
 * 64-bit form too, which some writers use for small files. Throws WorkbookRefusal for what is no sound zip file.
 */
export function readDirectory(bytes: Uint8Array, file: string): PackedEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, at: start, size } = findDirectory(view, file);
  if (count > LIMITS.entries) throw tooLarge(file, `${count} parts`);
  if (start + size > bytes.length) throw damaged(file, 'its end is missing');

  const entries: PackedEntry[] = [];
  const places: { from: number; to: number }[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50)
      throw damaged(file, 'its list of parts is broken');
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const [unpacked, packed, local] = sizes(view, at, at + 46 + nameLength, extraLength);
    if (flags & 1) throw damaged(file, `the part ${name} is encrypted`);
    if (method !== 0 && method !== 8)
      throw damaged(file, `the part ${name} is packed in a way that Excel does not use`);
    if (local + 30 > bytes.length || view.getUint32(local, true) !== 0x04034b50)
      throw damaged(file, `the part ${name} is missing`);
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (from + packed > start) throw damaged(file, `the part ${name} is incomplete`);
    if (method === 0 && packed !== unpacked) throw damaged(file, `the part ${name} is larger than it says`);
    places.push({ from: local, to: from + packed });
    entries.push({
      name,
      method,
      crc: view.getUint32(at + 16, true),
      size: unpacked,
      packed: [bytes.subarray(from, from + packed)],
      time: view.getUint32(at + 12, true),
    });
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  // Parts that share bytes unpack to far more than the file holds: no honest writer makes them.
  places.sort((a, b) => a.from - b.from);
  if (places.some((place, index) => index > 0 && place.from < places[index - 1].to))
    throw damaged(file, 'its parts overlap');
  return entries;
}

/** Unpacked size, packed size and place of the local header; 0xffffffff stands for "see the 64-bit field". */
function sizes(view: DataView, record: number, extra: number, extraLength: number): [number, number, number] {
  const values: [number, number, number] = [
    view.getUint32(record + 24, true),
    view.getUint32(record + 20, true),
    view.getUint32(record + 42, true),
  ];
  for (let at = extra; at + 4 <= extra + extraLength && at + 4 <= view.byteLength;) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      let field = at + 4;
      for (let index = 0; index < 3; index++) {
        if (values[index] === 0xffffffff && field + 8 <= Math.min(at + 4 + length, view.byteLength)) {
          values[index] = Number(view.getBigUint64(field, true));
          field += 8;
        }
      }
    }
    at += 4 + length;
  }
  return values;
}

function findDirectory(view: DataView, file: string): { count: number; at: number; size: number } {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at--) {
    if (view.getUint32(at, true) !== 0x06054b50 || at + 22 + view.getUint16(at + 20, true) !== view.byteLength)
      continue;
    const locator = at - 20;
    if (locator >= 0 && view.getUint32(locator, true) === 0x07064b50) {
      const large = Number(view.getBigUint64(locator + 8, true));
      if (large + 56 <= locator && view.getUint32(large, true) === 0x06064b50) {
        return {
          count: Number(view.getBigUint64(large + 32, true)),
          size: Number(view.getBigUint64(large + 40, true)),
          at: Number(view.getBigUint64(large + 48, true)),
        };
      }
    }
    return {
      count: view.getUint16(at + 10, true),
      size: view.getUint32(at + 12, true),
      at: view.getUint32(at + 16, true),
    };
  }
  throw damaged(file, 'its end is missing');
}
