import { isoDay, NO_DAY } from '../../book/days';
import type { NodeView } from './explorer';

/** What a node of a tree of costs says, beside its figures. */
export function nodeText(node: NodeView, direction: 'from' | 'to'): string {
  const { kind, transaction, reason, circle } = node;
  const name = nameOf(node);
  const way = direction === 'from' ? 'from' : 'to';
  const run = runText(node);
  switch (kind) {
    case 'root':
      return name;
    case 'settled':
      return `${way} ${name}, ${node.settles ? '' : 'compared '}by ${node.principle}${run}`;
    case 'gathered':
      return direction === 'from' ? `gathered from ${name}${run}` : `gathered in ${name}${run}`;
    case 'carried on':
      return `carried on as ${name}`;
    case 'transferred':
      return direction === 'from' ? `takes its cost from ${name}` : `gives its cost to ${name}`;
    case 'returned':
      return direction === 'from' ? `returns ${name}` : `returned by ${name}`;
    case 'component':
      return `component ${name}`;
    case 'product':
      return `in product ${name}`;
    case 'posted':
      return `as posted`;
    case 'estimate':
      return `not covered: at the estimate it was posted at`;
    case 'adjusted':
      return `adjustment: ${reason}${transaction === '' ? '' : ` from ${name}`}${run}`;
    case 'labour':
      return 'labour and all else beyond the components';
    case 'difference':
      return 'posted beyond its issue';
    case 'pending':
      return direction === 'from'
        ? 'change of the source that has not come to it yet'
        : 'change that has not gone on yet';
    case 'expensed':
      return 'change of the source that was expensed';
    case 'open':
      return 'in stock still';
    case 'used':
      return `left the inventory${node.type === '' ? '' : ` (${node.type})`}`;
    case 'unshared':
      return 'not to be told apart: the whole has no cost';
    case 'circle':
      return `${way} ${name}: a circle of ${circle.join(', ')}; their costs depend on each other`;
  }
}

/** "PO123 (A100, Purchase 2026-01-03, order 17)". */
function nameOf({ transaction, item, type, reference, day }: NodeView): string {
  const of = [item, [type, day === NO_DAY ? '' : isoDay(day)].filter(Boolean).join(' '), reference].filter(Boolean);
  return `${transaction} (${of.join(', ')})`;
}

function runText({ run, previewed }: NodeView): string {
  return previewed ? ', as the close would' : run === '' ? '' : `, ${run}`;
}
