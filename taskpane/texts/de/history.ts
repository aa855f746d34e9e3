import { many } from '../many';
import type { Texts } from '..';

/** What the pane says on the page History, in German. */
export const history: Pick<Texts, 'history'> = {
  history: {
    title: 'Läufe',
    none: 'In dieser Arbeitsmappe gibt es noch keine Läufe. Nach dem ersten Abschluss stehen sie hier.',
    log: 'Protokoll',
    allRuns: 'Alle Läufe',
    filterRun: 'Lauf',
    filterSeverity: 'Schwere',
    allSeverities: 'Alle',
    search: 'Suchen',
    searchHint: 'Buchung, Artikel oder Wörter der Meldung',
    shown: (shown, all) => `${shown.text} von ${many(all, 'Eintrag', 'Einträgen')}`,
    noEntries: 'Kein Eintrag passt.',
    upTo: (day) => `bis ${day}`,
    finished: (moment) => `Beendet ${moment}`,
    begun: (moment) => `Begonnen ${moment}`,
    by: (name) => `ausgeführt von ${name}`,
    summary: 'Zusammenfassung',
    figures: (transactions, settlements, adjustments) =>
      `${many(transactions, 'Buchung', 'Buchungen')}, ${many(settlements, 'Ausgleich', 'Ausgleiche')}, ${many(adjustments, 'Korrektur', 'Korrekturen')}`,
    entries: (entries) => many(entries, 'Protokolleintrag', 'Protokolleinträge'),
    rowsIn: 'Seine Zeilen',
    noRows: (sheet) => `Der Lauf hat keine Zeilen in ${sheet}.`,
    notFound: (id) => `Die Buchung ${id} steht nicht mehr in den Tabellen.`,
    reversed: (closing) => `Storniert ${closing}`,
    explain: (transaction) => `${transaction} erklären`,
  },
};
