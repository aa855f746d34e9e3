import type { Sayings } from '../sayings';

/** What is wrong with tables of settings, with results and with the mapping of foreign data, in German. */
export const SETTINGS_PROBLEMS: Sayings = {
  // Items, groups, dimensions, parameters, periods, accounts.
  'There is no {column} "{name}" in the table {table}.': 'In der Tabelle {table} gibt es {column} „{name}“ nicht.',
  'Add it to {table}, or correct the name.': 'Ergänzen Sie {table}, oder berichtigen Sie den Namen.',
  'The table DimensionGroups tracks {dimension} financially, for item {item} among others, but Transactions has no column {column}.':
    'Die Tabelle DimensionGroups führt {dimension} finanziell, unter anderem für den Artikel {item}, aber Transactions hat keine Spalte {column}.',
  'Add the column {column} to Transactions, or set it to No in DimensionGroups.':
    'Ergänzen Sie die Spalte {column} in Transactions, oder setzen Sie sie in DimensionGroups auf No.',
  'The table DimensionGroups has a column {column}, which can not be a dimension: other tables have a column of that name.':
    'Die Tabelle DimensionGroups hat eine Spalte {column}, die keine Dimension sein kann: Andere Tabellen haben eine Spalte dieses Namens.',
  'Give the dimension another name here and in Transactions; or remove the column, if it is no dimension.':
    'Geben Sie der Dimension hier und in Transactions einen anderen Namen; oder entfernen Sie die Spalte, wenn sie keine Dimension ist.',
  '{parameter} stands in {cell} too: it is not clear which value counts.':
    '{parameter} steht auch in {cell}: Es ist nicht klar, welcher Wert zählt.',
  'Remove one of the two rows.': 'Entfernen Sie eine der beiden Zeilen.',
  'Use a shorter text.': 'Verwenden Sie einen kürzeren Text.',
  '{parameter} is not a whole number from {least} to {most}.':
    '{parameter} ist keine ganze Zahl von {least:count} bis {most:count}.',
  'Use a whole number from {least} to {most}.': 'Verwenden Sie eine ganze Zahl von {least:count} bis {most:count}.',
  '{parameter} is negative.': '{parameter} ist negativ.',
  'Use 0.00 or more.': 'Verwenden Sie 0 oder mehr.',
  'Period {period} ends on {to}, before it begins on {from}.':
    'Die Periode {period} endet am {to:day}, bevor sie am {from:day} beginnt.',
  'Correct the two dates.': 'Berichtigen Sie die beiden Daten.',
  'Period {period} begins before period {other} ends ({cell}, {to}).':
    'Die Periode {period} beginnt, bevor die Periode {other} endet ({cell}, {to:day}).',
  'Correct the dates so that every day lies in one period only.':
    'Berichtigen Sie die Daten so, dass jeder Tag nur in einer Periode liegt.',
  'The table Posting has two rows for {what}, the other in {cell}.':
    'Die Tabelle Posting hat zwei Zeilen für {what:words}, die andere in {cell}.',
  '{account} has a balance of the same date in {cell}.': '{account} hat in {cell} einen Saldo vom selben Tag.',
  'Keep one of the two rows.': 'Behalten Sie eine der beiden Zeilen.',

  // Results of earlier runs.
  'Result tables are written by the program. Put the cell back as it was (or go back to an earlier copy of the workbook).':
    'Ergebnistabellen schreibt das Programm. Stellen Sie die Zelle wieder her, wie sie war (oder gehen Sie zu einer früheren Kopie der Arbeitsmappe zurück).',
  'The content of {key} in LockedRows is not what a close wrote.':
    'Der Inhalt von {key} in LockedRows ist nicht, was ein Abschluss geschrieben hat.',
  'Put the cell back as it was, or go back to an earlier copy of the workbook.':
    'Stellen Sie die Zelle wieder her, wie sie war, oder gehen Sie zu einer früheren Kopie der Arbeitsmappe zurück.',
  'There is no transaction of this id.': 'Es gibt keine Buchung mit dieser Nummer.',
  'Quantity of a leg is zero.': 'Die Menge einer Abschlussumlagerung ist null.',
  'Content is not what a close wrote.': 'Content ist nicht, was ein Abschluss geschrieben hat.',
  'Content is not what the archive of a row holds.': 'Content ist nicht, was die Archivierung einer Zeile enthält.',
  'Order of a locked transaction is not a whole number.': 'Order einer gesperrten Buchung ist keine ganze Zahl.',
  'Order {order} of {id} is that of {other} ({cell}) too.': 'Order {order} von {id} ist auch die von {other} ({cell}).',
  'There is no run "{id}" in the table Closings.': 'In der Tabelle Closings gibt es keinen Lauf „{id}“.',
  'Quantity of an active settlement is negative.': 'Die Menge eines geltenden Ausgleichs ist negativ.',
  'More is settled of this transaction than its quantity.':
    'Von dieser Buchung ist mehr ausgeglichen, als ihre Menge ist.',
  '{column} names a transaction that is not {kind}.': '{column} nennt eine falsche Buchung: Verlangt ist {kind:words}.',
  'The table Closings has no column {column}, which came with a later version of this program.':
    'Die Tabelle Closings hat keine Spalte {column}, die mit einer späteren Version dieses Programms kam.',
  'Insert a column named {column} into the table Closings; its old rows stay blank.':
    'Fügen Sie in die Tabelle Closings eine Spalte namens {column} ein; ihre alten Zeilen bleiben leer.',

  // The mapping of foreign data.
  'The mapping has no {column} in this row.': 'Die Zuordnung hat in dieser Zeile kein {column}.',
  '"{table}" is no table that another one can stand for.':
    '„{table}“ ist keine Tabelle, für die eine andere stehen kann.',
  '{table} has no column "{column}", and DimensionGroups no such dimension.':
    '{table} hat keine Spalte „{column}“, und DimensionGroups keine solche Dimension.',
  '{table} is read from {source} already: only one table or range can stand for it.':
    '{table} wird schon aus {source} gelesen: Nur eine Tabelle oder ein Bereich kann dafür stehen.',
  'The column {column} of {table} is mapped twice.': 'Die Spalte {column} von {table} ist zweimal zugeordnet.',
  'The column "{header}" stands for two columns of {table}.':
    'Die Spalte „{header}“ steht für zwei Spalten von {table}.',
  '{table} is to be read from {source}, but {why}': '{table} soll aus {source} gelesen werden, aber {why:words}',
  'that is no address of a range.': 'das ist keine Adresse eines Bereichs.',
  'the workbook has no table of that name.': 'die Arbeitsmappe hat keine Tabelle dieses Namens.',
  'the workbook has no sheet "{sheet}".': 'die Arbeitsmappe hat kein Blatt „{sheet}“.',
  'the workbook has a table of that name too: it is not clear which one counts.':
    'die Arbeitsmappe hat auch eine Tabelle dieses Namens: Es ist nicht klar, welche zählt.',
  'there is no column "{header}" for {column}.': 'es gibt keine Spalte „{header}“ für {column}.',
  'the column "{header}" for {column} stands there more than once.':
    'die Spalte „{header}“ für {column} steht dort mehr als einmal.',
  'Correct the table Mapping, or map your data anew in the pane (Start > Map your own data).':
    'Berichtigen Sie die Tabelle Mapping, oder ordnen Sie Ihre Daten neu zu (Start > Eigene Daten zuordnen).',
};
