import type { Item, Period } from '../../book/book';
import type { Parameters } from '../../book/parameters';
import type { TableCells } from '../port';
import { readDimensionGroups, readModelGroups, type DimensionGroups } from './groups';
import { Names } from './ids';
import { defaultItem, readItems } from './items';
import { readParameters, type FixedDecimals, type ReadParameters } from './parameters';
import { readPeriods } from './periods';
import { readPosting, type Posting } from './posting';
import type { ProblemList } from './problem-list';
import type { Locks } from './read-book';

/** What the tables beside Transactions say. */
export interface Settings {
  readonly read: ReadParameters;
  readonly parameters: Parameters;
  readonly dimensionGroups: DimensionGroups;
  readonly items: Item[];
  readonly itemNames: Names;
  readonly accounts: Names;
  readonly posting: Posting;
  readonly periods: readonly Period[];
}

/** Reads Parameters, ItemModelGroups, DimensionGroups, Items, Posting and Periods, in the order in which they need each other. */
export function readSettings(
  find: (name: string) => TableCells | undefined,
  locks: Locks,
  date1904: boolean,
  problems: ProblemList,
): Settings {
  const read = readParameters(find('Parameters'), fixedDecimals(locks), problems);
  const { parameters } = read;
  const modelGroups = readModelGroups(find('ItemModelGroups'), problems);
  const dimensionGroups = readDimensionGroups(find('DimensionGroups'), problems);
  const itemNames = new Names();
  const items = readItems(find('Items'), { parameters, modelGroups, dimensionGroups }, itemNames, problems);
  const accounts = new Names();
  for (const account of accountsOf(parameters)) accounts.add(account);
  const posting = readPosting(find('Posting'), parameters, accounts, problems);
  const periods = readPeriods(find('Periods'), date1904, problems);
  return { read, parameters, dimensionGroups, items, itemNames, accounts, posting, periods };
}

/** Adds the items that were met since, but do not stand in Items. */
export function addDefaultItems(settings: Settings): void {
  const { items, itemNames, parameters } = settings;
  while (items.length < itemNames.texts.length) items.push(defaultItem(itemNames.texts[items.length], parameters));
}

/** Results of earlier runs are counted in the decimals of their time: those hold, and a change is told elsewhere. */
function fixedDecimals(locks: Locks): FixedDecimals {
  const locked = (name: string) => {
    const text = locks.parameters.get(name.toLowerCase())?.content;
    return text !== undefined && /^\d$/.test(text) ? Number(text) : undefined;
  };
  const amountDecimals = locked('Amount decimals');
  const quantityDecimals = locked('Quantity decimals');
  return {
    ...(amountDecimals === undefined ? {} : { amountDecimals }),
    ...(quantityDecimals === undefined ? {} : { quantityDecimals }),
  };
}

function accountsOf(parameters: Parameters): readonly string[] {
  return [
    parameters.inventoryAccount,
    parameters.offsetAccount,
    parameters.workInProcessAccount,
    parameters.adjustmentAccount,
    parameters.roundingAccount,
    parameters.varianceAccount,
  ];
}
