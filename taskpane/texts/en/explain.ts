/** What the pane says on the page Explain, in English. */
export const explain = {
  explain: {
    title: 'Explain a cost',
    intro: 'Why a transaction has its cost, and why it may still be open.',
    id: 'Transaction',
    idHint: 'An id from the table Transactions. Upper and lower case do not count.',
    idMissing: 'Enter the id of a transaction, or select its row in the sheet.',
    fromSelection: (id: string) => `Use ${id} from the selected row`,
    noSelection: 'Select a row of a table in the sheet to take its transaction.',
    preview: 'As a close would make it',
    previewHint: 'Explains from a preview, not from what was written.',
    upTo: 'Up to',
    explain: 'Explain',
    result: (id: string) => `Why ${id} costs what it costs`,
    previewed: (day: string) => `From a preview up to ${day}. Nothing was written.`,
    from: 'Where its cost comes from',
    to: 'Where its cost went',
    show: 'Show in the sheet',
  },
};
