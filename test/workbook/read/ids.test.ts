import { parseChoice, parseYesNo, anyOf } from '../../../src/workbook/read/choices';
import { idKey, idText, Names, trailingNumber } from '../../../src/workbook/read/ids';

test.each<[string | number, string]>([
  [' P1 ', 'P1'],
  ['\u00A0P1', 'P1'],
  [42, '42'],
  [4.5, '4.5'],
  [0.1 + 0.2, '0.3'],
  [-0, '0'],
  [123456789012345, '123456789012345'],
])('the id in cell %j is %j', (cell, text) => {
  expect(idText(cell)).toBe(text);
});

test('names count an id once, whatever its case, spaces and type, and keep the first spelling', () => {
  const names = new Names();
  expect(['Blue', ' blue', 'BLUE ', 7, '7', 'Red'].map((cell) => names.add(cell))).toEqual([0, 0, 0, 1, 1, 2]);
  expect(names.texts).toEqual(['Blue', '7', 'Red']);
  expect(names.cells).toEqual(['Blue', 7, 'Red']);
  expect(names.find('rEd')).toBe(2);
  expect(names.find('green')).toBeUndefined();
});

test.each([
  ['S-000123', 123],
  ['IC-0001', 1],
  ['7', 7],
  ['S-', 0],
  ['', 0],
  ['A1B', 0],
])('%j ends in the number %d', (id, number) => {
  expect(trailingNumber(id)).toBe(number);
});

test('ids are compared ignoring case', () => {
  expect(idKey('Ärmel')).toBe(idKey('äRMEL'));
});

test.each<[string | number | boolean, boolean | undefined]>([
  ['Yes', true],
  [' no ', false],
  ['TRUE', true],
  ['false', false],
  [true, true],
  [false, false],
  ['Y', undefined],
  [1, undefined],
])('%j as Yes or No is %s', (cell, answer) => {
  expect(parseYesNo(cell)).toBe(answer);
});

test('choices ignore case and surrounding space, and are listed in words', () => {
  expect(parseChoice(' lifo DATE ', ['FIFO', 'LIFO date'])).toBe(1);
  expect(parseChoice('HIFO', ['FIFO', 'LIFO date'])).toBeUndefined();
  expect(anyOf(['Open', 'On hold', 'Closed'])).toBe('Open, On hold or Closed');
});
