/**
 * Takes the insertions out of a part again and tells what they were. Throws where the new text is not the old one
 * with whole elements inserted, the attribute that asks for a calculation set, and counts changed.
 */
export function insertionsOf(before: string, after: string): string[] {
  const found: string[] = [];
  const calculated = after.replace(/(<(?:\w+:)?calcPr[^>]*?) fullCalcOnLoad="1"/, (_, rest: string) => {
    found.push('fullCalcOnLoad');
    return rest;
  });
  // An attribute that was there before is no insertion.
  const text = before.includes('fullCalcOnLoad') ? after : calculated;
  const old = tokens(withoutCounts(before));
  const now = tokens(withoutCounts(text));
  let at = 0;
  let inserted = '';
  const end = (): void => {
    if (inserted !== '') found.push(balanced(inserted));
    inserted = '';
  };
  for (const token of now) {
    if (token === old[at]) {
      end();
      at++;
    } else if (inserted === '' && token.replace(/>$/, '/>') === old[at]) {
      // <list/> was opened: what was put before and behind its "/>".
      inserted = token;
      at++;
    } else inserted += token;
  }
  end();
  if (at < old.length) throw new Error(`lost or changed: ${old[at]}`);
  return found;
}

/** Tags and the text between them. */
const tokens = (xml: string): string[] => xml.match(/<[^>]*>|[^<]+/g) ?? [];

const withoutCounts = (xml: string): string => xml.replace(/(\scount=)"\d+"/g, '$1"#"');

function balanced(xml: string): string {
  const open: string[] = [];
  for (const [, close, name, empty] of xml.matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>/g)) {
    if (close && open.pop() !== name) throw new Error(`not a whole element: ${xml}`);
    if (!close && !empty) open.push(name);
  }
  if (open.length > 0 || !xml.startsWith('<')) throw new Error(`not a whole element: ${xml}`);
  return xml;
}
