import type { Phrases } from '../../../src/runs/explain/phrases';
import { terms } from './terms';

/** All that an explanation says, in German. The shape and what is told are those of the English phrases. */
export const GERMAN: Phrases = {
  and: (before, last) => `${before} und ${last}`,
  blank: '(leer)',

  types: {
    Purchase: ['ein Einkauf negativer Menge', 'ein Einkauf'],
    Sale: ['ein Verkauf', 'ein Verkauf negativer Menge'],
    Transfer: ['der Abgang einer Umlagerung', 'der Zugang einer Umlagerung'],
    Production: ['eine Produktion negativer Menge', 'ein Zugang aus Produktion'],
    'Production line': ['eine Komponente der Produktion', 'eine zurückgegebene Komponente'],
    Movement: ['ein Abgang', 'ein Zugang'],
    Counting: ['ein Fehlbestand aus Zählung', 'ein Mehrbestand aus Zählung'],
    'Profit/loss': ['ein Verlust', 'ein Gewinn'],
    'Customer return': ['eine Kundenrücknahme negativer Menge', 'eine Kundenrücknahme'],
    'Vendor return': ['eine Lieferantenretoure', 'eine Lieferantenretoure positiver Menge'],
  },
  what: (id, kind, quantity, key, rest) => `${id} ist ${kind}, ${quantity} von ${key}, ${rest}.`,
  invoiced: (verb, date, amount) =>
    `${{ invoiced: 'berechnet', ended: 'beendet', posted: 'gebucht' }[verb]} am ${date} mit ${amount}`,
  slip: (issue, date, amount, by) =>
    `${issue ? 'geliefert' : 'eingegangen'} am ${date} mit ${amount} und ${by === '' ? '' : `bis ${by} `}nicht berechnet`,
  orderLine: 'eine Auftragszeile: Sie hat noch kein Datum und nimmt nicht teil',
  later: (date, day) => `datiert auf ${date}, nach dem ${day}, und nimmt noch nicht teil`,
  leg: (id, side, gathered, quantity, key, amount, date) =>
    `${id} ist die ${side} einer Abschlussumlagerung vom ${date}, die ${gathered} gesammelt hat: ${quantity} von ${key} für ${amount}.`,
  legSides: ['Abgangsseite', 'Zugangsseite'],

  keepsCost: (item, model) =>
    `${item} hat das Bewertungsverfahren ${terms.terms.models[model]}: Ein Abschluss sperrt die Buchung und lässt ihre Kosten, wie sie gebucht wurden.`,

  principles: {
    FIFO: 'FIFO',
    LIFO: 'LIFO',
    'LIFO date': 'LIFO nach Datum',
    'Weighted average': 'der gewichtete Durchschnitt',
    'Weighted average date': 'der gewichtete Durchschnitt nach Datum',
    Marking: 'die Markierung',
    Transfer: 'die Umlagerung in ihrem Kostenschlüssel',
  },
  receipt: (id, amount, date) => `${id} (${amount}, ${date})`,
  transfer: (id, quantity, amount, parts) =>
    `der Abschlussumlagerung ${id} (${quantity} für ${amount}, gesammelt aus ${parts})`,
  because: (would, amount, rule, receipt, why) =>
    would
      ? `Die Buchung würde ${amount} kosten, denn ${rule} würde sie mit ${receipt} ausgleichen: ${why}.`
      : `Die Buchung kostet ${amount}, denn ${rule} hat sie mit ${receipt} ausgeglichen: ${why}.`,
  costs: (would, amount, receipts) =>
    `Die Buchung ${would ? `würde ${amount} kosten` : `kostet ${amount}`}, aus ${receipts === 1 ? 'einem Zugang' : `${receipts} Zugängen`}.`,
  costsPartly: (would, amount, paired, quantity, open) =>
    `Die Buchung ${would ? `würde ${amount} kosten` : `kostet ${amount}`}: ${paired} aus Zugängen, und ${open} für die offene Menge von ${quantity}.`,
  costsOnly: (would, amount) => (would ? `Die Buchung würde ${amount} kosten.` : `Die Buchung kostet ${amount}.`),
  estimated: (would, amount, estimate) =>
    `Die Buchung ${would ? `würde ${amount} kosten` : `kostet ${amount}`}, wie sie gebucht wurde${estimate}.`,
  all: 'alles',
  pair: (would, rule, quantity, receipt, why, amount) =>
    `Für ${quantity} davon ${would ? 'nähme' : 'nahm'} ${rule} ${amount} von ${receipt}: ${why}.`,
  compared: (would) =>
    would
      ? 'Eines der beiden ist nicht berechnet, deshalb würde das nur korrigieren und nichts ausgleichen: Beide bleiben offen.'
      : 'Eines der beiden ist nicht berechnet, deshalb korrigiert das nur und gleicht nichts aus: Beide bleiben offen.',
  why: {
    first: 'der älteste Zugang des Kostenschlüssels',
    oldest: 'der älteste noch offene Zugang des Kostenschlüssels',
    newest: 'der neueste noch offene Zugang des Laufs im Kostenschlüssel',
    newestBefore: 'der neueste noch offene Zugang bis zu diesem Datum im Kostenschlüssel',
    nearestAfter: 'der nächste spätere Zugang, denn bis zu diesem Datum war im Kostenschlüssel nichts übrig',
    average: 'alle offenen Zugänge des Kostenschlüssels, zu einem gemeinsamen Durchschnitt',
    averageOfDay: (date) => `alle am ${date} offenen Zugänge des Kostenschlüssels, zu einem gemeinsamen Durchschnitt`,
    onlyOpen: 'der einzige offene Zugang des Kostenschlüssels',
    marked: 'damit ist sie markiert, und eine Markierung geht dem Bewertungsverfahren vor',
    transfer: 'er empfängt, was sie sendet, und innerhalb eines Kostenschlüssels gehen keine Kosten weiter',
    usedUp: (id, by) => `, denn ${id} war durch ${by} verbraucht`,
    usedUpByItself: (id) => `, denn ${id} hatte diese Buchung schon verbraucht`,
    later: ', obwohl er später kam: Nichts Älteres war übrig',
  },

  posted: (would, amount, estimate, runs) =>
    `Die Buchung wurde mit ${amount} gebucht${estimate}; ${runs === '' ? (would ? 'nichts würde korrigiert' : 'nichts wird korrigiert') : runs}.`,
  inAll: ' insgesamt',
  estimates: {
    average: (unit) => `, dem damaligen gleitenden Durchschnitt (${unit} je Stück)`,
    marked: (id) => `, den Kosten von ${id}, womit sie markiert ist`,
    price: (unit) =>
      `, dem Kostenpreis ihres Artikels (${unit} je Stück), denn einen gleitenden Durchschnitt gab es nicht`,
    none: '',
  },
  adjusts: (would, run, amount) =>
    would ? `${run} würde sie um ${amount} korrigieren` : `${run} korrigiert sie um ${amount}`,
  runs: {
    Close: (day, id) => `der Abschluss vom ${day} (${id})`,
    Recalculation: (day, id) => `die Neuberechnung vom ${day} (${id})`,
    Reversal: (day, id) => `das Storno vom ${day} (${id})`,
    'On-hand adjustment': (day, id) => `die Bestandskorrektur vom ${day} (${id})`,
    'Transaction adjustment': (day, id) => `die Buchungskorrektur vom ${day} (${id})`,
    Archive: (day, id) => `die Archivierung vom ${day} (${id})`,
    preview: (day) => `ein Abschluss bis ${day}`,
  },

  changes: {
    Settlement: (change, source) => `${change}: Verglichen wurde mit ${source}, und das gilt bis zum nächsten Lauf.`,
    'Late cost': (change, source) =>
      `${change}, weil sich die Kosten von ${source} änderten, nachdem beide ausgeglichen waren.`,
    'Physical value': (change, source) =>
      `${change}, durch den Vergleich mit ${source}: Eines der beiden ist nicht berechnet, also ist nichts ausgeglichen.`,
    'Uncovered quantity': (change) =>
      `${change}, weil das, was kein Zugang deckt, mit den Stückkosten des gedeckten Teils bewertet wird.`,
    Transfer: (change, source) => `${change}, weil aus ${source} umgelagert wurde und die Kostenänderung mitgeht.`,
    Return: (change, source) => `${change}, weil damit ${source} zurückkommt, zu den Kosten jenes Verkaufs.`,
    Production: (change, _source, order) =>
      `${change}, weil der Auftrag ${order} sie gefertigt hat und ein Teil der Kostenänderung der Komponenten auf sie entfällt.`,
    Variance: (change) =>
      `${change}, auf dem Abweichungskonto: Ihr Artikel behält seine Kosten, was auch immer seine Quelle kostet.`,
    Expensed: (change) =>
      `${change}, auf dem Rundungskonto: zu klein, um weitergegeben zu werden, oder durch die Rundung eines Kreises übrig.`,
    'On-hand': (change) => `${change}, und zwar von Hand, für den damaligen Bestand davon.`,
    Transaction: (change) =>
      `${change}, und zwar von Hand, als neuen Wert; was davon vorher ausgeglichen war, geht mit dem Abschluss danach auf die Abgänge über.`,
  },
  changed: (would, run, amount) =>
    would ? `${capital(run)} würde sie um ${amount} ändern` : `${capital(run)} hat sie um ${amount} geändert`,
  expensed: (would, run, amount) =>
    would
      ? `${capital(run)} würde für sie ${amount} als Aufwand buchen`
      : `${capital(run)} hat für sie ${amount} als Aufwand gebucht`,
  late: (would, run, amount, issue) =>
    would
      ? `${capital(run)} würde ${amount} ihrer Änderung an ${issue} weitergeben, womit sie vorher ausgeglichen wurde.`
      : `${capital(run)} hat ${amount} ihrer Änderung an ${issue} weitergegeben, womit sie vorher ausgeglichen wurde.`,

  receiptCosts: (would, amount, posted, adjusted) =>
    `Die Buchung ${would ? `würde ${amount} kosten` : `kostet ${amount}`}: ${posted}, wie sie gebucht wurde, und seither ${adjusted}.`,
  gave: (would, uses) => (would ? `Die Buchung gäbe ${uses}.` : `Die Buchung gab ${uses}.`),
  gathering: (id) => `die Abschlussumlagerung ${id}`,
  use: (quantity, issue, amount, rule) => `${quantity} an ${issue} für ${amount} (${rule})`,
  more: (count) => `${count} weitere`,
  circle: (would, members, solved) => {
    const depends = `Die Kosten ${would ? 'würden von sich selbst abhängen' : 'hängen von sich selbst ab'}, in einem Kreis mit ${members}`;
    return solved
      ? `${depends}: Sie werden gemeinsam berechnet.`
      : `${depends}, der keine eindeutige Lösung hat: Was seine Zugänge von ihren Abgängen übernehmen sollten, ist nicht zu ihnen gekommen.`;
  },

  settled: (would) => (would ? 'Die Buchung würde ganz ausgeglichen.' : 'Die Buchung ist ganz ausgeglichen.'),
  open: (would, quantity, whole, rest) =>
    `${quantity} von ${whole} ${would ? (quantity === '1' ? 'bliebe' : 'blieben') : quantity === '1' ? 'ist' : 'sind'} offen${rest}`,
  whyOpen: {
    slip: (day) =>
      `: Bis ${day} ist sie nicht berechnet. Mit ihrer Rechnung kann der nächste Abschluss sie ausgleichen.`,
    stock: (amount) => ` und auf Lager, für ${amount}.`,
    compared: (day) =>
      `: Womit verglichen wurde, ist bis ${day} nicht berechnet. Mit jener Rechnung kann der nächste Abschluss ausgleichen.`,
    waits: ': Noch kein Abschluss ist bis hierher gekommen.',
    none: '.',
  },
  reversed: (run) => `${capital(run)} wurde storniert: Was er ausgeglichen hatte, ist wieder offen.`,
  archived: (run) =>
    `Ihre Zeile ist archiviert (${run}): LockedRows behält sie, ob sie noch in Transactions steht oder nicht.`,
  neverClosed:
    'Diese Arbeitsmappe wurde nie abgeschlossen: Mit einem Datum wird aus dem erklärt, was ein Abschluss bis dahin täte.',
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
