import { NONE } from '../../book/book';
import { exact } from '../../book/decimals';
import type { Workspace } from '../workspace';
import { isOrder, isReturn, postedCost } from './links';
import { type Network, takesCost } from './network';

/**
 * Receipts that alone take all the cost of one issue, as nearly every transfer does. What such a receipt is due needs no
 * shares: it is what was known before the run, less the change of its issue. Both stand with the node, gathered in the
 * order of the rows; looking them up along the links as each node is valued would cost a dozen cache misses.
 */
export interface Direct {
  /** Per node of an issue: the node of such a receipt, or NONE. */
  readonly taker: Int32Array;
  /** Per node of such a receipt: what is due while its issue does not change, signed. Undefined for others. */
  readonly known: Float64Array;
}

export function directOf(
  network: Pick<Network, 'book' | 'day' | 'links' | 'nodes' | 'nodeOf' | 'valued'>,
  workspace: Workspace,
): Direct {
  const { book, day, links, nodes, nodeOf } = network;
  const { sources, members, complete } = links;
  const { adjusted, got } = book.transactions;
  const taker = workspace.integers(nodes).fill(NONE);
  const known = workspace.figures(nodes);
  for (let group = 0; group < links.groups && !isOrder(links, group); group++) {
    const place = members.starts[group];
    if (complete[group] === 0 || members.starts[group + 1] - place > 1) continue;
    const row = members.entries[place];
    const node = nodeOf[row];
    if (!takesCost(network, node)) continue;
    const issue = sources.entries[sources.starts[group]];
    let due = 0 - adjusted[issue] - got[row];
    if (isReturn(book, links, row)) due -= postedCost(book, day, issue) + postedCost(book, day, row);
    taker[nodeOf[issue]] = node;
    known[node] = exact(due, 'A cost that is passed on');
  }
  return { taker, known };
}
