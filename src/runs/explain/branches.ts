import type { Direction } from './cost-part';
import type { CostNode } from './cost-tree';
import type { Explorer, NodeView } from './explorer';
import { nodeText } from './node-words';

/** A node with what it says and what was opened below it. */
export interface Branch extends NodeView {
  readonly text: string;
  readonly below: readonly Branch[];
  /** How many nodes directly below it are left out. */
  readonly leftOut: number;
}

/** How much of a tree is opened. */
export interface Extent {
  /** Levels below the root. */
  readonly depth: number;
  /** Nodes in all: what a person still reads. */
  readonly most: number;
}

/** Opens a tree of a transaction's cost as far as the extent goes, level by level: what is near comes before what is deep. */
export function branchesOf(explorer: Explorer, position: number, direction: Direction, extent: Extent): Branch {
  const root = explorer.root(position, direction);
  const opened = new Map<CostNode, { readonly below: readonly CostNode[]; readonly leftOut: number }>();
  let left = extent.most - 1;
  let level: CostNode[] = [root];
  for (let depth = 0; depth < extent.depth && level.length > 0; depth++) {
    const next: CostNode[] = [];
    for (const node of level) {
      const all = explorer.below(node);
      const below = all.slice(0, Math.max(left, 0));
      left -= below.length;
      opened.set(node, { below, leftOut: all.length - below.length });
      next.push(...below);
    }
    level = next;
  }
  const branch = (node: CostNode): Branch => {
    const view = explorer.view(node);
    const { below, leftOut } = opened.get(node) ?? { below: [], leftOut: 0 };
    return { ...view, text: nodeText(view, direction), below: below.map(branch), leftOut };
  };
  return branch(root);
}
