import { type Command, Option } from 'commander';
import { revalue } from '../../../runs/adjust/revalue';
import { numberArgument } from '../../options';
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

/** `adjust revalue BOOK`: items with moving average. */
export function addRevalue(adjust: Command): void {
  const command = adjust
    .command('revalue <workbook>')
    .description('give items with moving average a new unit cost, as of the last close')
    .addHelpText(
      'after',
      `
The new unit cost times the quantity on hand, less the value on hand, is booked on the latest receipt of each item and its
dimensions, dated at the last close. inventory-close reverse takes it back.

  inventory-close adjust revalue book.xlsx --item M100 --unit-cost 16 --dry-run`,
    );
  addSelectionOptions(command).addOption(
    new Option('--unit-cost <cost>', 'the new cost of one unit').argParser(numberArgument).makeOptionMandatory(),
  );
  addByHandOptions(command).action(
    usage(command, async (file: string, flags: ByHandFlags & SelectionFlags & { unitCost: number }) => {
      const options = { ...byHandOptionsOf(flags), selection: selectionOf(flags), unitCost: flags.unitCost };
      await runAdjustment(file, flags, 'On hand', (port, env) => revalue(port, options, env));
    }),
  );
}
