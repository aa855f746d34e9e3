import { many } from '../many';
import type { Texts } from '..';

/** What the pane says on the page Start, in German. */
export const start: Pick<Texts, 'start'> = {
  start: {
    title: 'Diese Arbeitsmappe',
    reading: 'Es wird nachgesehen, was in der Arbeitsmappe ist',
    readAgain: 'Neu lesen',
    transactions: 'Buchungen',
    items: 'Artikel',
    dates: 'Zeitraum',
    dateRange: (first, last) => `${first} bis ${last}`,
    noDates: 'kein Datum',
    lastClose: 'Letzter Abschluss',
    neverClosed: 'noch nicht abgeschlossen',
    closedUpTo: (day, closing) => `${day} (${closing})`,
    next: 'Als Nächstes',
    closeUpTo: (day) => `Abschließen bis ${day}`,
    closeWhy: 'Erst prüfen, dann die Vorschau ansehen, dann schreiben.',
    table: 'Tabelle',
    inputTables: 'Ihre Tabellen',
    resultTables: 'Ergebnisse früherer Läufe',
    problems: (errors) => `${many(errors, 'Zelle ist', 'Zellen sind')} zu berichtigen, bevor etwas laufen kann`,
    unfinishedTitle: (closing) => `Lauf ${closing} kam nicht zum Ende`,
    resume: 'Fortsetzen',
    resumeWhy: 'Weitermachen, wo er stehen blieb, mit denselben Zeilen wie ohne Unterbrechung.',
    rollBack: 'Zurücknehmen',
    rollBackWhy:
      'Zurücknehmen, was er schrieb: Zeilen werden gekennzeichnet und erhalten Gegenzeilen, nichts wird gelöscht.',
    startOver: 'Neu beginnen',
    startOverWhy:
      'Zurücknehmen und mit denselben Optionen noch einmal laufen lassen. Für den Fall, dass sich die Tabellen seither geändert haben.',
    ahead: {
      resume: {
        title: (closing) => `${closing} fortsetzen?`,
        changes: 'Was noch geschrieben wird',
        confirm: 'Jetzt fortsetzen',
      },
      rollBack: {
        title: (closing) => `${closing} zurücknehmen?`,
        changes: 'Was zum Zurücknehmen geschrieben wird',
        confirm: 'Jetzt zurücknehmen',
      },
      startOver: {
        title: (closing) => `${closing} neu beginnen?`,
        changes: 'Was zum Zurücknehmen und zum neuen Lauf geschrieben wird',
        confirm: 'Jetzt neu beginnen',
      },
    },
    added: 'Neue Zeilen',
    marked: 'Geänderte Zeilen',
    markedWhy: 'In geänderten Zeilen ändert sich nur der Status, und die eigene Zeile des Laufs.',
    resumed: (closing) => `Lauf ${closing} ist fertig. Speichern Sie die Arbeitsmappe.`,
    rolledBack: (closings) => `Zurückgenommen: ${closings}. Speichern Sie die Arbeitsmappe.`,
    notGoneOn: 'Der Lauf konnte nicht zu Ende gebracht werden',
    unfinished: (closing, status) =>
      `Lauf ${closing} ist nicht fertig (${status}). Solange er nicht fertig ist, kann nichts anderes laufen.`,
    unfinishedByHand:
      'Was eingegeben wurde, steht erst in der Arbeitsmappe, wenn er zu Ende ist. Fortsetzen geht darum nicht: Nehmen Sie ihn zurück, und geben Sie es noch einmal ein.',
    emptyTitle: 'Keine Tabelle namens Transactions',
    empty:
      'Der Lagerabschluss liest Excel-Tabellen nach ihren Namen. Er braucht eine namens Transactions, mit einer Zeile für jeden Zugang und jeden Abgang.',
    begin: 'Wie möchten Sie beginnen?',
    sample: 'Ein Beispiel ausprobieren',
    sampleWhy: 'Drei Monate eines Handelsbetriebs mit allen Bewertungsverfahren, bereit zum Abschluss.',
    template: 'Die Vorlage einfügen',
    templateWhy: 'Leere Tabellen mit einer Notiz zu jeder Spalte, zum Ausfüllen oder Einfügen eines Exports.',
    ownData: 'Eigene Daten verwenden',
    ownDataWhy:
      'Oder nennen Sie Ihre Tabelle Transactions (Tabellenentwurf, Tabellenname) und ihre Spalten Transaction, Item, Quantity, Financial date und Financial cost. Dann lesen Sie neu.',
    insertNote: 'Es kommen neue Blätter hinzu. Nichts in der Arbeitsmappe wird geändert.',
    inserting: 'Die Blätter werden eingefügt',
    readOnly:
      'Diese Arbeitsmappe ist nur zum Lesen geöffnet: Sie können prüfen, vorschauen und erklären, aber nicht abschließen.',
  },
};
