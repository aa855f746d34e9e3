import { Explorer } from '../../../src/runs/explain/explorer';
import type { CostNode } from '../../../src/runs/explain/cost-tree';
import { preview } from '../../../src/runs/preview';
import type { MemoryPort } from '../../support/memory-port';
import { ENV } from '../../support/workbooks';
import { loadedFrom } from './state';

/** A tree with many ways through it is not walked to its end. */
const MOST_NODES = 60;

/** Where the trees of costs do not add up: of what is there, or with a date of what a close up to then would give. */
export async function treesThatDiffer(port: MemoryPort, upTo?: number): Promise<string[]> {
  const loaded = await loadedFrom(port);
  const seen = upTo === undefined ? undefined : await preview(port, { upTo }, ENV);
  if (seen && !seen.ok) return [];
  const explorer = new Explorer(loaded, seen?.outcome, upTo);
  const { evidence } = explorer;
  const wrong: string[] = [];
  for (let position = 0; position < loaded.read.book.transactions.count; position++) {
    const id = loaded.read.book.transactions.id[position];
    for (const direction of ['from', 'to'] as const) {
      const root = explorer.root(position, direction);
      const cost = evidence.costOf(position);
      const size = evidence.quantityOf(position) < 0 ? -cost : cost;
      if (root.amount !== size)
        wrong.push(`${id} ${direction}: the tree begins with ${root.amount}, its cost is ${size}`);
      const waiting: CostNode[] = [root];
      for (let at = 0; at < waiting.length && at < MOST_NODES; at++) {
        const node = waiting[at];
        const below = explorer.below(node);
        const sum = below.reduce((all, { amount }) => all + amount, 0);
        if (node.opens && sum !== node.amount)
          wrong.push(`${id} ${direction}: ${node.kind} of ${node.amount} has ${sum}`);
        waiting.push(...below);
      }
    }
  }
  return wrong;
}
