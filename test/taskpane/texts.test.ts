import { LOG_CODES } from '../../src/book/log-codes';
import { formatIn } from '../../taskpane/format';
import { termOf } from '../../taskpane/texts';
import { LANGUAGES, languageIn } from '../support/languages';

type Node = string | ((...args: never[]) => string) | { readonly [name: string]: Node };

const format = formatIn('en-US');

/** Every text with its path; functions are called with things that they may be given. */
function textsOf(node: Node, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node === 'function') {
    const told = node.length === 0 ? [] : Array.from({ length: node.length }, () => PROBE);
    return [[path, (node as (...args: unknown[]) => string)(...told)]];
  }
  return Object.entries(node).flatMap(([name, child]) => textsOf(child, `${path}/${name}`));
}

/** Reads as a text and as a counted number. */
const PROBE = Object.assign(Object('XX') as string, { value: 2, text: 'XX' });

const english = new Map(textsOf({ ...LANGUAGES.en.texts }));

describe.each(Object.entries(LANGUAGES))('%s', (language, { texts }) => {
  const all = new Map(textsOf({ ...texts }));

  test('has every text, and none of them is blank', () => {
    expect([...all.keys()].sort()).toEqual([...english.keys()].sort());
    expect([...all].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('says what it is told in every text that is told something', () => {
    const told = [...english].filter(([, text]) => text.includes('XX')).map(([path]) => path);
    expect(told.filter((path) => !all.get(path)!.includes('XX'))).toEqual([]);
  });

  test('has a heading for every code of the log', () => {
    expect(Object.keys(texts.codes).sort()).toEqual(Object.keys(LOG_CODES).sort());
  });

  if (language === 'en') return;
  test('is not left in English', () => {
    const same = [...all].filter(([path, text]) => english.get(path) === text).map(([, text]) => text);
    // Words that are the same in both languages.
    expect([...new Set(same)].sort()).toEqual(['FIFO', 'LIFO', 'Start', 'XX (XX)']);
  });
});

test('counts have their plural', () => {
  expect(LANGUAGES.en.texts.history.entries(format.count(1))).toBe('1 log entry');
  expect(LANGUAGES.en.texts.history.entries(format.count(1200))).toBe('1,200 log entries');
  expect(LANGUAGES.de.texts.history.entries(format.count(1))).toBe('1 Protokolleintrag');
  expect(LANGUAGES.de.texts.history.entries(format.count(0))).toBe('0 Protokolleinträge');
});

test.each([
  ['de-AT', 'de'],
  ['DE', 'de'],
  ['en-GB', 'en'],
  ['fr-FR', 'en'],
] as const)('%s speaks %s', (language, expected) => {
  expect(languageIn(language)).toBe(LANGUAGES[expected]);
});

test('a word that is not ours stays as it is', () => {
  expect(termOf(LANGUAGES.de.texts.terms.runStatuses, 'Completed')).toBe('abgeschlossen');
  expect(termOf(LANGUAGES.de.texts.terms.runStatuses, 'toString')).toBe('toString');
});
