import type { Movement } from './movement';

/** Where the numbers of each kind of document start. */
const FIRST_NUMBER: Readonly<Record<string, number>> = { PO: 2601, SO: 7301, TO: 401, PR: 901, CNT: 51 };
const PROVISIONAL = /^(PO|SO|TO|PR|CNT)\?[^/]+/;

/**
 * While the plan is made a document has a provisional name, its kind, a question mark and something unique (PO?B-100.3).
 * In the order of the sheet each gets its number (PO2601), in references and in the ids that are made from them.
 */
export function numberDocuments(movements: readonly Movement[]): Movement[] {
  const next = { ...FIRST_NUMBER };
  const numbers = new Map<string, string>();
  for (const { reference } of movements) {
    const kind = PROVISIONAL.exec(reference)?.[1];
    if (kind !== undefined && !numbers.has(reference)) numbers.set(reference, `${kind}${next[kind]++}`);
  }
  const numbered = (text: string): string => text.replace(PROVISIONAL, (name) => numbers.get(name) ?? name);
  return movements.map((movement) => ({
    ...movement,
    reference: numbered(movement.reference),
    ...(movement.id === undefined ? {} : { id: numbered(movement.id) }),
    ...(movement.costSource === undefined ? {} : { costSource: numbered(movement.costSource) }),
  }));
}
