import type { LogCode } from '../../../src/book/log-codes';
import { RUN_REFUSALS } from './run-refusals';

/** What the log and refusals say, in German: message and remedy of each code. Placeholders as in `sayings.ts`. */
export const LOG_MESSAGES: Readonly<Record<LogCode, { readonly message: string; readonly remedy: string }>> = {
  ...RUN_REFUSALS,
  NOT_SETTLED: {
    message:
      '{quantity:quantity} von Abgang {transaction} konnten nicht ausgeglichen werden: {cause:words}. Der Abgang behält seinen Schätzwert, und seine Kosten können falsch sein.',
    remedy:
      'Buchen Sie den fehlenden Zugang, oder berichtigen Sie Menge, Datum oder Dimensionen, in einer Periode, die noch offen ist; oder schließen Sie bis zu einem späteren Tag ab.',
  },
  NO_FIN_RECEIPT: {
    message:
      '{quantity:quantity} von Abgang {transaction} konnten nicht ausgeglichen werden: Die Ware ist eingegangen, aber nicht berechnet ({receipts:words}).',
    remedy:
      'Tragen Sie die Rechnung des Zugangs ein (Financial date und Financial cost) und schließen Sie dann ab, oder lassen Sie ihn beim nächsten Abschluss ausgleichen.',
  },
  MARKED_LATER: {
    message:
      '{quantity:quantity} von Abgang {transaction} warten auf {counterpart}, womit der Abgang markiert ist und was an diesem Lauf nicht teilnimmt ({state:words}).',
    remedy:
      'Schließen Sie bis zu einem späteren Tag ab, berechnen Sie die Gegenbuchung, oder entfernen Sie die Markierung, solange die Periode offen ist.',
  },
  MODEL_LOCKED: {
    message:
      '{count:count} Buchungen von {items:count} Artikeln mit {model:words} werden durch diesen Abschluss gesperrt und nicht ausgeglichen: Ihre Kosten bleiben.',
    remedy: 'Nichts zu tun: Artikel mit diesem Bewertungsverfahren werden nie ausgeglichen.',
  },
  ORDER_LINES: {
    message:
      '{count:count} Zeilen haben weder ein physisches noch ein wertmäßiges Datum: Sie sind Auftragszeilen und nehmen nicht teil.',
    remedy: 'Nichts zu tun, wenn kein Datum fehlt.',
  },
  DEFAULT_ACCOUNTS: {
    message:
      '{count:count} Korrekturen verwenden Konten aus den Parametern, weil weder die Buchung noch die Tabelle Posting eines nennt ({accounts:words}).',
    remedy:
      'Tragen Sie die Konten bei den Buchungen oder in der Tabelle Posting ein, wenn das nicht die richtigen sind.',
  },
  PROVISIONAL_REPLACED: {
    message:
      '{count:count} vorläufige Korrekturen früherer Läufe wurden zurückgenommen, weil sie nicht mehr dasselbe ergeben.',
    remedy: 'Nichts zu tun: Vorläufige Korrekturen gelten bis zum nächsten Lauf.',
  },
  MIN_EXPENSED: {
    message:
      '{count:count} Beträge unter dem kleinsten weitergegebenen Betrag von {minimum:amount} wurden als Aufwand gebucht statt weitergegeben, zusammen {amount:amount}.',
    remedy: 'Nichts zu tun. Mit einem Mindestbetrag von 0 wird jeder Betrag weitergegeben.',
  },
  CIRCULAR_ROUNDED: {
    message:
      'Die Kosten von {count:count} Zeilen hängen im Kreis voneinander ab ({members:words}). Der Kreis wurde genau gelöst; was durch Rundung an {receipts:count} seiner Zugänge blieb, wurde als Aufwand gebucht, zusammen {amount:amount}.',
    remedy:
      'Nichts zu tun, wenn nicht der Kreis selbst ein Fehler ist: Ware, die zurückverlagert wird, oder ein Produkt in seiner eigenen Komponente.',
  },
  CIRCULAR_LIMIT: {
    message:
      'Die Kosten von {count:count} Zeilen hängen in einem Kreis voneinander ab, der keine eindeutige Lösung hat ({members:words}). Seine Zugänge, die ihre Kosten von Abgängen nehmen, haben in diesem Lauf nichts bekommen.',
    remedy:
      'Unterbrechen Sie den Kreis: Einer seiner Zugänge braucht eigene Kosten, oder ein anderer Zugang muss den ersten Abgang decken.',
  },
  SUBPROD_OPEN: {
    message:
      'Der Produktionsauftrag {reference} hat Komponenten verbraucht (zuerst {transaction}), aber kein Zugang von ihm ist wertmäßig gebucht: Ihre Kosten bleiben in der Ware in Arbeit.',
    remedy: 'Beenden Sie den Auftrag: Tragen Sie Financial date und Kosten seines Zugangs ein.',
  },
  NO_COMPONENTS: {
    message:
      'Der Produktionsauftrag {reference} hat den Zugang {transaction}, aber keine Komponenten: Nichts kann seine Kosten ändern.',
    remedy:
      'Prüfen Sie die Reference seiner Komponenten, oder lassen Sie es so, wenn der Auftrag keine verbraucht hat.',
  },
  SOURCE_LATER: {
    message:
      'Der Zugang {transaction} nimmt seine Kosten von {source}, was auf {date:day} datiert ist, nach dem Lauf: Er bekommt, was der Lauf davon weiß.',
    remedy: 'Berichtigen Sie das Datum von einem der beiden, oder schließen Sie bis zu einem späteren Tag ab.',
  },
  NEG_PHYSICAL: {
    message:
      'Der physische Bestand von {key} ist {quantity:quantity} am {date:day}, und seine Artikelmodellgruppe lässt das nicht zu.',
    remedy:
      'Buchen Sie die fehlenden Zugänge, schließen Sie bis zu einem Tag ab, an dem der Bestand da ist, oder setzen Sie Physical negative inventory auf Yes.',
  },
  NEG_FINANCIAL: {
    message:
      'Der wertmäßige Bestand von {key} ist {quantity:quantity} am {date:day}, und seine Artikelmodellgruppe lässt das nicht zu.',
    remedy:
      'Berechnen Sie die fehlenden Zugänge, schließen Sie bis zu einem Tag ab, an dem sie berechnet sind, oder setzen Sie Financial negative inventory auf Yes.',
  },
  ADJUSTED_BY_HAND: {
    message: '{count:count} Zugänge wurden von Hand korrigiert, zusammen um {amount:amount}: {what:words}.',
    remedy: 'Nichts zu tun. Der nächste Abschluss gibt weiter, was zu Abgängen gehört.',
  },
  LOCKED_CHANGED: {
    message:
      '{key:words} wurde durch {closing} gesperrt, und {what:words} wurde von {before:cell} auf {after:cell} geändert.',
    remedy:
      'Stellen Sie den alten Wert wieder her und tragen Sie die Berichtigung als neue Buchung in einer offenen Periode ein, oder stornieren Sie den Abschluss.',
  },
  LOCKED_ADDED: {
    message:
      'Die Buchung {transaction} ist auf {date:day} datiert, aber alles bis {last:day} ist durch {closing} abgeschlossen.',
    remedy: 'Datieren Sie die Buchung auf einen Tag nach dem letzten Abschluss, oder stornieren Sie den Abschluss.',
  },
  LOCKED_DELETED: {
    message:
      'Die Buchung {transaction} wurde durch {closing} gesperrt und steht nicht mehr in der Tabelle Transactions.',
    remedy: 'Stellen Sie die Zeile wieder her, wie sie war ({content}), oder stornieren Sie den Abschluss.',
  },
  NO_CLOSE_AT_PERIOD_END: {
    message: 'Die Periode {period} endet am {date:day}, und es gibt keinen Abschluss von diesem Tag.',
    remedy: 'Schließen Sie am Ende jeder Periode ab, damit jede Periode ihre eigenen Zahlen hat.',
  },
  LEDGER_DIFFERS: {
    message:
      'Konto {account}: Das Hauptbuch hat {balance:amount} am {date:day}, der darauf gebuchte Bestand ist {value:amount} wert – ein Unterschied von {difference:amount}.',
    remedy:
      'Suchen Sie nach Buchungen auf dem Konto, die keine Lagerbuchungen sind, nach Belegen von Läufen, die noch nicht gebucht wurden, und nach Lagerbuchungen mit einem anderen Konto.',
  },
  UNKNOWN_PARAMETER: {
    message: 'Die Tabelle Parameters hat eine Zeile „{parameter}“, die kein Parameter ist; sie bewirkt nichts.',
    remedy: 'Berichtigen Sie den Namen, oder entfernen Sie die Zeile. Die Vorlage nennt die Namen.',
  },
  OUT_OF_RANGE: {
    message: '{what:words} hat mehr als 15 Stellen und wäre nicht mehr auf die kleinste Einheit genau.',
    remedy: 'Verwenden Sie weniger Nachkommastellen, oder teilen Sie die Arbeitsmappe.',
  },
};
