import { columnLetters } from '../cells';
import { Edits } from './edits';
import { attributeOf, childrenOf, prefixOf, rootOf } from './scan';
import type { Area } from '../area';
import { escapeText, withPrefix } from './xml';

/** The part of a table of ours with a new place, and with new formulas for some of its columns (by their position). */
export function editTable(xml: string, area: Area, formulas: ReadonlyMap<number, string>): string {
  const edits = new Edits(xml);
  const root = rootOf(xml);
  const prefix = prefixOf(root);
  const children = childrenOf(xml, root);
  const ref = `${columnLetters(area.left)}${area.top}:${columnLetters(area.right)}${area.bottom}`;
  for (const span of [root, children.find((child) => child.name === `${prefix}autoFilter`)]) {
    const attribute = span && attributeOf(xml, span, 'ref');
    if (attribute && attribute.text !== ref) edits.replace(attribute.start, attribute.end, [ref]);
  }
  const columns = children.find((child) => child.name === `${prefix}tableColumns`);
  for (const [index, column] of (columns ? childrenOf(xml, columns) : []).entries()) {
    const formula = formulas.get(index);
    if (formula === undefined) continue;
    const element = withPrefix(`<calculatedColumnFormula>${escapeText(formula)}</calculatedColumnFormula>`, prefix);
    const old = childrenOf(xml, column).find((child) => child.name === `${prefix}calculatedColumnFormula`);
    if (old) edits.replace(old.start, old.end, [element]);
    else if (column.empty) edits.replace(column.end - 2, column.end, [`>${element}</${column.name}>`]);
    else edits.insert(column.inner, element);
  }
  return edits.done();
}
