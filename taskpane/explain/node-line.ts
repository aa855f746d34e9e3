import type { Direction } from '../../src/runs/explain/cost-part';
import type { NodeView } from '../../src/runs/explain/explorer';
import type { Format } from '../format';
import { termOf, type Texts } from '../texts';

/** A node of a tree of costs in two lines of a narrow pane. */
export interface NodeLine {
  readonly name: string;
  readonly amount: string;
  readonly below: string;
}

/** Kinds of nodes that are no transaction but a part of the one above. */
const PARTS: ReadonlySet<string> = new Set([
  'posted',
  'estimate',
  'labour',
  'difference',
  'pending',
  'expensed',
  'open',
  'used',
  'unshared',
]);

/** What a node says: its transaction or kind, its amount; below it quantity, rule, run, document and date. */
export function lineOf(node: NodeView, direction: Direction, texts: Texts, format: Format): NodeLine {
  const { terms, explain } = texts;
  const amount = format.amount(node.amount);
  const quantity = node.quantity === '0' ? '' : format.quantity(node.quantity);
  const type = termOf(terms.types, node.type);
  const run = node.previewed ? explain.byPreview : node.run;
  if (PARTS.has(node.kind)) {
    const left = node.kind === 'used' && node.type !== '' ? type : '';
    return { name: termOf(explain.parts, node.kind), amount, below: joined(quantity, left) };
  }
  if (node.kind === 'adjusted') {
    return { name: termOf(terms.reasons, node.reason ?? ''), amount, below: joined(node.transaction, run) };
  }
  if (node.kind === 'circle') {
    return { name: node.transaction, amount, below: joined(quantity, explain.circle(node.circle.join(', '))) };
  }
  const rule = node.principle === undefined || node.kind === 'gathered' ? '' : termOf(terms.principles, node.principle);
  const how =
    node.kind === 'root' || node.kind === 'settled'
      ? ''
      : termOf(explain[direction === 'from' ? 'ways' : 'waysOn'], node.kind);
  return {
    name: `${node.transaction} ${type}`.trim(),
    amount,
    below: joined(
      quantity,
      node.kind === 'settled' && !node.settles ? explain.compared : '',
      how,
      rule,
      run,
      node.reference,
      format.shortDay(node.day),
    ),
  };
}

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');
