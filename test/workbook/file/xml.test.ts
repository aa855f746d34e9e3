import { escapeAttribute, escapeText, unescapeXstring } from '../../../src/workbook/file/xml';

test.each([
  ['plain', 'Bolt M8 × 40', 'Bolt M8 × 40'],
  ['markup', 'a<b & c>d', 'a&lt;b &amp; c&gt;d'],
  ['quotes stay', 'say "yes"', 'say "yes"'],
  ['space and lines stay', ' a\tb\n', ' a\tb\n'],
  ['a carriage return', 'a\r\nb', 'a_x000D_\nb'],
  ['a control character', 'a\u0001b', 'a_x0001_b'],
  ['text that looks escaped', 'part_x0041_7', 'part_x005F_x0041_7'],
  ['text that looks escaped twice', '_x005F_x0041_', '_x005F_x005F_x005F_x0041_'],
  ['half a character', 'a\ud800b', 'a_xD800_b'],
  ['a whole one', '😀', '😀'],
])('text: %s', (_, text, xml) => {
  expect(escapeText(text)).toBe(xml);
  expect(unescapeXstring(escapeText(text).replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&'))).toBe(
    text,
  );
});

test.each([
  ['quotes', 'say "yes" & go', 'say &quot;yes&quot; &amp; go'],
  ['lines', 'a\nb', 'a&#10;b'],
])('attribute: %s', (_, text, xml) => expect(escapeAttribute(text)).toBe(xml));
