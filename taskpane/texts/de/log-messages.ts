import type { LogCode } from '../../../src/book/log-codes';

/** What the log and refusals say, in German: message and remedy of each code. Placeholders as in `sayings.ts`. */
export const LOG_MESSAGES: Readonly<Record<LogCode, { readonly message: string; readonly remedy: string }>> = {
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
      'Die Kosten von {count:count} Zeilen hängen im Kreis voneinander ab ({members:words}). Der Kreis wurde genau gelöst; durch Rundung blieben {amount:amount}, die als Aufwand gebucht wurden.',
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
  PERIOD_CLOSED: {
    message: '{date:day} liegt in der Periode {period}, und die ist {status:words}.',
    remedy: 'Öffnen Sie die Periode in der Tabelle Periods, oder schließen Sie bis zu einem Tag in einer offenen ab.',
  },
  NO_PERIOD: {
    message: '{date:day} liegt in keiner Periode der Tabelle Periods.',
    remedy: 'Ergänzen Sie die Periode in der Tabelle Periods, oder berichtigen Sie das Datum.',
  },
  NOT_LATER: {
    message: '{date:day} liegt nicht nach dem letzten Abschluss, {closing} bis {last:day}.',
    remedy: 'Wählen Sie einen späteren Tag, oder stornieren Sie zuerst den letzten Abschluss.',
  },
  BEFORE_LAST_CLOSE: {
    message:
      '{date:day} liegt vor dem letzten Abschluss, {closing} bis {last:day}: Eine Neuberechnung geht von dort aus weiter.',
    remedy: 'Berechnen Sie bis zum Tag dieses Abschlusses oder später neu, oder stornieren Sie ihn zuerst.',
  },
  UNKNOWN_ITEM: {
    message: 'In dieser Arbeitsmappe gibt es keinen Artikel „{item}“.',
    remedy: 'Prüfen Sie die Artikelnummer: Sie steht in Transactions oder Items. Groß und klein ist gleich.',
  },
  UNKNOWN_ITEM_GROUP: {
    message: 'Kein Artikel hat die Artikelgruppe „{group}“.',
    remedy: 'Prüfen Sie die Item group in der Tabelle Items. Groß und klein ist gleich.',
  },
  OTHER_RUN: {
    message: 'Der Lauf {closing} {status:words}: Solange er nicht zu Ende ist, kann nichts anderes laufen.',
    remedy: 'Setzen Sie ihn zuerst fort, oder nehmen Sie ihn zurück.',
  },
  ADJUSTED_LATER: {
    message: '{closing} hat Zugänge am {last:day} von Hand korrigiert, nach dem {date:day}.',
    remedy: 'Schließen Sie bis zu jenem Tag oder einem späteren ab, oder stornieren Sie zuerst die Korrektur.',
  },
  ADJUSTED_BY_HAND: {
    message: '{count:count} Zugänge wurden von Hand korrigiert, zusammen um {amount:amount}: {what:words}.',
    remedy: 'Nichts zu tun. Der nächste Abschluss gibt weiter, was zu Abgängen gehört.',
  },
  NO_CLOSE: {
    message: 'In dieser Arbeitsmappe gilt kein Abschluss: Bestand wird zum letzten Abschluss korrigiert.',
    remedy: 'Schließen Sie zuerst ab.',
  },
  NOT_CHOSEN: {
    message: 'In dieser Arbeitsmappe gibt es dies nicht: {what:words}.',
    remedy: 'Prüfen Sie die Schreibweise. Groß und klein ist gleich.',
  },
  NOTHING_ON_HAND: {
    message: 'Von dem, was gewählt wurde, ist am {date:day}, dem Tag des letzten Abschlusses, kein Zugang offen.',
    remedy:
      'Wählen Sie Artikel, die auf Lager sind und deren Verfahren ausgleicht; Artikel mit gleitendem Durchschnitt werden neu bewertet.',
  },
  NOT_POSITIVE: {
    message:
      '{key} wurde weggelassen: Am {date:day} ist der Bestand {quantity:quantity}, und nur positiver kann korrigiert werden.',
    remedy: 'Buchen Sie die fehlenden Zugänge und schließen Sie ab; oder lassen Sie es so.',
  },
  NOT_ADJUSTABLE: {
    message: '{item} hat das Bewertungsverfahren {model:words}, für das {command:words} nicht gilt.',
    remedy:
      'Artikel mit gleitendem Durchschnitt werden neu bewertet; bei den anderen Verfahren wird der Bestand oder der einzelne Zugang korrigiert; Standardkosten bleiben, wie sie sind.',
  },
  NO_COST_PRICE: {
    message: '{item} hat in der Tabelle Items keinen Cost price.',
    remedy: 'Tragen Sie den Cost price ein, oder geben Sie die Stückkosten an.',
  },
  BELOW_ZERO: {
    message: 'Der offene Teil von {transaction} ist {value:amount} wert, und wäre dann {after:amount} wert.',
    remedy: 'Nehmen Sie weniger weg: Bestand kann nichts wert sein, aber nicht weniger.',
  },
  NOT_A_RECEIPT: {
    message: '{transaction} ist {what:words}: Nur Zugänge der Tabelle Transactions können korrigiert werden.',
    remedy: 'Ein Abgang kostet, was seine Zugänge kosten: Korrigieren Sie diese.',
  },
  NOT_INVOICED: {
    message: '{transaction} ist bis zum {date:day} nicht wertmäßig gebucht.',
    remedy: 'Tragen Sie die Rechnung ein, oder wählen Sie einen späteren Tag.',
  },
  CHOSEN_TWICE: {
    message: '{transaction} wurde zweimal genannt.',
    remedy: 'Nennen Sie es einmal, mit dem Wert, den es haben soll.',
  },
  NOTHING_CHANGES: {
    message: 'Alles, was gewählt wurde, hat diesen Wert schon: Es gibt nichts zu korrigieren.',
    remedy: 'Nichts zu tun.',
  },
  INPUT_CHANGED: {
    message:
      '{what:words} wurde geändert, seit {closing} anhielt: aus {before:cell} wurde {after:cell}. Der Lauf blieb, wie er ist.',
    remedy:
      'Stellen Sie her, was da stand, und setzen Sie fort; oder beginnen Sie von vorn: Der Lauf wird dann zurückgenommen und mit dem gemacht, was jetzt da steht.',
  },
  RUN_DIFFERS: {
    message: '{closing} passt nicht zu dem, was der Lauf schon geschrieben hatte: {what:words}. Er blieb, wie er ist.',
    remedy: 'Beginnen Sie von vorn: Der Lauf wird dann zurückgenommen und neu gemacht. Oder nehmen Sie ihn zurück.',
  },
  ROLLBACK_BEGUN: {
    message: 'Jemand hat begonnen, {closing} zurückzunehmen, so dass der Lauf nicht fortgesetzt werden kann.',
    remedy: 'Nehmen Sie ihn ganz zurück, und machen Sie den Lauf dann noch einmal.',
  },
  NOTHING_UNFINISHED: {
    message: 'Kein Lauf dieser Arbeitsmappe ist unvollendet, also gibt es nichts fortzusetzen oder zurückzunehmen.',
    remedy: 'Nichts zu tun. Ein Lauf, der zu Ende ist, wird durch ein Storno zurückgenommen.',
  },
  NOT_RESUMABLE: {
    message: '{closing} kann nicht fortgesetzt werden: {cause:words}.',
    remedy: 'Nehmen Sie den Lauf zurück, und machen Sie ihn dann noch einmal.',
  },
  NOTHING_TO_REVERSE: {
    message: 'In dieser Arbeitsmappe gilt kein Lauf, also gibt es nichts zu stornieren.',
    remedy: 'Nichts zu tun.',
  },
  NOT_IN_FORCE: {
    message: '{closing} ist kein Lauf, der gilt: Es gibt ihn nicht, oder er ist schon storniert.',
    remedy: 'Die Tabelle Closings nennt die Läufe: Es gelten die mit Completed, die kein Storno sind.',
  },
  LATER_RUNS: {
    message: '{closing} kann nicht für sich storniert werden: {later} kamen danach.',
    remedy: 'Stornieren Sie zuerst die späteren Läufe, oder alle zusammen.',
  },
  CHANGED_MEANWHILE: {
    message:
      '{what:words} wurde von jemandem geändert, während der Lauf rechnete: aus {before:cell} wurde {after:cell}. Der Lauf hat nichts geschrieben.',
    remedy: 'Beginnen Sie noch einmal: Der Lauf rechnet dann mit dem, was jetzt da steht.',
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
