import type { Texts } from '..';

/** What the pane says on the page Explain, in German. */
export const explain: Pick<Texts, 'explain'> = {
  explain: {
    title: 'Kosten erklären',
    intro: 'Warum eine Buchung ihre Kosten hat, und warum sie vielleicht noch offen ist.',
    id: 'Buchung',
    idHint: 'Eine Nummer aus der Tabelle Transactions. Groß und klein ist gleich.',
    idMissing: 'Geben Sie die Nummer einer Buchung ein, oder wählen Sie ihre Zeile im Blatt.',
    fromSelection: (id) => `${id} aus der gewählten Zeile übernehmen`,
    noSelection: 'Wählen Sie im Blatt eine Zeile einer Tabelle, um ihre Buchung zu übernehmen.',
    preview: 'Wie ein Abschluss sie bewerten würde',
    previewHint: 'Erklärt aus einer Vorschau, nicht aus dem, was geschrieben wurde.',
    upTo: 'Bis',
    explain: 'Erklären',
    result: (id) => `Warum ${id} kostet, was es kostet`,
    previewed: (day) => `Aus einer Vorschau bis ${day}. Nichts wurde geschrieben.`,
    from: 'Woher die Kosten kommen',
    to: 'Wohin die Kosten gingen',
    show: 'Im Blatt zeigen',
  },
};
