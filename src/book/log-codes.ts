/** Every code of the closing log and of refusals, each once, with its severity, message and remedy. */
export type Severity = 'Info' | 'Warning' | 'Error';

interface CodeSpec {
  readonly severity: Severity;
  /** Placeholders in braces are filled from the entry's words. */
  readonly message: string;
  readonly remedy: string;
}

const codes = {
  NOT_SETTLED: {
    severity: 'Warning',
    message:
      '{quantity} of issue {transaction} could not be settled: {cause}. It keeps its estimate, and its cost may be wrong.',
    remedy:
      'Post the missing receipt, or correct the quantity, date or dimensions, in a period that is still open; or close up to a later date.',
  },
  NO_FIN_RECEIPT: {
    severity: 'Warning',
    message:
      '{quantity} of issue {transaction} could not be settled: stock was received but not invoiced ({receipts}).',
    remedy:
      'Enter the invoice of the receipt (its Financial date and Financial cost), then close, or let the next close settle it.',
  },
  MARKED_LATER: {
    severity: 'Warning',
    message:
      '{quantity} of issue {transaction} waits for {counterpart}, which it is marked to and which takes no part in this run ({state}).',
    remedy: 'Close up to a later date, invoice the counterpart, or remove the mark while the period is open.',
  },
  MODEL_LOCKED: {
    severity: 'Info',
    message:
      '{count} transactions of {items} items with {model} are locked by this close and not settled: their cost is kept.',
    remedy: 'Nothing to do: items with this inventory model are never settled.',
  },
  ORDER_LINES: {
    severity: 'Info',
    message: '{count} rows have neither a physical nor a financial date: they are order lines and take no part.',
    remedy: 'Nothing to do, unless a date is missing.',
  },
  DEFAULT_ACCOUNTS: {
    severity: 'Info',
    message:
      '{count} adjustments use accounts from the parameters, because neither the transaction nor the table Posting names one ({accounts}).',
    remedy: 'Fill in the accounts of the transactions, or the table Posting, if these are not the right accounts.',
  },
  PROVISIONAL_REPLACED: {
    severity: 'Info',
    message:
      '{count} provisional adjustments of earlier runs were taken back: this run settles what they estimated, or it comes out otherwise.',
    remedy: 'Nothing to do: provisional adjustments hold until the next run.',
  },
  MIN_EXPENSED: {
    severity: 'Info',
    message:
      '{count} amounts below the minimum throughput adjustment of {minimum} were expensed instead of passed on, {amount} in all.',
    remedy: 'Nothing to do. With a minimum of 0.00 every amount is passed on.',
  },
  CIRCULAR_ROUNDED: {
    severity: 'Info',
    message:
      'The costs of {count} rows depend on each other in a circle ({members}). It was solved exactly; what rounding left on {receipts} of its receipts was expensed, {amount} in all.',
    remedy:
      'Nothing to do, unless the circle itself is a mistake: goods that are moved back, or a product in its own component.',
  },
  CIRCULAR_LIMIT: {
    severity: 'Warning',
    message:
      'The costs of {count} rows depend on each other in a circle that has no single solution ({members}). Its receipts that take their cost from issues got nothing in this run.',
    remedy:
      'Break the circle: one of its receipts needs a cost of its own, or another receipt must cover the first issue.',
  },
  SUBPROD_OPEN: {
    severity: 'Warning',
    message:
      'Production order {reference} has used components ({transaction} first), but no receipt of it is financially updated: their cost stays in work in process.',
    remedy: 'End the order: enter the Financial date and cost of its receipt.',
  },
  NO_COMPONENTS: {
    severity: 'Warning',
    message:
      'Production order {reference} has the receipt {transaction}, but no production lines: nothing can change its cost.',
    remedy: 'Check the Reference of its production lines, or leave it if the order used none.',
  },
  SOURCE_LATER: {
    severity: 'Warning',
    message:
      'Receipt {transaction} takes its cost from {source}, which is dated {date}, after the run: it gets what the run knows of it.',
    remedy: 'Correct the date of one of the two, or close up to a later date.',
  },
  NEG_PHYSICAL: {
    severity: 'Error',
    message: 'The physical on-hand of {key} is {quantity} at {date}, and its model group does not allow that.',
    remedy:
      'Post the missing receipts, close up to a date at which the stock is there, or set Physical negative inventory to Yes.',
  },
  NEG_FINANCIAL: {
    severity: 'Error',
    message: 'The financial on-hand of {key} is {quantity} at {date}, and its model group does not allow that.',
    remedy:
      'Invoice the missing receipts, close up to a date at which they are, or set Financial negative inventory to Yes.',
  },
  PERIOD_CLOSED: {
    severity: 'Error',
    message: '{date} lies in period {period}, which is {status}.',
    remedy: 'Open the period in the table Periods, or close up to a date in an open one.',
  },
  NO_PERIOD: {
    severity: 'Error',
    message: '{date} lies in none of the periods of the table Periods.',
    remedy: 'Add the period to the table Periods, or correct the date.',
  },
  NOT_LATER: {
    severity: 'Error',
    message: '{date} is not later than the last close, {closing} up to {last}.',
    remedy: 'Choose a later date, or reverse the last close first.',
  },
  BEFORE_LAST_CLOSE: {
    severity: 'Error',
    message: '{date} is before the last close, {closing} up to {last}: a recalculation goes on from there.',
    remedy: 'Recalculate up to the date of that close or later, or reverse it first.',
  },
  UNKNOWN_ITEM: {
    severity: 'Error',
    message: 'There is no item "{item}" in this workbook.',
    remedy: 'Check the item number: it stands in Transactions or Items. Upper and lower case do not count.',
  },
  UNKNOWN_ITEM_GROUP: {
    severity: 'Error',
    message: 'No item has the item group "{group}".',
    remedy: 'Check the Item group in the table Items. Upper and lower case do not count.',
  },
  OTHER_RUN: {
    severity: 'Error',
    message: 'Run {closing} is {status}: while it is unfinished nothing else may run.',
    remedy: 'Resume it or roll it back first.',
  },
  UNFINISHED_BY_HAND: {
    severity: 'Error',
    message:
      'Run {closing}, an adjustment by hand, is {status}: it did not come to its end, and while that is so nothing else may run.',
    remedy:
      'Roll it back, then enter it again. It can not be resumed: what was entered stands in the workbook only once it has ended.',
  },
  ADJUSTED_LATER: {
    severity: 'Error',
    message: '{closing} adjusted receipts by hand on {last}, after {date}.',
    remedy: 'Close up to that date or a later one, or reverse the adjustment first.',
  },
  ADJUSTED_BY_HAND: {
    severity: 'Info',
    message: '{count} receipts were adjusted by hand, {amount} in all: {what}.',
    remedy: 'Nothing to do. The next close passes on what belongs to issues.',
  },
  NO_CLOSE: {
    severity: 'Error',
    message: 'No close is in force in this workbook: what is on hand is adjusted as of the last close.',
    remedy: 'Close first.',
  },
  NOT_CHOSEN: {
    severity: 'Error',
    message: 'There is no {what} in this workbook.',
    remedy: 'Check how it is written. Upper and lower case do not count.',
  },
  NOTHING_ON_HAND: {
    severity: 'Error',
    message: 'Of what was chosen no receipt is open at {date}, the date of the last close.',
    remedy: 'Choose items that are in stock and whose inventory model is settled; moving average items are revalued.',
  },
  NOT_POSITIVE: {
    severity: 'Warning',
    message: '{key} was left out: {quantity} is on hand at {date}, and only what is positive can be adjusted.',
    remedy: 'Post the missing receipts and close; or leave it.',
  },
  NOT_ADJUSTABLE: {
    severity: 'Error',
    message: '{item} has the inventory model {model}, which {command} does not adjust.',
    remedy:
      'Moving average items are revalued; the other models are adjusted on hand or receipt by receipt; standard cost is left as it is.',
  },
  NO_COST_PRICE: {
    severity: 'Error',
    message: '{item} has no cost price in the table Items.',
    remedy: 'Fill in its Cost price, or give the unit cost.',
  },
  BELOW_ZERO: {
    severity: 'Error',
    message: 'The open part of {transaction} is worth {value}, and would be worth {after}.',
    remedy: 'Take away less: stock can be worth nothing, but not less than that.',
  },
  NOT_A_RECEIPT: {
    severity: 'Error',
    message: '{transaction} is {what}: only receipts of the table Transactions can be adjusted.',
    remedy: 'An issue costs what its receipts cost: adjust those.',
  },
  NOT_INVOICED: {
    severity: 'Error',
    message: '{transaction} is not financially updated by {date}.',
    remedy: 'Enter its invoice, or choose a later date.',
  },
  CHOSEN_TWICE: {
    severity: 'Error',
    message: '{transaction} was named twice.',
    remedy: 'Name it once, with the value that it is to have.',
  },
  NOTHING_CHANGES: {
    severity: 'Error',
    message: 'Everything that was chosen is worth that already: there is nothing to adjust.',
    remedy: 'Nothing to do.',
  },
  INPUT_CHANGED: {
    severity: 'Error',
    message: '{what} was changed since {closing} stopped: {before} became {after}. The run was left as it is.',
    remedy:
      'Put back what was there and resume; or start over: the run is then taken back and done with what is there now.',
  },
  RUN_DIFFERS: {
    severity: 'Error',
    message: '{closing} does not fit what it had written already: {what}. It was left as it is.',
    remedy: 'Start over: the run is then taken back and done anew. Or roll it back.',
  },
  ROLLBACK_BEGUN: {
    severity: 'Error',
    message: 'Somebody has begun to take {closing} back, so that it can not be resumed.',
    remedy: 'Roll it back to the end, then do the run again.',
  },
  NOTHING_UNFINISHED: {
    severity: 'Error',
    message: 'No run of this workbook is unfinished, so there is nothing to resume or roll back.',
    remedy: 'Nothing to do. A run that has ended is taken back by a reversal.',
  },
  NOT_RESUMABLE: {
    severity: 'Error',
    message: '{closing} can not be resumed: {cause}.',
    remedy: 'Roll it back, then do it again.',
  },
  NOTHING_TO_ARCHIVE: {
    severity: 'Error',
    message: 'No row of Transactions can be archived: {why}.',
    remedy: 'Nothing to do. Rows can be archived once they are invoiced, settled in full and closed.',
  },
  ARCHIVED_GONE: {
    severity: 'Error',
    message:
      '{count} rows that {closing} archived are no longer in the table Transactions ({transactions}): without them it can not be reversed, nor any run before it.',
    remedy: 'Put the rows back into the table Transactions as they were, and try again.',
  },
  NOTHING_TO_REVERSE: {
    severity: 'Error',
    message: 'No run is in force in this workbook, so there is nothing to reverse.',
    remedy: 'Nothing to do.',
  },
  NOT_IN_FORCE: {
    severity: 'Error',
    message: '{closing} is not a run in force: there is no such run, or it is reversed already.',
    remedy: 'The table Closings lists the runs: those that are Completed, and no reversals, are in force.',
  },
  LATER_RUNS: {
    severity: 'Error',
    message: '{closing} can not be reversed by itself: {later} came after it.',
    remedy: 'Reverse the later runs first, or all of them together with --with-later.',
  },
  CHANGED_MEANWHILE: {
    severity: 'Error',
    message:
      '{what} was changed by somebody while the run was computing: {before} became {after}. The run wrote nothing.',
    remedy: 'Start again: the run then computes with what stands there now.',
  },
  LOCKED_CHANGED: {
    severity: 'Error',
    message: '{key} was locked by {closing}, and its {what} was changed from {before} to {after}.',
    remedy:
      'Put the old value back and enter the correction as a new transaction in an open period, or reverse the close.',
  },
  LOCKED_ADDED: {
    severity: 'Error',
    message: 'Transaction {transaction} is dated {date}, but everything up to {last} is closed by {closing}.',
    remedy: 'Move the transaction to a date after the last close, or reverse the close.',
  },
  LOCKED_DELETED: {
    severity: 'Error',
    message: 'Transaction {transaction} was locked by {closing}, and is no longer in the table Transactions.',
    remedy: 'Put the row back as it was ({content}), or reverse the close.',
  },
  NO_CLOSE_AT_PERIOD_END: {
    severity: 'Warning',
    message: 'Period {period} ends on {date}, and there is no close of that date.',
    remedy: 'Close at the end of every period, so that each period has its own figures.',
  },
  LEDGER_DIFFERS: {
    severity: 'Warning',
    message:
      'Account {account}: the ledger has {balance} on {date}, the inventory posted to it is worth {value} – a difference of {difference}.',
    remedy:
      'Look for postings to the account that are no inventory transactions, for vouchers of runs that were not posted yet, and for transactions with another account.',
  },
  UNKNOWN_PARAMETER: {
    severity: 'Warning',
    message: 'The table Parameters has a row "{parameter}", which is not a parameter; it has no effect.',
    remedy: 'Correct the name or remove the row. The template lists the names.',
  },
  OUT_OF_RANGE: {
    severity: 'Error',
    message: '{what} has more than 15 digits and would no longer be exact to the minor unit.',
    remedy: 'Use fewer decimals, or split the workbook.',
  },
} as const satisfies Record<string, CodeSpec>;

export type LogCode = keyof typeof codes;
export const LOG_CODES: Readonly<Record<LogCode, CodeSpec>> = codes;
