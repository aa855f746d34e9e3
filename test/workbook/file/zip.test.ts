import { strToU8, unzipSync } from 'fflate';
import { pack, writePacked, writeZip } from '../../../src/workbook/file/zip';
import { crc32 } from '../../../src/workbook/file/crc32';

const MODIFIED = new Date('2026-01-31T12:34:56Z');

test('an independent reader finds every entry with its bytes', () => {
  const large = strToU8('<row><c><v>1</v></c></row>'.repeat(50_000));
  const zip = unzipSync(
    writeZip(
      [
        { name: 'a.xml', bytes: strToU8('<a/>') },
        { name: 'Übersicht.xml', bytes: large },
        { name: 'empty', bytes: new Uint8Array(0) },
      ],
      MODIFIED,
    ),
  );
  expect(Object.keys(zip)).toEqual(['a.xml', 'Übersicht.xml', 'empty']);
  expect(Buffer.from(zip['Übersicht.xml']).equals(Buffer.from(large))).toBe(true);
  expect(zip['empty']).toHaveLength(0);
});

test('the same entries and time give the same bytes, wherever the clock stands', () => {
  const entries = [{ name: 'a.xml', bytes: strToU8('<a/>') }];
  expect(Buffer.from(writeZip(entries, MODIFIED)).equals(writeZip(entries, new Date(MODIFIED)))).toBe(true);
  // 2026-01-31 12:34:56 in the form of MS-DOS.
  const bytes = writeZip(entries, MODIFIED);
  expect(new DataView(bytes.buffer).getUint32(10, true)).toBe(
    (((2026 - 1980) << 25) | (1 << 21) | (31 << 16) | (12 << 11) | (34 << 5) | 28) >>> 0,
  );
});

test('a copied entry keeps its bytes and its time', () => {
  const entry = { ...pack('a.xml', strToU8('<a/>')), time: 0x21_00_00 };
  const bytes = writePacked([entry], MODIFIED);
  expect(new DataView(bytes.buffer).getUint32(10, true)).toBe(0x21_00_00);
});

test('checksum', () => {
  expect(crc32(strToU8('123456789'))).toBe(0xcbf43926);
  expect(crc32(strToU8('6789'), crc32(strToU8('12345')))).toBe(0xcbf43926);
});
