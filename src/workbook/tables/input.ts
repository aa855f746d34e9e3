import { INVENTORY_MODELS } from '../../book/models';
import { TRANSACTION_TYPES } from '../../book/transaction-types';
import type { InputColumn, InputTable } from './spec';

const column = (
  name: string,
  kind: InputColumn['kind'],
  width: number,
  required: boolean,
  note: string,
  choices?: readonly string[],
): InputColumn => ({ name, kind, width, required, note, ...(choices ? { choices } : {}) });

export const TRANSACTIONS: InputTable = {
  name: 'Transactions',
  sheet: 'Transactions',
  about: 'Every receipt and issue, one row each. Receipts have a positive quantity and cost, issues a negative one.',
  required: true,
  dimensions: true,
  columns: [
    column('Transaction', 'id', 14, true, 'A unique id. Upper and lower case do not count.'),
    column('Item', 'id', 14, true, 'The item number.'),
    column('Quantity', 'quantity', 12, true, 'Not zero. Receipts are positive, issues negative.'),
    column(
      'Financial date',
      'date',
      13,
      true,
      'The date of the invoice: from then on the row is financially updated (purchased or sold). Blank while there is no invoice.',
    ),
    column(
      'Physical date',
      'date',
      13,
      false,
      'The date of the packing slip: from then on the row is physically updated (received or deducted).',
    ),
    column(
      'Financial cost',
      'amount',
      14,
      true,
      'The amount that was posted with the invoice, signed like the quantity. Needed with a financial date.',
    ),
    column(
      'Physical cost',
      'amount',
      14,
      false,
      'The amount that was posted with the packing slip, signed like the quantity. Keep it when the invoice comes. Blank: the same as the financial cost.',
    ),
    column('Type', 'choice', 15, false, 'What kind of transaction it is. Blank: Movement.', TRANSACTION_TYPES),
    column('Reference', 'text', 14, false, 'The document: a purchase, sales, transfer or production order.'),
    column(
      'Marked to',
      'id',
      14,
      false,
      'The transaction that this one must be settled with, before its inventory model. Either side may name the other.',
    ),
    column(
      'Cost source',
      'id',
      14,
      false,
      'On a transfer receipt or a customer return: the issue whose cost it takes.',
    ),
    column(
      'Sequence',
      'number',
      10,
      false,
      'The order of posting inside a date. Blank: 0, then the order of the rows.',
    ),
    column(
      'Inventory account',
      'text',
      18,
      false,
      'The ledger account that the stock was posted to. Blank: from Posting or Parameters.',
    ),
    column(
      'Offset account',
      'text',
      18,
      false,
      'The ledger account that the other side was posted to. Blank: from Posting or Parameters.',
    ),
  ],
};

export const ITEMS: InputTable = {
  name: 'Items',
  sheet: 'Items',
  about: 'The items. An item that is missing here is costed by the parameters, without dimensions.',
  required: false,
  dimensions: false,
  columns: [
    column('Item', 'id', 14, true, 'The item number, as in Transactions.'),
    column('Name', 'text', 30, false, 'What it is called.'),
    column('Item group', 'id', 14, false, 'For posting and for the ledger specification.'),
    column(
      'Item model group',
      'id',
      18,
      false,
      'A row of ItemModelGroups. Blank: the default inventory model of the parameters.',
    ),
    column('Dimension group', 'id', 18, false, 'A row of DimensionGroups. Blank: no dimensions.'),
    column('Cost price', 'unit cost', 12, false, 'Expected cost of one unit, for the check of cost prices.'),
    column('Unit', 'text', 8, false, 'The unit that quantities are counted in.'),
  ],
};

export const ITEM_MODEL_GROUPS: InputTable = {
  name: 'ItemModelGroups',
  sheet: 'Item model groups',
  about: 'How items are costed.',
  required: false,
  dimensions: false,
  columns: [
    column('Item model group', 'id', 18, true, 'The name that Items uses.'),
    column(
      'Inventory model',
      'choice',
      22,
      true,
      'How issues are paired with receipts. Standard cost and Moving average are locked, not settled.',
      INVENTORY_MODELS,
    ),
    column(
      'Include physical value',
      'yes/no',
      20,
      false,
      'Whether rows without an invoice adjust others (never settle). Only FIFO, LIFO and LIFO date. Blank: No.',
    ),
    column(
      'Physical negative inventory',
      'yes/no',
      24,
      false,
      'No refuses a close while more was delivered than received. Blank: Yes.',
    ),
    column(
      'Financial negative inventory',
      'yes/no',
      24,
      false,
      'No refuses a close while more was invoiced out than in. Blank: Yes.',
    ),
  ],
};

export const DIMENSION_GROUPS: InputTable = {
  name: 'DimensionGroups',
  sheet: 'Dimension groups',
  about:
    'Which dimensions keep costs apart: one Yes/No column for each dimension, named as the column in Transactions.',
  required: false,
  dimensions: true,
  columns: [column('Dimension group', 'id', 18, true, 'The name that Items uses.')],
};

export const POSTING: InputTable = {
  name: 'Posting',
  sheet: 'Posting',
  about:
    'Accounts for transactions that name none. A row with group and type comes before one with a group, one with a type, one with neither.',
  required: false,
  dimensions: false,
  columns: [
    column('Item group', 'id', 14, false, 'Blank: all groups.'),
    column('Type', 'choice', 15, false, 'Blank: all types.', TRANSACTION_TYPES),
    column('Inventory account', 'text', 18, false, 'The ledger account of the stock.'),
    column('Offset account', 'text', 18, false, 'The ledger account of the other side.'),
  ],
};

export const PERIODS: InputTable = {
  name: 'Periods',
  sheet: 'Periods',
  about: 'Fiscal periods. Where this table has rows, a run needs an open period.',
  required: false,
  dimensions: false,
  columns: [
    column('Period', 'text', 12, true, 'The name of the period.'),
    column('From', 'date', 13, true, 'Its first day.'),
    column('To', 'date', 13, true, 'Its last day.'),
    column('Status', 'choice', 10, true, 'A run needs an open period.', ['Open', 'On hold', 'Closed']),
  ],
};

export const PARAMETERS: InputTable = {
  name: 'Parameters',
  sheet: 'Parameters',
  about: 'Settings. What is missing here has its default.',
  required: false,
  dimensions: false,
  columns: [
    column('Parameter', 'text', 32, true, 'The name of the setting.'),
    column('Value', 'text', 24, true, 'Blank: the default.'),
  ],
};

export const LEDGER_BALANCES: InputTable = {
  name: 'LedgerBalances',
  sheet: 'Ledger balances',
  about:
    'What the general ledger says of the inventory accounts, with the vouchers of all runs up to then. Compared with the inventory value.',
  required: false,
  dimensions: false,
  columns: [
    column('Account', 'text', 26, true, 'The account, as transactions, Posting or Parameters name it.'),
    column('Date', 'date', 13, true, 'The date of a close.'),
    column('Balance', 'amount', 16, true, 'The balance at the end of that day; a debit balance is positive.'),
  ],
};

/** The tables that people fill. A run never changes them. */
export const INPUT_TABLES: readonly InputTable[] = [
  TRANSACTIONS,
  ITEMS,
  ITEM_MODEL_GROUPS,
  DIMENSION_GROUPS,
  POSTING,
  PERIODS,
  LEDGER_BALANCES,
  PARAMETERS,
];
