import type { Command } from 'commander';
import type { Day } from '../../book/days';
import { explain } from '../../runs/explain/explain';
import { openWorkbook } from '../files';
import { json, now, upTo } from '../options';
import { Refused, session } from '../session';
import { print } from './close';

/** `explain BOOK ID`: why a transaction has its cost. */
export function addExplain(program: Command): void {
  program
    .command('explain <workbook> <transaction>')
    .description('say in words why a transaction has its cost, and why it is still open')
    .addOption(upTo())
    .addOption(json())
    .addOption(now())
    .addHelpText(
      'after',
      `
Without a date it explains from the results in the workbook; with --up-to, from what a close up to then would give.

  inventory-close explain book.xlsx SO987
  inventory-close explain book.xlsx SO987 --up-to 2026-01-31`,
    )
    .action(async (file: string, transaction: string, flags: { upTo?: Day; json?: boolean; now?: number }) => {
      const { port } = openWorkbook(file);
      const env = session(flags.now);
      const found = await explain(port, transaction, flags.upTo, env).finally(env.finish);
      if (!found.ok) throw new Refused(found.problems);
      if (flags.json) print(JSON.stringify({ transaction: found.transaction, sentences: found.sentences }, null, 2));
      else print(found.sentences.join('\n'));
    });
}
