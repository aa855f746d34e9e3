/**
 * What the columns of Transactions and Items are called in exports of other programs, in English and German, best names
 * first. Compared without case, spaces and signs (see plainHeader). A name may stand for several columns: then what the
 * first rows hold, and which names are still free, decides.
 */
export const SYNONYMS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  Transactions: {
    Transaction: [
      ...['Transaction ID', 'Transaction no', 'Transaction number', 'Entry no', 'Entry number', 'Entry', 'Line ID'],
      ...['Buchungsnummer', 'Buchungsnr', 'Buchung', 'Lfd Nr', 'Laufende Nummer', 'Postennr', 'Postennummer', 'Posten'],
      ...['Transaktion', 'Transaktionsnummer', 'Transaktions ID', 'Lot ID', 'Record ID', 'Rec ID', 'ID', 'No', 'Nr'],
      ...['Voucher', 'Belegnummer', 'Belegnr', 'Beleg', 'Document no'],
    ],
    Item: [
      ...['Item number', 'Item no', 'Item ID', 'Item code', 'Product number', 'Product', 'Product ID', 'SKU'],
      ...['Material', 'Material number', 'Stock code', 'Part number', 'Part no', 'Article', 'Article number'],
      ...['Artikel', 'Artikelnummer', 'Artikelnr', 'Artikel Nr', 'Materialnummer', 'Produkt', 'Produktnummer'],
      ...['Sachnummer', 'Teilenummer'],
    ],
    Quantity: [
      ...['Qty', 'Inventory quantity', 'Quantity posted', 'Posted quantity', 'Stock quantity', 'Units', 'Pieces'],
      ...['Menge', 'Anzahl', 'Stück', 'Stückzahl', 'Lagermenge', 'Buchungsmenge', 'Menge in ME'],
    ],
    'Financial date': [
      ...['Invoice date', 'Date financial', 'Financially updated', 'Posting date', 'Posted', 'Date', 'Voucher date'],
      ...['Transaction date', 'Entry date', 'Document date', 'Rechnungsdatum', 'Fakturadatum', 'Wertstellung'],
      ...['Buchungsdatum', 'Finanzdatum', 'Datum', 'Belegdatum', 'Buchungstag'],
    ],
    'Physical date': [
      ...['Date physical', 'Physical', 'Delivery date', 'Packing slip date', 'Receipt date', 'Goods receipt date'],
      ...['Shipment date', 'Ship date', 'Lieferdatum', 'Lieferscheindatum', 'Wareneingangsdatum', 'Physisches Datum'],
      ...['Wareneingang', 'Warenausgang'],
    ],
    'Financial cost': [
      ...['Financial cost amount', 'Cost amount financial', 'Cost amount', 'Cost amount actual', 'Cost value'],
      ...['Amount', 'Value', 'Cost', 'Total cost', 'Invoiced amount', 'Amount in local currency', 'Amount posted'],
      ...['Kostenbetrag', 'Kosten', 'Einstandswert', 'Einstandsbetrag', 'Betrag', 'Wert', 'Warenwert', 'Gesamtkosten'],
      ...['Rechnungsbetrag', 'Betrag in Hauswährung', 'Lagerwert', 'Buchungsbetrag'],
    ],
    'Physical cost': [
      ...['Physical cost amount', 'Cost amount physical', 'Cost amount expected', 'Expected cost', 'Physical amount'],
      ...['Physischer Kostenbetrag', 'Erwarteter Kostenbetrag', 'Physischer Wert'],
    ],
    Type: [
      ...['Transaction type', 'Entry type', 'Reference type', 'Movement type', 'Kind'],
      ...['Art', 'Buchungsart', 'Postenart', 'Bewegungsart', 'Vorgangsart', 'Transaktionsart', 'Typ'],
    ],
    Reference: [
      ...['Reference number', 'Order', 'Order number', 'Order no', 'Source no', 'Document', 'Document no'],
      ...['Document number', 'Voucher', 'Voucher number', 'Referenz', 'Auftrag', 'Auftragsnummer', 'Bestellung'],
      ...['Bestellnummer', 'Beleg', 'Belegnummer', 'Belegnr', 'Vorgang', 'Fertigungsauftrag'],
    ],
    'Marked to': ['Marked', 'Marking', 'Marking refers to', 'Applies to', 'Applies to entry', 'Ausgleich mit Posten'],
    'Cost source': ['Return lot ID', 'Applies from entry', 'Kostenherkunft', 'Ausgleich von Posten'],
    Sequence: ['Sort order', 'Posting sequence', 'Time', 'Reihenfolge', 'Folge', 'Uhrzeit'],
    'Inventory account': ['Stock account', 'Balance account', 'Main account', 'Bestandskonto', 'Lagerkonto'],
    'Offset account': [
      'Offset',
      'Counter account',
      'Bal account no',
      'Gegenkonto',
      'Aufwandskonto',
      'Wareneinsatzkonto',
    ],
  },
  Items: {
    Item: [
      ...['Item number', 'Item no', 'Item ID', 'Item code', 'Product number', 'No', 'SKU', 'Material', 'Article'],
      ...['Artikel', 'Artikelnummer', 'Artikelnr', 'Artikel Nr', 'Materialnummer', 'Nr'],
    ],
    Name: ['Description', 'Item name', 'Product name', 'Bezeichnung', 'Beschreibung', 'Artikelbezeichnung'],
    'Item group': ['Group', 'Product group', 'Category', 'Artikelgruppe', 'Warengruppe', 'Produktgruppe'],
    'Item model group': [
      'Model group',
      'Costing group',
      'Lagermodellgruppe',
      'Artikelmodellgruppe',
      'Bewertungsgruppe',
    ],
    'Dimension group': ['Storage dimension group', 'Dimensionsgruppe', 'Lagerungsdimensionsgruppe'],
    'Cost price': ['Unit cost', 'Standard cost', 'Cost', 'Price', 'Einstandspreis', 'Kostenpreis', 'Stückkosten'],
    Unit: ['Unit of measure', 'UoM', 'Base unit', 'Einheit', 'Mengeneinheit', 'ME', 'Basiseinheit'],
  },
};

/** What counts of a header: letters and figures, without what stands in brackets ("Qty. (pcs)" is "qty"). */
export function plainHeader(header: string): string {
  return header
    .replace(/\([^)]*\)|\[[^\]]*\]/g, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '');
}
