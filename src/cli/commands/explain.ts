import { type Command, Option } from 'commander';
import type { Day } from '../../book/days';
import type { Branch } from '../../runs/explain/branches';
import { explain } from '../../runs/explain/explain';
import { openWorkbook } from '../files';
import { countArgument, json, upTo } from '../options';
import { print, Refused, session } from '../session';
import { amountText, counted } from '../text';

interface Flags {
  readonly upTo?: Day;
  readonly tree?: boolean;
  readonly depth?: number;
  readonly whereTo?: boolean;
  readonly json?: boolean;
}

/** Nodes of a tree that are printed: without --tree what belongs on one page, with it what a person may still search. */
const [ON_A_PAGE, MOST] = [60, 5000];
const NEAR = 3;

/** `explain BOOK ID`: why a transaction has its cost. */
export function addExplain(program: Command): void {
  program
    .command('explain <workbook> <transaction>')
    .description('say in words why a transaction has its cost, and why it is still open')
    .addOption(upTo())
    .addOption(new Option('--tree', 'print where the cost comes from as a tree, down to the invoices'))
    .addOption(
      new Option('--depth <n>', 'open the tree so many levels deep; else all of them').argParser(countArgument),
    )
    .addOption(new Option('--where-to', 'print where the cost went, in place of where it comes from'))
    .addOption(json())
    .addHelpText(
      'after',
      `
Without a date it explains from the results in the workbook; with --up-to, from what a close up to then would give.
In a tree the amount of each line is the sum of the lines below it.

  inventory-close explain book.xlsx SO987
  inventory-close explain book.xlsx SO987 --up-to 2026-01-31
  inventory-close explain book.xlsx SO987 --tree --depth 2
  inventory-close explain book.xlsx PO123 --tree --where-to`,
    )
    .action(async (file: string, transaction: string, flags: Flags) => {
      const { port } = openWorkbook(file);
      const env = session(undefined);
      const wholeTree = flags.tree === true || flags.whereTo === true || flags.depth !== undefined;
      const extent = {
        depth: flags.depth ?? (wholeTree ? Infinity : NEAR),
        most: wholeTree || flags.json ? MOST : ON_A_PAGE,
      };
      const found = await explain(port, transaction, flags.upTo, env, extent).finally(env.finish);
      if (!found.ok) throw new Refused(found.problems);
      const { transaction: id, sentences, from, to } = found;
      if (flags.json) return print(JSON.stringify({ transaction: id, sentences, from, to }, null, 2));
      const trees = [
        ...(flags.whereTo ? [] : [treeText('Where its cost comes from:', from)]),
        ...(flags.whereTo || !wholeTree ? [treeText('Where its cost went:', to)] : []),
      ];
      print([...(wholeTree ? [] : [sentences.join('\n')]), ...trees].filter(Boolean).join('\n\n'));
    });
}

/** A tree with quantities and amounts in columns before the words, so that they can be added up by eye. */
function treeText(title: string, root: Branch): string {
  const lines: { readonly depth: number; readonly branch: Branch | number }[] = [];
  const add = (branch: Branch, depth: number) => {
    lines.push({ depth, branch });
    branch.below.forEach((one) => add(one, depth + 1));
    if (branch.leftOut > 0) lines.push({ depth: depth + 1, branch: branch.leftOut });
  };
  add(root, 0);
  const quantityOf = (branch: Branch) => (branch.quantity === '0' ? '' : branch.quantity);
  const figures = lines.map(({ branch }) =>
    typeof branch === 'number' ? ['', ''] : [quantityOf(branch), amountText(branch.amount)],
  );
  const widths = [0, 1].map((at) => Math.max(...figures.map((cells) => cells[at].length)));
  return [
    title,
    ...lines.map(({ depth, branch }, at) => {
      const [quantity, amount] = figures[at].map((cell, column) => cell.padStart(widths[column]));
      const text =
        typeof branch === 'number' ? `… ${counted(branch, 'line')} more (see --tree and --depth)` : branch.text;
      return `  ${quantity}  ${amount}  ${'  '.repeat(depth)}${text}`.trimEnd();
    }),
  ].join('\n');
}
