/**
 * Groups of nodes that depend on each other in a circle, each node in one group, in an order in which every group
 * comes after those that it depends on (Tarjan).
 */
export function inOrderOfDependence<T>(nodes: readonly T[], dependsOn: (node: T) => readonly T[]): T[][] {
  const groups: T[][] = [];
  const found = new Map<T, number>();
  const lowest = new Map<T, number>();
  const path: T[] = [];
  const visit = (node: T): void => {
    found.set(node, found.size);
    lowest.set(node, found.get(node) as number);
    path.push(node);
    for (const other of dependsOn(node)) {
      if (!found.has(other)) {
        visit(other);
        lowest.set(node, Math.min(lowest.get(node) as number, lowest.get(other) as number));
      } else if (path.includes(other)) {
        lowest.set(node, Math.min(lowest.get(node) as number, found.get(other) as number));
      }
    }
    if (lowest.get(node) === found.get(node)) groups.push(path.splice(path.indexOf(node)));
  };
  for (const node of nodes) if (!found.has(node)) visit(node);
  return groups;
}
