import { many } from '../many';
import type { Texts } from '..';

/** What the pane says on the pages Verify, Period check, Archive and Refresh links, in German. */
export const upkeep: Pick<Texts, 'upkeep' | 'verify' | 'periods' | 'archive' | 'links'> = {
  upkeep: {
    title: 'Prüfen und pflegen',
  },
  verify: {
    card: 'Nachprüfen',
    why: 'Jeden Lauf noch einmal rechnen und jede Zelle der Ergebnisse damit vergleichen. Nichts wird geschrieben.',
    title: 'Ergebnisse nachprüfen',
    intro:
      'Jeder Lauf wird noch einmal gerechnet, der älteste zuerst, aus den Zeilen, wie sie gesperrt wurden. Jede Zeile, jede Summe und jeder Fingerabdruck wird mit dem verglichen, was in der Arbeitsmappe steht. Nichts wird geschrieben.',
    start: 'Jetzt nachprüfen',
    again: 'Noch einmal nachprüfen',
    failed: 'Die Ergebnisse konnten nicht nachgeprüft werden',
    none: 'In dieser Arbeitsmappe gibt es keinen Lauf, also nichts nachzuprüfen.',
    verified: 'Bestätigt',
    notVerified: 'Nicht bestätigt',
    sound: (runs) => `${many(runs, 'Lauf', 'Läufe')}, kein Unterschied.`,
    differ: (differences) => `${many(differences, 'Unterschied', 'Unterschiede')}. Sie stehen unten.`,
    unfinished:
      'Ein Lauf ist unvollendet und sagt noch nichts, was sich nachprüfen ließe. Die Seite Start bietet an, ihn fortzusetzen.',
    notComputed:
      'Korrekturen von Hand und Neuberechnungen, auf die kein Abschluss folgte, beruhen auf Zeilen, die nicht gesperrt sind. Bei ihnen wurden Summen, Konten, Belege und Fingerabdrücke verglichen.',
    runs: 'Läufe',
    manners: {
      computed: 'noch einmal gerechnet',
      checked: 'Summen und Fingerabdruck verglichen',
      'taken back': 'nie zu Ende gekommen und zurückgenommen',
      unfinished: 'unvollendet, nicht nachgeprüft',
    },
    noDifference: 'kein Unterschied',
    differences: (differences) => many(differences, 'Unterschied', 'Unterschiede'),
    cells: 'Was in den Ergebnissen abweicht',
    changed: (column, row) => `${column} von ${row}`,
    missing: (row) => `${row} fehlt`,
    added: (row) => `${row} hat der Lauf nicht geschrieben`,
    expected: 'Soll',
    found: 'Ist',
    input: 'Die Eingabe ist nicht, was abgeschlossen wurde',
    copy: 'Befund kopieren',
  },
  periods: {
    card: 'Perioden prüfen',
    why: 'Zeilen finden, die bis zum letzten Abschluss hinzukamen, geändert oder gelöscht wurden, und sehen, welche Perioden geschlossen sind.',
    title: 'Perioden prüfen',
    intro:
      'Was seither mit Zeilen geschah, die bis zum letzten Abschluss datiert sind, und welche Perioden geschlossen sind.',
    failed: 'Die Perioden konnten nicht geprüft werden',
    neverClosed: 'Es gilt kein Abschluss, also ist nichts gesperrt.',
    locked: (day, closing) => `Alles bis ${day} ist durch ${closing} gesperrt.`,
    sound: 'Keine gesperrte Zeile wurde geändert oder gelöscht, und keine kam hinzu.',
    changed: (changes) =>
      `${many(changes, 'Änderung', 'Änderungen')} an Gesperrtem. Kein Lauf kann beginnen, bevor das in Ordnung gebracht ist.`,
    periods: 'Perioden',
    noPeriods: 'Es gibt keine Tabelle Periods: Ein Lauf darf jedes Datum nach dem letzten Abschluss haben.',
    unread: 'Die Tabelle Periods wird gezeigt, sobald die Zeilen oben in Ordnung sind.',
    period: 'Periode',
    status: 'Stand',
    closing: 'Gesperrt durch',
    range: (from, to) => `${from} bis ${to}`,
    statuses: { Open: 'offen', 'On hold': 'angehalten', Closed: 'geschlossen' },
    statusHint:
      'Ein Lauf braucht ein Datum in einer offenen Periode. Ihren Stand legen Sie in der Tabelle Periods fest.',
    again: 'Noch einmal prüfen',
  },
  archive: {
    card: 'Archivieren',
    why: 'Sehen, welche Zeilen ganz abgeschlossen sind, und sie festhalten, damit Sie sie aus der Tabelle Transactions nehmen können.',
    title: 'Ganz abgeschlossene Zeilen archivieren',
    intro:
      'Ganz abgeschlossen ist eine Zeile, die fakturiert und ganz ausgeglichen ist und mit nichts Offenem zusammenhängt. Noch wird nichts geschrieben.',
    writes:
      'Die Zeilen werden in der Tabelle LockedRows festgehalten, als Lauf, der sich stornieren lässt. Ihre eigenen Tabellen bleiben, wie sie sind.',
    failed: 'Die Zeilen konnten nicht durchgesehen werden',
    notArchived: 'Die Zeilen wurden nicht archiviert',
    again: 'Noch einmal durchsehen',
    neverClosed: 'Es gilt kein Abschluss, also ist nichts ganz abgeschlossen.',
    count: (rows, day) => `${many(rows, 'Zeile', 'Zeilen')} von Transactions bis ${day} können archiviert werden.`,
    byItem: 'Nach Artikel',
    item: 'Artikel',
    dates: 'Daten',
    rows: 'Zeilen',
    range: (from, to) => `${from} bis ${to}`,
    list: 'Zeilen',
    more: (rows) => `und ${many(rows, 'weitere Zeile', 'weitere Zeilen')}`,
    others: 'Die anderen Zeilen',
    staying: {
      later: (rows) => `${many(rows, 'Zeile', 'Zeilen')}, beim letzten Abschluss nicht fakturiert`,
      unsettled: (rows) =>
        `${many(rows, 'Zeile', 'Zeilen')} von Artikeln, deren Lagermodell nichts ausgleicht (Standardkosten, gleitender Durchschnitt)`,
      open: (rows) => `${many(rows, 'Zeile', 'Zeilen')}, nicht ganz ausgeglichen`,
      changing: (rows) =>
        `${many(rows, 'Zeile', 'Zeilen')}, mit noch Offenem ausgeglichen, so dass sich die Kosten ändern können`,
      needed: (rows) =>
        `${many(rows, 'Zeile', 'Zeilen')}, mit noch Offenem durch eine Markierung, einen Fertigungsauftrag oder als Kostenquelle verbunden`,
      kept: (rows) => `${many(rows, 'Zeile', 'Zeilen')}, ganz abgeschlossen und später datiert`,
    },
    before: (rows, left) =>
      `${many(rows, 'Zeile', 'Zeilen')}, durch frühere Läufe archiviert; davon stehen ${left.text} noch in der Tabelle`,
    start: (rows) => `${many(rows, 'Zeile', 'Zeilen')} archivieren`,
    confirm: (rows) => `${many(rows, 'Zeile', 'Zeilen')} archivieren?`,
    now: 'Jetzt archivieren',
    back: 'Zurück',
    doing: 'Die Zeilen werden archiviert',
    done: 'Archiviert',
    doneIntro: (rows, closing) =>
      `${many(rows, 'Zeile', 'Zeilen')} als ${closing} archiviert. Speichern Sie die Arbeitsmappe.`,
    afterwards:
      'Danach können Sie sie in der Tabelle Transactions löschen, am besten, nachdem Sie sie in eine eigene Arbeitsmappe kopiert haben: Abschließen, Nachprüfen und Erklären gehen weiter, als stünden sie da. Um die Archivierung oder einen Lauf davor zu stornieren, stellen Sie sie erst zurück.',
    toVerify: 'Zum Nachprüfen',
  },
  links: {
    card: 'Verweise auffrischen',
    why: 'Die Verweise zwischen den Tabellen wieder schnell und richtig machen, nachdem Zeilen sortiert oder Blätter umbenannt wurden.',
    title: 'Verweise auffrischen',
    intro:
      'Jede Zeile einer Ergebnistabelle merkt sich, wo die Zeilen stehen, auf die sie verweist. Nach dem Sortieren, Einfügen oder Umbenennen führen die Verweise noch zur richtigen Zeile, müssen sie aber suchen. Hiermit werden sie wieder schnell.',
    writes:
      'Nur die Verweisspalten der Ergebnistabellen werden geschrieben. Ihre eigenen Tabellen und alle Zahlen bleiben, wie sie sind.',
    start: 'Verweise auffrischen',
    doing: 'Die Verweise werden durchgesehen',
    failed: 'Die Verweise konnten nicht aufgefrischt werden',
    begun:
      'Vielleicht sind manche Verweise aufgefrischt und andere nicht. Sonst wurde nichts geändert; Sie können es noch einmal tun.',
    done: 'Verweise aufgefrischt',
    none: 'Keine Tabelle dieser Arbeitsmappe hat Verweise.',
    doneIntro: (links, moved) =>
      `${many(links, 'Verweis', 'Verweise')} durchgesehen, ${moved.text} davon führten anderswohin. Speichern Sie die Arbeitsmappe.`,
    table: 'Tabelle',
    links: 'Verweise',
    moved: 'Versetzt',
    lost: 'Verloren',
    lostHint:
      'Verloren sind Verweise auf Zeilen, die es in den Tabellen nicht mehr gibt. Ob das ein Schaden ist, sagt das Nachprüfen.',
    toVerify: 'Zum Nachprüfen',
  },
};
