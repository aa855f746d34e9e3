import type { Book } from './book';

/** A cost key in words: "A100" or "A100 (Site 1, Batch B7)"; `blank` stands for a dimension without a value. */
export function keyName(book: Book, key: number, blank = '(blank)'): string {
  const { item, values } = book.keys[key];
  const { id, financialDimensions } = book.items[item];
  if (values.length === 0) return id;
  const parts = values.map((value, i) => `${financialDimensions[i]} ${value === '' ? blank : value}`);
  return `${id} (${parts.join(', ')})`;
}

/** A list in words, cut after a few: "PO1, PO2 and 3 more". */
export function listOf(names: readonly string[], most = 3): string {
  if (names.length <= most) return names.join(', ');
  return `${names.slice(0, most).join(', ')} and ${names.length - most} more`;
}
