import { NONE } from '../../book/book';
import type { Parameters } from '../../book/parameters';
import { isProduction, TRANSACTION_TYPES } from '../../book/transaction-types';
import type { TableCells } from '../port';
import { POSTING } from '../tables/input';
import { OPTIONAL, readChoices } from './columns';
import { readNames, readTexts } from './id-columns';
import type { Names } from './ids';
import { addressIn, type ProblemList } from './problem-list';
import { viewTable } from './table-view';

/** The accounts of a transaction that names none, as numbers of the account names. */
export interface PostedTo {
  readonly inventory: number;
  readonly offset: number;
  /** Whether they are the parameters', because no row of Posting names one. */
  readonly defaultInventory: boolean;
  readonly defaultOffset: boolean;
}

/** Which accounts an item group and a type are posted to (A21). */
export type Posting = (itemGroup: string, type: number) => PostedTo;

interface Rule {
  readonly inventory: number;
  readonly offset: number;
}

/**
 * Reads the table Posting. Each account comes from the first row that names it: group and type, group, type, neither;
 * then from the parameters. Two rows with the same group and type are a problem.
 */
export function readPosting(
  table: TableCells | undefined,
  parameters: Parameters,
  accounts: Names,
  problems: ProblemList,
): Posting {
  const rules = table ? readRules(table, accounts, problems) : new Map<string, Rule>();
  const cache = new Map<string, PostedTo>();
  return (itemGroup, type) => {
    const key = ruleKey(itemGroup, type);
    const known = cache.get(key);
    if (known) return known;
    const order = [key, ruleKey(itemGroup, NONE), ruleKey('', type), ruleKey('', NONE)];
    const found = order.flatMap((one) => rules.get(one) ?? []);
    const inventory = found.find((rule) => rule.inventory >= 0)?.inventory;
    const offset = found.find((rule) => rule.offset >= 0)?.offset;
    const production = isProduction(TRANSACTION_TYPES[type]);
    const posted: PostedTo = {
      inventory: inventory ?? accounts.add(parameters.inventoryAccount),
      offset: offset ?? accounts.add(production ? parameters.workInProcessAccount : parameters.offsetAccount),
      defaultInventory: inventory === undefined,
      defaultOffset: offset === undefined,
    };
    cache.set(key, posted);
    return posted;
  };
}

function ruleKey(itemGroup: string, type: number): string {
  return `${type} ${itemGroup.toLowerCase()}`;
}

function readRules(table: TableCells, accounts: Names, problems: ProblemList): Map<string, Rule> {
  const names = POSTING.columns.map((one) => one.name);
  const { rows, column } = viewTable(table, 'input', names, [], problems);
  const groups = readTexts(column('Item group'), rows, OPTIONAL, problems);
  const types = readChoices(column('Type'), rows, TRANSACTION_TYPES, OPTIONAL, problems);
  const inventory = readNames(column('Inventory account'), rows, accounts, OPTIONAL, problems);
  const offset = readNames(column('Offset account'), rows, accounts, OPTIONAL, problems);
  const rules = new Map<string, Rule>();
  const firstRow = new Map<string, number>();
  const shown = column('Item group') ?? column('Type') ?? column('Inventory account') ?? column('Offset account');
  for (let i = 0; i < rows.length; i += 1) {
    if (types[i] < NONE || !shown) continue;
    const key = ruleKey(groups[i], types[i]);
    const first = firstRow.get(key);
    if (first !== undefined) {
      const what = `item group ${groups[i] || '(all)'} and type ${TRANSACTION_TYPES[types[i]] ?? '(all)'}`;
      const message = `The table Posting has two rows for ${what}, the other in ${addressIn(shown, first)}.`;
      problems.at(shown, rows[i], 'DUPLICATE_ID', message, 'Remove one of the two rows.');
      continue;
    }
    firstRow.set(key, rows[i]);
    rules.set(key, { inventory: inventory[i], offset: offset[i] });
  }
  return rules;
}
