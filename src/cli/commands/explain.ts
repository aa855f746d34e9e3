import type { Command } from 'commander';
import type { Day } from '../../book/days';
import { explain } from '../../runs/explain/explain';
import type { TraceLine } from '../../runs/explain/trace';
import { openWorkbook } from '../files';
import { json, upTo } from '../options';
import { print, Refused, session } from '../session';

/** `explain BOOK ID`: why a transaction has its cost. */
export function addExplain(program: Command): void {
  program
    .command('explain <workbook> <transaction>')
    .description('say in words why a transaction has its cost, and why it is still open')
    .addOption(upTo())
    .addOption(json())
    .addHelpText(
      'after',
      `
Without a date it explains from the results in the workbook; with --up-to, from what a close up to then would give.

  inventory-close explain book.xlsx SO987
  inventory-close explain book.xlsx SO987 --up-to 2026-01-31`,
    )
    .action(async (file: string, transaction: string, flags: { upTo?: Day; json?: boolean }) => {
      const { port } = openWorkbook(file);
      const env = session(undefined);
      const found = await explain(port, transaction, flags.upTo, env).finally(env.finish);
      if (!found.ok) throw new Refused(found.problems);
      const { transaction: id, sentences, from, to } = found;
      if (flags.json) print(JSON.stringify({ transaction: id, sentences, from, to }, null, 2));
      else
        print(
          [sentences.join('\n'), traceText('Where its cost comes from:', from), traceText('Where its cost went:', to)]
            .filter(Boolean)
            .join('\n\n'),
        );
    });
}

function traceText(title: string, lines: readonly TraceLine[]): string {
  if (lines.length === 0) return '';
  return [title, ...lines.map(({ depth, text }) => `${'  '.repeat(depth + 1)}${text}`)].join('\n');
}
