import type { Command } from 'commander';
import { addOnHand } from './on-hand';
import { addRevalue } from './revalue';
import { addTransaction } from './transaction';

/** `adjust …`: what people change by hand. */
export function addAdjust(program: Command): void {
  const adjust = program
    .command('adjust')
    .description('change by hand what stock or a receipt is worth: with a voucher of its own, and to be reversed');
  for (const add of [addOnHand, addTransaction, addRevalue]) add(adjust);
}
