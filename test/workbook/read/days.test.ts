import { isoDay } from '../../../src/book/days';
import { parseDayText, serialDay } from '../../../src/workbook/read/days';

const iso = (found: number | string) => (typeof found === 'number' ? isoDay(found) : found);

describe('dates typed as text', () => {
  test.each([
    ['2026-01-31', '2026-01-31'],
    [' 2026-01-31 ', '2026-01-31'],
    ['2026-1-5', '2026-01-05'],
    ['2026-01-31T23:59:59Z', '2026-01-31'],
    ['2026-01-31T23:59:59.999+02:00', '2026-01-31'],
    ['2026-01-31 08:15', '2026-01-31'],
    ['20260131', '2026-01-31'],
    ['2026/01/31', '2026-01-31'],
    ['2026.01.31', '2026-01-31'],
    ['31/01/2026', '2026-01-31'],
    ['01/31/2026', '2026-01-31'],
    ['1/31/2026 8:15 PM', '2026-01-31'],
    ['31.1.2026', '2026-01-31'],
    ['31-01-2026', '2026-01-31'],
    ['05/05/2026', '2026-05-05'],
    ['31 Jan 2026', '2026-01-31'],
    ['31-Jan-2026', '2026-01-31'],
    ['31. January 2026', '2026-01-31'],
    ['Jan 31, 2026', '2026-01-31'],
    ['january 31 2026', '2026-01-31'],
    ['5 Sept 2026', '2026-09-05'],
    ['29/02/2024', '2024-02-29'],
    ['1900-03-01', '1900-03-01'],
    ['9999-12-31', '9999-12-31'],
  ])('%j is %s', (text, day) => {
    expect(iso(parseDayText(text))).toBe(day);
  });

  test.each([
    ['05/06/2026', 'ambiguous'],
    ['5.6.2026', 'ambiguous'],
    ['01-02-2026', 'ambiguous'],
    ['31/01/26', 'two-digit year'],
    ['31 Jan 26', 'two-digit year'],
    ['Jan 31, 26', 'two-digit year'],
    ['2026-02-29', 'no such date'],
    ['30/02/2026', 'no such date'],
    ['2026-13-01', 'no such date'],
    ['32 Jan 2026', 'no such date'],
    ['1900-02-28', 'out of range'],
    ['1899-12-31', 'out of range'],
    ['2026-01/31', 'unreadable'],
    ['31 Foo 2026', 'unreadable'],
    ['46053', 'unreadable'],
    ['2026-01', 'unreadable'],
    ['soon', 'unreadable'],
    ['31/01/20260', 'unreadable'],
  ])('%j is refused: %s', (text, fault) => {
    expect(parseDayText(text)).toBe(fault);
  });
});

describe('serials', () => {
  test.each<[number, boolean, string]>([
    [46053, false, '2026-01-31'],
    [46053.9999, false, '2026-01-31'],
    [44591, true, '2026-01-31'],
    [61, false, '1900-03-01'],
    [2958465, false, '9999-12-31'],
    [0, true, '1904-01-01'],
    [60, false, 'out of range'],
    [0.5, false, 'out of range'],
    [-1, true, '1903-12-31'],
    [2958466, false, 'out of range'],
    [20260131, false, 'out of range'],
  ])('%d (1904: %s) is %s', (serial, date1904, day) => {
    expect(iso(serialDay(serial, date1904))).toBe(day);
  });
});
