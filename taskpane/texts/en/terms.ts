/** What the pane says for the words of the workbook, in English. */
export const terms = {
  terms: {
    runTypes: {
      Close: 'Close',
      Recalculation: 'Recalculation',
      Reversal: 'Reversal',
      'On-hand adjustment': 'On-hand adjustment',
      'Transaction adjustment': 'Transaction adjustment',
    },
    runStatuses: { Running: 'Running', Paused: 'Paused', Completed: 'Completed', Reversed: 'Reversed' },
    severities: { Error: 'Error', Warning: 'Warning', Info: 'Info' },
    models: {
      FIFO: 'FIFO',
      LIFO: 'LIFO',
      'LIFO date': 'LIFO date',
      'Weighted average': 'Weighted average',
      'Weighted average date': 'Weighted average date',
      'Standard cost': 'Standard cost',
      'Moving average': 'Moving average',
    },
    reasons: {
      Settlement: 'Settlement',
      'Late cost': 'Late cost',
      'Physical value': 'Physical value',
      'Uncovered quantity': 'Uncovered quantity',
      Transfer: 'Transfer',
      Return: 'Return',
      Production: 'Production',
      Variance: 'Variance',
      Expensed: 'Expensed',
      'On-hand': 'On-hand',
      Transaction: 'Transaction',
    },
    specifications: { Total: 'Account only', 'Item group': 'Account and item group', Item: 'Account and item' },
    bases: {
      'Item cost price': 'The item’s cost price',
      'Item cost price or median': 'The item’s cost price, else the median',
      Median: 'The median of the item’s receipts',
    },
    kinds: { Issue: 'Issue', Receipt: 'Receipt' },
    updated: { Financial: 'invoiced', Physical: 'not invoiced' },
  },

  /** One heading for each code of the log and of problems that come in numbers. */
};
