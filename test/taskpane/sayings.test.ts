/** What the runs say, in the reader's language: nothing is left out, and no figure gets lost. */
import { LOG_CODES, type LogCode } from '../../src/book/log-codes';
import { formatIn } from '../../taskpane/format';
import { LANGUAGES } from '../support/languages';
import { translateBy } from '../../taskpane/texts/sayings';
import { textsOfSource, withoutNames } from '../support/source-sentences';

const { sentences, fragments } = LANGUAGES.de.spoken;
const say = translateBy(LANGUAGES.de.spoken, formatIn('de-DE'));
const names = (text: string): string[] => [...text.matchAll(/\{(\w+)(?::\w+)?\}/g)].map(([, name]) => name);

/** Where problems are made that the pane shows. The command line and files on a disk speak English. */
const PLACES = [
  'src/workbook/read',
  'src/workbook/mapping',
  'src/workbook/excel',
  'src/workbook/write/refusals.ts',
  'src/workbook/headers.ts',
  'src/workbook/refusal.ts',
  'src/settle/reports/open-quantities.ts',
  'src/runs',
];

/** Sentences that are put together of known parts, and texts that no problem says. */
const OTHER = new Set([
  // Of a column and a fault of its date: each is there as a whole.
  '{} {}.',
  // Of a receipt or an amount, and what is wrong with its figure: each is there as a whole.
  '{} {} {}.',
  // The beginning of a sentence that is there as a whole.
  'The run is complete, but its sheets for auditors could not be written.',
  // A header, and a note in a row of Closings.
  'Adjustment no.',
  'Taken back: {} had begun before.',
]);
/** Files whose sentences are not of problems: explanations have phrases of their own, and reports are for the command line. */
const OTHER_FILES = ['src/runs/explain/', 'src/runs/moving-average.ts', 'src/workbook/excel/make-sheet.ts'];

describe('German', () => {
  const known = new Set([...Object.keys(sentences), ...Object.keys(fragments)].map(withoutNames));
  const source = textsOfSource(PLACES).filter(({ file }) => !OTHER_FILES.some((start) => file.startsWith(start)));
  const isSentence = ({ text }: { readonly text: string }) => / .*[.?]$/s.test(text);

  test('knows every sentence that a problem says', () => {
    const missing = source.filter(isSentence).filter(({ text }) => !known.has(text) && !OTHER.has(text));
    expect(missing.map(({ file, text }) => `${file}: ${text}`)).toEqual([]);
  });

  test('knows no sentence that nobody says any more', () => {
    const all = textsOfSource(['src/book', 'src/settle', 'src/workbook', 'src/runs', 'taskpane/flow']);
    const said = new Set(all.map(({ text }) => text));
    const log = new Set(Object.values(LOG_CODES).flatMap(({ message, remedy }) => [message, remedy]));
    // What begins with what it is about, or ends with a sentence of another, is put together where it is said.
    const core = (text: string) => withoutNames(text.replace(/^(\{\w+\} )+/, '').replace(/ \{why\}$|\.$/, ''));
    const whole = [...said].filter((text) => text.replaceAll('{}', '').length > 20).map(patternOf);
    const isSaid = (text: string) =>
      [text, withoutNames(text), core(text)].some((one) => log.has(one) || said.has(one)) ||
      whole.some((pattern) => pattern.test(withoutNames(text)));
    expect(Object.keys(sentences).filter((text) => !isSaid(text))).toEqual([]);
  });

  test.each([
    ['sentences', sentences],
    ['parts', fragments],
  ])('loses nothing of what is told in %s', (_, sayings) => {
    const lost = Object.entries(sayings).filter(([english, german]) =>
      names(english).some((name) => !names(german).includes(name) && !MAY_BE_LOST.has(`${name}: ${english}`)),
    );
    expect(lost.map(([english]) => english)).toEqual([]);
    const invented = Object.entries(sayings).filter(([english, german]) =>
      names(german).some((name) => !names(english).includes(name)),
    );
    expect(invented).toEqual([]);
  });
});

/** "cell" and "cells", "has" and "have": German says it in other ways. A missing note is a sentence of its own. */
const MAY_BE_LOST = new Set([
  ...['cells', 'have'].map(
    (name) =>
      `${name}: {count} more {cells} of {table}[{column}] {have} this problem ({code}); the first {listed} are listed.`,
  ),
  'note: The table {table} has no column {column}{note}.',
]);

/** Matches a text of the source with whatever stands in its open places. */
const patternOf = (text: string): RegExp =>
  new RegExp(
    `^${text
      .split('{}')
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
    's',
  );

test('every message and remedy of the log comes back with all that was put into it', () => {
  for (const code of Object.keys(LOG_CODES) as LogCode[]) {
    for (const template of [LOG_CODES[code].message, LOG_CODES[code].remedy]) {
      const values = names(template).map((_, at) => `WORD${at}`);
      let at = 0;
      const english = template.replace(/\{\w+\}/g, () => values[at++]);
      const german = say(english);
      expect(german).not.toBe(english);
      values.forEach((value) => expect(german).toContain(value));
    }
  }
});

describe('a sentence', () => {
  test.each([
    [
      'with figures, dates and a cause',
      '2.5 of issue SO987 could not be settled: no receipt is left; the next one, PO9, is dated 2026-02-03, after the run. It keeps its estimate, and its cost may be wrong.',
      '2,5 von Abgang SO987 konnten nicht ausgeglichen werden: kein Zugang ist übrig; der nächste, PO9, ist auf 03.02.2026 datiert, nach dem Lauf. Der Abgang behält seinen Schätzwert, und seine Kosten können falsch sein.',
    ],
    [
      'with stock elsewhere',
      '4 of issue C3 could not be settled: no receipt is left in its cost key CHAIR (Site S), but there is stock under another cost key: 10 of CHAIR (Site N), 1.5 of CHAIR (Site W). It keeps its estimate, and its cost may be wrong.',
      '4 von Abgang C3 konnten nicht ausgeglichen werden: in seinem Kostenschlüssel CHAIR (Site S) ist kein Zugang übrig, aber unter einem anderen gibt es Bestand: 10 von CHAIR (Site N), 1,5 von CHAIR (Site W). Der Abgang behält seinen Schätzwert, und seine Kosten können falsch sein.',
    ],
    [
      'about a locked row',
      'Transaction S1 was locked by IC-0001, and its Financial cost was changed from -66.00 to -60.00.',
      'Buchung S1 wurde durch IC-0001 gesperrt, und Financial cost wurde von −66,00 auf −60,00 geändert.',
    ],
    [
      'about a cell',
      'Quantity is text that can be read as two numbers: the comma or point may part thousands or decimals.',
      'Quantity ist Text, der sich als zwei Zahlen lesen lässt: Komma oder Punkt können Tausender oder Nachkommastellen trennen.',
    ],
    ['about a date', 'Financial date has a year of two digits.', 'Financial date hat ein zweistelliges Jahr.'],
    ['with a choice', 'Use FIFO, LIFO or Moving average.', 'Verwenden Sie FIFO, LIFO oder Moving average.'],
    [
      'from Excel',
      'Excel answered "The API call failed." (GeneralException). Nothing was changed. Start again; if it happens again, save the workbook and open it anew.',
      'Excel antwortete „The API call failed.“ (GeneralException). Nichts wurde geändert. Beginnen Sie noch einmal; wenn es wieder geschieht, speichern Sie die Arbeitsmappe und öffnen Sie sie neu.',
    ],
    [
      'about sheets that wait',
      'The run is complete, but its sheets for auditors could not be written. The sheet "Checks" is protected. Nothing was changed.',
      'Der Lauf ist vollständig, aber seine Blätter für die Prüfung konnten nicht geschrieben werden. Das Blatt „Checks“ ist geschützt. Nichts wurde geändert.',
    ],
    ['that is not ours', 'Somebody wrote this into the log, or that.', 'Somebody wrote this into the log, or that.'],
  ])('%s', (_, english, german) => {
    expect(say(english)).toBe(german);
  });
});

/** These are told a word of the workbook, and say it in German. */
const TRANSLATED = ['.invoiced', '.keepsCost'];

test('explanations say in German all that they say in English', () => {
  type Node = string | readonly string[] | ((...args: never[]) => string) | { readonly [name: string]: Node };
  const say = (phrase: (...args: never[]) => string): string => (phrase as (...args: string[]) => string)(...probes);
  const probes = Array.from({ length: 8 }, (_, at) => `PROBE${at}`);
  const lost: string[] = [];
  const compare = (english: Node, german: Node, path: string): void => {
    if (typeof english === 'function' && typeof german === 'function') {
      const told = probes.filter((probe) => say(english).toUpperCase().includes(probe));
      const kept = say(german).toUpperCase();
      if (told.some((probe) => !kept.includes(probe)) && !TRANSLATED.includes(path)) lost.push(path);
    } else if (typeof english === 'object' && typeof german === 'object') {
      expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
      for (const [name, child] of Object.entries(english)) {
        compare(child as Node, (german as Readonly<Record<string, Node>>)[name], `${path}.${name}`);
      }
    } else expect(typeof german).toBe(typeof english);
  };
  compare(LANGUAGES.en.phrases as Node, LANGUAGES.de.phrases as Node, '');
  expect(lost).toEqual([]);
  expect(LANGUAGES.de.phrases.invoiced('posted', '31.01.2026', '10,00')).toBe('gebucht am 31.01.2026 mit 10,00');
});

test('English says of the pane what it would say of the command line', () => {
  const english = translateBy(LANGUAGES.en.spoken, formatIn('en-US'));
  expect(english(LOG_CODES.LATER_RUNS.remedy)).not.toContain('--with-later');
  const said = new Set(textsOfSource(['src']).map(({ text }) => text));
  expect(Object.keys(LANGUAGES.en.spoken.sentences).filter((text) => !said.has(withoutNames(text)))).toEqual([]);
  // Nothing else of the command line gets into the pane.
  const told = textsOfSource(PLACES).filter(
    ({ text }) => / .*[.?]$/s.test(text) && /inventory-close |--\w|command /.test(text),
  );
  expect(told.filter(({ text }) => english(text) === text)).toEqual([]);
});
