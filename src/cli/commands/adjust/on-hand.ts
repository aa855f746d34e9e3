import { type Command, InvalidArgumentError, Option } from 'commander';
import { adjustOnHand } from '../../../runs/adjust/on-hand';
import type { Fill } from '../../../settle/by-hand/fill';
import { changeArgument, numberArgument } from '../../options';
import {
  addByHandOptions,
  addSelectionOptions,
  type ByHandFlags,
  byHandOptionsOf,
  runAdjustment,
  type SelectionFlags,
  selectionOf,
  usage,
} from './shared';

interface FillFlags {
  readonly costPrice?: boolean;
  readonly unitCost?: number;
  readonly value?: number;
  readonly percent?: number;
  readonly amount?: number;
}

/** `adjust on-hand BOOK`: what is in stock as of the last close. */
export function addOnHand(adjust: Command): void {
  const command = adjust
    .command('on-hand <workbook>')
    .description('change what is in stock as of the last close, dated at it')
    .addHelpText(
      'after',
      `
What is in stock are the open parts of open receipts. Say which, and one of the five ways to fill them. A unit cost and a
percentage hold for each item by itself; a value or an amount is for all that was chosen, spread by what the parts are
worth (by quantity, where that comes to nothing). The voucher posts to the inventory account of each receipt and to the
adjustment account of the parameters. inventory-close reverse takes it back.

  inventory-close adjust on-hand book.xlsx --item A100 --unit-cost 15 --dry-run
  inventory-close adjust on-hand book.xlsx --item-group Parts --where Site=1 --percent -10
  inventory-close adjust on-hand book.xlsx --item A100 --item A200 --amount 250.00 --note "Freight, January"`,
    );
  addSelectionOptions(command)
    .addOption(new Option('--cost-price', 'fill with the cost price of each item, from the table Items'))
    .addOption(new Option('--unit-cost <cost>', 'fill with this cost of one unit').argParser(numberArgument))
    .addOption(new Option('--value <amount>', 'give all that was chosen this value together').argParser(numberArgument))
    .addOption(new Option('--percent <change>', 'change by percent, e.g. -10').argParser(changeArgument))
    .addOption(new Option('--amount <change>', 'change by an amount, e.g. 250.00').argParser(changeArgument));
  addByHandOptions(command).action(
    usage(command, async (file: string, flags: ByHandFlags & SelectionFlags & FillFlags) => {
      const options = { ...byHandOptionsOf(flags), selection: selectionOf(flags), fill: fillOf(flags) };
      await runAdjustment(file, flags, 'Open', (port, env) => adjustOnHand(port, options, env));
    }),
  );
}

function fillOf({ costPrice, unitCost, value, percent, amount }: FillFlags): Fill {
  const fills: Fill[] = [
    ...(costPrice ? [{ method: 'Item cost price' } as const] : []),
    ...(unitCost === undefined ? [] : [{ method: 'Unit cost', unitCost } as const]),
    ...(value === undefined ? [] : [{ method: 'Total value', value } as const]),
    ...(percent === undefined ? [] : [{ method: 'Percent', percent } as const]),
    ...(amount === undefined ? [] : [{ method: 'Amount', amount } as const]),
  ];
  if (fills.length !== 1) {
    throw new InvalidArgumentError('say how: one of --cost-price, --unit-cost, --value, --percent and --amount.');
  }
  return fills[0];
}
