import { parseStructRef, stringifyStructRef, tokenize } from '@borgar/fx';
import type { Table } from '../model/table';

/** Files spell out what Excel shortens on the screen: [@Amount] is Sales[[#This Row],[Amount]] in a file. */

/** A formula as a file holds it: without "=", tables named. The table is the one around the cell. */
export function formulaForFile(text: string, table: Table | null): string {
  return remembered(toFile, `${table?.name ?? ''}|${text}`, () =>
    rewritten(text, (reference) =>
      stringifyStructRef({ ...reference, table: reference.table || (table?.name ?? '') }, { thisRow: true }),
    ).slice(1),
  );
}

/** A formula as Excel shows it: with "=", the table's own name left out before [@Column]. */
export function formulaFromFile(text: string, table: string | null): string {
  return remembered(fromFile, `${table ?? ''}|${text}`, () =>
    rewritten(`=${text}`, (reference) => {
      const own = reference.table?.toLowerCase() === table?.toLowerCase();
      const thisRow = reference.sections?.includes('this row') ?? false;
      return stringifyStructRef(own && thisRow ? { ...reference, table: '' } : reference);
    }),
  );
}

/** A calculated column has one text for all its rows: it is rewritten once. */
const toFile = new Map<string, string>();
const fromFile = new Map<string, string>();
const MOST = 10_000;

function remembered(known: Map<string, string>, key: string, make: () => string): string {
  let text = known.get(key);
  if (text === undefined) {
    if (known.size >= MOST) known.clear();
    known.set(key, (text = make()));
  }
  return text;
}

type StructuredReference = NonNullable<ReturnType<typeof parseStructRef>>;

function rewritten(text: string, write: (reference: StructuredReference) => string): string {
  if (!text.includes('[')) return text;
  return tokenize(text)
    .map(({ type, value }) => {
      const reference = type === 'structured' ? parseStructRef(value) : undefined;
      return reference ? write(reference) : value;
    })
    .join('');
}
