import { type AstExpression, parse, tokenize, translateFormulaToR1C1 } from '@borgar/fx';
import { areaText, cell } from '../model/address';

interface Known {
  readonly tree: AstExpression | null;
  /** Whether the formula names cells by address, so that its meaning depends on where it stands. */
  readonly hasAddresses: boolean;
}

/** Link columns have one text for 100,000 rows, so a formula is parsed once. Bounded, as texts with addresses vary. */
const known = new Map<string, Known>();
const MOST = 20_000;

function look(text: string): Known {
  let entry = known.get(text);
  if (entry) return entry;
  if (known.size >= MOST) known.clear();
  entry = { tree: null, hasAddresses: false };
  try {
    const tokens = tokenize(text);
    const hasAddresses = tokens.some(({ type }) => type.startsWith('range'));
    entry = { tree: parse(tokens), hasAddresses };
  } catch {
    // Not a formula: Excel refuses it on entry, and so does the writer that asks here.
  }
  known.set(text, entry);
  return entry;
}

/** The syntax tree of "=A1+1"; null where the text is no valid formula. */
export const parseFormula = (text: string): AstExpression | null => look(text).tree;

/** The formula independent of its place: two cells of a calculated column have the same relative form. */
export function relativeForm(text: string, row: number, column: number): string {
  return look(text).hasAddresses ? translateFormulaToR1C1(text, areaText(cell(row, column))) : text;
}
