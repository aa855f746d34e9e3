import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Day } from '../../../book/days';
import { adjustTransactions, type NewValue } from '../../../runs/adjust/transactions';
import { dayArgument, listArgument, numberArgument } from '../../options';
import { addByHandOptions, type ByHandFlags, byHandOptionsOf, runAdjustment, usage } from './shared';

interface Flags extends ByHandFlags {
  readonly transaction: readonly string[];
  readonly value: readonly number[];
  readonly date?: Day;
}

/** `adjust transaction BOOK`: what receipts are worth. */
export function addTransaction(adjust: Command): void {
  const command = adjust
    .command('transaction <workbook>')
    .description('give receipts other values; what they were settled with follows in the next close')
    .addHelpText(
      'after',
      `
Receipts that are invoiced can be adjusted, closed ones too. What of the change belongs to quantity that was sold already
reaches those sales in the next close, as late cost: until then it is in the inventory account. The voucher lies in an
open period. inventory-close reverse takes it back.

  inventory-close adjust transaction book.xlsx --transaction PO123 --value 100.00 --dry-run
  inventory-close adjust transaction book.xlsx --transaction PO1 --value 90 --transaction PO2 --value 110.50`,
    )
    .addOption(
      new Option('--transaction <id>', 'a receipt; may be given several times, each with its --value')
        .argParser(listArgument)
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--value <amount>', 'what the receipt is to be worth as a whole')
        .argParser((text: string, before: readonly number[] = []) => [...before, numberArgument(text)])
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--date <date>', 'the date of the voucher; else the first that is possible').argParser(dayArgument),
    );
  addByHandOptions(command).action(
    usage(command, async (file: string, flags: Flags) => {
      const options = {
        ...byHandOptionsOf(flags),
        values: valuesOf(flags),
        ...(flags.date === undefined ? {} : { date: flags.date }),
      };
      await runAdjustment(file, flags, 'Quantity', (port, env) => adjustTransactions(port, options, env));
    }),
  );
}

function valuesOf({ transaction, value }: Flags): NewValue[] {
  if (transaction.length !== value.length) {
    throw new InvalidArgumentError('give each --transaction its --value.');
  }
  return transaction.map((id, at) => ({ transaction: id, value: value[at] }));
}
