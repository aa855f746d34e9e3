import type { Sayings } from '../sayings';

/** Parts of sentences of the runs, in German: causes, states, what was chosen or changed. */
export const FRAGMENTS: Sayings = {
  // Why something is open.
  'no receipt is left': 'kein Zugang ist übrig',
  'no receipt is left; the next one, {id}, is dated {date}, after the run':
    'kein Zugang ist übrig; der nächste, {id}, ist auf {date:day} datiert, nach dem Lauf',
  'no receipt is left in its cost key {key}, but there is stock under another cost key: {places}':
    'in seinem Kostenschlüssel {key} ist kein Zugang übrig, aber unter einem anderen gibt es Bestand: {places:list}',
  '{quantity} of {key}': '{quantity:quantity} von {key}',
  'dated {date}': 'datiert {date:day}',
  'invoiced only on {date}': 'erst am {date:day} berechnet',
  'an order line without a date': 'eine Auftragszeile ohne Datum',
  'not invoiced': 'nicht berechnet',

  // States of runs and periods.
  running: 'läuft',
  paused: 'ist angehalten',
  'on hold': 'angehalten',
  closed: 'geschlossen',

  // What was chosen by hand.
  'item "{name}"': 'Artikel „{name}“',
  'item group "{name}"': 'Artikelgruppe „{name}“',
  'dimension "{name}"': 'Dimension „{name}“',
  'an on-hand adjustment': 'eine Bestandskorrektur',
  'a revaluation': 'eine Neubewertung',
  'a transaction adjustment': 'eine Buchungskorrektur',
  'a leg of a closing transfer': 'ein Teil einer Abschlussumlagerung',
  'an issue': 'ein Abgang',
  'a receipt': 'ein Zugang',
  receipts: 'Zugänge',
  issues: 'Abgänge',
  positive: 'positive',
  negative: 'negative',
  'all items': 'alle Artikel',
  'items {names}': 'Artikel {names:words}',
  'item groups {names}': 'Artikelgruppen {names:words}',
  '{how}; {selection}': '{how:words}; {selection:words}',
  'moving average to a unit cost of {cost}': 'gleitender Durchschnitt auf Stückkosten von {cost:amount}',
  'to the cost price of the item': 'auf den Kostenpreis des Artikels',
  'to a unit cost of {cost}': 'auf Stückkosten von {cost:amount}',
  'to a value of {value}': 'auf einen Wert von {value:amount}',
  'by {percent} percent': 'um {percent:quantity} Prozent',
  'by an amount of {amount}': 'um einen Betrag von {amount:amount}',
  '{id} to a value of {value}': '{id} auf einen Wert von {value:amount}',
  'The value of {id},': 'Der Wert von {id},',
  'The value': 'Der Wert',
  'The amount': 'Der Betrag',
  'The value on hand': 'Der Bestandswert',

  // What was changed.
  'The table {table}': 'Die Tabelle {table}',
  'The header of the table {table}': 'Die Überschriften der Tabelle {table}',
  'The place of the table {table}': 'Der Ort der Tabelle {table}',
  'The order of the rows of {table}': 'Die Reihenfolge der Zeilen von {table}',
  'A row of the table {table}': 'Eine Zeile der Tabelle {table}',
  'The row of {cell}': 'Die Zeile von {cell}',
  'The list of runs': 'Die Liste der Läufe',
  'The input': 'Die Eingabe',
  'what the run computed from': 'was der Lauf las',
  'something else': 'etwas anderes',
  there: 'vorhanden',
  'not there': 'nicht vorhanden',
  gone: 'weg',
  'no row': 'keine Zeile',
  'one order': 'eine Reihenfolge',
  another: 'eine andere',
  'on the sheet "{sheet}"': 'auf dem Blatt „{sheet}“',
  '{rows} rows': '{rows:count} Zeilen',
  'Transaction {id}': 'Buchung {id}',
  'Item {id}': 'Artikel {id}',
  'Parameter {name}': 'Parameter {name}',
  value: 'Wert',
  'list of financial dimensions': 'Liste der finanziellen Dimensionen',
  'no balance': 'keinen Saldo',

  // What can not be archived.
  'no close is in force': 'kein Abschluss gilt',
  'up to {date}, {rows}': 'bis {date:day}, {rows:words}',
  'the table is empty': 'die Tabelle ist leer',
  'of its rows are {counts}': 'von ihren Zeilen sind {counts:semicolons}',
  '{rows} archived already': '{rows:count} schon archiviert',
  '{rows} not invoiced by the last close': '{rows:count} beim letzten Abschluss nicht berechnet',
  '{rows} of items whose inventory model settles nothing (standard cost, moving average)':
    '{rows:count} von Artikeln, deren Bewertungsverfahren nicht ausgleicht (Standardkosten, gleitender Durchschnitt)',
  '{rows} not settled in full': '{rows:count} nicht ganz ausgeglichen',
  '{rows} settled with what is still open, so that their cost may change':
    '{rows:count} mit noch Offenem ausgeglichen, so dass sich ihre Kosten ändern können',
  '{rows} marked to, in one production order with, or a source of cost for what is still open':
    '{rows:count} mit noch Offenem markiert, in einem Produktionsauftrag damit, oder dessen Kostenquelle',

  // Tables and cells.
  'the table {table}': 'der Tabelle {table}',
  'merged cells ({cells})': 'verbundene Zellen ({cells})',
  'what stands': 'was',
  'a cell is': 'ist eine Zelle',
  '{cells} cells are': 'sind {cells:count} Zellen',
  'the workbook': 'der Arbeitsmappe',
  '{before} or {last}': '{before} oder {last}',
  '{before} and {count} more': '{before:words} und {count:count} weitere',
  '(blank)': '(leer)',
  'item group {group} and type {type}': 'Artikelgruppe {group:words} und Typ {type:words}',
  '(all)': '(alle)',

  // Runs that go on.
  '{id} is unfinished too': '{id} ist auch unvollendet',
  'the run {id} that it reverses is gone': 'der Lauf {id}, den er storniert, ist weg',
  'what is entered by hand stands in the workbook only once the run has ended':
    'was von Hand eingegeben wird, steht erst in der Arbeitsmappe, wenn der Lauf zu Ende ist',
  'its row in the table Closings no longer says what was asked for':
    'seine Zeile in der Tabelle Closings sagt nicht mehr, was verlangt war',
  '{column} of {id} in the table {table} is {is}, not {must}':
    '{column} von {id} in der Tabelle {table} ist {is}, nicht {must}',
  'the table {table} has the row {row} besides': 'die Tabelle {table} hat außerdem die Zeile {row}',

  // Figures that are too long.
  'The inventory value': 'Der Bestandswert',
  'The adjustment of the run': 'Die Korrektur des Laufs',
  'The cost of {id}': 'Die Kosten von {id}',
  'The change of a cost': 'Eine Kostenänderung',
  'A cost that is passed on': 'Weitergegebene Kosten',
  'The covered value of an issue': 'Der gedeckte Wert eines Abgangs',
  'The quantity on hand': 'Die Bestandsmenge',
  'A line of the voucher': 'Eine Zeile des Belegs',
  'The quantity of a closing transfer': 'Die Menge einer Abschlussumlagerung',
  'The value of a closing transfer': 'Der Wert einer Abschlussumlagerung',
  'The opening value': 'Der Anfangswert',
  'The closing value': 'Der Endwert',
};
