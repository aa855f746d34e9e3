import type { Texts } from '..';

/** What the pane says for the words of the workbook, in German. */
export const terms: Pick<Texts, 'terms'> = {
  terms: {
    runTypes: {
      Close: 'Abschluss',
      Recalculation: 'Neuberechnung',
      Reversal: 'Storno',
      'On-hand adjustment': 'Bestandskorrektur',
      'Transaction adjustment': 'Buchungskorrektur',
    },
    runStatuses: { Running: 'läuft', Paused: 'angehalten', Completed: 'abgeschlossen', Reversed: 'storniert' },
    severities: { Error: 'Fehler', Warning: 'Warnung', Info: 'Hinweis' },
    models: {
      FIFO: 'FIFO',
      LIFO: 'LIFO',
      'LIFO date': 'LIFO nach Datum',
      'Weighted average': 'Gewichteter Durchschnitt',
      'Weighted average date': 'Gewichteter Durchschnitt nach Datum',
      'Standard cost': 'Standardkosten',
      'Moving average': 'Gleitender Durchschnitt',
    },
    reasons: {
      Settlement: 'Ausgleich',
      'Late cost': 'Nachträgliche Kosten',
      'Physical value': 'Physischer Wert',
      'Uncovered quantity': 'Ungedeckte Menge',
      Transfer: 'Umlagerung',
      Return: 'Rücknahme',
      Production: 'Produktion',
      Variance: 'Abweichung',
      Expensed: 'Als Aufwand gebucht',
      'On-hand': 'Bestand',
      Transaction: 'Buchung',
    },
    specifications: { Total: 'nur Konto', 'Item group': 'Konto und Artikelgruppe', Item: 'Konto und Artikel' },
    bases: {
      'Item cost price': 'Kostenpreis des Artikels',
      'Item cost price or median': 'Kostenpreis des Artikels, sonst Median',
      Median: 'Median der Zugänge des Artikels',
    },
    kinds: { Issue: 'Abgang', Receipt: 'Zugang' },
    updated: { Financial: 'berechnet', Physical: 'nicht berechnet' },
  },
};
