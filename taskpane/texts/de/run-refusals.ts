/** Why a run can not begin, go on or be taken back, in German: message and remedy of each code. Placeholders as in `sayings.ts`. */
export const RUN_REFUSALS = {
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
  UNFINISHED_BY_HAND: {
    message:
      'Der Lauf {closing}, eine Korrektur von Hand, {status:words}: Er kam nicht zum Ende, und solange kann nichts anderes laufen.',
    remedy:
      'Nehmen Sie ihn zurück, und geben Sie die Korrektur noch einmal ein. Fortsetzen geht nicht: Was eingegeben wurde, steht erst in der Arbeitsmappe, wenn der Lauf zu Ende ist.',
  },
  ADJUSTED_LATER: {
    message: '{closing} hat Zugänge am {last:day} von Hand korrigiert, nach dem {date:day}.',
    remedy: 'Schließen Sie bis zu jenem Tag oder einem späteren ab, oder stornieren Sie zuerst die Korrektur.',
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
  NOTHING_TO_ARCHIVE: {
    message: 'Keine Zeile von Transactions kann archiviert werden: {why:words}.',
    remedy:
      'Nichts zu tun. Zeilen können archiviert werden, sobald sie berechnet, ganz ausgeglichen und abgeschlossen sind.',
  },
  ARCHIVED_GONE: {
    message:
      '{count:count} Zeilen, die {closing} archiviert hat, stehen nicht mehr in der Tabelle Transactions ({transactions:words}): Ohne sie kann der Lauf nicht storniert werden, und auch kein Lauf davor.',
    remedy:
      'Stellen Sie die Zeilen in der Tabelle Transactions wieder her, wie sie waren, und versuchen Sie es noch einmal.',
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
} as const;
