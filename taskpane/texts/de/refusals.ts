import type { Sayings } from '../sayings';

/** Why Excel or a workbook does not take what is to be done, in German. */
export const REFUSALS: Sayings = {
  'Nothing was changed.': 'Nichts wurde geändert.',
  'Nothing was changed. Start again; if it happens again, save the workbook and open it anew.':
    'Nichts wurde geändert. Beginnen Sie noch einmal; wenn es wieder geschieht, speichern Sie die Arbeitsmappe und öffnen Sie sie neu.',
  'What was written before that stays in the workbook. Where the table Closings has a run with status Running, take it back before you go on.':
    'Was davor geschrieben wurde, bleibt in der Arbeitsmappe. Wenn in der Tabelle Closings ein Lauf mit dem Status Running steht, nehmen Sie ihn zurück, bevor Sie weitermachen.',
  'Excel answered "{answer}" ({code}). {state}': 'Excel antwortete „{answer}“ ({code}). {state:words}',
  'All tables of the run are complete.': 'Alle Tabellen des Laufs sind vollständig.',
  'They are written again with the next run.': 'Sie werden mit dem nächsten Lauf wieder geschrieben.',
  'The run is complete, but its sheets for auditors could not be written. {why}':
    'Der Lauf ist vollständig, aber seine Blätter für die Prüfung konnten nicht geschrieben werden. {why:words}',
  'Excel has been calculating this workbook for a minute, and its figures may still change. Nothing was changed.':
    'Excel rechnet seit einer Minute an dieser Arbeitsmappe, und ihre Zahlen können sich noch ändern. Nichts wurde geändert.',
  'Wait until the calculation is done (the status bar shows it), then start again.':
    'Warten Sie, bis die Berechnung fertig ist (die Statusleiste zeigt es), und beginnen Sie dann noch einmal.',
  'The structure of the workbook is protected: sheets can not be added. {state}':
    'Die Struktur der Arbeitsmappe ist geschützt: Blätter können nicht hinzugefügt werden. {state:words}',
  'Turn the protection off (Review > Protect Workbook), and on again afterwards.':
    'Schalten Sie den Schutz aus (Überprüfen > Arbeitsmappe schützen), und danach wieder ein.',
  'The table {table} on the sheet "{sheet}" has no header row. Nothing was changed.':
    'Die Tabelle {table} auf dem Blatt „{sheet}“ hat keine Überschriften. Nichts wurde geändert.',
  'Turn the header row on (Table Design > Header Row).':
    'Schalten Sie die Überschriften ein (Tabellenentwurf > Kopfzeile).',
  'Excel does not give out row {row} of the sheet "{sheet}": it has too much text. Nothing was changed.':
    'Excel gibt Zeile {row} des Blatts „{sheet}“ nicht heraus: Sie hat zu viel Text. Nichts wurde geändert.',
  'Shorten the texts in that row.': 'Kürzen Sie die Texte in dieser Zeile.',
  'Excel does not tell how the workbook counts days: DATE(1904,1,1) results in {value}. Nothing was changed.':
    'Excel sagt nicht, wie die Arbeitsmappe Tage zählt: DATE(1904,1,1) ergibt {value}. Nichts wurde geändert.',
  'Close the workbook, open it again, and start once more.':
    'Schließen Sie die Arbeitsmappe, öffnen Sie sie wieder, und beginnen Sie noch einmal.',
  'The workbook has no sheet "{sheet}". Nothing was changed.':
    'Die Arbeitsmappe hat kein Blatt „{sheet}“. Nichts wurde geändert.',
  'Give the sheet its name back, or choose another place to read from.':
    'Geben Sie dem Blatt seinen Namen zurück, oder wählen Sie einen anderen Ort zum Lesen.',
  'The workbook has a table {table} on the sheet "{sheet}" without the columns {columns}: it is not the result table of that name. Nothing was changed.':
    'Die Arbeitsmappe hat auf dem Blatt „{sheet}“ eine Tabelle {table} ohne die Spalten {columns}: Sie ist nicht die Ergebnistabelle dieses Namens. Nichts wurde geändert.',
  'Rename that table (Table Design > Table Name); or, where it is the result table, give its columns their names back.':
    'Benennen Sie diese Tabelle um (Tabellenentwurf > Tabellenname); oder geben Sie, wenn es die Ergebnistabelle ist, ihren Spalten die Namen zurück.',
  'The table {table} on the sheet "{sheet}" has no column for {dimensions}, which DimensionGroups names since. Nothing was changed.':
    'Die Tabelle {table} auf dem Blatt „{sheet}“ hat keine Spalte für {dimensions}, was DimensionGroups seither nennt. Nichts wurde geändert.',
  'Insert a column named {dimensions} into the table {table}; its old rows may stay blank.':
    'Fügen Sie eine Spalte namens {dimensions} in die Tabelle {table} ein; ihre alten Zeilen dürfen leer bleiben.',
  'The workbook has a sheet "{sheet}" without the table {table}: the result table can not be made. Nothing was changed.':
    'Die Arbeitsmappe hat ein Blatt „{sheet}“ ohne die Tabelle {table}: Die Ergebnistabelle kann nicht angelegt werden. Nichts wurde geändert.',
  'The workbook has a sheet "{sheet}" that does not begin with the title and description of ours: ours can not be written. Nothing was changed.':
    'Die Arbeitsmappe hat ein Blatt „{sheet}“, das nicht mit Titel und Beschreibung des unseren beginnt: Das unsere kann nicht geschrieben werden. Nichts wurde geändert.',
  'Rename or delete that sheet.': 'Benennen Sie dieses Blatt um, oder löschen Sie es.',
  'The workbook has a defined name "{name}", and so can not have a table of that name. Nothing was changed.':
    'In der Arbeitsmappe ist der Name „{name}“ definiert, so dass keine Tabelle so heißen kann. Nichts wurde geändert.',
  'The workbook has a defined name "{name}", which the links of a result table need. Nothing was changed.':
    'In der Arbeitsmappe ist der Name „{name}“ definiert, den die Verknüpfungen einer Ergebnistabelle brauchen. Nichts wurde geändert.',
  'Rename it (Formulas > Name Manager).': 'Benennen Sie ihn um (Formeln > Namens-Manager).',
  'The structure of {file} is protected: the sheets of the results can not be added. Nothing was changed.':
    'Die Struktur von {file:words} ist geschützt: Die Blätter der Ergebnisse können nicht hinzugefügt werden. Nichts wurde geändert.',
  'The sheet "{sheet}" is protected. Nothing was changed.': 'Das Blatt „{sheet}“ ist geschützt. Nichts wurde geändert.',
  'The sheet "{sheet}" could not be written: it or the workbook is protected. Nothing was changed.':
    'Das Blatt „{sheet}“ konnte nicht geschrieben werden: Es oder die Arbeitsmappe ist geschützt. Nichts wurde geändert.',
  'Turn the protection off (Review > Unprotect Sheet, Protect Workbook), or look at the comparison without a sheet.':
    'Heben Sie den Schutz auf (Überprüfen > Blattschutz aufheben, Arbeitsmappe schützen), oder sehen Sie sich den Vergleich ohne Blatt an.',
  'Turn the protection off (Review > Unprotect Sheet). The command verify finds what was changed in results.':
    'Heben Sie den Schutz auf (Überprüfen > Blattschutz aufheben). Was in Ergebnissen geändert wurde, findet die Seite Nachprüfen.',
  'The table {table} on the sheet "{sheet}" has a totals row where the new rows belong. Nothing was changed.':
    'Die Tabelle {table} auf dem Blatt „{sheet}“ hat eine Ergebniszeile, wo die neuen Zeilen hingehören. Nichts wurde geändert.',
  'Turn it off (Table Design > Total Row): the totals stand above the table.':
    'Schalten Sie sie aus (Tabellenentwurf > Ergebniszeile): Die Summen stehen über der Tabelle.',
  'New rows of the table {table} would overwrite {what} in {cell}. Nothing was changed.':
    'Neue Zeilen der Tabelle {table} würden {what:words} in {cell} überschreiben. Nichts wurde geändert.',
  'Move what stands below the table to another place.': 'Verschieben Sie, was unter der Tabelle steht.',
  'The table {table} would need {rows} rows, and a sheet has 1,048,576. Nothing was changed.':
    'Die Tabelle {table} bräuchte {rows:count} Zeilen, und ein Blatt hat 1.048.576. Nichts wurde geändert.',
  'Start a new workbook: enter the open quantities of this one as its first receipts.':
    'Beginnen Sie eine neue Arbeitsmappe: Tragen Sie die offenen Mengen dieser als erste Zugänge ein.',
  'A text of {length} characters belongs into {cell} ("{text}…"), and a cell holds 32,767. Nothing was changed.':
    'In {cell} gehört ein Text von {length:count} Zeichen („{text}…“), und eine Zelle fasst 32.767. Nichts wurde geändert.',
  'Shorten the texts that it is made of.': 'Kürzen Sie die Texte, aus denen er besteht.',
  'The sheet "{sheet}" was saved by a program in a form that can not be added to safely. Nothing was changed.':
    'Das Blatt „{sheet}“ wurde von einem Programm in einer Form gespeichert, die sich nicht sicher ergänzen lässt. Nichts wurde geändert.',
  'Open the file in Excel and save it, then start again.':
    'Öffnen Sie die Datei in Excel und speichern Sie sie, und beginnen Sie dann noch einmal.',

  // Runs and what is asked of them.
  'Stays in stock.': 'Bleibt auf Lager.',
  'Received, not invoiced: it can not be settled with.':
    'Eingegangen, nicht berechnet: Damit kann nicht ausgeglichen werden.',
  'the run {id}, which rows of {table} name': 'der Lauf {id}, den Zeilen von {table} nennen',
  'There is no transaction "{id}" in the tables Transactions and ClosingTransfers.':
    'In den Tabellen Transactions und ClosingTransfers gibt es keine Buchung „{id}“.',
  'Check the id. Upper and lower case do not count.': 'Prüfen Sie die Nummer. Groß und klein ist gleich.',
  'The period begins on {from}, after its end on {to}.':
    'Der Zeitraum beginnt am {from:day}, nach seinem Ende am {to:day}.',
  'Give the first day of the period, and its last.': 'Geben Sie den ersten und den letzten Tag des Zeitraums an.',
  'The minimum throughput adjustment {minimum} is finer than the amounts of this workbook (Amount decimals {decimals}).':
    'Der kleinste weitergegebene Betrag {minimum:amount} ist feiner als die Beträge dieser Arbeitsmappe (Amount decimals {decimals}).',
  '{what} {value} is finer than the amounts of this workbook (Amount decimals {decimals}).':
    '{what:words} {value:amount} ist feiner als die Beträge dieser Arbeitsmappe (Amount decimals {decimals}).',
  '{what} {value} has too many digits to be exact.':
    '{what:words} {value:amount} hat zu viele Stellen, um genau zu sein.',
  'Give it as a whole number of the smallest units.': 'Geben Sie eine ganze Zahl der kleinsten Einheiten an.',
  'The row of the run {closing} in the table Closings is gone: somebody deleted or overwrote it. The run stopped; the rows that it wrote until then stay in the result tables.':
    'Die Zeile des Laufs {closing} in der Tabelle Closings ist weg: Jemand hat sie gelöscht oder überschrieben. Der Lauf hielt an; die Zeilen, die er bis dahin schrieb, bleiben in den Ergebnistabellen.',
  'Undo the deletion and take the unfinished run back; or restore the workbook from before the run.':
    'Machen Sie das Löschen rückgängig und nehmen Sie den unvollendeten Lauf zurück; oder stellen Sie die Arbeitsmappe von vor dem Lauf wieder her.',

  // Sheets that are inserted.
  'The workbook has a table {table} on the sheet "{sheet}" already. Nothing was changed.':
    'Die Arbeitsmappe hat auf dem Blatt „{sheet}“ schon eine Tabelle {table}. Nichts wurde geändert.',
  'Use a new workbook; or rename that table (Table Design > Table Name), and start again.':
    'Verwenden Sie eine neue Arbeitsmappe; oder benennen Sie jene Tabelle um (Tabellenentwurf > Tabellenname), und beginnen Sie noch einmal.',
  'The workbook counts days from 1904 on, and the sheets to be inserted from 1900. Nothing was changed.':
    'Die Arbeitsmappe zählt Tage ab 1904, die einzufügenden Blätter ab 1900. Nichts wurde geändert.',
  'Use a new workbook; or turn that setting off (File > Options > Advanced > Use 1904 date system) while the workbook has no dates.':
    'Verwenden Sie eine neue Arbeitsmappe; oder schalten Sie die Einstellung aus (Datei > Optionen > Erweitert > 1904-Datumswerte verwenden), solange die Arbeitsmappe keine Daten enthält.',
  'The sheets were inserted, but Excel gave their tables other names: something else in the workbook has the name Transactions. Nothing else was changed.':
    'Die Blätter wurden eingefügt, aber Excel gab ihren Tabellen andere Namen: Etwas anderes in der Arbeitsmappe heißt schon Transactions. Sonst wurde nichts geändert.',
  'Delete the inserted sheets, rename what has that name (Formulas > Name Manager), and insert again.':
    'Löschen Sie die eingefügten Blätter, benennen Sie um, was so heißt (Formeln > Namens-Manager), und fügen Sie noch einmal ein.',
};
