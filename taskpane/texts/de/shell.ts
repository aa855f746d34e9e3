import { many } from '../many';
import type { Texts } from '..';

/** What the pane says around all pages, in German. */
export const shell: Pick<Texts, 'name' | 'outside' | 'pages' | 'common' | 'work' | 'failure'> = {
  name: 'Lagerabschluss',
  outside:
    'Diese Seite gehört in Excel: Öffnen Sie dort eine Arbeitsmappe und wählen Sie auf der Registerkarte Daten Lager abschließen.',
  pages: { label: 'Seiten', start: 'Start', close: 'Abschluss', explain: 'Erklären', history: 'Verlauf', more: 'Mehr' },

  common: {
    back: 'Zurück',
    cancel: 'Abbrechen',
    tryAgain: 'Erneut versuchen',
    goTo: (address) => `Zu ${address}`,
    showMore: (more) => `${more.text} weitere zeigen`,
    details: 'Einzelheiten',
    loading: 'Die Arbeitsmappe wird gelesen',
    opening: 'Die Seite wird geöffnet',
    notThere: (address) =>
      `${address} konnte nicht ausgewählt werden. Vielleicht wurde das Blatt umbenannt oder gelöscht.`,
    dismiss: 'Schließen',
    none: 'keine',
    of: (done, total) => `${done} von ${total}`,
    content: 'Dort steht',
    readOnly: 'Die Arbeitsmappe ist nur zum Lesen geöffnet: Es kann nichts geschrieben werden.',
  },

  work: {
    titles: {
      check: 'Es wird geprüft',
      preview: 'Die Vorschau wird berechnet',
      run: 'Das Lager wird abgeschlossen',
      reports: 'Die beiden Listen werden geschrieben',
    },
    phases: {
      Verifying: 'Die Läufe werden noch einmal gerechnet',
      Reading: 'Die Tabellen werden gelesen',
      Settling: 'Abgänge werden mit Zugängen ausgeglichen',
      Writing: 'Die Ergebnisse werden geschrieben',
    },
    begins: 'Es geht los',
    left: (time) => `Noch etwa ${time}`,
    seconds: (seconds) => many(seconds, 'Sekunde', 'Sekunden'),
    minutes: (minutes) => many(minutes, 'Minute', 'Minuten'),
    progress: 'Fortschritt',
    cellEdit: 'Eine Zelle wird gerade bearbeitet. Schließen Sie sie mit Enter oder Esc ab, damit es weitergeht.',
    pause: 'Anhalten',
    pausing: 'Wird angehalten',
    stopping: 'Wird abgebrochen',
    notWritten: 'Noch ist nichts geschrieben. Sie können abbrechen, ohne Spuren zu hinterlassen.',
    writing: 'Die Ergebnisse werden geschrieben. Das wird nicht unterbrochen, damit die Arbeitsmappe heil bleibt.',
    working: 'Sie können inzwischen die anderen Seiten ansehen. Ändern Sie die Tabellen nicht.',
  },

  failure: {
    titles: {
      check: 'Die Prüfung kam nicht zum Ende',
      preview: 'Die Vorschau konnte nicht berechnet werden',
      run: 'Der Abschluss kam nicht zum Ende',
      reports: 'Die Listen konnten nicht geschrieben werden',
      survey: 'Die Arbeitsmappe konnte nicht gelesen werden',
      explain: 'Das lässt sich nicht erklären',
      history: 'Der Verlauf konnte nicht gelesen werden',
      insert: 'Die Blätter konnten nicht eingefügt werden',
      page: 'Die Seite konnte nicht geöffnet werden',
    },
    notLoaded:
      'Ein Teil des Programms konnte nicht geladen werden. Prüfen Sie die Verbindung und versuchen Sie es noch einmal; hilft das nicht, schließen Sie den Bereich und öffnen Sie ihn neu.',
    nothingChanged: 'In der Arbeitsmappe wurde nichts geändert.',
    begun:
      'Das Schreiben hatte begonnen. Ihre eigenen Tabellen sind unverändert, aber im Blatt Closings kann ein Lauf mit dem Status Running stehen und in anderen Blättern Zeilen von ihm. Die Seite Start bietet an, den Lauf fortzusetzen oder zurückzunehmen.',
    reportsBegun:
      'Das Schreiben hatte begonnen: Die beiden Listen können teilweise da sein. Sonst wurde nichts geändert; Sie können sie noch einmal schreiben.',
    fault: 'Im Programm ist etwas schiefgegangen. An Ihren Daten liegt es nicht.',
    faultRemedy:
      'Versuchen Sie es erneut. Wenn es wieder geschieht, geben Sie die Einzelheiten unten an die Person weiter, die das Add-in betreut.',
    copy: 'Einzelheiten kopieren',
    copied: 'Kopiert',
    copyFailed: 'Wählen Sie den Text unten aus und kopieren Sie ihn.',
    noData: 'Die Einzelheiten nennen Zellen und ihren Inhalt, sonst keine Daten.',
  },
};
