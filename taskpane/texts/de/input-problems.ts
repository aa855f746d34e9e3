import type { Sayings } from '../sayings';

/** What is wrong with cells of the workbook, and what to do about it, in German. */
export const INPUT_PROBLEMS: Sayings = {
  // Cells of any column.
  '{column} is blank.': '{column} ist leer.',
  'Fill in the {column}.': 'Tragen Sie {column} ein.',
  '{column} holds the error value {value}.': '{column} enthält den Fehlerwert {value}.',
  'Correct the formula, or type the value.': 'Berichtigen Sie die Formel, oder geben Sie den Wert ein.',
  '{column} is a formula whose result is not saved.': '{column} ist eine Formel, deren Ergebnis nicht gespeichert ist.',
  'Open the workbook in Excel, let it calculate, and save it.':
    'Öffnen Sie die Arbeitsmappe in Excel, lassen Sie sie rechnen, und speichern Sie sie.',
  '{column} is text that can be read as two numbers: the comma or point may part thousands or decimals.':
    '{column} ist Text, der sich als zwei Zahlen lesen lässt: Komma oder Punkt können Tausender oder Nachkommastellen trennen.',
  'Type it as a number, or with two decimals (1,234.00).':
    'Geben Sie eine Zahl ein, oder schreiben Sie zwei Nachkommastellen (1,234.00).',
  '{column} has more than 15 digits.': '{column} hat mehr als 15 Stellen.',
  'Round it: Excel keeps 15 digits of a number.': 'Runden Sie: Excel behält 15 Stellen einer Zahl.',
  'Type a number, without currency, percent or unit.': 'Geben Sie eine Zahl ein, ohne Währung, Prozent oder Einheit.',
  '{column} is not a number.': '{column} ist keine Zahl.',
  '{column} has more than {decimals} decimals.': '{column} hat mehr als {decimals} Nachkommastellen.',
  'Round it, or raise the decimals in the table Parameters.':
    'Runden Sie, oder erhöhen Sie die Nachkommastellen in der Tabelle Parameters.',
  '{column} is too large to be exact with {decimals} decimals.':
    '{column} ist zu groß, um mit {decimals} Nachkommastellen genau zu sein.',
  'Correct it, or lower the decimals in the table Parameters.':
    'Berichtigen Sie den Wert, oder verringern Sie die Nachkommastellen in der Tabelle Parameters.',
  '{column} can be read as two dates: day and month may stand in either order.':
    '{column} lässt sich als zwei Daten lesen: Tag und Monat können in beiden Reihenfolgen stehen.',
  '{column} is not a date.': '{column} ist kein Datum.',
  '{column} has a year of two digits.': '{column} hat ein zweistelliges Jahr.',
  '{column} is a day that does not exist.': '{column} ist ein Tag, den es nicht gibt.',
  '{column} lies before 1900-03-01 or after 9999-12-31.': '{column} liegt vor dem 1.3.1900 oder nach dem 31.12.9999.',
  'Type it as a date, or as text of the form 2026-01-31.': 'Geben Sie ein Datum ein, oder Text in der Form 2026-01-31.',
  '{column} is none of the allowed values.': '{column} ist keiner der erlaubten Werte.',
  'Use {choices}.': 'Verwenden Sie {choices:words}.',
  '{column} is neither Yes nor No.': '{column} ist weder Yes noch No.',
  'Use Yes or No.': 'Verwenden Sie Yes oder No.',
  '{column} is TRUE or FALSE.': '{column} ist WAHR oder FALSCH.',
  'Type a text or a number.': 'Geben Sie einen Text oder eine Zahl ein.',
  '{column} is longer than {characters} characters.': '{column} ist länger als {characters} Zeichen.',
  'Use a shorter one.': 'Verwenden Sie etwas Kürzeres.',
  'This {column} stands in {cell} too (upper and lower case do not count).':
    'Diese Angabe in {column} steht auch in {cell} (groß und klein ist gleich).',
  'Give every row an id of its own.': 'Geben Sie jeder Zeile eine eigene Nummer.',
  '{count} more {cells} of {table}[{column}] {have} this problem ({code}); the first {listed} are listed.':
    '{count:count} weitere Zellen von {table}[{column}] haben dasselbe Problem ({code}); die ersten {listed} sind aufgeführt.',
  '{count} more locked rows have this problem ({code}); the first {listed} are listed.':
    '{count:count} weitere gesperrte Zeilen haben dasselbe Problem ({code}); die ersten {listed} sind aufgeführt.',

  // Tables and their headers.
  'The workbook has no table named Transactions.': 'Die Arbeitsmappe hat keine Tabelle namens Transactions.',
  'Make the rows an Excel table (Ctrl+T) and name it Transactions, or start from the template: inventory-close template.':
    'Machen Sie aus den Zeilen eine Excel-Tabelle (Strg+T) und nennen Sie sie Transactions, oder fügen Sie auf der Seite Start die Vorlage ein.',
  'The table {table} has the column {column} more than once, also in {cell}: it is not clear which one counts.':
    'Die Tabelle {table} hat die Spalte {column} mehr als einmal, auch in {cell}: Es ist nicht klar, welche zählt.',
  'Rename or remove one of the two columns.': 'Benennen Sie eine der beiden Spalten um, oder entfernen Sie sie.',
  'The table {table} has no column {column}{note}.': 'Die Tabelle {table} hat keine Spalte {column}.',
  'The table {table} has no column {column} and no column Physical date.':
    'Die Tabelle {table} hat keine Spalte {column} und keine Spalte Physical date.',
  'The table {table} has no column {column}, which a Financial date needs.':
    'Die Tabelle {table} hat keine Spalte {column}, die ein Financial date braucht.',
  'Map a column of your data to {column} (in the pane, or in the table Mapping).':
    'Ordnen Sie {column} eine Spalte Ihrer Daten zu (auf der Seite Start oder in der Tabelle Mapping).',
  'Add a column with the header {column}, or correct the header that stands for it.':
    'Ergänzen Sie eine Spalte mit der Überschrift {column}, oder berichtigen Sie die Überschrift, die dafür steht.',
  'Put the column back; or, where this is a table of your own, give it another name: {table} is a table of results.':
    'Stellen Sie die Spalte wieder her; oder geben Sie der Tabelle, wenn es Ihre eigene ist, einen anderen Namen: {table} ist eine Ergebnistabelle.',
  'Directly below {table} {cells} filled: rows that the table does not include would be left out.':
    'Direkt unter {table:words} {cells:words} ausgefüllt: Zeilen, die nicht zur Tabelle gehören, würden übergangen.',
  'Extend the table over these rows (drag its lower right corner), or leave a blank row below the table.':
    'Erweitern Sie die Tabelle um diese Zeilen (ziehen Sie an ihrer rechten unteren Ecke), oder lassen Sie unter der Tabelle eine Zeile leer.',
  'Extend your table, or map the range anew with these rows; or leave a blank row below it.':
    'Erweitern Sie Ihre Tabelle, oder ordnen Sie den Bereich mit diesen Zeilen neu zu; oder lassen Sie darunter eine Zeile leer.',
  'The table {table} on the sheet "{sheet}" has two columns named "{header}" (case and surrounding space do not count). Nothing was changed.':
    'Die Tabelle {table} auf dem Blatt „{sheet}“ hat zwei Spalten namens „{header}“ (groß und klein sowie Leerzeichen am Rand sind gleich). Nichts wurde geändert.',

  // Transactions.
  'Quantity is zero.': 'Quantity ist null.',
  'Enter the quantity, receipts positive and issues negative, or remove the row.':
    'Tragen Sie die Menge ein, Zugänge positiv und Abgänge negativ, oder entfernen Sie die Zeile.',
  'Financial cost is blank, but the row has a Financial date.':
    'Financial cost ist leer, aber die Zeile hat ein Financial date.',
  'Enter the cost; 0 if it cost nothing.': 'Tragen Sie die Kosten ein; 0, wenn es nichts gekostet hat.',
  '{type} has a {sign} quantity: it counts as {kind}.':
    '{type} hat eine {sign:words} Menge: Es ist damit {kind:words}.',
  'Nothing to do if that is meant (a credit note, say); else correct the sign or the type.':
    'Nichts zu tun, wenn das so gemeint ist (eine Gutschrift etwa); sonst berichtigen Sie Vorzeichen oder Typ.',
  '{column} and Quantity have different signs.': '{column} und Quantity haben verschiedene Vorzeichen.',
  'Costs are signed like the quantity: positive for receipts, negative for issues.':
    'Kosten haben das Vorzeichen der Menge: positiv bei Zugängen, negativ bei Abgängen.',
  'There is no transaction "{id}".': 'Es gibt keine Buchung „{id}“.',
  'Correct the id, or remove the mark.': 'Berichtigen Sie die Nummer, oder entfernen Sie die Markierung.',
  'Correct the id, or remove it.': 'Berichtigen Sie die Nummer, oder entfernen Sie sie.',
  'The transaction is marked to itself.': 'Die Buchung ist mit sich selbst markiert.',
  '{one} and {other} are both {kind}.': '{one} und {other} sind beide {kind:words}.',
  '{one} and {other} are not of the same item and financial dimensions.':
    '{one} und {other} haben nicht denselben Artikel und dieselben finanziellen Dimensionen.',
  '{one} is marked to {other}, but that is marked to {third} ({cell}).':
    '{one} ist mit {other} markiert, aber das ist mit {third} markiert ({cell}).',
  'Correct or remove the mark: it joins one issue and one receipt of the same item and dimensions.':
    'Berichtigen oder entfernen Sie die Markierung: Sie verbindet einen Abgang und einen Zugang desselben Artikels mit denselben Dimensionen.',
  'The transaction names itself as its cost source.': 'Die Buchung nennt sich selbst als Kostenquelle.',
  'Name the issue whose cost it takes.': 'Nennen Sie den Abgang, dessen Kosten sie übernimmt.',
  'An issue has a cost source: only receipts take their cost from an issue.':
    'Ein Abgang hat eine Kostenquelle: Nur Zugänge nehmen ihre Kosten von einem Abgang.',
  'Remove it from the issue.': 'Entfernen Sie sie beim Abgang.',
  'A {type} receipt has a cost source: only Transfer and Customer return take one.':
    'Ein Zugang vom Typ {type} hat eine Kostenquelle: Nur Transfer und Customer return haben eine.',
  'Correct the Type, or remove the cost source.': 'Berichtigen Sie den Type, oder entfernen Sie die Kostenquelle.',
  'The cost source {id} is a receipt.': 'Die Kostenquelle {id} ist ein Zugang.',
  'The cost source {id} is of another item.': 'Die Kostenquelle {id} ist von einem anderen Artikel.',
  'Name an issue of the same item.': 'Nennen Sie einen Abgang desselben Artikels.',
  'The receipts that name {id} have {sum} with this one, but the issue has only {quantity}.':
    'Die Zugänge, die {id} nennen, haben mit diesem zusammen {sum:quantity}, der Abgang aber nur {quantity:quantity}.',
  'Correct the quantities, or the cost source of a receipt.':
    'Berichtigen Sie die Mengen, oder die Kostenquelle eines Zugangs.',
};
