import { dependentsOf, type Network } from './network';

/**
 * The nodes that are left as groups, each after those that it depends on: a circle is a group of nodes that all depend
 * on each other, a node behind a circle is a group of its own. Tarjan's strongly connected components, without
 * recursion, so that a chain of any length fits.
 */
export function circlesOf(network: Network, left: readonly number[]): { members: number[]; circle: boolean }[] {
  const { rowOf } = network;
  const place = new Map<number, number>(left.map((node, at) => [node, at]));
  const dependents = left.map((node) => dependentsOf(network, node).flatMap((one) => place.get(one) ?? []));
  const number = new Int32Array(left.length);
  const lowest = new Int32Array(left.length);
  const onStack = new Uint8Array(left.length);
  const nextChild = new Int32Array(left.length);
  const stack: number[] = [];
  const groups: { members: number[]; circle: boolean }[] = [];
  let numbered = 0;
  for (let root = 0; root < left.length; root++) {
    if (number[root] > 0) continue;
    const path = [root];
    while (path.length > 0) {
      const node = path[path.length - 1];
      if (nextChild[node] === 0 && number[node] === 0) {
        number[node] = lowest[node] = ++numbered;
        stack.push(node);
        onStack[node] = 1;
      }
      if (nextChild[node] < dependents[node].length) {
        const child = dependents[node][nextChild[node]++];
        if (number[child] === 0) path.push(child);
        else if (onStack[child] === 1) lowest[node] = Math.min(lowest[node], number[child]);
        continue;
      }
      path.pop();
      if (path.length > 0) {
        const parent = path[path.length - 1];
        lowest[parent] = Math.min(lowest[parent], lowest[node]);
      }
      if (lowest[node] === number[node]) groups.push(takeGroup(node, stack, onStack, left, dependents, rowOf));
    }
  }
  return groups.reverse();
}

function takeGroup(
  root: number,
  stack: number[],
  onStack: Uint8Array,
  left: readonly number[],
  dependents: readonly number[][],
  rowOf: Int32Array,
) {
  const places: number[] = [];
  let node: number;
  do {
    node = stack.pop()!;
    onStack[node] = 0;
    places.push(node);
  } while (node !== root);
  const circle = places.length > 1 || dependents[root].includes(root);
  return { members: places.map((at) => left[at]).sort((a, b) => rowOf[a] - rowOf[b]), circle };
}
